// [case] → event → rule → …: golden cases, as local mode plays them and the golden tests read them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const policy = v.record(v.string(), v.unknown());

const policySet = v.object({
  identity: v.array(policy),
  boundary: v.optional(policy),
  organization: v.optional(v.array(v.array(policy))),
});

const goldenCase = v.object({
  title: v.string(),
  demo: v.optional(v.boolean(), false),
  /** What STS would answer; the event's error message then holds `{{encoded}}`. */
  decoded: v.optional(v.record(v.string(), v.unknown())),
  /** Whether the function may decode. */
  permitted: v.optional(v.boolean(), true),
  /** Given where the event came from a member account whose reader role cannot be assumed. */
  reader: v.optional(v.literal('missing')),
  /** The policies that the simulator evaluates, by the ARN of the role or user. */
  policies: v.optional(v.record(v.string(), policySet)),
  /** A CloudTrail record or an EventBridge event; a case has this or `text`. */
  event: v.optional(v.record(v.string(), v.unknown())),
  /** What somebody pastes. */
  text: v.optional(v.string()),
  expect: v.optional(v.unknown()),
});

/** One golden case; `path` names it, relative to the folder of all cases. */
export type Case = Readonly<v.InferOutput<typeof goldenCase>> & { readonly path: string };

/** Makes an encoded message for a case's decoded message. */
export type IssueForCase = (
  decodedJson: string,
  owner: { readonly account: string; readonly region: string; readonly seed: string },
) => string;

/** CloudTrail keeps this many characters of an error message, the last three being dots. */
const LONGEST_ERROR_MESSAGE = 1_024;
const PLACEHOLDER = '{{encoded}}';

/** Reads every case under a folder, in the order of their paths. */
export function readCases(folder: string): readonly Case[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .toSorted()
    .map((path) => readCase(folder, path));
}

function readCase(folder: string, path: string): Case {
  const parsed = v.safeParse(goldenCase, JSON.parse(readFileSync(join(folder, path), 'utf8')));
  if (parsed.success) return { ...parsed.output, path };
  throw new Error(`${path} is not a case: ${v.summarize(parsed.issues)}`);
}

const record = v.looseObject({
  errorMessage: v.optional(v.string()),
  awsRegion: v.optional(v.string(), ''),
  recipientAccountId: v.optional(v.string(), ''),
  eventID: v.optional(v.string(), ''),
});

/**
 * The case's event as CloudTrail would deliver it: with an encoded message in place of the
 * placeholder, and its error message cut at 1,024 characters.
 */
export function materialise({ event, decoded }: Case, issue: IssueForCase): unknown {
  if (decoded === undefined || event === undefined) return event;
  const { detail } = event;
  const bare = v.parse(record, detail ?? event);
  const { awsRegion: region, recipientAccountId: account, eventID: seed } = bare;
  const encoded = issue(JSON.stringify(decoded), { account, region, seed });
  const original = v.parse(v.record(v.string(), v.unknown()), detail ?? event);
  const told = {
    ...original,
    errorMessage: cut((bare.errorMessage ?? '').replace(PLACEHOLDER, () => encoded)),
  };
  return detail === undefined ? told : { ...event, detail: told };
}

/** The case as if all of it were in another account and Region. */
export function movedTo(
  one: Case,
  to: { readonly account: string; readonly region: string },
): Case {
  const { detail } = one.event ?? {};
  const { recipientAccountId, awsRegion } = v.parse(record, detail ?? one.event);
  const text = JSON.stringify(one)
    .replaceAll(recipientAccountId, to.account)
    .replaceAll(awsRegion, to.region);
  return { ...v.parse(goldenCase, JSON.parse(text)), path: one.path };
}

/** Cuts an error message exactly as CloudTrail does. */
export function cut(errorMessage: string): string {
  if (errorMessage.length <= LONGEST_ERROR_MESSAGE) return errorMessage;
  return `${errorMessage.slice(0, LONGEST_ERROR_MESSAGE - 3)}...`;
}
