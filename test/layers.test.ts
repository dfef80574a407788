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

  test('waits for nothing outside of the pipeline and the simulator', () => {
    const waiting = files.filter((path) =>
      /\basync (?:function|\()|\bawait |\bPromise</.test(textOf(path)),
    );
    expect(waiting).toEqual(['pipeline.ts', 'explain/explain-with.ts', 'simulate/simulator.ts']);
  });
});
