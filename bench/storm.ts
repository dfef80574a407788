// A storm: what 1,000 denials of one cause ask of AWS, beside the design without groups.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocal } from '../local/start-local';
import { playStorm } from '../local/storm';
import { synthesize } from '../local/synthesize';
import { naiveBundle } from './bundle';
import type { Row } from './report';

const DENIALS = 1_000;

/** How a storm is played. */
interface Played {
  readonly shapes: number;
  /** @default - the deployed bundle */
  readonly handlerBundle?: string;
}

/** Calls by what they ask for. */
type Counts = ReadonlyMap<string, number>;

const DECODE = 'sts:DecodeAuthorizationMessage';
const SIMULATE = 'iam:SimulatePrincipalPolicy';

/** Plays storms through the deployed bundle and the naive one, and prints what they asked. */
export async function benchStorm(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'launch-denied-bench-'));
  try {
    naiveBundle(join(folder, 'naive', 'index.js'));
    const one = await callsOf(folder, { shapes: 1 });
    const many = await callsOf(folder, { shapes: 50 });
    const naive = await callsOf(folder, { shapes: 1, handlerBundle: join(folder, 'naive') });
    console.log(tableOf({ 'one cause': one, '50 shapes': many, 'no groups': naive }));
    return [
      { what: 'storm: STS calls, 1,000 denials', value: one.get(DECODE) ?? 0, limit: 20 },
      { what: 'storm: simulator calls', value: one.get(SIMULATE) ?? 0, limit: 20 },
      { what: 'storm in 50 launch shapes: STS calls', value: many.get(DECODE) ?? 0, limit: 100 },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function callsOf(folder: string, { shapes, handlerBundle }: Played): Promise<Counts> {
  const bundle = handlerBundle === undefined ? {} : { handlerBundle };
  const outdir = mkdtempSync(join(folder, 'assembly-'));
  const local = await startLocal(await synthesize({ outdir, ...bundle }));
  try {
    const { calls } = await playStorm(local, DENIALS, shapes);
    const counts = new Map<string, number>();
    for (const { action } of calls) counts.set(action, (counts.get(action) ?? 0) + 1);
    return counts;
  } finally {
    await local.stop();
  }
}

function tableOf(designs: Readonly<Record<string, Counts>>): string {
  const counts = Object.values(designs);
  const actions = [...new Set(counts.flatMap((one) => [...one.keys()]))].toSorted();
  const width = 'sts:DecodeAuthorizationMessage'.length;
  const cells = (texts: readonly string[]) => texts.map((text) => text.padStart(10)).join('');
  const rows = actions.map(
    (action) => action.padEnd(width) + cells(counts.map((one) => String(one.get(action) ?? 0))),
  );
  const head = 'calls for 1,000 denials'.padEnd(width) + cells(Object.keys(designs));
  return [head, ...rows, ''].join('\n');
}
