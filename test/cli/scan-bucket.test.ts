// The command over the bucket of a trail: compressed files, of the wanted days alone.
import { gzipSync } from 'node:zlib';
import { recordOf } from '../core/batch/denials';
import { BUCKET, s3Error, startS3 } from '../adapters/s3-logs/stand-in';
import { run } from './command';

const DAYS = ['2026/09/30', '2026/10/01', '2026/10/31', '2026/11/03'];
const keyOf = (day: string) =>
  `AWSLogs/111122223333/CloudTrail/eu-west-1/${day}/111122223333_CloudTrail_eu-west-1.json.gz`;
const fileOf = (day: string) => {
  const time = `${day.replaceAll('/', '-')}T09:00:00Z`;
  return gzipSync(JSON.stringify({ Records: [recordOf({ id: `e-${day}`, time })] }));
};

const WORDS = ['--from', '2026-10-01', '--to', '2026-10-31', '--csv'];

const scan = (s3: { readonly url: string }, bucket: string) =>
  run(['scan', `s3://${bucket}/AWSLogs`, ...WORDS], {
    env: {
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'an-invented-secret',
      AWS_REGION: 'eu-west-1',
      AWS_ENDPOINT_URL: s3.url,
    },
  });

describe('scan of a bucket', () => {
  it('reads the files of the wanted days', async () => {
    const objects = Object.fromEntries(DAYS.map((day) => [keyOf(day), fileOf(day)]));
    const s3 = await startS3({ objects });
    const { status, out, err } = await scan(s3, BUCKET);
    await s3.stop();
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const [, row = '', ...more] = out.trim().split('\r\n');
    expect(row).toMatch(/^g-\w{12},2,2026-10-01T09:00:00\S*,2026-10-31T09:00:00/);
    expect(more).toEqual([]);
    const read = s3.asked.filter(({ kind }) => kind === 'get').map(({ of }) => of);
    expect(read.toSorted()).toEqual(DAYS.slice(1, 3).map(keyOf));
  });

  it('says what S3 refused', async () => {
    const s3 = await startS3({ objects: {}, instead: () => s3Error(403, 'AccessDenied') });
    const { status, out, err } = await scan(s3, BUCKET);
    await s3.stop();
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('AWS refused: S3 says why');
  });
});
