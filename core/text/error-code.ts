// A text that names only the error code of a denial.
import { SERVICE_LINKED_ROLE } from '../message/said-by-code';
import type { Finding } from './finding';
import { findingIn } from './text-finding';

/** EC2's own code, and that of other services. */
const CODE = String.raw`(?:Client\.)?(?:UnauthorizedOperation|AccessDenied(?:Exception)?)`;

/**
 * Where a code stands for an error that happened; programs, patterns and manuals name codes too. A
 * new form is a row.
 */
const FORMS = [
  // An error occurred (…) when calling · A client error (…) occurred
  String.raw`\(${CODE}\)(?= when\b| occurred\b|:|\s*$)`,
  // UnauthorizedOperation: … · api error AccessDenied: … · Errors::UnauthorizedOperation (…)
  String.raw`(?<!case |["'=(*[.])\b(?:Client\.)?UnauthorizedOperation(?=:(?!:)| -|,? status code|\s*$)`,
  String.raw`\bapi error ${CODE}(?=:|,|\s*$)`,
  String.raw`::Errors::${CODE}\b`,
  String.raw`<Code>${CODE}</Code>`,
  String.raw`\bError ?Code: ?${CODE}\b`,
  String.raw`["']Code["']: ?["']${CODE}["']`,
  // an XML body whose tags were taken away
  String.raw`\bUnauthorizedOperation(?=\s{1,9}You are not\b)`,
  // PowerShell and .NET
  String.raw`\bErrorCode ?[:=] ?${CODE}\b`,
];

/** Says by itself which action was denied. */
const SERVICE_LINKED = /\bAuthFailure\.ServiceLinkedRoleCreationNotPermitted\b(?!["'])/;

const HAPPENED = new RegExp(FORMS.join('|'), 'im');
const ALONE = new RegExp(String.raw`^\W*${CODE}\W*$`, 'i');
const AROUND = 2000;

/** Reads a denial of which a text keeps only the code; null where it names none. */
export function codeFinding(text: string): Finding | null {
  const linked = SERVICE_LINKED.exec(text);
  if (linked !== null) return { ...findingAt(text, linked), stated: SERVICE_LINKED_ROLE };
  const code = HAPPENED.exec(text) ?? ALONE.exec(text);
  return code === null ? null : findingAt(text, code);
}

function findingAt(text: string, code: RegExpExecArray): Finding {
  const end = code.index + code[0].length;
  return findingIn({
    before: text.slice(Math.max(0, code.index - AROUND), code.index),
    words: code[0],
    behind: text.slice(end, end + AROUND),
  });
}
