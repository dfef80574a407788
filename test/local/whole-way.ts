// The deployed way from end to end, for whatever stack it is: that of lib/, or the file made of it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GRANTED_ACTIONS } from '../../lib';
import { type Case, readCases } from '../../local/cases';
import { demoInputs } from '../../local/inputs';
import { play, type Result } from '../../local/play';
import { type Local, type LocalOptions, startLocal } from '../../local/start-local';
import type { SynthesizedStack } from '../../local/synthesize';
import { event, record, withMessage } from './launches';

const ROOT = join(__dirname, '..', '..');

/** Tests what every stack has to do; `options` are those of each local mode. */
export function testWholeWay(stack: () => SynthesizedStack, options: LocalOptions = {}): void {
  describe('the rule keeps back', () => {
    let local: Local;
    beforeAll(async () => void (local = await startLocal(stack(), options)));
    afterAll(() => local.stop());

    test.each([
      ['a dry run', event('a', { errorCode: 'Client.DryRunOperation' })],
      ['a launch that succeeded', event('b', { errorCode: undefined })],
      ['a launch that failed otherwise', event('c', { errorCode: 'Client.VcpuLimitExceeded' })],
      ['another operation', event('d', { eventName: 'DescribeInstances' })],
      ['another service', event('e', { eventSource: 's3.amazonaws.com' })],
      ['an event of another source', event('f', {}, 'aws.s3')],
      [
        'another kind of event',
        { ...event('g'), 'detail-type': 'AWS Service Event via CloudTrail' },
      ],
      ['a bare record', record('h')],
    ])('%s', async (_name, kept) => {
      await expect(local.put(kept)).resolves.toMatchObject({ matched: false });
      expect(await local.queueDepth()).toBe(0);
    });
  });

  describe('the demo', () => {
    let local: Local;
    let demo: Result;
    beforeAll(async () => {
      local = await startLocal(stack(), {
        ...options,
        environment: { ALERTS_PER_MINUTE: '6000' },
      });
      demo = await play(local, demoInputs(local));
    });
    afterAll(() => local.stop());

    const cases = readCases(join(ROOT, 'cases')).filter(
      ({ demo: isDemo, event: told }) => isDemo && told !== undefined,
    );
    const goldenText = ({ path }: Case): string | null => {
      const file = join(ROOT, 'cases', path.replace(/json$/, 'txt'));
      return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
    };

    test('ends with an e-mail or the rule for every event, and a dead letter for none', async () => {
      expect(demo.played.filter(({ fate }) => fate === 'failed')).toEqual([]);
      expect(demo.mails).toHaveLength(demo.played.filter(({ fate }) => fate === 'alerted').length);
      expect(await local.deadLetters()).toEqual([]);
      expect(local.failures()).toEqual([]);
    });

    test('sends exactly the golden e-mails', () => {
      const sent = demo.mails.map(({ subject, text }) => `Subject: ${subject}\n\n${text}`.trim());
      const golden = cases.map(goldenText).filter((text) => text !== null);
      expect(sent.toSorted()).toEqual(golden.toSorted());
    });

    test('puts an event for each alert, which our own rule never matches', () => {
      const events = local.busEvents();
      expect(events).toHaveLength(demo.mails.length);
      expect(new Set(events.map(({ matched }) => matched))).toEqual(new Set([false]));
      for (const { event } of events)
        expect(event).toMatchObject({
          source: 'launch-denied',
          'detail-type': 'Launch Denial Explained',
          detail: { schemaVersion: 1, alert: 'new', count: 1, explanation: expect.anything() },
        });
    });

    test('decodes each whole message in the Region of its event', () => {
      const decodes = demo.calls.filter(({ action }) => action.startsWith('sts:'));
      expect(new Set(decodes.map(({ status }) => status))).toEqual(new Set([200]));
      expect(decodes.map(({ region }) => region)).toEqual(
        expect.arrayContaining(['us-gov-west-1', 'cn-north-1']),
      );
    });

    test('makes no call that the synthesized role policy does not allow', () => {
      expect(demo.calls.filter(({ decision }) => decision !== 'allowed')).toEqual([]);
    });

    test('uses each granted action, or the table of grants says who else does', () => {
      const granted = new Set(local.function.statements.flatMap(({ actions }) => actions));
      const used = new Set(demo.calls.map(({ action }) => action));
      const byLambda = GRANTED_ACTIONS.filter(({ usedBy }) =>
        usedBy.some((user) => user === 'lambda'),
      );
      const accounted = new Set([...used, ...byLambda.map(({ action }) => action)]);
      expect(accounted).toEqual(granted);
      expect(byLambda.filter(({ action }) => used.has(action))).toEqual([]);
      for (const { because } of GRANTED_ACTIONS) expect(because).toMatch(/\w/);
    });

    test('stores items that all expire by the attribute of the table', async () => {
      const items = await local.items();
      const now = Date.now() / 1_000;
      for (const { expiresAt } of items) expect(expiresAt).toBeGreaterThan(now);
    });
  });

  describe('a denial', () => {
    let local: Local;
    beforeEach(async () => void (local = await startLocal(stack(), options)));
    afterEach(() => local.stop());

    test('that is no record of CloudTrail becomes a dead letter, and its batch goes on', async () => {
      await local.enqueue('not JSON');
      await local.enqueue('{"Records":[]}');
      await local.put(event('good'));
      await local.settle();
      expect(await local.deadLetters()).toEqual(['not JSON', '{"Records":[]}']);
      expect(await local.mails()).toHaveLength(1);
    });

    test('that is delivered twice is alerted once', async () => {
      const other = {
        errorMessage: record('').errorMessage.replaceAll('web-profile', 'db-profile'),
      };
      for (const id of ['twice', 'twice']) await local.put(event(id));
      await local.put(event('once', other));
      await local.settle();
      await local.put(event('once', other));
      await local.settle();
      expect(await local.mails()).toHaveLength(2);
    });

    test('whose message may not be decoded says which role lacks which statement', async () => {
      const refuse = (message: string): void => local.sts.withholdPermission(message);
      await local.put(withMessage(local, 'withheld', refuse));
      await local.settle();
      const [mail] = await local.mails();
      const { roleName } = local.function;
      // The name is wrapped where it is longer than a line of the e-mail.
      expect(mail?.text.replace(/\s/g, '')).toContain(roleName);
      expect(mail?.text).toContain('sts:DecodeAuthorizationMessage');
    });

    test('is decoded although STS throttles the first call', async () => {
      local.sts.throttle(1);
      await local.put(withMessage(local, 'throttled'));
      await local.settle();
      expect(await local.mails()).toHaveLength(1);
      const decodes = local.calls().filter(({ action }) => action.startsWith('sts:'));
      expect(decodes.map(({ status }) => status)).toEqual([400, 200]);
    });
  });
}
