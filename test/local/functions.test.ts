import { startEmulators } from '../../local/emulators/emulators';
import { type Local, startLocal } from '../../local/start-local';
import { CALLING, printed, PUT_ITEM, tell } from './calling';
import { tinyStack } from './tiny-stack';

let local: Local;
afterEach(() => local.stop());

async function start(...stack: Parameters<typeof tinyStack>): Promise<Local> {
  return (local = await startLocal(tinyStack(...stack)));
}

const TARGET = {
  Arn: { 'Fn::GetAtt': ['Sweep', 'Arn'] },
  RoleArn: { 'Fn::GetAtt': ['ScheduleRole', 'Arn'] },
};
const withInput = (Input: object) => ({
  Schedule: { Target: { ...TARGET, Input: JSON.stringify(Input) } },
});

describe('several functions:', () => {
  test('the one behind the queue is the function, the scheduled one follows it', async () => {
    await start(CALLING);
    expect(local.function.name).toBe('Function');
    expect(local.functions.map(({ name, roleName }) => [name, roleName])).toEqual([
      ['Function', 'Role'],
      ['Sweep', 'SweepRole'],
    ]);
  });

  test('each may do what its own role allows, and its calls bear its name', async () => {
    await start(CALLING);
    await tell(local, PUT_ITEM);
    await tell(local, { ...PUT_ITEM, command: 'Query' });
    await local.sweep();
    expect(local.calls()).toMatchObject([
      { by: 'Function', action: 'dynamodb:PutItem', decision: 'allowed' },
      ...Array(3).fill({ by: 'Function', action: 'dynamodb:Query', decision: 'implicit-deny' }),
      { by: 'Sweep', action: 'dynamodb:Query', decision: 'allowed' },
    ]);
    expect(printed(local)).toContainEqual({
      command: 'Query',
      name: 'AccessDeniedException',
      message: expect.stringContaining('assumed-role/Role/Function is not authorized'),
    });
  });

  test('an index is a resource of its own', async () => {
    const index = {
      IndexName: 'due',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    };
    await start(CALLING, {
      Denials: { GlobalSecondaryIndexes: [index] },
      ...withInput({ IndexName: 'due' }),
    });
    await local.sweep();
    expect(local.failures()).toEqual(['Error: AccessDeniedException']);
    expect(local.calls()).toMatchObject([
      {
        resource: 'arn:aws:dynamodb:us-east-1:111122223333:table/Denials/index/due',
        decision: 'implicit-deny',
        status: 400,
      },
    ]);
  });
});

describe('the sweep', () => {
  test('runs once for each schedule, with what the schedule gives it', async () => {
    await start(CALLING);
    await local.sweep();
    await local.sweep();
    expect(printed(local).filter((line) => 'swept' in line)).toMatchObject([
      { swept: {} },
      { swept: {} },
    ]);
  });

  test('is given the input of the schedule', async () => {
    await start(CALLING, withInput({ Limit: 5 }));
    await local.sweep();
    expect(printed(local)).toContainEqual(expect.objectContaining({ swept: { Limit: 5 } }));
  });

  test('does not run where the schedule is disabled', async () => {
    await start(CALLING, { Schedule: { State: 'DISABLED' } });
    await local.sweep();
    expect(local.functions).toHaveLength(1);
    expect(local.log()).toBe('');
  });

  test('that fails is told among the failures, and runs again', async () => {
    await start('exports.sweep = async () => { throw new TypeError("broken"); };');
    await local.sweep();
    await local.sweep();
    expect(local.failures()).toEqual(['TypeError: broken', 'TypeError: broken']);
  });

  const SLOW = `
    const at = (what) => console.log('at ' + what);
    exports.handler = async () => { at('h1'); await new Promise((r) => setTimeout(r, 400)); at('h2'); };
    exports.sweep = async () => { at('s1'); await new Promise((r) => setTimeout(r, 400)); at('s2'); };`;
  const order = (): readonly string[] => local.log().match(/(?<=at )../g) ?? [];

  test('waits for the queue where that is awaited', async () => {
    await start(SLOW);
    await local.enqueue('{}');
    await local.settle();
    await local.sweep();
    expect(order()).toEqual(['h1', 'h2', 's1', 's2']);
  });

  test('runs beside the handler where nobody waits, and never beside itself', async () => {
    await start(SLOW);
    await local.enqueue('{}');
    await Promise.all([local.settle(), local.sweep(), local.sweep()]);
    const seen = order();
    expect(seen.indexOf('s1')).toBeLessThan(seen.indexOf('h2'));
    expect(seen.filter((what) => what.startsWith('s'))).toEqual(['s1', 's2', 's1', 's2']);
  });
});

describe('startLocal', () => {
  const SHOWING = `const show = async () => console.log(process.env.TABLE_NAME, process.env.ADDED);
    exports.handler = show; exports.sweep = show;`;

  test('changes the environment of both functions', async () => {
    const environment = { TABLE_NAME: 'Other', ADDED: 'too' };
    local = await startLocal(tinyStack(SHOWING), { environment });
    await local.enqueue('{}');
    await local.settle();
    await local.sweep();
    expect(local.log()).toBe('Other too\nOther too\n');
    expect(local.function.environment).toMatchObject(environment);
  });

  test.each(['as an option', 'alone'])('takes emulators that are starting, %s', async (how) => {
    const starting = startEmulators();
    local = await startLocal(tinyStack(SHOWING), how === 'alone' ? starting : { starting });
    expect(local.urls.emulators).toEqual((await starting).urls);
  });
});
