// text → [its objects and lists, nested again where braces are lost] → decoded → explained
import { admits, childRole, elementRole, type Role, roleOfOwner } from './message-shape';
import type { Scalar, Token } from './loose-tokens';

interface Frame {
  readonly value: Record<string, unknown> | unknown[];
  role: Role;
  /** The key whose value comes next. */
  key: string | null;
}

const DEEPEST = 100;
/** Strings of these keys are of use even when they are cut. */
const KEPT_WHEN_CUT: ReadonlySet<string | null> = new Set(['resource', 'DecodedMessage']);

/** Keeps what is open while the tokens of a text go by. */
export class LooseFrames {
  /** The values that no other value holds. */
  readonly values: unknown[] = [];
  private frames: Frame[] = [];
  private last: Frame | undefined;

  get isEmpty(): boolean {
    return this.frames.length === 0;
  }

  /** Whether a key waits for its value. */
  get hasKey(): boolean {
    return (this.frames.at(-1)?.key ?? null) !== null;
  }

  take(token: Token): void {
    if (token.kind === 'open') this.open(token.isList);
    else if (token.kind === 'close') this.close(token.isList);
    else if (token.kind === 'key') this.name(token.name);
    else if (token.kind === 'value') this.put(token.value, token.isCut);
    else this.end();
  }

  /** Closes what is open. */
  end(): void {
    while (this.frames.length > 0) this.pop();
  }

  private open(isList: boolean): void {
    if (this.frames.length >= DEEPEST) return;
    const top = this.frames.at(-1);
    this.push(isList ? [] : {}, top === undefined ? null : roleUnder(top));
  }

  private push(value: Record<string, unknown> | unknown[], role: Role): void {
    if (!this.place(value)) this.values.push(value);
    this.frames.push({ value, role, key: null });
  }

  /** Whether the value found its place in what is open. */
  private place(value: unknown): boolean {
    const top = this.frames.at(-1);
    if (top === undefined) return false;
    if (Array.isArray(top.value)) top.value.push(value);
    else if (top.key === null || Object.hasOwn(top.value, top.key)) return false;
    else define(top.value, top.key, top.role === 'item' ? asWritten(value) : value);
    top.key = null;
    return true;
  }

  private put(value: Scalar, isCut: boolean): void {
    const key = this.frames.at(-1)?.key ?? null;
    if (isCut && !KEPT_WHEN_CUT.has(key) && !isNested(value)) this.forget();
    else if (!this.place(value) && isNested(value)) this.values.push(value);
  }

  private forget(): void {
    const top = this.frames.at(-1);
    if (top !== undefined) top.key = null;
  }

  private close(isList: boolean): void {
    const index = this.frames.findLastIndex(({ value }) => Array.isArray(value) === isList);
    if (index >= 0) while (this.frames.length > index) this.pop();
  }

  private pop(): void {
    this.last = this.frames.pop();
    const list = this.frames.at(-1)?.value;
    if (Array.isArray(list) && isEmptyObject(list.at(-1))) list.pop();
  }

  private name(key: string): void {
    this.openWaiting(key);
    if (key === 'DecodedMessage' && this.isKnown()) this.end();
    const index = this.frames.findLastIndex((frame) => hasRoomFor(frame, key));
    if (index >= 0) while (this.frames.length > index + 1) this.pop();
    else if (admits('message', key) && this.isKnown()) this.end();
    this.ownerOf(key).key = key;
  }

  /** Whether a decoded message, or a part of one, is open. */
  private isKnown(): boolean {
    return this.frames.some(({ role }) => role === 'message');
  }

  /** A key without a value before a key that can stand in its value: a lost brace, or YAML. */
  private openWaiting(key: string): void {
    const top = this.frames.at(-1);
    if (top === undefined || top.key === null) return;
    const role = childRole(top.role, top.key);
    const isList = top.key === 'items';
    if (admits(isList ? elementRole(role) : role, key)) this.push(isList ? [] : {}, role);
  }

  /** The open object that a key goes into; opened if its brace is lost. */
  private ownerOf(key: string): Frame {
    const top = this.frames.at(-1);
    if (top === undefined && this.isUnfinished(key)) this.reopen();
    else if (top === undefined) this.push({}, null);
    else if (Array.isArray(top.value)) this.push({}, elementRole(top.role));
    const owner = this.frames[this.frames.length - 1] ?? { value: {}, role: null, key: null };
    owner.role ??= roleOfOwner(key);
    return owner;
  }

  /** Whether the message before it was closed too early to hold the key. */
  private isUnfinished(key: string): boolean {
    return this.last?.role === 'message' && hasRoomFor(this.last, key);
  }

  private reopen(): void {
    if (this.last !== undefined) this.frames.push(this.last);
  }
}

function roleUnder({ role, key, value }: Frame): Role {
  if (Array.isArray(value)) return elementRole(role);
  return key === null ? null : childRole(role, key);
}

function hasRoomFor({ role, value }: Frame, key: string): boolean {
  if (Array.isArray(value)) return admits(elementRole(role), key);
  return admits(role, key) && !Object.hasOwn(value, key);
}

function isEmptyObject(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === 0
  );
}

/** The values of AWS are strings, also where a tool took their quotes away. */
function asWritten(value: unknown): unknown {
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
}

/** A string that may hold a whole decoded message. */
function isNested(value: Scalar): boolean {
  return typeof value === 'string' && /[{[]/.test(value);
}

/** Sets a key as JSON.parse does, `__proto__` too. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
