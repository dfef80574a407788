// denial → [decoded] → explained → alert
import type { DecodedMessage, KeyValues, MatchedStatement } from '../evidence';

/** Any of these keys makes a value a decoded message. */
const MARKS = ['explicitDeny', 'matchedStatements', 'context'];

/** What emulators answer for every message, and what manuals write for a text: no finding. */
const PLACEHOLDERS: ReadonlySet<unknown> = new Set(['', 'UNKNOWN', 'string']);

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the JSON inside STS's `DecodedMessage`; null when the value is not one. The grammar is not
 * documented; it is taken from published messages. Pasted messages are edited by hand, so a field of
 * another shape reads as if it were not there.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function readDecodedMessage(input: unknown): DecodedMessage | null {
  const fields = fieldsOf(input);
  if (!MARKS.some((mark) => mark in fields)) return null;
  const context = fieldsOf(fields['context']);
  const principal = fieldsOf(context['principal']);
  return {
    explicitDeny: flag(fields['explicitDeny']),
    matchedStatements: itemsOf(fields['matchedStatements']).flatMap(statement),
    principalId: said(principal['id']),
    principalArn: said(principal['arn']),
    action: prefixed(said(context['action'])),
    resource: said(context['resource']),
    conditions: conditionsOf(context['conditions']),
  };
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{"items": […]}` as STS writes lists, `[{"item": …}]` as it once did, or a plain array. */
function itemsOf(list: unknown): readonly unknown[] {
  const items = isFields(list) ? list['items'] : list;
  if (!Array.isArray(items)) return [];
  return items.some(isWrapped) ? items.map(unwrapped) : items;
}

function isWrapped(item: unknown): boolean {
  return isFields(item) && 'item' in item;
}

function unwrapped(item: unknown): unknown {
  return isFields(item) && 'item' in item ? item['item'] : item;
}

function statement(value: unknown): readonly MatchedStatement[] {
  if (!isFields(value)) return [];
  return [
    {
      sid: typeof value['statementId'] === 'string' ? value['statementId'] : '',
      effect: value['effect'] === 'ALLOW' ? 'ALLOW' : 'DENY',
      principals: textsOf(value['principals']),
      actions: textsOf(value['actions']),
      resources: textsOf(value['resources']),
      conditions: conditionsOf(value['conditions']),
    },
  ];
}

function conditionsOf(list: unknown): readonly KeyValues[] {
  const conditions: KeyValues[] = [];
  for (const item of itemsOf(list)) {
    if (!isFields(item) || typeof item['key'] !== 'string') continue;
    conditions.push({ key: item['key'], values: textsOf(item['values']) });
  }
  return conditions;
}

/** `{"value": "…"}` as STS writes texts in lists, or the plain text. */
function textsOf(list: unknown): readonly string[] {
  const texts: string[] = [];
  for (const item of itemsOf(list)) {
    const text = isFields(item) ? item['value'] : item;
    if (typeof text === 'string') texts.push(text);
  }
  return texts;
}

/** Documents of old wrote booleans as text. */
function flag(value: unknown): boolean | null {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : null;
}

function said(field: unknown): string | null {
  return typeof field === 'string' && !PLACEHOLDERS.has(field) ? field : null;
}

/** Since 2024 EC2 writes its own actions without their prefix. */
function prefixed(action: string | null): string | null {
  return action === null || action.includes(':') ? action : `ec2:${action}`;
}
