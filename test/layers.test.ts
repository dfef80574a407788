import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CORE = join(__dirname, '..', 'core');

const files = readdirSync(CORE, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
);

const textOf = (path: string) => readFileSync(join(CORE, path), 'utf8');

describe('core', () => {
  test('imports nothing but itself and the parser', () => {
    for (const path of files) {
      const imports = [...textOf(path).matchAll(/(?:from|import|require\()\s*'([^']+)'/g)];
      const foreign = imports
        .map(([, name = '']) => name)
        .filter((name) => !/^(\.|valibot$)/.test(name));
      expect([path, foreign]).toEqual([path, []]);
    }
  });

  test('knows no clock, no chance and no process', () => {
    for (const path of files) {
      expect([
        path,
        /\b(?:Date\.now|new Date\(\)|Math\.random|process\.|setTimeout)/.exec(textOf(path))?.[0],
      ]).toEqual([path, undefined]);
    }
  });

  test('waits for nothing outside of the batch, the review, their ports, a source and the simulator', () => {
    const waiting = files.filter((path) =>
      /\basync (?:function|\()|\bawait |\bPromise</.test(textOf(path)),
    );
    const other = waiting.filter((path) => !/^(?:batch|review)\//.test(path));
    expect(other.toSorted()).toEqual([
      'explain/explain-with.ts',
      'group/stored.ts',
      'scan/source.ts',
      'simulate/simulator.ts',
    ]);
  });

  test('decides about groups without waiting, also within the batch', () => {
    const quiet = files.filter(
      (path) => path.startsWith('group/') && /\basync\b|\bawait\b/.test(textOf(path)),
    );
    expect(quiet).toEqual([]);
  });
});
