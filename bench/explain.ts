// The command and the explaining itself.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { readCases } from '../local/cases';
import { type Candidate, ratioOf } from './pair';
import type { Row } from './report';

const ROOT = join(__dirname, '..');
const CLI = join(ROOT, 'dist/cli.cjs');

const LIMITS = { commandToNode: 2, explainToParse: 2.5 };
const LOOPS = '20000';

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
  const text = join(folder, 'decoded.json');
  writeFileSync(text, JSON.stringify(decodedMessage()));
  const command = whole('explain --offline', [CLI, 'explain', '--offline', text]);
  const node = whole('node -e 0', ['-e', '0']);
  const loop = join(__dirname, 'children/explain-loop.cjs');
  const explaining = printed('explaining', [loop, explainBundle(folder), text, LOOPS]);
  const parsing = printed('JSON.parse', [loop, '-', text, LOOPS]);
  return [
    {
      what: 'explain --offline of a decoded message ÷ node -e 0',
      value: await ratioOf(command, node, rounds),
      limit: LIMITS.commandToNode,
    },
    {
      what: 'explaining a decoded message ÷ JSON.parse of it',
      value: await ratioOf(explaining, parsing, rounds),
      limit: LIMITS.explainToParse,
    },
  ];
}

function whole(name: string, args: readonly string[]): Candidate {
  return { name, args, env: {}, counts: 'whole' };
}

function printed(name: string, args: readonly string[]): Candidate {
  return { name, args, env: {}, counts: 'printed' };
}

/** The largest decoded message of a guardrail among the cases. */
function decodedMessage(): unknown {
  const sizes = readCases(join(ROOT, 'cases')).flatMap(({ decoded }) =>
    decoded === undefined ? [] : [{ decoded, size: JSON.stringify(decoded).length }],
  );
  return sizes.sort((a, b) => b.size - a.size)[0]?.decoded;
}

function explainBundle(folder: string): string {
  const outfile = join(folder, 'explain-decoded.cjs');
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['bench/children/explain-decoded.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  return outfile;
}
