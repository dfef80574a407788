// case → [denial → decoded → explained → alert]: the way of one case without emulators, for golden texts.
import { memoryGroups } from '../adapters/memory-groups';
import { emailMessage, type Message } from '../core/alert/messages';
import { rememberedExplanations } from '../core/batch/explanations';
import { handleBatch } from '../core/batch/handle-batch';
import type { BatchPorts } from '../core/batch/ports';
import type { Explanation } from '../core/contract';
import type { DecodeAnswer } from '../core/decoded/answer';
import { explain } from '../core/explain/explain';
import { dashboardLink } from '../core/render/links';
import { plainText } from '../core/render/plain-text';
import { sectionsOf } from '../core/render/sections';
import { simulatorWithin } from '../core/batch/simulator-within';
import { evidenceOf } from '../core/text/evidence';
import { findDenials } from '../core/text/find-denials';
import { type Case, materialise } from './cases';
import { simulateLocally } from './iam/simulate';
import { decodeMessage, encodeMessage, type MessageOwner } from './sts/encoded-message';

/** What a case leads to. */
export interface Golden {
  /** The explanations without the message's length, which differs between releases of the compressor. */
  readonly explanations: readonly unknown[];
  /** The e-mails as they are received, or what the command prints; empty where nothing is. */
  readonly faces: string;
}

/** The dashboard of the stack that local mode plays. */
const DASHBOARD = dashboardLink('LaunchDenied-us-east-1', 'us-east-1');

/** The account that local mode plays. */
const ACCOUNT = '111122223333';

/** The role that the hub of local mode assumes in member accounts. */
const READER = 'LaunchDenied-reader';

const DECODER = 'arn:aws:sts::111122223333:assumed-role/launch-denied-decoder/session';

/** Takes a case the whole way, with the stand-in's messages and an answer for each. */
export async function playCase(played: Case): Promise<Golden> {
  return played.text === undefined ? playEvent(played) : playText(played.text);
}

/** What `launch-denied explain --offline` says of a pasted text. */
function playText(text: string): Golden {
  const explanations = findDenials(text).map((finding) => explain(evidenceOf(finding)));
  return {
    explanations: explanations.map(withoutLength),
    faces: explanations
      .map((each) => plainText(sectionsOf(each, { whole: true }), { width: 80 }))
      .join('\n'),
  };
}

async function playEvent(played: Case): Promise<Golden> {
  const owner: MessageOwner = { account: '111122223333', region: 'eu-west-1' };
  const event = materialise(played, (json, { seed }) => encodeMessage(json, owner, seed));
  const emails: Message[] = [];
  const ports: BatchPorts = {
    account: ACCOUNT,
    decode: (message, { account }) => Promise.resolve(answerFor(played, message, owner, account)),
    simulate: simulatorOf(played),
    groups: memoryGroups(),
    accountName: () => Promise.resolve(null),
    senders: {
      email: {
        alerts: async (alerts) => void emails.push(emailMessage(alerts, { privacy: 'full' })),
      },
    },
    settings: {
      ignoredPrincipals: [],
      ignoredActions: [],
      alertsPerMinute: 100,
      digest: null,
      retentionDays: 90,
      ...(DASHBOARD === null ? {} : { dashboardUrl: DASHBOARD }),
    },
    now: () => '2026-11-20T10:00:00.000Z',
    warn: (message, error) => {
      throw new Error(message, { cause: error });
    },
    pause: () => Promise.resolve(),
  };
  const item = { id: played.path, body: JSON.stringify(event) };
  const { outcomes } = await handleBatch([item], ports, rememberedExplanations(ports));
  return {
    explanations: outcomes.map(({ explanation }) => withoutLength(explanation)),
    faces: emails.map(receivedEmail).join('\n'),
  };
}

/** Asks the case's own policies; a case without any has no simulator, unless local mode plays it. */
function simulatorOf({ policies, demo, reader }: Case): BatchPorts['simulate'] {
  if (reader !== undefined) return () => Promise.resolve({ kind: 'refused', because: 'no-reader' });
  const simulate = simulateLocally(new Map(Object.entries(policies ?? {})));
  if (demo) return simulatorWithin(ACCOUNT, simulate);
  return policies === undefined ? null : simulate;
}

function answerFor(
  played: Case,
  message: string,
  owner: MessageOwner,
  account: string,
): DecodeAnswer {
  if (played.reader !== undefined) return { kind: 'no-reader', account, roleName: READER };
  if (!played.permitted) return { kind: 'not-permitted', decoder: DECODER };
  const text = decodeMessage(message, owner);
  return text === null ? { kind: 'not-valid' } : { kind: 'decoded', text };
}

function withoutLength({ encodedMessage, ...rest }: Explanation): unknown {
  const { length: _length, ...fate } = encodedMessage;
  return { ...rest, encodedMessage: fate };
}

function receivedEmail({ subject, body }: Message): string {
  return `Subject: ${subject}\n\n${body}`;
}
