// The deployed way from end to end: the synthesized stack of lib/ around the bundle of lambda/.
import { execFile, type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { GRANTED_ACTIONS } from '../../lib';
import { type Case, readCases } from '../../local/cases';
import { demoInputs } from '../../local/inputs';
import { play, type Result } from '../../local/play';
import { type Local, startLocal } from '../../local/start-local';
import { synthesize, type SynthesizedStack } from '../../local/synthesize';

const ROOT = join(__dirname, '..', '..');
const FOLDER = mkdtempSync(join(tmpdir(), 'launch-denied-test-'));
const ACCOUNT = '111122223333';
const PRINCIPAL = `arn:aws:sts::${ACCOUNT}:assumed-role/ci-runner/build-7`;

let stack: SynthesizedStack;

jest.setTimeout(60_000);

beforeAll(async () => {
  stack = await synthesize({ outdir: join(FOLDER, 'assembly') });
});

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** A denied launch as CloudTrail records it. */
function record(eventID: string, changed: Readonly<Record<string, unknown>> = {}) {
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      arn: PRINCIPAL,
      accountId: ACCOUNT,
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          arn: `arn:aws:iam::${ACCOUNT}:role/ci-runner`,
          userName: 'ci-runner',
        },
      },
    },
    eventTime: '2026-11-20T09:14:03Z',
    eventSource: 'ec2.amazonaws.com',
    eventName: 'RunInstances',
    awsRegion: 'us-east-2',
    errorCode: 'Client.UnauthorizedOperation',
    errorMessage: `You are not authorized to perform this operation. User: ${PRINCIPAL} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${ACCOUNT}:role/web-profile because no identity-based policy allows the iam:PassRole action.`,
    requestParameters: { instanceType: 't3.large', subnetId: 'subnet-0abc' },
    eventID,
    eventType: 'AwsApiCall',
    recipientAccountId: ACCOUNT,
    ...changed,
  };
}

function event(
  eventID: string,
  changed: Readonly<Record<string, unknown>> = {},
  source = 'aws.ec2',
) {
  const detail = record(eventID, changed);
  const shared = { version: '0', id: eventID, account: ACCOUNT, resources: [] };
  return { ...shared, 'detail-type': 'AWS API Call via CloudTrail', source, detail };
}

/** The same denial with an encoded message of the stand-in. */
function withMessage(local: Local, eventID: string, issued?: (message: string) => void) {
  const decoded = JSON.stringify({
    allowed: false,
    explicitDeny: false,
    matchedStatements: { items: [] },
    failures: { items: [] },
    context: {
      principal: { id: 'AROAEXAMPLE:build-7', arn: PRINCIPAL },
      action: 'iam:PassRole',
      resource: `arn:aws:iam::${ACCOUNT}:role/web-profile`,
      conditions: { items: [] },
    },
  });
  const owner = { account: ACCOUNT, region: 'us-east-2', seed: eventID };
  const message = local.sts.issue(decoded, owner);
  issued?.(message);
  const { errorMessage } = record(eventID);
  return event(eventID, {
    errorMessage: `${errorMessage} Encoded authorization failure message: ${message}`,
  });
}

