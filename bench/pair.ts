// Compares whole processes by CPU seconds, in turn (A B A B …), so that a drifting machine cannot decide.
import { spawn } from 'node:child_process';

/** A process to measure; it prints one number, its CPU in microseconds, as the last line of its output. */
export interface Candidate {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Runs both in turn and gives the median of the pairwise ratios. */
export async function ratioOf(a: Candidate, b: Candidate, rounds: number): Promise<number> {
  await cpuOf(a);
  await cpuOf(b);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) ratios.push((await cpuOf(a)) / (await cpuOf(b)));
  return median(ratios);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function cpuOf({ name, script, args, env }: Candidate): Promise<number> {
  // Extra certificates would be loaded by every process and hide what is measured.
  const child = spawn(process.execPath, [script, ...args], {
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
