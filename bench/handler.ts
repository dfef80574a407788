// The handler: bundle size, cold start, warm cost per denial.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { batchOf } from './batch';
import type { Candidate } from './pair';
import { ratioOf } from './pair';
import type { Row } from './report';
import { startStandIns } from './stand-ins';

const ROOT = join(__dirname, '..');
const BUNDLE = join(ROOT, 'dist/lambda/handler/index.js');
const KB = 1000;

const LIMITS = { bundleKb: 460, coldToEmpty: 5.5, coldToUnbundled: 0.85, warmToHttp: 5 };

function environmentOf(url: string): Record<string, string> {
  return {
    TABLE_NAME: 'denials',
    ALERTS_TOPIC_ARN: 'arn:aws:sns:eu-west-1:111122223333:alerts',
    RETENTION_DAYS: '90',
    MAX_RECEIVES: '5',
    POWERTOOLS_SERVICE_NAME: 'launch-denied',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
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
  const env = environmentOf(url);
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const one = file('one.json', JSON.stringify(batchOf(1)));
  const ten = file('ten.json', JSON.stringify(batchOf(10)));
  const script = join(__dirname, 'children/handle.cjs');
  const cold = (name: string, bundle: string): Candidate => ({
    name,
    args: [script, bundle, one, '1', '0'],
    env,
    counts: 'printed',
  });
  const handler = cold('handler', BUNDLE);
  const empty = cold(
    'empty handler',
    file('empty.cjs', 'exports.handler = async () => ({ batchItemFailures: [] });'),
  );
  const unbundled = cold('handler, not bundled', unbundledHandler(folder));
  const warm: Candidate = {
    name: 'handler, warm',
    args: [script, BUNDLE, ten, '20', '60'],
    env,
    counts: 'printed',
  };
  const http: Candidate = {
    name: 'bare node:http',
    args: [join(__dirname, 'children/raw-http.cjs'), url, '200', '600'],
    env,
    counts: 'printed',
  };
  return [
    { what: 'handler bundle, KB', value: statSync(BUNDLE).size / KB, limit: LIMITS.bundleKb },
    {
      what: 'cold start ÷ empty handler',
      value: await ratioOf(handler, empty, rounds),
      limit: LIMITS.coldToEmpty,
    },
    {
      what: 'cold start ÷ the same not bundled',
      value: await ratioOf(handler, unbundled, rounds),
      limit: LIMITS.coldToUnbundled,
    },
    {
      what: 'warm denial ÷ its calls over node:http',
      value: await ratioOf(warm, http, rounds),
      limit: LIMITS.warmToHttp,
    },
  ];
}

function unbundledHandler(folder: string): string {
  const outfile = join(folder, 'unbundled.cjs');
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['lambda/handler.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
  });
  return outfile;
}
