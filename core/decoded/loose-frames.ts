// text → [its objects and lists, nested again where braces are lost] → decoded → explained
import { endsEmpty, type Frame, frameOf, hasRoomFor, isNested, isOfUse } from './frame';
import { place, roleUnder } from './frame';
import { admits, childRole, elementRole, KNOWN_KEYS } from './message-shape';
import { type Role, roleOfOwner } from './message-shape';
import type { Scalar, Token } from './token';

/** Twice as deep as a decoded message. */
const DEEPEST = 32;
/** What no decoded message has twice. */
const BEGINNINGS: ReadonlySet<Role> = new Set(['answer', 'message']);

/** Keeps what is open while the tokens of a text go by. */
export class LooseFrames {
  /** The values that no other value holds. */
  readonly values: unknown[] = [];
  private readonly frames: Frame[] = [];
  /** What was closed last. */
  private last: Frame | undefined;

  /** Whether nothing is open. */
  get isEmpty(): boolean {
    return this.frames.length === 0;
  }

  /** Whether a key waits for its value. */
  get hasKey(): boolean {
    return (this.frames.at(-1)?.key ?? null) !== null;
  }

  /** Takes a token of a text that needs repair. */
  take(token: Token): void {
    if (token.kind === 'open') this.open(token.isList);
    else if (token.kind === 'close') this.close(token.isList);
    else if (token.kind === 'key') this.name(token.name);
    else if (token.kind === 'value') this.put(token.value, token.isCut);
    else this.end();
  }

  /** Takes a value that is whole. */
  keep(value: unknown): void {
    this.values.push(value);
    this.last = frameOf(value);
  }

  /** Closes what is open. */
  end(): void {
    this.closeTo(0);
  }

  private open(isList: boolean): void {
    const top = this.frames.at(-1);
    if (this.frames.length < DEEPEST) this.push(isList ? [] : {}, top ? roleUnder(top) : null);
  }

  private push(value: Frame['value'], role: Role): Frame {
    const top = this.frames.at(-1);
    const isStray = top !== undefined && !place(top, value);
    if (isStray || top === undefined) this.values.push(value);
    const frame = { value, role, key: null, isStray };
    this.frames.push(frame);
    return frame;
  }

  private put(value: Scalar, isCut: boolean): void {
    const top = this.frames.at(-1);
    if (top === undefined) return;
    if (isCut && !isOfUse(top, value)) top.key = null;
    else if (!place(top, value) && isNested(value)) this.values.push(value);
  }

  private close(isList: boolean): void {
    const index = this.frames.findLastIndex(({ value }) => Array.isArray(value) === isList);
    if (index >= 0) this.closeTo(index);
  }

  private closeTo(length: number): void {
    while (this.frames.length > length) {
      this.last = this.frames.pop();
      const top = this.frames.at(-1);
      if (top && endsEmpty(top) && Array.isArray(top.value)) top.value.pop();
    }
  }

  private name(key: string): void {
    this.openWaiting(key);
    if (KNOWN_KEYS.has(key)) this.goWhereItBelongs(key);
    const owner = this.ownerOf(key);
    owner.role ??= roleOfOwner(key);
    owner.key = key;
  }

  /** A key without a value before a key that can stand in its value: a lost brace, or YAML. */
  private openWaiting(key: string): void {
    const top = this.frames.at(-1);
    if (top === undefined || top.key === null) return;
    const role = childRole(top.role, top.key);
    const isList = top.key === 'items';
    if (admits(isList ? elementRole(role) : role, key)) this.push(isList ? [] : {}, role);
  }

  /** Closes what the key cannot stand in; a second verdict or request begins another message. */
  private goWhereItBelongs(key: string): void {
    const isBeginning = BEGINNINGS.has(roleOfOwner(key));
    if (!isBeginning && this.isElsewhere()) return;
    const index = this.frames.findLastIndex((frame) => hasRoomFor(frame, key));
    if (index >= 0) this.closeTo(index + 1);
    else if (isBeginning && this.isInMessage()) this.end();
  }

  /** Whether the open object is none of a decoded message. */
  private isElsewhere(): boolean {
    const top = this.frames.at(-1);
    return top?.role === null && !top.isStray && !Array.isArray(top.value);
  }

  private isInMessage(): boolean {
    return this.frames.some(({ role }) => role === 'message');
  }

  /** The open object that a key goes into; opened if its brace is lost. */
  private ownerOf(key: string): Frame {
    const top = this.frames.at(-1);
    if (top === undefined) return this.reopened(key) ?? this.push({}, null);
    return Array.isArray(top.value) ? this.push({}, elementRole(top.role)) : top;
  }

  /** The message before the key, where it was closed too early to hold it. */
  private reopened(key: string): Frame | undefined {
    const { last } = this;
    if (last?.role !== 'message' || !hasRoomFor(last, key)) return undefined;
    this.frames.push(last);
    return last;
  }
}
