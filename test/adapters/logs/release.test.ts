import { gzipSync } from 'node:zlib';
import { release, unzip } from '../../../adapters/logs/unzip';

describe('the memory of a log that was read', () => {
  test('is given back at once', () => {
    const unzipped = unzip(gzipSync('x'.repeat(1_000_000)));
    if (unzipped.kind !== 'bytes') throw new Error('it is too large');
    expect(unzipped.bytes.length).toBe(1_000_000);
    release(unzipped.bytes);
    expect(unzipped.bytes.length).toBe(0);
  });

  test('is left alone where others may share it', () => {
    const [one, other] = [Buffer.from('one'), Buffer.from('other')];
    expect(one.buffer).toBe(other.buffer);
    release(one);
    expect([one.toString(), other.toString()]).toEqual(['one', 'other']);
  });
});
