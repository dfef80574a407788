import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTrail } from '../../../core/athena/read-asked';
import { KNOWN_REGIONS } from '../../../core/athena/regions';
import { tableStatement } from '../../../core/athena/table-statement';

const golden = (name: string) => readFileSync(join(__dirname, `${name}.sql`), 'utf8');
const trailOf = (address: string, organization: string | null = null) => {
  const read = readTrail(address, organization);
  if (read.kind === 'misused') throw new Error(read.why);
  return read.value;
};
const NAME = { database: 'default', table: 'cloudtrail_launch_denied' };

describe('the table', () => {
  it('of the trail of an account is as AWS documents it', () => {
    const statement = tableStatement({
      name: NAME,
      trail: trailOf('s3://trail-bucket'),
      accounts: ['111122223333'],
      regions: ['eu-west-1'],
      firstDay: '2026/01/31',
    });
    expect(`${statement};\n`).toBe(golden('account'));
  });

  it('of the trail of an organization has its folder', () => {
    const statement = tableStatement({
      name: NAME,
      trail: trailOf('s3://trail-bucket/some/prefix', 'o-abcde12345'),
      accounts: ['111122223333', '444455556666'],
      regions: ['eu-west-1', 'us-east-1'],
      firstDay: '2024/01/01',
    });
    expect(`${statement};\n`).toBe(golden('organization'));
  });

  it('knows each Region once, in order', () => {
    expect(KNOWN_REGIONS).toEqual([...new Set(KNOWN_REGIONS)].toSorted());
    for (const region of KNOWN_REGIONS) expect(region).toMatch(/^[a-z]{2}-[a-z]+-\d$/);
  });
});
