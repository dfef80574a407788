// grouped → [alert]
import type { Alert, FaceOptions } from './alert';
import { explanationFor } from './public-explanation';
import { briefFor } from './subject';
import { BEGINNINGS } from './words';

/** SNS sends 140 characters in one text message. @see https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html */
const MOST = 140;

/** What is ASCII but takes two places in the GSM alphabet, or none; and what makes a link. */
const REPLACED = [
  [/[[{]/g, '('],
  [/[\]}]/g, ')'],
  [/`/g, "'"],
  [/[\\^|~]/g, '?'],
  [/:\/\//g, ':'],
] as const;

/** Writes a text message of at most 140 characters of the GSM alphabet, each of one place. */
export function smsFor({ kind, count, explanation }: Alert, { privacy }: FaceOptions): string {
  const brief = briefFor(explanationFor(explanation, privacy), MOST, BEGINNINGS[kind](count));
  return REPLACED.reduce<string>((text, [pattern, by]) => text.replace(pattern, by), brief);
}
