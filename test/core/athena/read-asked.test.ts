import fc from 'fast-check';
import {
  readAccounts,
  readRegions,
  readTableName,
  readTrail,
} from '../../../core/athena/read-asked';

const trail = (prefix: string, organization: string | null = null) => ({
  kind: 'read',
  value: { bucket: 'logs', prefix, organization },
});

describe('a trail', () => {
  it.each([
    ['s3://logs', ''],
    ['s3://logs/', ''],
    ['s3://logs/AWSLogs', ''],
    ['s3://logs/AWSLogs/111122223333/CloudTrail/', ''],
    ['s3://logs/a/b', 'a/b/'],
    ['s3://logs/a//', 'a/'],
    ['s3://logs/a/AWSLogs/', 'a/'],
    ['s3://logs/MyAWSLogs', 'MyAWSLogs/'],
  ])('of %s stands before AWSLogs', (address, prefix) => {
    expect(readTrail(address, null)).toEqual(trail(prefix));
  });

  it('is of the organization that its address names, or that is given', () => {
    const address = 's3://logs/a/AWSLogs/o-abcde12345/111122223333/';
    expect(readTrail(address, null)).toEqual(trail('a/', 'o-abcde12345'));
    expect(readTrail(address, 'o-zzzzz12345')).toEqual(trail('a/', 'o-zzzzz12345'));
  });

  it.each([
    'logs',
    's3://L',
    "s3://logs/it's",
    's3://logs/a`b',
    's3://logs/a"b',
    's3://logs/${account}',
    's3://logs/a\\b',
    's3://logs/a;b',
    's3://logs/a\nb',
  ])('of %j is refused', (address) => {
    expect(readTrail(address, null)).toMatchObject({
      kind: 'misused',
      why: expect.stringMatching(/^--bucket ".*: allowed is s3:\/\/bucket or/s),
    });
  });

  it.each(['o-1', 'abcde12345', "o-abcde12345'", 'o-ABCDE12345'])(
    'of the organization %j is refused',
    (organization) => {
      expect(readTrail('s3://logs', organization)).toMatchObject({
        why: expect.stringContaining('is no id of an organization, such as o-abcde12345'),
      });
    },
  );
});

describe('lists', () => {
  it('are read with or without spaces, each name once', () => {
    const all = { kind: 'read', value: ['111122223333', '444455556666'] };
    expect(readAccounts('111122223333, 444455556666,111122223333')).toEqual(all);
    expect(readRegions('eu-west-1,us-gov-west-1')).toEqual({
      kind: 'read',
      value: ['eu-west-1', 'us-gov-west-1'],
    });
  });

  it.each(['', '1', '111122223333,', "111122223333'", 'all'])('refuse the account %j', (text) => {
    expect(readAccounts(text)).toMatchObject({
      why: expect.stringMatching(/^--accounts ".*" is no account; allowed are 12 digits/),
    });
  });

  it.each(['', 'Frankfurt', "eu-west-1') OR ('", 'all'])('refuse the Region %j', (text) => {
    expect(readRegions(text)).toMatchObject({
      why: expect.stringMatching(/^--regions ".*" is no Region; allowed are names/),
    });
  });
});

describe('the name of a table', () => {
  it('is of small letters, digits and _', () => {
    expect(readTableName('my-logs', 'cloudtrail_2026')).toEqual({
      kind: 'read',
      value: { database: 'my-logs', table: 'cloudtrail_2026' },
    });
  });

  it.each([
    ['Default', 't', '--database "Default": allowed are small letters'],
    ['default', 'a-b', '--table "a-b": allowed are small letters'],
    ['default', '', '--table "": allowed'],
    ['default', 'a"; DROP TABLE b', '--table "a\\"; DROP TABLE b": allowed'],
    ['default', 'a'.repeat(129), '--table "aaa'],
  ])('%j.%j is refused', (database, table, why) => {
    expect(readTableName(database, table)).toMatchObject({ why: expect.stringContaining(why) });
  });

  it('never holds what ends a name', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readTableName(text, 't');
        expect(read.kind === 'misused' || /^[\w-]+$/.test(read.value.database)).toBe(true);
      }),
    );
  });
});
