// npm run bench: what the hot paths cost, as ratios to a peer measured beside them.
import { benchCommand } from './command';
import { benchDashboard } from './dashboard';
import { benchExplain } from './explain';
import { benchHandler } from './handler';
import { type Row, tableOf } from './report';
import { benchScan } from './scan';
import { benchStorm } from './storm';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9);

async function main(): Promise<void> {
  const rows: Row[] = [];
  for (const bench of [
    benchStorm,
    benchHandler,
    benchExplain,
    benchCommand,
    benchDashboard,
    benchScan,
  ])
    rows.push(...(await bench(ROUNDS)));
  console.log(tableOf(rows));
  if (rows.some(({ value, limit }) => value > limit)) process.exitCode = 1;
}

void main();
