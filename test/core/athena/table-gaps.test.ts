import { gapsOf, knownPartitions } from '../../../core/athena/table-gaps';

const ALL = { accounts: null, regions: null, firstDay: '2026/01/31', location: null };
const PROJECTED = {
  'projection.enabled': 'true',
  'projection.account.values': '111122223333, 444455556666',
  'projection.region.values': 'eu-west-1',
  'projection.timestamp.range': '2026/01/31,NOW',
  'projection.timestamp.format': 'yyyy/MM/dd',
  'storage.location.template': 's3://logs/AWSLogs/${account}/',
};
const table = (properties: Readonly<Record<string, string>> = PROJECTED) => ({
  partitions: ['account', 'region', 'timestamp'],
  properties,
});

describe('a table', () => {
  it('shows what it was made for', () => {
    const wanted = {
      accounts: ['444455556666'],
      regions: ['eu-west-1'],
      firstDay: '2026/02/01',
      location: 's3://logs/AWSLogs/${account}/',
    };
    expect(gapsOf(table(), wanted)).toEqual([]);
    expect(gapsOf(table(), ALL)).toEqual([]);
  });

  it('shows no other bucket, accounts, Regions or days', () => {
    const wanted = {
      accounts: ['111122223333', '777788889999'],
      regions: ['us-east-1'],
      firstDay: '2026/01/30',
      location: 's3://other/',
    };
    expect(gapsOf(table(), wanted)).toEqual([
      's3://other/',
      '777788889999',
      'us-east-1',
      'days before 2026/01/31',
    ]);
  });

  it('whose partitions are not computed is left to Athena', () => {
    const wanted = { ...ALL, accounts: ['777788889999'], location: 's3://other/' };
    expect(gapsOf(table({}), wanted)).toEqual([]);
    expect(gapsOf(table({ 'projection.enabled': 'true' }), wanted)).toEqual([]);
    const relative = { ...PROJECTED, 'projection.timestamp.range': 'NOW-3YEARS,NOW' };
    expect(gapsOf(table(relative), { ...ALL, firstDay: '2013/11/13' })).toEqual([]);
  });

  it('is divided by days only where they are written as folders', () => {
    expect(knownPartitions(table())).toEqual(['account', 'region', 'timestamp']);
    expect(knownPartitions(table({}))).toEqual(['account', 'region']);
    expect(knownPartitions({ partitions: ['year'], properties: PROJECTED })).toEqual([]);
  });
});
