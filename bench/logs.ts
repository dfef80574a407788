// Logs as CloudTrail writes them: many records of many sizes, few of them denied launches.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What is generated. */
export interface LogShape {
  readonly files: number;
  readonly megabytes: number;
}

/** The same numbers in each run, spread evenly from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const ACCOUNT = '111122223333';
const OTHERS = ['AssumeRole', 'DescribeInstances', 'GetObject', 'PutMetricData', 'Decrypt'];
/** Of 1,000 records. */
const DENIED = 4;

function record(next: () => number, id: number): object {
  const role = `arn:aws:sts::${ACCOUNT}:assumed-role/role-${Math.floor(next() * 20)}/session`;
  const isDenied = next() * 1_000 < DENIED;
  const isLaunch = isDenied && next() < 0.1;
  const filler = Array.from({ length: Math.ceil(Math.exp(next() * 2)) }, () => ({
    key: Math.floor(next() * 1e9).toString(36),
    value: `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-${Math.floor(next() * 1e15).toString(16)}`,
  }));
  const sentence = `User: ${role} is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:${ACCOUNT}:key-pair/k because no identity-based policy allows the ec2:RunInstances action. `;
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: `AROA${Math.floor(next() * 1e12).toString(36)}:session`,
      arn: role,
      accountId: ACCOUNT,
      sessionContext: { sessionIssuer: { type: 'Role', arn: role } },
    },
    eventTime: new Date(1_793_000_000_000 + id * 400).toISOString().replace('.000', ''),
    eventSource: isLaunch ? 'ec2.amazonaws.com' : 's3.amazonaws.com',
    eventName: isLaunch ? 'RunInstances' : OTHERS[Math.floor(next() * OTHERS.length)],
    awsRegion: 'eu-west-1',
    sourceIPAddress: `10.0.${Math.floor(next() * 255)}.1`,
    userAgent: 'aws-sdk-js/3.1169.0 ua/2.1 os/linux lang/js md/nodejs#24.1.0',
    ...(isDenied && {
      errorCode: isLaunch ? 'Client.UnauthorizedOperation' : 'AccessDenied',
      errorMessage: `You are not authorized to perform this operation. ${sentence}`,
    }),
    requestParameters: { instanceType: 't3.large', tagSet: { items: filler } },
    responseElements: null,
    requestID: `${id.toString(16).padStart(8, '0')}-1111-2222-3333-${Math.floor(next() * 1e12)}`,
    eventID: `${id.toString(16).padStart(8, '0')}-aaaa-bbbb-cccc-${Math.floor(next() * 1e12)}`,
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: ACCOUNT,
    eventCategory: 'Management',
  };
}

/** Writes the logs once, and gives their folder. */
export function generatedLogs({ files, megabytes }: LogShape): string {
  const folder = join(tmpdir(), `launch-denied-logs-2-${files}-${megabytes}`);
  if (existsSync(folder)) return folder;
  const begun = `${folder}.${process.pid}`;
  mkdirSync(begun, { recursive: true });
  const next = numbers(42);
  let id = 0;
  // Files differ in size as hours of a day do.
  const weights = Array.from({ length: files }, () => Math.exp(next() * 2));
  const sum = weights.reduce((one, other) => one + other);
  for (const [at, weight] of weights.entries()) {
    const wanted = (megabytes * 1_048_576 * weight) / sum;
    const records: string[] = [];
    for (let size = 0; size < wanted; id += 1) {
      const text = JSON.stringify(record(next, id));
      size += text.length + 1;
      records.push(text);
    }
    const name = `${ACCOUNT}_CloudTrail_eu-west-1_${String(at).padStart(4, '0')}.json.gz`;
    writeFileSync(join(begun, name), gzipSync(`{"Records":[${records.join(',')}]}`));
  }
  renameSync(begun, folder);
  return folder;
}
