import fc from 'fast-check';
import { groupTable } from '../../adapters/group-table';
import type { Groups } from '../../core/group/stored';
import { customWidget } from '../../lambda/custom-widget';
import { FINGERPRINT, occurrence, record, storedExplanation } from '../adapters/group-table/sample';
import { startTable, type TableStandIn } from '../adapters/group-table/stand-in';
import { at } from '../core/group/group';

jest.setTimeout(60_000);

const CONTEXT = {
  invokedFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:customWidget-LaunchDenied',
};
const timeRange = {
  mode: 'absolute',
  start: Date.parse(at(0)) - 3_600_000,
  end: Date.parse(at(90)),
};

const environment = { ...process.env };
let table: TableStandIn;
let groups: Groups;
let allowsChanges = false;

beforeAll(async () => {
  table = await startTable();
  process.env['RETENTION_DAYS'] = '90';
});
beforeEach(async () => {
  await table.reset();
  process.env['TABLE_NAME'] = table.tableName;
  groups = groupTable({ tableName: table.tableName, retentionDays: 90, now: () => new Date() });
  await groups.write(record({ fingerprint: FINGERPRINT }), null);
  await groups.write(
    record({ fingerprint: `${FINGERPRINT}2` }, { principal: 'role/other', summary: 'Role other' }),
    null,
  );
  const stored = storedExplanation();
  await groups.writeExplanation(FINGERPRINT, stored);
  await groups.addOccurrences(FINGERPRINT, [occurrence(1)]);
  await groups.addToHour(at(0), FINGERPRINT, 3);
});
afterAll(async () => {
  await table.stop();
  process.env = environment;
});

/** The widget as a process of its own would see its environment. */
async function invoke(event: unknown): Promise<unknown> {
  process.env['ALLOW_CHANGES'] = String(allowsChanges);
  let answer: unknown;
  await jest.isolateModulesAsync(async () => {
    const widget = await import('../../lambda/custom-widget');
    answer = await widget.customWidget(event, CONTEXT);
  });
  return answer;
}

describe('the function', () => {
  beforeAll(() => void (allowsChanges = false));

  test('describes itself in Markdown', async () => {
    const answer = await customWidget({ describe: true }, CONTEXT);
    expect(answer).toMatchObject({ markdown: expect.stringContaining('```yaml\nview: causes') });
  });

  test('draws the causes of the time of the dashboard', async () => {
    const html = String(await invoke({ view: 'causes', widgetContext: { timeRange } }));
    expect(html).toContain('Role ci-runner may not pass role web-profile to EC2');
    const early = { ...timeRange, end: timeRange.start + 1 };
    expect(String(await invoke({ widgetContext: { timeRange: early } }))).toContain(
      'Nothing to review',
    );
    const zoomed = { ...timeRange, zoom: { start: early.start, end: early.end } };
    expect(String(await invoke({ widgetContext: { timeRange: zoomed } }))).toContain(
      'Nothing to review',
    );
  });

  test('changes nothing unless the stack allows it', async () => {
    const move = { move: 'resolve', fingerprint: FINGERPRINT };
    expect(String(await invoke(move))).toContain('Nothing was changed');
    expect((await groups.read(FINGERPRINT))?.record.group.state).not.toBe('resolved');
  });

  test('says so where there is no such cause', async () => {
    expect(String(await invoke({ view: 'cause', fingerprint: 'v1:none' }))).toContain(
      'does not exist any more',
    );
  });

  test.each([
    ['AccessDeniedException', 'lacks dynamodb:Query on the table'],
    ['ProvisionedThroughputExceededException', 'try again in a minute'],
    ['ResourceNotFoundException', 'does not exist any more'],
    ['InternalServerError', 'log of this function'],
  ])('says what to do where the table answers %s', async (name, words) => {
    const refuse = async () => ({
      status: 400,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      body: JSON.stringify({
        __type: name,
        message: 'User: x is not authorized to perform: dynamodb:Query on resource: y',
      }),
    });
    table.meddle(refuse);
    expect(String(await invoke({ view: 'causes' }))).toContain(words);
  });

  test('answers any event with HTML that nothing of it becomes markup of', async () => {
    const hostile = fc.constantFrom('<script>x</script>', '" onclick="x', '</cwdb-action>', 'x');
    const value = fc.oneof(hostile, fc.jsonValue());
    const names = [
      'view',
      'state',
      'q',
      'principal',
      'page',
      'fingerprint',
      'shape',
      'move',
      'search',
    ];
    const event = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          ...Object.fromEntries(names.map((name) => [name, value])),
          widgetContext: fc.oneof(
            value,
            fc.record({
              theme: value,
              timeRange: fc.oneof(value, fc.record({ start: fc.double(), end: fc.double() })),
              forms: fc.oneof(
                value,
                fc.record({ all: fc.dictionary(fc.constantFrom('q', 'for'), value) }),
              ),
            }),
          ),
        },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(event, async (given) => {
        const html = await customWidget(given, CONTEXT);
        expect(typeof html).toBe('string');
        expect(html).not.toMatch(/<script|<iframe|<use\b|<[^>"]*\son\w+=/i);
      }),
      { numRuns: 150 },
    );
  });
});
