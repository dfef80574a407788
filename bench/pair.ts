// Compares whole processes by CPU seconds, in turn (A B A B …), so that a drifting machine cannot decide.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A process to measure. */
export interface Candidate {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /**
   * What counts: `printed` is the number of microseconds that the script prints last, `whole` the CPU
   * of the process from start to end.
   */
  readonly counts: 'printed' | 'whole';
}

/** Prints the CPU of its process when it ends, whatever the process does. */
const METER = join(__dirname, 'children', 'meter.cjs');

/** Runs both in turn and gives the median of the pairwise ratios. */
export async function ratioOf(a: Candidate, b: Candidate, rounds: number): Promise<number> {
  await cpuOf(a);
  await cpuOf(b);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) ratios.push((await cpuOf(a)) / (await cpuOf(b)));
  return median(ratios);
}

/** The one in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function cpuOf({ name, args, env, counts }: Candidate): Promise<number> {
  const meter = counts === 'whole' ? ['--require', METER] : [];
  // The machine's own environment is left out: extra certificates, for one, cost every process more
  // than what is measured here.
  const child = spawn(process.execPath, [...meter, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  const cpu = Number(output.trim().split('\n').at(-1));
  if (code !== 0 || !(cpu > 0)) throw new Error(`${name} failed (exit ${String(code)}): ${output}`);
  return cpu;
}
