// A policy with the name that the simulator gives it.
import * as v from 'valibot';
import { policyDocument, type Statement } from './statement';

/** A policy document, read. */
export interface Policy {
  readonly id: string;
  readonly statements: readonly Statement[];
}

const withId = v.object({ Id: v.optional(v.string()) });

/**
 * Reads a policy document; its `Id`, where it has one, goes before the given id.
 *
 * @throws Error with each fault of the document
 */
export function readPolicy(document: unknown, id: string): Policy {
  const read = v.safeParse(policyDocument, document);
  if (!read.success) throw new Error(`policy ${id} is not valid: ${faultsOf(read.issues)}`);
  const { Id = id } = v.parse(withId, document);
  return { id: Id, statements: read.output };
}

/** As `readPolicy`, from the text of a document. */
export function readPolicyText(text: string, id: string): Policy {
  return readPolicy(parseJson(text, id), id);
}

function parseJson(text: string, id: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`policy ${id} is no JSON: give a whole policy document`, { cause: error });
  }
}

function faultsOf(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues
    .map((issue) => `${v.getDotPath(issue) ?? 'the document'}: ${issue.message}`)
    .join('; ');
}
