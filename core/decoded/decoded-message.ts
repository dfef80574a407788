// denial → [decoded] → explained → alert
import * as v from 'valibot';
import type { DecodedMessage } from '../evidence';

/** A field of another shape reads as if it were not there: pasted messages are edited by hand. */
const text = v.fallback(v.nullable(v.string()), null);

/** `{"items": […]}` as STS writes lists, or a plain array as some tools do. */
function list<T extends v.GenericSchema>(item: T) {
  const items = v.fallback(v.array(v.unknown()), []);
  const unwrapped = v.union([
    v.array(v.unknown()),
    v.pipe(
      v.object({ items }),
      v.transform((wrapper) => wrapper.items),
    ),
  ]);
  return v.fallback(
    v.pipe(
      unwrapped,
      v.transform((values) => values.filter((value) => v.is(item, value))),
      v.array(item),
    ),
    [],
  );
}

const value = v.pipe(
  v.union([v.string(), v.object({ value: v.string() })]),
  v.transform((item) => (typeof item === 'string' ? item : item.value)),
);

const values = v.optional(list(value), []);

const condition = v.object({ key: v.string(), values });

const conditions = v.optional(list(condition), []);

/** Documents of old wrote booleans as text. */
const flag = v.optional(
  v.fallback(
    v.nullable(
      v.pipe(
        v.union([v.boolean(), v.picklist(['true', 'false'])]),
        v.transform((said) => said === true || said === 'true'),
      ),
    ),
    null,
  ),
  null,
);

const statement = v.pipe(
  v.object({
    statementId: v.optional(v.fallback(v.string(), ''), ''),
    effect: v.optional(v.fallback(v.picklist(['DENY', 'ALLOW']), 'DENY'), 'DENY'),
    principals: values,
    actions: values,
    resources: values,
    conditions,
  }),
  v.transform(({ statementId, ...rest }) => ({ sid: statementId, ...rest })),
);

const context = v.object({
  principal: v.optional(
    v.fallback(v.object({ id: v.optional(text, null), arn: v.optional(text, null) }), {
      id: null,
      arn: null,
    }),
    { id: null, arn: null },
  ),
  action: v.optional(text, null),
  resource: v.optional(text, null),
  conditions,
});

const NO_CONTEXT = {
  principal: { id: null, arn: null },
  action: null,
  resource: null,
  conditions: [],
};

const message = v.object({
  explicitDeny: flag,
  matchedStatements: v.optional(list(statement), []),
  context: v.optional(v.fallback(context, NO_CONTEXT), NO_CONTEXT),
});

/** Any of these keys makes a value a decoded message. */
const MARKS = ['explicitDeny', 'matchedStatements', 'context'];

/** What emulators answer for every message: no finding. */
const EMULATED = 'UNKNOWN';

/**
 * Reads the JSON inside STS's `DecodedMessage`; null when the value is not one. The grammar is not
 * documented; it is taken from published messages.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function readDecodedMessage(input: unknown): DecodedMessage | null {
  if (typeof input !== 'object' || input === null || !MARKS.some((mark) => mark in input))
    return null;
  const result = v.safeParse(message, input);
  if (!result.success) return null;
  const { explicitDeny, matchedStatements, context: request } = result.output;
  return {
    explicitDeny,
    matchedStatements,
    principalId: said(request.principal.id),
    principalArn: said(request.principal.arn),
    action: prefixed(said(request.action)),
    resource: said(request.resource),
    conditions: request.conditions,
  };
}

function said(field: string | null): string | null {
  return field === '' || field === EMULATED ? null : field;
}

/** Since 2024 EC2 writes its own actions without their prefix. */
function prefixed(action: string | null): string | null {
  return action === null || action.includes(':') ? action : `ec2:${action}`;
}
