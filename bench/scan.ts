// What a scan of log files costs, beside what everybody has: gzip alone, and zcat | jq.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { generatedLogs } from './logs';
import { median } from './pair';
import type { Row } from './report';

const COMMAND = join(__dirname, '..', 'dist', 'cli.cjs');

/** What a process and its children used. */
interface Used {
  /** Seconds of CPU. */
  readonly cpu: number;
  /** Seconds on the clock. */
  readonly wall: number;
  /** The most memory at once, in MB. */
  readonly peak: number;
}

/** Runs a shell line; the shell's own cost is a few milliseconds. */
async function used(line: string): Promise<Used> {
  const begin = performance.now();
  const child = spawn('bash', ['-c', `${line} && times >&2`], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  const wall = (performance.now() - begin) / 1_000;
  if (code !== 0) throw new Error(`${line} failed: ${told}`);
  const [peak = 0] = [...told.matchAll(/peak (\d+)/g)].map(([, kilobytes]) => Number(kilobytes));
  const seconds = [...told.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  );
  // The first line is of the shell, the second of its children.
  const cpu = seconds.slice(-2).reduce((one, other) => one + other, 0);
  return { cpu, wall, peak: peak / 1_024 };
}

/** Prints the peak of memory when the command ends. */
const METER = `--require ${join(__dirname, 'children', 'peak.cjs')}`;

function scanOf(folder: string, workers = 1): string {
  return `node ${METER} ${COMMAND} scan --offline --json --workers ${workers} ${folder}`;
}

async function ratios(
  one: string,
  other: string,
  what: 'cpu' | 'wall',
  rounds: number,
): Promise<number> {
  const found: number[] = [];
  await used(one);
  for (let round = 0; round < rounds; round += 1)
    found.push((await used(one))[what] / (await used(other))[what]);
  return median(found);
}

async function peakOf(folder: string): Promise<number> {
  return (await used(scanOf(folder))).peak;
}

/** jq selects the same records; it reads each file whole, as people write it. */
const jqOf = (folder: string): string =>
  `zcat ${folder}/*.gz | jq -c '.Records[] | select(.errorCode == "Client.UnauthorizedOperation" and .eventSource == "ec2.amazonaws.com")' > /dev/null`;

async function hasJq(): Promise<boolean> {
  try {
    await used('jq --version');
    return true;
  } catch {
    return false;
  }
}

/** Measures the scan of 300 MB and of 1 GB of logs. */
export async function benchScan(rounds: number): Promise<readonly Row[]> {
  const logs = generatedLogs({ files: 64, megabytes: 300 });
  const single = generatedLogs({ files: 1, megabytes: 300 });
  const many = generatedLogs({ files: 640, megabytes: 3_000 });
  const gzip = `gzip -dc ${logs}/*.gz > /dev/null`;
  const peak = await peakOf(logs);
  const few = Math.max(1, Math.ceil(rounds / 3));
  const large = generatedLogs({ files: 64, megabytes: 1_000 });
  return [
    {
      what: 'scan of 300 MB of logs ÷ gzip -dc, CPU',
      value: await ratios(scanOf(logs), gzip, 'cpu', rounds),
      limit: 0.7,
    },
    ...((await hasJq())
      ? [
          {
            what: 'scan of 300 MB of logs ÷ zcat | jq, CPU',
            value: await ratios(scanOf(logs), jqOf(logs), 'cpu', 1),
            limit: 0.1,
          },
        ]
      : []),
    {
      what: 'scan of 1 GB by two workers ÷ by one, time',
      value: await ratios(scanOf(large, 2), scanOf(large, 1), 'wall', few),
      limit: 0.65,
    },
    { what: 'scan of 300 MB in 64 files, memory in MB', value: peak, limit: 150 },
    { what: 'scan of 300 MB in one file, memory in MB', value: await peakOf(single), limit: 150 },
    // V8's young generation grows once to its full size, by 20 MB, and stays there.
    { what: 'scan of 3 GB ÷ of 300 MB, memory', value: (await peakOf(many)) / peak, limit: 1.3 },
  ];
}
