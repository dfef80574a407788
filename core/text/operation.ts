// [text around a denial] → [the operation that was called] → explained
import type { Finding } from './finding';
import { OPERATION_FORMS, type OperationForm } from './operation-forms';
import { ACTIONS_BY_OPERATION, OPERATION_WORDINGS } from './operation-wordings';
import { servicePrefixOf } from './service-names';

/** The operation that was called, and whether the text names it. */
export interface CalledOperation {
  readonly operation: string;
  /** The operation as an action; null where the text does not tell the service. */
  readonly action: string | null;
  readonly witness: NonNullable<Finding['operationWitness']>;
}

/** Finds the operation in the text before an error, else in the text behind it. */
export function calledOperation(before: string, behind: string): CalledOperation | null {
  return (
    named(before, 'last') ??
    worded(before, 'last') ??
    named(behind, 'first') ??
    worded(firstLine(behind), 'first')
  );
}

/** What stands further behind may be the next error's. */
function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

interface Match {
  readonly at: number;
  readonly operation: CalledOperation;
}

function named(text: string, which: 'first' | 'last'): CalledOperation | null {
  const matches = OPERATION_FORMS.flatMap((form) =>
    [...text.matchAll(form.pattern)].map((match) => ({
      at: match.index + match[0].length,
      operation: fromForm(form, match),
    })),
  );
  return nearest(matches, which);
}

function worded(text: string, which: 'first' | 'last'): CalledOperation | null {
  const matches = OPERATION_WORDINGS.flatMap(([pattern, action]) =>
    [...text.matchAll(pattern)].map((match) => ({
      at: match.index + match[0].length,
      operation: inferred(action),
    })),
  );
  return nearest(matches, which);
}

function nearest(matches: readonly Match[], which: 'first' | 'last'): CalledOperation | null {
  const ordered = matches.toSorted((one, other) => one.at - other.at);
  return ordered.at(which === 'first' ? 0 : -1)?.operation ?? null;
}

function inferred(action: string): CalledOperation {
  return { operation: nameOf(action), action, witness: 'inferred' };
}

function nameOf(action: string): string {
  return action.slice(action.indexOf(':') + 1);
}

function fromForm({ spelling }: OperationForm, { groups }: RegExpExecArray): CalledOperation {
  const operation = SPELLINGS[spelling](String(groups?.operation));
  const service = groups?.service === undefined ? null : servicePrefixOf(groups.service);
  return { operation, action: service && `${service}:${operation}`, witness: 'requested' };
}

const SPELLINGS: Readonly<Record<OperationForm['spelling'], (name: string) => string>> = {
  'as-is': (name) => nameOf(ACTIONS_BY_OPERATION.get(name) ?? name),
  camel: (name) => name.charAt(0).toUpperCase() + name.slice(1),
  snake: (name) => capitalised(name.split('_')),
  kebab: (name) => capitalised(name.split('-')),
};

function capitalised(words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
