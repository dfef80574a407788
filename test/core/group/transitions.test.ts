import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GroupEvent, nextState, STATES, TRANSITIONS } from '../../../core/group/transitions';

const LABELS: Readonly<Record<GroupEvent, string>> = {
  denied: 'a denial',
  expected: 'an expected denial',
  mute: 'mute',
  'mute-over': 'the mute ends',
  resolve: 'resolve',
  reopen: 'reopen',
};

/** The diagram that the table draws. */
const diagram = () =>
  [
    '```mermaid',
    'stateDiagram-v2',
    ...TRANSITIONS.map(({ from, on, to }) => `    ${from ?? '[*]'} --> ${to}: ${LABELS[on]}`),
    '```',
  ].join('\n');

describe('nextState', () => {
  it('leaves the state where the table says nothing', () => {
    expect(nextState('muted', 'denied')).toBe('muted');
    expect(nextState('regressed', 'denied')).toBe('regressed');
    expect(nextState('open', 'mute-over')).toBe('open');
  });

  it('follows the table', () => {
    expect(nextState('resolved', 'denied')).toBe('regressed');
    expect(nextState('muted', 'mute-over')).toBe('open');
  });
});

describe('the first state', () => {
  it('is ignored for an expected denial and new for anything else', () => {
    expect(nextState(null, 'expected')).toBe('ignored');
    expect(nextState(null, 'denied')).toBe('new');
    expect(nextState(null, 'mute')).toBe('new');
  });
});

describe('TRANSITIONS', () => {
  it('has one row for each state and event', () => {
    const keys = TRANSITIONS.map(({ from, on }) => `${from} ${on}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has no row that changes nothing', () => {
    expect(TRANSITIONS.filter(({ from, to }) => from === to)).toEqual([]);
  });

  it.each(STATES)('leads to %s and away from it', (state) => {
    expect(TRANSITIONS.some(({ to }) => to === state)).toBe(true);
    expect(TRANSITIONS.some(({ from }) => from === state)).toBe(true);
  });

  it('is what docs/groups.md draws and describes', () => {
    const page = readFileSync(join(__dirname, '../../../docs/groups.md'), 'utf8');
    expect(page).toContain(`\n${diagram()}\n`);
    const [states = ''] = page.split(/^## /m).filter((part) => part.startsWith('States'));
    const described = [...states.matchAll(/^\| `([a-z]+)` +\|/gm)].map(([, state]) => state);
    expect(described).toEqual(STATES);
  });
});
