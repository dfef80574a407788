// group → [digest]: what a day brought, as data for every face.
import { isSpeaking } from './due';
import { type Group, heldBackOf } from './state';
import { hasCome } from './time';

const LOUDEST = 5;
const LONGEST_SECTION = 20;

/** A group with what the digest says of it. */
export interface DigestCause {
  readonly group: Group;
  /** The first line of its latest explanation. */
  readonly summary: string;
  /** Denials in the time that the digest is about. */
  readonly count: number;
  /** Denials in the same time a day before. */
  readonly before: number;
}

/** One cause as a line of the digest. */
export interface DigestLine {
  readonly fingerprint: string;
  readonly summary: string;
  readonly count: number;
  readonly before: number;
  /** Denials that no alert tells of. */
  readonly heldBack: number;
}

/** Some causes, the loudest first, and how many more there are. */
export interface DigestSection {
  readonly lines: readonly DigestLine[];
  readonly more: number;
}

/** What a digest says, in the order in which it says it. */
export interface Digest {
  readonly new: DigestSection;
  readonly regressed: DigestSection;
  /** The other causes with the most denials. */
  readonly loudest: DigestSection;
  /** Open causes that stand in no section before. */
  readonly stillOpen: DigestSection;
  /** What muted and ignored groups counted meanwhile. */
  readonly quiet: { readonly causes: number; readonly denials: number };
  readonly total: { readonly count: number; readonly before: number };
}

/** Makes the digest of the time since the last one (ISO 8601); null where there is nothing to say. */
export function digestOf(causes: readonly DigestCause[], since: string): Digest | null {
  const heard = causes.filter(({ group }) => isSpeaking(group));
  const fresh = heard.filter(({ group }) => isFresh(group.firstSeen, since));
  const regressed = heard.filter(({ group }) => isFresh(group.regressedAt, since));
  const told = new Set([...fresh, ...regressed]);
  const older = heard.filter((cause) => cause.count > 0 && !told.has(cause));
  const loudest = older.toSorted(byCount).slice(0, LOUDEST);
  const said = new Set([...told, ...loudest]);
  const quiet = causes.filter(({ group, count }) => !isSpeaking(group) && count > 0);
  if (said.size === 0) return null;
  return {
    new: sectionOf(fresh),
    regressed: sectionOf(regressed),
    loudest: sectionOf(loudest),
    stillOpen: sectionOf(heard.filter((cause) => !said.has(cause))),
    quiet: { causes: quiet.length, denials: sumOf(quiet, 'count') },
    total: { count: sumOf(causes, 'count'), before: sumOf(causes, 'before') },
  };
}

function isFresh(time: string | null, since: string): boolean {
  return time !== null && hasCome(since, time);
}

function sectionOf(causes: readonly DigestCause[]): DigestSection {
  const lines = causes.toSorted(byCount).slice(0, LONGEST_SECTION).map(lineOf);
  return { lines, more: causes.length - lines.length };
}

function lineOf({ group, summary, count, before }: DigestCause): DigestLine {
  return { fingerprint: group.fingerprint, summary, count, before, heldBack: heldBackOf(group) };
}

function byCount(one: DigestCause, other: DigestCause): number {
  return other.count - one.count || (one.group.fingerprint < other.group.fingerprint ? -1 : 1);
}

function sumOf(causes: readonly DigestCause[], field: 'count' | 'before'): number {
  return causes.reduce((sum, cause) => sum + cause[field], 0);
}
