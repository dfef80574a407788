// suggested → [merged] → forms: the statements that answer several denials, as one policy a place.
import { parseArn, resourceTypeOf } from '../arn';
import { oneOrMore, sorted, textsOf } from '../forms/texts';
import type { Place, PolicyDocument, PolicyStatement } from '../suggestion';

/** Statements that answer one denial, with the place they belong to. */
export interface Answering {
  readonly principal: string;
  readonly place: Place;
  readonly statements: readonly PolicyStatement[];
  /** What names the denial. */
  readonly denial: string;
}

/** One policy for a place, and which denials each of its statements answers. */
export interface MergedPolicy {
  /** Who was denied; several principals of one place are joined with commas. */
  readonly principal: string;
  readonly place: Place;
  readonly policy: PolicyDocument;
  /** One for each statement, in the order of the policy. */
  readonly answers: readonly { readonly sid: string; readonly denials: readonly string[] }[];
}

/**
 * Merges statements into one policy a place; the order they come in does not matter.
 * Statements are joined only where all but their actions, or all but their resources, are equal,
 * so the policy allows what they allowed and nothing else.
 */
export function mergePolicies(items: readonly Answering[]): readonly MergedPolicy[] {
  const answering = items.filter(({ statements }) => statements.length > 0);
  return grouped(sortedBy(answering, placeKey), placeKey).map(policyFor);
}

/** A place without name and ARN is told by its principal, so that no policy serves two roles. */
function placeKey({ principal, place: { kind, arn, name } }: Answering): string {
  if (arn !== null) return JSON.stringify([kind, 'arn', arn]);
  return JSON.stringify(name === null ? [kind, 'principal', principal] : [kind, 'name', name]);
}

function policyFor(items: readonly [Answering, ...Answering[]]): MergedPolicy {
  const pieces = settled(sortedBy(items.flatMap(piecesOf), JSON.stringify));
  const named = withSids(pieces);
  // Places of one key differ in nothing but a name that some of them lack.
  const [name = null] = sorted(items.flatMap(({ place }) => place.name ?? []));
  return {
    principal: sorted(items.map(({ principal }) => principal)).join(', '),
    place: { ...items[0].place, name },
    policy: { Version: '2012-10-17', Statement: named.map(([statement]) => statement) },
    answers: named.map(([{ Sid }, denials]) => ({ sid: Sid, denials })),
  };
}

type Condition = NonNullable<PolicyStatement['Condition']>;

/** A statement whose lists are sorted sets, so that equal ones look equal. */
interface Piece {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** False in a role trust policy, whose statements name no resource. */
  readonly hasResource: boolean;
  readonly principal: PolicyStatement['Principal'];
  readonly condition: Condition;
  readonly sids: readonly string[];
  readonly denials: readonly string[];
}

function piecesOf({ statements, denial }: Answering): readonly Piece[] {
  return statements.map(({ Sid, Principal, Action, Resource, Condition }) => ({
    actions: sorted(textsOf(Action)),
    resources: sorted(textsOf(Resource ?? [])),
    hasResource: Resource !== undefined,
    principal: Principal,
    condition: canonical(Condition ?? {}),
    sids: [Sid.replace(/[^A-Za-z0-9]/g, '') || 'Statement'],
    denials: [denial],
  }));
}

function canonical(condition: Condition): Condition {
  return mapped(condition, (keys) => mapped(keys, (values) => oneOrMore(sorted(textsOf(values)))));
}

function mapped<T, R>(record: Readonly<Record<string, T>>, change: (value: T) => R) {
  const entries = sortedBy(Object.entries(record), ([key]) => key);
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value)]));
}

/** Joins pieces until nothing joins any more. */
function settled(pieces: readonly Piece[]): readonly Piece[] {
  const next = absorbed(joined(joined(pieces, keyButActions), keyButResources));
  return next.length === pieces.length ? next : settled(next);
}

function joined(pieces: readonly Piece[], keyOf: (piece: Piece) => string): readonly Piece[] {
  return grouped(pieces, keyOf).map((alike) => alike.reduce(union));
}

function union(one: Piece, other: Piece): Piece {
  return {
    ...one,
    actions: sorted([...one.actions, ...other.actions]),
    resources: sorted([...one.resources, ...other.resources]),
    sids: sorted([...one.sids, ...other.sids]),
    denials: sorted([...one.denials, ...other.denials]),
  };
}

function keyButActions(piece: Piece): string {
  return JSON.stringify([keyButLists(piece), piece.resources]);
}

function keyButResources(piece: Piece): string {
  return JSON.stringify([keyButLists(piece), piece.actions, sorted(piece.resources.map(shapeOf))]);
}

/** All of an ARN but its last part; another text is a shape of its own. */
function shapeOf(resource: string): string {
  const arn = parseArn(resource);
  const type = resourceTypeOf(resource);
  if (arn === null || type === null) return resource;
  return JSON.stringify([arn.partition, arn.service, arn.region, arn.account, type]);
}

/** Leaves out what another piece allows too. */
function absorbed(pieces: readonly Piece[]): readonly Piece[] {
  const kept = pieces.filter(
    (piece) => !pieces.some((other) => other !== piece && covers(other, piece)),
  );
  return kept.map((piece) => ({
    ...piece,
    denials: sorted(
      pieces.filter((other) => covers(piece, other)).flatMap(({ denials }) => denials),
    ),
  }));
}

function keyButLists({ hasResource, principal, condition }: Piece): string {
  return JSON.stringify([hasResource, principal, condition]);
}

function covers(one: Piece, other: Piece): boolean {
  return (
    keyButLists(one) === keyButLists(other) &&
    other.actions.every((action) => one.actions.includes(action)) &&
    other.resources.every((resource) => one.resources.includes(resource))
  );
}

/** A statement with what names the denials it answers. */
type Named = readonly [statement: PolicyStatement, denials: readonly string[]];

/** Gives each statement a Sid that a piece of it had, with a number where others have it too. */
function withSids(pieces: readonly Piece[]): readonly Named[] {
  return pieces.reduce<readonly Named[]>((before, piece) => {
    const sid = freeSid(piece.sids, new Set(before.map(([{ Sid }]) => Sid)));
    return [...before, [statementOf(piece, sid), piece.denials]];
  }, []);
}

function freeSid(sids: readonly string[], taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${sids[0]}${number}`)) number += 1;
  return sids.find((sid) => !taken.has(sid)) ?? `${sids[0]}${number}`;
}

function statementOf(
  { actions, resources, hasResource, principal, condition }: Piece,
  Sid: string,
): PolicyStatement {
  return {
    Sid,
    Effect: 'Allow',
    ...(principal && { Principal: principal }),
    Action: oneOrMore(actions),
    ...(hasResource && { Resource: oneOrMore(resources) }),
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  };
}

function sortedBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ item, key: keyOf(item) }))
    .toSorted((one, other) => Number(one.key > other.key) - Number(one.key < other.key))
    .map(({ item }) => item);
}

function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