describe('the rule keeps back', () => {
  let local: Local;
  beforeAll(async () => void (local = await startLocal(stack)));
  afterAll(() => local.stop());

  test.each([
    ['a dry run', event('a', { errorCode: 'Client.DryRunOperation' })],
    ['a launch that succeeded', event('b', { errorCode: undefined })],
    ['a launch that failed otherwise', event('c', { errorCode: 'Client.VcpuLimitExceeded' })],
    ['another operation', event('d', { eventName: 'DescribeInstances' })],
    ['another service', event('e', { eventSource: 's3.amazonaws.com' })],
    ['an event of another source', event('f', {}, 'aws.s3')],
    ['another kind of event', { ...event('g'), 'detail-type': 'AWS Service Event via CloudTrail' }],
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
    local = await startLocal(stack, { environment: { ALERTS_PER_MINUTE: '6000' } });
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
  beforeEach(async () => void (local = await startLocal(stack)));
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
    const other = { errorMessage: record('').errorMessage.replaceAll('web-profile', 'db-profile') };
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

describe('the local way follows the template:', () => {
  type Properties = Record<string, unknown>;

  /** What a denial ends as when the properties of the resources of a type are changed. */
  async function endWith(type: string, change: (properties: Properties) => Properties) {
    const Resources = Object.fromEntries(
      Object.entries(stack.template.Resources).map(([id, resource]) => [
        id,
        resource.Type === type
          ? { ...resource, Properties: change(structuredClone(resource.Properties)) }
          : resource,
      ]),
    );
    const local = await startLocal({ ...stack, template: { Resources } });
    try {
      const { matched } = await local.put(event('denied'));
      const dryRun = await local.put(event('dry', { errorCode: 'Client.DryRunOperation' }));
      await local.settle();
      const deadLetters = (await local.deadLetters()).length;
      return { matched, dryRun: dryRun.matched, deadLetters, mails: (await local.mails()).length };
    } finally {
      await local.stop();
    }
  }

  const FINE = { matched: true, dryRun: false, deadLetters: 0, mails: 1 };
  const text = (properties: Properties, from: string, to: string): Properties =>
    JSON.parse(JSON.stringify(properties).replaceAll(from, to));

  test('unchanged, the denial is alerted', async () => {
    expect(await endWith('AWS::Lambda::Function', (same) => same)).toEqual(FINE);
  });

  test.each(['DIGEST'])(
    'without the environment variable %s, the denial is a dead letter',
    async (name) => {
      const end = await endWith('AWS::Lambda::Function', (properties) =>
        text(properties, `"${name}"`, `"NOT_${name}"`),
      );
      expect(end).toEqual({ ...FINE, deadLetters: 1, mails: 0 });
    },
  );

  test('with another key of the table, the denial is a dead letter', async () => {
    const end = await endWith('AWS::DynamoDB::GlobalTable', (properties) =>
      text(properties, '"pk"', '"id"'),
    );
    expect(end).toEqual({ ...FINE, deadLetters: 1, mails: 0 });
  });

  test.each(['dynamodb:PutItem', 'dynamodb:BatchWriteItem'])(
    'without the grant of %s, the denial is a dead letter',
    async (action) => {
      const end = await endWith('AWS::IAM::Role', (properties) =>
        text(properties, `"${action}"`, '"none:None"'),
      );
      expect(end).toEqual({ ...FINE, deadLetters: 1, mails: 0 });
    },
  );

  test('with a looser pattern, the dry run reaches the function, which stays silent', async () => {
    const end = await endWith('AWS::Events::Rule', (properties) =>
      text(properties, '"UnauthorizedOperation"', '"Client.DryRunOperation"'),
    );
    expect(end).toEqual({ ...FINE, dryRun: true });
  });

  test('with a stricter pattern, the denial stays back', async () => {
    const end = await endWith('AWS::Events::Rule', (properties) =>
      text(properties, '"RunInstances",', ''),
    );
    expect(end).toEqual({ ...FINE, matched: false, mails: 0 });
  });
});

describe('npm start', () => {
  const command = ['--import', 'tsx', join('local', 'main.ts')];

  function run(...args: string[]) {
    return new Promise<{ status: unknown; stdout: string; stderr: string }>((resolve) => {
      execFile(process.execPath, [...command, ...args], { cwd: ROOT }, (error, stdout, stderr) =>
        resolve({ status: error?.code ?? 0, stdout, stderr }),
      );
    });
  }

  test.each([
    ['an option it does not know', ['--colour'], "unknown option '--colour'"],
    ['a file that is not there', ['nowhere.json'], 'cannot read nowhere.json: ENOENT'],
    ['a file without records', ['package.json'], 'package.json holds no CloudTrail record'],
  ])('refuses %s with one sentence', async (_name, args, sentence) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(sentence)]);
  });

  test('--help prints how to use it', async () => {
    const { status, stdout } = await run('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('npm start -- FILE...');
  });

  test("sends the reader's own records through, and says what became of each", async () => {
    const file = join(FOLDER, 'own.json.gz');
    const ignored = record('started', { eventName: 'StopInstances' });
    const Records = [record('own'), ignored, record('own')];
    writeFileSync(file, gzipSync(JSON.stringify({ Records })));
    const { status, stdout } = await run(file);
    expect(status).toBe(0);
    expect(stdout.match(/^Subject: .*$/gm)).toEqual([
      expect.stringContaining('Role ci-runner may not pass role web-profile'),
    ]);
    expect(stdout).toContain('3 events went in: 1 alerted, 0 held back, 2 ignored, 0 failed.');
    expect(stdout).toContain('not matched by the rule: detail.eventName is "StopInstances"');
    expect(stdout).toContain('an event with this eventID came before');
  });

  test('--json prints the e-mails and the calls', async () => {
    const file = join(FOLDER, 'own.json');
    writeFileSync(file, JSON.stringify(event('own')));
    const { stdout } = await run(file, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      played: [{ eventId: 'own', fate: 'alerted' }],
      mails: [{ subject: expect.stringContaining('ci-runner') }],
      calls: expect.arrayContaining([expect.objectContaining({ action: 'sns:Publish' })]),
    });
  });

  describe('--keep', () => {
    let child: ChildProcess;
    let printed = '';
    afterEach(() => child.kill('SIGKILL'));

    async function until(pattern: RegExp): Promise<string> {
      for (;;) {
        const found = pattern.exec(printed);
        if (found) return found[1] ?? '';
        await new Promise((resolve) => child.stdout?.once('data', resolve));
      }
    }

    test('takes events until Ctrl-C, and leaves nothing behind', async () => {
      const file = join(FOLDER, 'kept.json');
      writeFileSync(file, JSON.stringify(record('kept')));
      child = spawn(process.execPath, [...command, '--keep', file], { cwd: ROOT });
      child.stdout?.on('data', (chunk) => (printed += String(chunk)));
      const inbox = await until(/@FILE (http:\/\/127\.0\.0\.1:\d+)/);
      const dynamodb = await until(/DynamoDB +(http:\/\/127\.0\.0\.1:\d+)/);

      const body = JSON.stringify(
        record('posted', {
          errorMessage: record('').errorMessage.replaceAll('web-profile', 'db-profile'),
          requestParameters: { instanceType: 'p5.4x' },
        }),
      );
      const fromPage = { method: 'POST', body, headers: { origin: 'http://example.com' } };
      expect((await fetch(inbox, fromPage)).status).toBe(403);
      expect((await fetch(inbox)).status).toBe(405);
      expect((await fetch(inbox, { method: 'POST', body: '{}' })).status).toBe(400);
      const answer = await fetch(inbox, { method: 'POST', body });
      expect(await answer.text()).toContain('1 event went in: 1 alerted');
      await until(/(p5\.4x)/);

      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      expect(await ended).toBe(130);
      await expect(fetch(dynamodb)).rejects.toThrow();
      await expect(fetch(inbox)).rejects.toThrow();
    });
  });
});
