// denial → [decoded]: asks STS what an encoded message says.
import { DecodeAuthorizationMessageCommand, STSClient } from '@aws-sdk/client-sts';
import type { EncodedMessage } from '../core/message/encoded-message';
import { readSentence } from '../core/message/sentence';
import type { DecodeAnswer } from '../core/pipeline';

/** Bounds for one request, so that a hanging endpoint costs one try and not the whole timeout. */
const BOUNDS = { connectionTimeout: 2_000, requestTimeout: 4_000 };

/** A Region's name becomes part of a host name, so it is checked before a client is built for it. */
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d$/;

const FINAL = {
  InvalidAuthorizationMessageException: 'not-valid',
  ValidationError: 'not-valid',
  AccessDenied: 'not-permitted',
  AccessDeniedException: 'not-permitted',
} as const;

/**
 * Makes a decoder that asks STS in the event's own Region and falls back to the home Region where
 * that one is out of reach. Never throws: every error becomes an answer.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function stsDecoder(homeRegion: string) {
  const clients = new Map<string, STSClient>();
  const ask = async (encoded: EncodedMessage, region: string): Promise<DecodeAnswer> => {
    const client = clients.get(region) ?? new STSClient({ region, requestHandler: BOUNDS });
    clients.set(region, client);
    try {
      const command = new DecodeAuthorizationMessageCommand({ EncodedMessage: encoded });
      return { kind: 'decoded', text: (await client.send(command)).DecodedMessage ?? '' };
    } catch (error) {
      return answerFor(error);
    }
  };
  return async (encoded: EncodedMessage, eventRegion: string): Promise<DecodeAnswer> => {
    const region = REGION.test(eventRegion) ? eventRegion : homeRegion;
    const answer = await ask(encoded, region);
    return answer.kind === 'unavailable' && region !== homeRegion
      ? ask(encoded, homeRegion)
      : answer;
  };
}

function answerFor(error: unknown): DecodeAnswer {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  switch (isFinal(name) ? FINAL[name] : null) {
    case 'not-valid':
      return { kind: 'not-valid' };
    case 'not-permitted':
      return { kind: 'not-permitted', decoder: readSentence(message)?.principalArn ?? null };
    case null:
      return { kind: 'unavailable', cause: error };
  }
}

function isFinal(name: string): name is keyof typeof FINAL {
  return Object.hasOwn(FINAL, name);
}
