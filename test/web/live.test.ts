import { get } from 'node:http';
import type { Groups } from '../../core/group/stored';
import { startLive } from '../../web/live';
import type { Dashboard } from '../../web/server';
import { FINGERPRINT, record } from '../adapters/group-table/sample';
import { NOW, oneGroup, send, start } from './dashboard';

/** An open stream of changes. */
interface Stream {
  readonly headers: Readonly<Record<string, unknown>>;
  text(): string;
  /** Waits until the stream said something. */
  until(words: RegExp): Promise<void>;
  readonly ended: Promise<void>;
  close(): void;
}

function listen({ url }: Dashboard): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const sent = get(`${url}/live`, (response) => {
      let said = '';
      let heard = (): void => undefined;
      response.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk;
        heard();
      });
      // A server that ends breaks the stream off.
      response.on('error', () => undefined);
      resolve({
        headers: response.headers,
        text: () => said,
        until: (words) =>
          new Promise((done) => {
            heard = () => words.test(said) && done();
            heard();
          }),
        ended: new Promise((done) => response.once('close', done)),
        close: () => sent.destroy(),
      });
    });
    sent.on('error', reject);
  });
}

const changeOnce = async (groups: Groups) => {
  const stored = await groups.read(FINGERPRINT);
  if (stored === null) throw new Error('not stored');
  const { group } = stored.record;
  const next = { ...stored.record, group: { ...group, count: group.count + 1 } };
  await groups.write(next, stored.version);
};

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Groups that count how often they are looked at. */
function counted(groups: Groups): { readonly groups: Groups; readonly looks: () => number } {
  let looks = 0;
  const list: Groups['list'] = (page) => {
    looks += 1;
    return groups.list(page);
  };
  return { groups: { ...groups, list }, looks: () => looks };
}

describe('the stream of changes', () => {
  test('says once that something might have changed, and no more while nothing does', async () => {
    const dashboard = await start();
    const stream = await listen(dashboard);
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    await stream.until(/(?:: still\n\n){4}/);
    expect(stream.text().match(/changed/g)).toHaveLength(1);
    stream.close();
    await dashboard.close();
  });

  test('tells everybody of a denial, of a new cause and of a move', async () => {
    const groups = await oneGroup();
    const dashboard = await start({ groups });
    const streams = [await listen(dashboard), await listen(dashboard)];
    const told = (times: number) =>
      Promise.all(
        streams.map((stream) => stream.until(new RegExp(`(?:event: changed[^]*){${times}}`))),
      );
    await told(1);
    await changeOnce(groups);
    await told(2);
    await groups.addToHour(NOW, FINGERPRINT, 1);
    await told(3);
    const fingerprint = FINGERPRINT.replace('ci-runner', 'deployer');
    await groups.write(record({ fingerprint }), null);
    await told(4);
    await send(dashboard, 'resolve');
    await told(5);
    for (const stream of streams) stream.close();
    await dashboard.close();
  });

  test('ends with the server', async () => {
    const dashboard = await start();
    const stream = await listen(dashboard);
    await dashboard.close();
    await stream.ended;
  });

  test('goes on after the table failed', async () => {
    const own = await oneGroup();
    let isBroken = false;
    const list: Groups['list'] = async (page) => {
      if (isBroken) throw new Error('throttled');
      return own.list(page);
    };
    const dashboard = await start({ groups: { ...own, list } });
    const stream = await listen(dashboard);
    await stream.until(/event: changed/);
    isBroken = true;
    await changeOnce(own);
    await pause(50);
    expect(stream.text().match(/changed/g)).toHaveLength(1);
    isBroken = false;
    await stream.until(/changed[^]*changed/);
    stream.close();
    await dashboard.close();
  });
});

describe('the table', () => {
  test('is not looked at while nobody listens', async () => {
    const { groups, looks } = counted(await oneGroup());
    const dashboard = await start({ groups });
    await pause(80);
    expect(looks()).toBe(0);
    const stream = await listen(dashboard);
    await stream.until(/(?:: still\n\n){2}/);
    stream.close();
    await pause(60);
    const after = looks();
    await pause(100);
    expect(looks()).toBe(after);
    await dashboard.close();
  });

  test('is looked at once for all who listen, also where they come and go', async () => {
    const { groups, looks } = counted(await oneGroup());
    const live = startLive({ groups, now: () => NOW, pollMilliseconds: 50 });
    for (let times = 0; times < 20; times += 1) live.listen(() => undefined)();
    const ends = Array.from({ length: 10 }, () => live.listen(() => undefined));
    await pause(20);
    const before = looks();
    await pause(220);
    expect(looks() - before).toBeLessThanOrEqual(5);
    for (const end of ends) end();
    live.close();
  });

  test('is left alone for longer and longer while it fails', async () => {
    let looks = 0;
    const list = async () => {
      looks += 1;
      throw new Error('throttled');
    };
    const groups = { ...(await oneGroup()), list };
    const live = startLive({ groups, now: () => NOW, pollMilliseconds: 10 });
    live.listen(() => undefined);
    await pause(300);
    expect(looks).toBeLessThanOrEqual(6);
    live.close();
    const after = looks;
    await pause(700);
    expect(looks).toBe(after);
  });
});
