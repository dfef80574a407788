// text → [an object or list that is still open in it] → decoded → explained
import { admits, childRole, elementRole, type Role } from './message-shape';
import type { Scalar } from './token';

/** An object or list whose end has not come yet. */
export interface Frame {
  readonly value: Record<string, unknown> | unknown[];
  role: Role;
  /** The key whose value comes next. */
  key: string | null;
  /** Whether it stands where nothing can stand: closers before it are lost. */
  readonly isStray: boolean;
}

/** The role of what opens in this place. */
export function roleUnder({ role, key, value }: Frame): Role {
  if (Array.isArray(value)) return elementRole(role);
  return key === null ? null : childRole(role, key);
}

/** Whether a key of a decoded message belongs there and is not there yet. */
export function hasRoomFor({ role, value }: Frame, key: string): boolean {
  if (Array.isArray(value)) return admits(elementRole(role), key);
  return admits(role, key) && !Object.hasOwn(value, key);
}

/** Puts a value into the list, or under the waiting key; tells whether it found its place. */
export function place(frame: Frame, value: unknown): boolean {
  const { key, role, value: holder } = frame;
  frame.key = null;
  if (Array.isArray(holder)) return holder.push(value) > 0;
  if (key === null || Object.hasOwn(holder, key)) return false;
  define(holder, key, role === 'item' ? asWritten(value) : value);
  return true;
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

/** The values of AWS are strings, also where a tool took their quotes away. */
function asWritten(value: unknown): unknown {
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
}

/** Strings of these keys are of use even when they are cut. */
const KEPT_WHEN_CUT: ReadonlySet<string | null> = new Set(['resource', 'DecodedMessage']);

/** Whether a string says something there even though its end is missing. */
export function isOfUse({ key, role }: Frame, value: Scalar): boolean {
  return KEPT_WHEN_CUT.has(key) || (role === null && isNested(value));
}

/** Whether a string may hold a whole decoded message. */
export function isNested(value: Scalar): boolean {
  return typeof value === 'string' && value.includes('{');
}

/** Makes a frame of a value that is closed, to which its lost part might follow. */
export function frameOf(value: unknown): Frame | undefined {
  if (!isObject(value)) return undefined;
  const isMessage = Object.keys(value).some((key) => admits('message', key));
  return { value, role: isMessage ? 'message' : null, key: null, isStray: false };
}

/** Whether the last element of a list is an object of which nothing was said. */
export function endsEmpty({ value }: Frame): boolean {
  const last: unknown = Array.isArray(value) ? value.at(-1) : undefined;
  return isObject(last) && Object.keys(last).length === 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
