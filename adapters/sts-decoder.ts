// denial → [decoded]: asks STS what an encoded message says.
import { DecodeAuthorizationMessageCommand, STSClient } from '@aws-sdk/client-sts';
import type { EncodedMessage } from '../core/message/encoded-message';
import { readSentence } from '../core/message/sentence';
import type { DecodeAnswer } from '../core/decoded/answer';
import { keepLatest, latest } from './latest';
import { outageOf, wordsOf } from './outage';
import type { ReaderCredentials } from './reader-role';

/** Bounds for one request, so that a hanging endpoint costs one try and not the whole timeout. */
const BOUNDS = { connectionTimeout: 2_000, requestTimeout: 4_000, throwOnRequestTimeout: true };

/** A Region's name becomes part of a host name, so it is checked before a client is built for it. */
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d$/;

const FINAL = {
  InvalidAuthorizationMessageException: 'not-valid',
  ValidationError: 'not-valid',
  AccessDenied: 'not-permitted',
  AccessDeniedException: 'not-permitted',
} as const;

/** Regions that are remembered, more than a launch is retried in; what stands in an event might be any. */
const MOST_REGIONS = 8;

/** An answer to somebody who asks with own credentials. */
export type OwnAnswer = Exclude<DecodeAnswer, { readonly kind: 'no-reader' }>;

/** Which credentials to use; both have the SDK's own defaults. */
export interface DecoderOptions {
  /** A Region that is always asked, whatever the event's. @default - the event's own */
  readonly onlyRegion?: string;
  /** A profile of the shared configuration. @default - the SDK's credential chain */
  readonly profile?: string;
  /** Those of a reader role. @default - the SDK's credential chain */
  readonly credentials?: ReaderCredentials;
}

/**
 * Makes a decoder that asks STS in the event's own Region and falls back to the home Region where
 * that one is out of reach, or where a policy forbids that Region. Never throws: every error becomes an answer.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function stsDecoder(homeRegion: string, { onlyRegion, ...chosen }: DecoderOptions = {}) {
  // Where the home Region is asked next, one Region that hangs must not hold up all others.
  const triesIn = (region: string) =>
    onlyRegion === undefined && region !== homeRegion ? { maxAttempts: 1 } : {};
  const clientIn = latest(
    MOST_REGIONS,
    (region) => new STSClient({ region, requestHandler: BOUNDS, ...triesIn(region), ...chosen }),
  );
  const ask = async (encoded: EncodedMessage, region: string): Promise<OwnAnswer> => {
    try {
      const command = new DecodeAuthorizationMessageCommand({ EncodedMessage: encoded });
      return { kind: 'decoded', text: (await clientIn(region).send(command)).DecodedMessage ?? '' };
    } catch (error) {
      return answerFor(error);
    }
  };
  const askFar = resting(ask);
  return async (encoded: EncodedMessage, eventRegion: string): Promise<OwnAnswer> => {
    const region = onlyRegion ?? (REGION.test(eventRegion) ? eventRegion : homeRegion);
    if (onlyRegion !== undefined || region === homeRegion) return ask(encoded, region);
    const answer = await askFar(encoded, region);
    if (answer.kind === 'decoded' || answer.kind === 'not-valid') return answer;
    // Whether another Region decodes it is documented nowhere: its refusal proves nothing.
    const home = await ask(encoded, homeRegion);
    return home.kind === 'decoded' ? home : answer;
  };
}

type Ask = (encoded: EncodedMessage, region: string) => Promise<OwnAnswer>;

/** How long a Region's STS is left alone after it gave no answer. */
const RESTED = 10_000;

/** Leaves STS of a Region alone for a while after it gave no answer, so that no batch waits for it twice. */
function resting(ask: Ask): Ask {
  const rests = new Map<string, { readonly until: number; readonly answer: OwnAnswer }>();
  return async (encoded, region) => {
    const rest = rests.get(region);
    if (rest !== undefined && rest.until > Date.now()) return rest.answer;
    const answer = await ask(encoded, region);
    if (answer.kind === 'unavailable')
      keepLatest(rests, region, { until: Date.now() + RESTED, answer }, MOST_REGIONS);
    return answer;
  };
}

function answerFor(error: unknown): OwnAnswer {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  switch (isFinal(name) ? FINAL[name] : null) {
    case 'not-valid':
      return { kind: 'not-valid' };
    case 'not-permitted':
      return { kind: 'not-permitted', decoder: readSentence(message)?.principalArn ?? null };
    case null:
      return { kind: 'unavailable', because: outageOf(error), cause: wordsOf(error) };
  }
}

function isFinal(name: string): name is keyof typeof FINAL {
  return Object.hasOwn(FINAL, name);
}
