// Encoded messages of the STS stand-in: of the real ones' length and alphabet, readable only here.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { partitionOf } from '../partition';

/** Whose message it is: other accounts and partitions cannot decode it. */
export interface MessageOwner {
  readonly account: string;
  readonly region: string;
}

/** Bytes around the compressed text: measured pairs of real messages show 81 to 87. */
const IV_BYTES = 12;
const FILLER_BYTES = 56;
const TAG_BYTES = 16;
const LEAD_BYTES = IV_BYTES + FILLER_BYTES;

/**
 * Encodes a decoded message.
 *
 * @param seed tells apart two denials with the same decoded message; the same seed gives the same text
 */
export function encodeMessage(decodedJson: string, owner: MessageOwner, seed: string): string {
  const lead = Buffer.from(hkdfSync('sha256', decodedJson, owner.account, seed, LEAD_BYTES));
  const iv = lead.subarray(0, IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(owner), iv);
  cipher.setAAD(lead.subarray(IV_BYTES));
  const sealed = Buffer.concat([cipher.update(deflateRawSync(decodedJson)), cipher.final()]);
  return Buffer.concat([lead, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** Decodes a message; null when it was cut, altered or wrapped, or belongs to somebody else. */
export function decodeMessage(encoded: string, owner: MessageOwner): string | null {
  const raw = Buffer.from(encoded, 'base64url');
  // Node skips what is not base64, so a wrapped message would pass without this comparison.
  if (raw.toString('base64url') !== encoded || raw.length <= LEAD_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(owner), raw.subarray(0, IV_BYTES));
  decipher.setAAD(raw.subarray(IV_BYTES, LEAD_BYTES));
  decipher.setAuthTag(raw.subarray(-TAG_BYTES));
  try {
    const sealed = raw.subarray(LEAD_BYTES, -TAG_BYTES);
    const text = Buffer.concat([decipher.update(sealed), decipher.final()]);
    return inflateRawSync(text).toString('utf8');
  } catch {
    return null;
  }
}

function keyOf({ account, region }: MessageOwner): Buffer {
  return createHmac('sha256', 'launch-denied local mode')
    .update(`${partitionOf(region)}:${account}`)
    .digest();
}
