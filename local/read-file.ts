// [file] → record → event → …: the reader's own CloudTrail records.
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { messageOf } from './error-message';
import { eventsIn } from './envelope';
import { UsageError } from './options';

/** Reads a file of CloudTrail records, compressed or not; throws UsageError when there are none. */
export async function readEvents(path: string): Promise<readonly object[]> {
  return eventsInBytes(await bytesOf(path), path);
}

/** The events in one JSON value, or in one on each line; `name` names the source in errors. */
export function eventsInBytes(bytes: Buffer, name: string): readonly object[] {
  const text = unpacked(bytes, name);
  const whole = parseJson(text);
  const values = whole === undefined ? lines(text, name) : [whole];
  const events = values.flatMap((value) => eventsIn(value));
  if (events.length > 0) return events;
  throw new UsageError(
    `${name} holds no CloudTrail record: give an EventBridge event, a record, {"Records": [...]}, or one of these on each line`,
  );
}

function lines(text: string, name: string): readonly unknown[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const value = parseJson(line);
    if (value !== undefined) return [value];
    throw new UsageError(`${name} is not JSON, neither whole nor on line ${index + 1}`);
  });
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${messageOf(error)}`);
  }
}

function unpacked(bytes: Buffer, name: string): string {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return (isGzip ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new UsageError(`cannot unpack ${name}: ${messageOf(error)}`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
