// grouped → [table]: what the items of groups look like.
import * as v from 'valibot';
import { explanation, MESSAGE_STATUSES } from '../../core/contract';
import { ALERT_KINDS } from '../../core/group/state';
import { STATES } from '../../core/group/transitions';
import { FACES } from '../../core/group/stored';
import { list } from '../../core/list';
import { packedAs } from './packed';

const text = v.object({ S: v.string() });
const time = v.nullable(v.string());
const record = v.nullable(v.string());

const mute = v.union([
  v.object({ until: v.string() }),
  v.object({ untilCount: v.number() }),
  v.object({ forever: v.literal(true) }),
]);

const alert = v.object({
  kind: v.picklist(ALERT_KINDS),
  count: v.number(),
  heldBack: v.number(),
  since: v.string(),
  at: v.string(),
});

const stateChange = v.object({
  at: v.string(),
  by: v.string(),
  from: v.nullable(v.picklist(STATES)),
  to: v.picklist(STATES),
  note: v.string(),
});

/** Without the fingerprint, which the key holds. */
const group = v.object({
  state: v.picklist(STATES),
  count: v.number(),
  countBefore: v.number(),
  firstSeen: v.string(),
  lastSeen: v.string(),
  alertedAtCount: v.number(),
  lastAlertAt: time,
  heldSince: time,
  pending: v.nullable(alert),
  muted: v.nullable(mute),
  resolvedAt: time,
  regressedAt: time,
  history: list(stateChange),
});

const shown = v.object({
  account: v.string(),
  accountName: v.exactOptional(v.string()),
  principal: v.string(),
  action: v.nullable(v.string()),
  summary: v.string(),
  reasonCode: v.string(),
  regions: list(v.string()),
  sessions: list(v.string()),
  shapes: list(v.string()),
  // Groups that were stored before the dashboard lack these.
  resource: v.optional(v.nullable(v.string()), null),
  messageStatus: v.optional(v.picklist(MESSAGE_STATUSES), 'absent'),
  days: v.optional(v.array(v.tuple([v.string(), v.number()])), []),
});

export const groupItem = v.object({
  pk: text,
  version: v.object({ N: v.pipe(v.string(), v.digits(), v.transform(Number)) }),
  record: packedAs(
    v.object({
      group,
      shown,
      sending: v.nullable(v.object({ triedAt: v.string(), sentTo: list(v.picklist(FACES)) })),
      countedAt: v.string(),
      recountAfter: time,
      refineAfter: time,
    }),
  ),
});

export const explanationItem = v.object({
  explanation: packedAs(
    v.object({
      explanation,
      shape: v.string(),
      at: v.string(),
      isDecoded: v.boolean(),
      isSimulated: v.boolean(),
      undecodedRecord: record,
    }),
  ),
});

export const occurrenceItem = v.object({
  /** `2026-11-23T09:14:03.000Z#<eventID>` */
  sk: v.object({ S: v.pipe(v.string(), v.regex(/^[^#]+#/)) }),
  region: text,
  session: v.optional(text),
  shape: text,
});

export const hourItem = v.object({
  /** `09#<fingerprint>` */
  sk: v.object({ S: v.pipe(v.string(), v.regex(/^\d\d#/)) }),
  denials: v.object({ N: v.pipe(v.string(), v.digits(), v.transform(Number)) }),
});

export const digestItem = v.object({ at: text });

export const namesItem = v.object({ names: packedAs(v.record(v.string(), v.string())) });
