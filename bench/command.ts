// The command with STS beside the AWS CLI, where that is installed.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Row } from './report';
import { startStandIns } from './stand-ins';

const CLI = join(__dirname, '..', 'dist/cli.cjs');
const LIMIT = 0.25;

/** Measures `explain` with STS against the AWS CLI asking the same stand-in. */
export async function benchCommand(rounds: number): Promise<readonly Row[]> {
  if (spawnSync('aws', ['--version']).status !== 0) {
    console.error('not measured: explain with STS against the AWS CLI, which is not installed');
    return [];
  }
  const standIns = await startStandIns();
  const message = randomBytes(450).toString('base64url');
  const explain = `${process.execPath} ${CLI} explain --region eu-west-1 x${message}`;
  const aws = `aws sts decode-authorization-message --region eu-west-1 --endpoint-url ${standIns.url} --encoded-message x${message}`;
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    ratios.push((await cpuOf(explain, standIns.url)) / (await cpuOf(aws, standIns.url)));
  standIns.stop();
  const what = 'explain with STS ÷ aws sts decode-authorization-message';
  const value = ratios.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  return [{ what, value, limit: LIMIT }];
}

/** CPU seconds of a command and its children, as the shell counts them. */
async function cpuOf(command: string, url: string): Promise<number> {
  const child = spawn('bash', ['-c', `TIMEFORMAT='%U %S'; time ${command} > /dev/null`], {
    env: {
      PATH: process.env['PATH'],
      AWS_ENDPOINT_URL_STS: url,
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'an-invented-secret',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  const [user = Number.NaN, system = Number.NaN] = (output.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  if (code !== 0 || Number.isNaN(user + system)) throw new Error(`${command} failed: ${output}`);
  return user + system;
}
