// The command and the explaining itself.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { readCases } from '../local/cases';
import { type Candidate, ratioOf } from './pair';
import type { Row } from './report';

const ROOT = join(__dirname, '..');
const CLI = join(ROOT, 'dist/cli.cjs');

const LIMITS = {
  commandToNode: 2,
  explainToParse: 2.5,
  suggestToParse: 10,
  tenfoldText: 12,
  starsMs: 1,
};
const MB = 1_000_000;
const LOOPS = '600';

/** Measures the command offline and the explaining of one decoded message. */
export async function benchExplain(rounds: number): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(ROOT, 'dist', 'bench-'));
  try {
    return await measure(folder, rounds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(folder: string, rounds: number): Promise<readonly Row[]> {
  const texts = decodedMessages();
  const [text, all] = [join(folder, 'decoded.json'), join(folder, 'all.json')];
  writeFileSync(text, texts[Math.floor(texts.length / 2)] ?? '');
  writeFileSync(all, JSON.stringify(texts));
  const command = whole('explain --offline', [CLI, 'explain', '--offline', text]);
  const node = whole('node -e 0', ['-e', '0']);
  const loop = join(__dirname, 'children/explain-loop.cjs');
  const module = bundle(folder, 'explain-decoded');
  const explaining = printed('explaining', [loop, module, all, LOOPS, 'explainDecoded']);
  const suggesting = printed('suggesting', [loop, module, all, LOOPS, 'suggestDecoded']);
  const parsing = printed('JSON.parse', [loop, '-', all, LOOPS]);
  return [
    {
      what: 'explain --offline of a decoded message ÷ node -e 0',
      value: await ratioOf(command, node, rounds),
      limit: LIMITS.commandToNode,
    },
    {
      what: 'explaining decoded messages ÷ JSON.parse of them',
      value: await ratioOf(explaining, parsing, rounds),
      limit: LIMITS.explainToParse,
    },
    {
      what: 'the same with suggestions ÷ JSON.parse',
      value: await ratioOf(suggesting, parsing, rounds),
      limit: LIMITS.suggestToParse,
    },
    ...(await measureText(folder, rounds)),
  ];
}

async function measureText(folder: string, rounds: number): Promise<readonly Row[]> {
  const module = bundle(folder, 'explain-text');
  const once = (size: number) => {
    const file = join(folder, `${size}.txt`);
    writeFileSync(file, textOf(size));
    return printed(`${size} characters`, [join(__dirname, 'children/once.cjs'), module, file]);
  };
  const { matchStars } = require(module) as typeof import('./children/explain-text');
  const start = performance.now();
  matchStars();
  const starsMs = performance.now() - start;
  return [
    {
      what: 'explaining 10 MB of text ÷ 1 MB',
      value: await ratioOf(once(10 * MB), once(MB), Math.min(rounds, 3)),
      limit: LIMITS.tenfoldText,
    },
    {
      what: 'a pattern of 21 stars on 256 characters, ms',
      value: starsMs,
      limit: LIMITS.starsMs,
    },
  ];
}

/** The texts of all cases, one after the other, until there are so many characters. */
function textOf(size: number): string {
  const texts = readCases(join(ROOT, 'cases')).map(
    ({ text, event }) => text ?? JSON.stringify(event),
  );
  const once = texts.join('\n\n');
  return once.repeat(Math.ceil(size / once.length)).slice(0, size);
}

function whole(name: string, args: readonly string[]): Candidate {
  return { name, args, env: {}, counts: 'whole' };
}

function printed(name: string, args: readonly string[]): Candidate {
  return { name, args, env: {}, counts: 'printed' };
}

/** The decoded messages of all cases, smallest first. */
function decodedMessages(): readonly string[] {
  return readCases(join(ROOT, 'cases'))
    .flatMap(({ decoded }) => (decoded === undefined ? [] : [JSON.stringify(decoded)]))
    .sort((a, b) => a.length - b.length);
}

function bundle(folder: string, child: string): string {
  const outfile = join(folder, `${child}.cjs`);
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: [`bench/children/${child}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  return outfile;
}
