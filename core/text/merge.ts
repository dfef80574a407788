// [findings of a text] → one finding a denial → decoded → explained
import type { DecodedMessage } from '../evidence';
import type { FoundMessage } from '../message/encoded-message';
import { type Finding, NOTHING_FOUND } from './finding';

/** Makes one finding of what one text says twice of the same denial. */
export function merged(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const places = new Map<string, number>();
  for (const finding of findings) {
    const keys = keysOf(finding);
    const known = [...keys.map((key) => places.get(key)), kept.length - 1];
    const place =
      known.find((at) => at !== undefined && isSameAs(kept[at], finding)) ?? kept.length;
    kept[place] = absorbed(kept[place], finding);
    for (const key of keys) places.set(key, place);
  }
  return kept;
}

/** Gives each decoded message to the finding it explains, or makes it one of its own. */
export function withDecoded(
  findings: readonly Finding[],
  decodedMessages: readonly DecodedMessage[],
): Finding[] {
  const result = [...findings];
  let next = 0;
  for (const decoded of decodedMessages) {
    const finding = result[next];
    if (finding && isExplainedBy(finding, decoded)) {
      result[next] = { ...finding, decoded };
      next += 1;
    } else result.push({ ...NOTHING_FOUND, decoded });
  }
  return result;
}

function isExplainedBy({ stated, decoded: other }: Finding, decoded: DecodedMessage): boolean {
  return (
    other === null &&
    agree(stated?.action?.toLowerCase(), decoded.action?.toLowerCase()) &&
    agree(stated?.resource, decoded.resource)
  );
}

function keysOf({ message, requestId, stated }: Finding): string[] {
  const keys: string[] = [];
  if (message.kind === 'whole') keys.push(`message ${message.encoded}`);
  if (requestId !== null) keys.push(`request ${requestId}`);
  if (stated?.action)
    keys.push(['stated', stated.action, stated.resource, stated.principalArn].join(' '));
  return keys;
}

function isSameAs(one: Finding | undefined, other: Finding): boolean {
  if (one === undefined || isContradiction(one, other)) return false;
  return isSilent(one) || isSilent(other) || isShared(one, other);
}

function isContradiction(one: Finding, other: Finding): boolean {
  return !(
    FACTS.every((fact) => agree(fact(one), fact(other))) &&
    (one.message.kind !== other.message.kind || one.message.length === other.message.length)
  );
}

const FACTS: readonly ((finding: Finding) => string | null | undefined)[] = [
  ({ requestId }) => requestId,
  ({ operation }) => operation,
  ({ stated }) => stated?.action,
  ({ stated }) => stated?.resource,
  ({ stated }) => stated?.principalArn,
  ({ stated }) => stated?.verdict,
  ({ stated }) => stated?.policyType,
  ({ message }) => (message.kind === 'whole' ? message.encoded : null),
];

function agree(one: string | null | undefined, other: string | null | undefined): boolean {
  return one === other || !one || !other;
}

/** A finding that says no more than that something was refused, or only brings a message. */
function isSilent({ stated, operation, requested }: Finding): boolean {
  return stated === null && operation === null && requested === null;
}

function isShared(one: Finding, other: Finding): boolean {
  return FACTS.some((fact) => fact(one) && fact(one) === fact(other));
}

function absorbed(one: Finding | undefined, other: Finding): Finding {
  if (one === undefined) return other;
  return {
    decoded: one.decoded ?? other.decoded,
    stated: one.stated ?? other.stated,
    requested: one.requested ?? other.requested,
    message: betterOf(one.message, other.message),
    operation: one.operation ?? other.operation,
    operationWitness: one.operationWitness ?? other.operationWitness,
    mentioned: one.mentioned ?? other.mentioned,
    region: one.region ?? other.region,
    requestId: one.requestId ?? other.requestId,
    isCertain: one.isCertain || other.isCertain,
  };
}

const QUALITY: Readonly<Record<FoundMessage['kind'], number>> = {
  whole: 3,
  cut: 2,
  damaged: 1,
  absent: 0,
};

function betterOf(one: FoundMessage, other: FoundMessage): FoundMessage {
  return QUALITY[other.kind] > QUALITY[one.kind] ? other : one;
}
