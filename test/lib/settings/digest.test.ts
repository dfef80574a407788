import { parseSettings } from '../../../lib/settings';
import { refusal } from './refusal';

it.each([
  '',
  'on',
  '24',
  '-1',
  '8:00',
  '8 ',
  '8  UTC',
  '8 Europe/Atlantis',
  '8 +02:00',
  '100 UTC',
  8,
  { hour: 24 },
  { hour: 8.5 },
  { hour: '8' },
  { hour: 8, timeZone: '' },
  { hour: 8, timeZone: 'Berlin' },
  { hour: 8, zone: 'UTC' },
  { timeZone: 'UTC' },
])('refuses %j', (digest) => {
  expect(refusal({ digest })).toContain(
    `digest is ${JSON.stringify(digest)}: give off, or an hour from 0 to 23`,
  );
});

it.each([
  ['off', 'off'],
  ['0', { hour: 0, timeZone: 'UTC' }],
  ['08', { hour: 8, timeZone: 'UTC' }],
  ['23 America/Argentina/Buenos_Aires', { hour: 23, timeZone: 'America/Argentina/Buenos_Aires' }],
  ['8 Etc/GMT+5', { hour: 8, timeZone: 'Etc/GMT+5' }],
  [{ hour: 8 }, { hour: 8, timeZone: 'UTC' }],
  [
    { hour: 17, timeZone: 'Europe/Berlin' },
    { hour: 17, timeZone: 'Europe/Berlin' },
  ],
])('takes %j', (digest, read) => {
  expect(parseSettings({ digest }).digest).toEqual(read);
});
