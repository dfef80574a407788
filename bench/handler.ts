// The handler: bundle size, cold start, warm cost per denial.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { batchOf } from './batch';
import { bundled, naiveBundle } from './bundle';
import type { Candidate } from './pair';
import { ratioOf } from './pair';
import type { Row } from './report';
import { startStandIns } from './stand-ins';

const ROOT = join(__dirname, '..');
const BUNDLE = join(ROOT, 'dist/lambda/handler/index.js');
const KB = 1000;

const LIMITS = {
  bundleKb: 520,
  coldToEmpty: 5.5,
  coldToUnbundled: 0.85,
  warmToHttp: 8,
  stormToNaive: 0.25,
};

function environmentOf(url: string): Record<string, string> {
  return {
    TABLE_NAME: 'denials',
    ALERTS_TOPIC_ARN: 'arn:aws:sns:eu-west-1:111122223333:alerts',
    RETENTION_DAYS: '90',
    // The simulator is asked once for a cause, and not for the repeats that make a storm.
    ACCOUNT_ID: '111122223333',
    SIMULATE: 'false',
    ALERTS_PER_MINUTE: '20',
    IGNORED_PRINCIPALS: '[]',
    IGNORED_ACTIONS: '[]',
    DIGEST: 'off',
    PRIVACY: 'full',
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'an-invented-secret',
    AWS_ENDPOINT_URL: url,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}

/** Measures the handler against its limits. */
export async function benchHandler(rounds: number): Promise<readonly Row[]> {
  // Below the project, so that the handler that is not bundled finds its packages.
  const folder = mkdtempSync(join(ROOT, 'dist', 'bench-'));
  const standIns = await startStandIns();
  try {
    return await measure(folder, standIns.url, rounds);
  } finally {
    standIns.stop();
    rmSync(folder, { recursive: true });
  }
}

async function measure(folder: string, url: string, rounds: number): Promise<readonly Row[]> {
  const run = candidatesOf(folder, url);
  const rows: Row[] = [
    { what: 'handler bundle, KB', value: statSync(BUNDLE).size / KB, limit: LIMITS.bundleKb },
  ];
  const pairs = [
    ['cold start ÷ empty handler', run.handler, run.empty, LIMITS.coldToEmpty],
    ['cold start ÷ the same not bundled', run.handler, run.unbundled, LIMITS.coldToUnbundled],
    [
      'warm batch of a known cause ÷ its calls over node:http',
      run.warm,
      run.http,
      LIMITS.warmToHttp,
    ],
    ['storm ÷ the same without groups', run.warm, run.naive, LIMITS.stormToNaive],
  ] as const;
  for (const [what, a, b, limit] of pairs)
    rows.push({ what, value: await ratioOf(a, b, rounds), limit });
  return rows;
}

function candidatesOf(folder: string, url: string) {
  const env = environmentOf(url);
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const one = file('one.json', JSON.stringify(batchOf(1)));
  const ten = file('ten.json', JSON.stringify(batchOf(10)));
  const nothing = file('empty.cjs', 'exports.handler = async () => ({ batchItemFailures: [] });');
  const printed = (name: string, script: string, ...args: readonly string[]): Candidate => ({
    name,
    args: [join(__dirname, 'children', script), ...args],
    env,
    counts: 'printed',
  });
  return {
    handler: printed('handler', 'handle.cjs', BUNDLE, one, '1', '0'),
    empty: printed('empty handler', 'handle.cjs', nothing, one, '1', '0'),
    unbundled: printed(
      'not bundled',
      'handle.cjs',
      bundled('lambda/index.ts', join(folder, 'unbundled.cjs'), { packages: 'external' }),
      one,
      '1',
      '0',
    ),
    warm: printed('handler, warm', 'handle.cjs', BUNDLE, ten, '20', '60'),
    http: printed('bare node:http', 'raw-http.cjs', url, '20', '60'),
    naive: printed(
      'without groups',
      'handle.cjs',
      naiveBundle(join(folder, 'naive.cjs')),
      ten,
      '20',
      '60',
    ),
  };
}
