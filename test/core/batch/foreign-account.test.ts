// Events of other accounts: each may speak of its own account alone.
import { type Item, type Receiver, readItems } from '../../../core/batch/read-items';
import { simulatorWithin } from '../../../core/batch/simulator-within';
import type { Simulate, SimulationQuery } from '../../../core/simulate/simulator';
import { itemOf, recordOf } from './denials';
import { World } from './world';

const HOME = '111122223333';
const PAYMENTS = '444455556666';
const STRANGER = '999900001111';
const OWN: Receiver = { account: HOME, isHub: false };
const HUB: Receiver = { account: HOME, isHub: true };

/** The record of a launch that was denied in an account. */
const recordIn = (account: string, changed: object = {}): Record<string, unknown> => ({
  ...JSON.parse(JSON.stringify(recordOf({ id: `e-${account}` })).replaceAll(HOME, account)),
  ...changed,
});

/** An event as EventBridge delivers it from an account. */
const sent = (account: unknown, detail: unknown): Item => ({
  id: `from ${String(account)}`,
  body: JSON.stringify({ version: '0', source: 'aws.ec2', account, detail }),
});

describe('an event that another account sent', () => {
  it.each<[string, unknown]>([
    ['the home account', recordIn(HOME)],
    ['a third account', recordIn(STRANGER)],
    ['no account', recordIn(PAYMENTS, { recipientAccountId: null, userIdentity: null })],
    ['an empty account', recordIn(PAYMENTS, { recipientAccountId: '' })],
    ['the home account by its principal', recordIn(HOME, { recipientAccountId: undefined })],
    ['the home account, undenied', recordIn(HOME, { errorCode: null })],
  ])('fails alone where it speaks of %s', async (_whom, detail) => {
    const world = new World();
    const result = await world.handle([sent(PAYMENTS, detail), itemOf()]);
    expect(result.failed).toMatchObject([
      { itemId: `from ${PAYMENTS}`, error: { code: 'FOREIGN_ACCOUNT' } },
    ]);
    expect(result.outcomes.map(({ eventId }) => eventId)).toEqual(['e-1']);
    expect(world.calls.decode).toBe(1);
  });

  it('is told with both accounts, however long they are', () => {
    const { failed } = readItems([sent(PAYMENTS, recordIn('9'.repeat(5_000)))], HUB);
    expect(String(failed[0]?.error)).toBe(
      `Failure: the event was sent by account "${PAYMENTS}" and speaks of account "${'9'.repeat(64)}"; an account may send its own events alone: look in CloudTrail for who called events:PutEvents there`,
    );
  });

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['several, of whichever accounts', [recordIn(PAYMENTS), recordIn(PAYMENTS)]],
    ['an envelope of its own', { account: PAYMENTS, detail: recordIn(PAYMENTS) }],
    ['a log file', { Records: [recordIn(PAYMENTS)] }],
    ['a look-up', { Events: [{ CloudTrailEvent: JSON.stringify(recordIn(PAYMENTS)) }] }],
  ])('is no event where it holds %s: one item must not be many', (_what, detail) => {
    const { failed } = readItems([sent(PAYMENTS, detail)], HUB);
    expect(failed).toMatchObject([{ error: { code: 'NOT_A_RECORD' } }]);
  });

  it('goes the whole way where it speaks of that account', async () => {
    const world = new World();
    const { outcomes, failed } = await world.handle([sent(PAYMENTS, recordIn(PAYMENTS))]);
    expect(failed).toEqual([]);
    expect(outcomes.map(({ explanation }) => explanation.event?.account)).toEqual([PAYMENTS]);
  });

  it('is told with the account of the hub, where the stack and its commands are', async () => {
    const world = new World({ isHub: true });
    const { outcomes } = await world.handle([sent(PAYMENTS, recordIn(PAYMENTS)), itemOf()]);
    expect(outcomes.map(({ explanation }) => explanation.event?.homeAccount)).toEqual([
      HOME,
      undefined,
    ]);
  });
});

describe('an event of the home account', () => {
  it.each([
    ['speaks of another account, as the test event does', sent(HOME, recordIn(STRANGER))],
    ['has no envelope', { id: 'bare', body: JSON.stringify(recordIn(STRANGER)) }],
    [
      'has an envelope without an account',
      { id: 'x', body: JSON.stringify({ detail: recordIn(STRANGER) }) },
    ],
    ['has an envelope with an odd account', sent(5, recordIn(STRANGER))],
  ])('goes the whole way where it %s', (_how, item) => {
    expect(readItems([item], OWN)).toMatchObject({ denials: [{ eventId: `e-${STRANGER}` }] });
  });

  it('may not try out what it likes in a hub: it could learn of another account', () => {
    const { failed, denials } = readItems([sent(HOME, recordIn(STRANGER))], HUB);
    expect(denials).toEqual([]);
    expect(failed).toMatchObject([{ error: { code: 'FOREIGN_ACCOUNT' } }]);
  });

  it.each([
    ['its own', recordIn(HOME)],
    ['no account, as the test event does', recordIn(HOME, { recipientAccountId: '' })],
  ])('goes the whole way in a hub where it speaks of %s', (_whom, record) => {
    expect(readItems([sent(HOME, record)], HUB)).toMatchObject({ failed: [], denials: [{}] });
  });
});

it('the history is sent by nobody, so that no account is foreign', () => {
  expect(readItems([sent(PAYMENTS, recordIn(HOME))], null).failed).toEqual([]);
});

describe('the simulator', () => {
  const query = (account: string): SimulationQuery => ({
    principalArn: `arn:aws:iam::${account}:role/ci-runner`,
    action: 'ec2:RunInstances',
    resources: ['*'],
    context: [],
    addedPolicies: [],
  });
  const allows: Simulate = async () => ({ kind: 'decided', decisions: [] });

  it('is not asked about principals of another account than that of the denial', async () => {
    const world = new World({ simulate: allows });
    const identity = JSON.parse(JSON.stringify(recordOf()['userIdentity']));
    const forged = recordIn(PAYMENTS, { userIdentity: identity, errorMessage: 'no' });
    await world.handle([sent(PAYMENTS, forged)]);
    expect(world.calls.simulate).toBe(0);
    const refused = { kind: 'refused', because: 'not-found' };
    const simulate = simulatorWithin(PAYMENTS, allows);
    expect(await simulate(query(HOME))).toEqual(refused);
    expect(await simulate({ ...query(HOME), principalArn: 'nobody' })).toEqual(refused);
    expect(await simulate(query(PAYMENTS))).toEqual({ kind: 'decided', decisions: [] });
  });

  it('is asked about anybody where the denial tells no account', () => {
    expect(simulatorWithin('', allows)).toBe(allows);
  });
});
