import { functionEnvironment } from '../../../local/runtime/environment';
import {
  type FunctionProcess,
  functionProcess,
  type FunctionProcessOptions,
} from '../../../local/runtime/function-process';
import { bundleOf } from '../tiny-stack';

const printed: string[] = [];
let running: FunctionProcess | undefined;

afterEach(() => running?.stop());

function start(source: string, changed: Partial<FunctionProcessOptions> = {}): FunctionProcess {
  const codeFolder = bundleOf(source);
  const plan = {
    name: 'explain',
    arn: 'arn:aws:lambda:us-east-1:111122223333:function:explain',
    handler: 'index.handler',
    runtime: 'nodejs24.x',
    timeoutSeconds: 5,
    memoryMegabytes: 256,
    environment: { TABLE_NAME: 'denials' },
    code: { kind: 'asset', key: 'code.zip' } as const,
    roleName: 'explain-role',
    statements: [],
  };
  const endpoints = {
    sts: 'http://sts',
    iam: 'http://iam',
    dynamodb: 'http://dynamodb',
    sns: 'http://sns',
    eventBridge: 'http://eventbridge',
  };
  const environment = functionEnvironment(plan, codeFolder, endpoints);
  const movedBy = (): number => 0;
  const log = (text: string): void => void printed.push(text);
  return (running = functionProcess({
    ...plan,
    codeFolder,
    environment,
    log,
    movedBy,
    ...changed,
  }));
}

describe('an invocation fails', () => {
  test.each([
    ['the handler rejects', 'exports.handler = async () => { throw new TypeError("x"); }', 'x'],
    ['the handler throws', 'exports.handler = () => { throw new TypeError("y"); }', 'y'],
    ['the bundle does not load', 'throw new TypeError("z");', 'z'],
    ['there is no handler', 'exports.other = 1;', 'index.handler is undefined or not exported'],
    ['something other than an error is thrown', 'exports.handler = () => { throw "w"; }', 'w'],
    ['the process ends', 'exports.handler = () => process.exit(3)', 'with exit status 3'],
  ])('when %s', async (_name, source, message) => {
    await expect(start(source).invoke({})).resolves.toMatchObject({
      kind: 'failed',
      errorMessage: expect.stringContaining(message),
    });
  });

  test('when it takes longer than the timeout, and the next one starts anew', async () => {
    const source = `let calls = 0;
      exports.handler = (event) => (calls++, event.hang ? new Promise(() => {}) : calls);`;
    const process = start(source, { timeoutSeconds: 0.5 });
    await expect(process.invoke({ hang: true })).resolves.toEqual({
      kind: 'failed',
      errorType: 'Error',
      errorMessage: 'Task timed out after 0.50 seconds',
    });
    await expect(process.invoke({})).resolves.toEqual({ kind: 'returned', payload: 1 });
  });
});

describe('an invocation', () => {
  test.each([
    ['an object', 'async () => ({ batchItemFailures: [] })', { batchItemFailures: [] }],
    ['nothing', 'async () => undefined', null],
    ['a value without a promise', '() => "text"', 'text'],
  ])('returns %s', async (_name, handler, payload) => {
    const process = start(`exports.handler = ${handler};`);
    await expect(process.invoke({})).resolves.toEqual({ kind: 'returned', payload });
  });

  test('receives the event and a context', async () => {
    const process = start(`exports.handler = async (event, context) => [
      event, context.functionName, context.getRemainingTimeInMillis() > 0, context.deadline];`);
    await expect(process.invoke({ Records: [] })).resolves.toEqual({
      kind: 'returned',
      payload: [{ Records: [] }, 'explain', true, null],
    });
  });

  test('keeps the state of the one before', async () => {
    const process = start('let calls = 0; exports.handler = async () => ++calls;');
    await process.invoke({});
    await expect(process.invoke({})).resolves.toEqual({ kind: 'returned', payload: 2 });
  });

  test('prints into the log', async () => {
    await start('exports.handler = async () => console.log("printed here");').invoke({});
    expect(printed.join('')).toContain('printed here');
  });

  test('sees only the environment of the template, of Lambda, and of the endpoints', async () => {
    process.env.SECRET_OF_THE_READER = 'x';
    const answer = await start('exports.handler = async () => Object.keys(process.env);').invoke(
      {},
    );
    delete process.env.SECRET_OF_THE_READER;
    expect(answer).toEqual({ kind: 'returned', payload: expect.any(Array) });
    expect(JSON.stringify(answer)).not.toContain('SECRET_OF_THE_READER');
    expect('payload' in answer && new Set(answer.payload as string[])).toEqual(
      new Set([
        'TABLE_NAME',
        'PATH',
        'TZ',
        'AWS_REGION',
        'AWS_DEFAULT_REGION',
        'AWS_EXECUTION_ENV',
        'AWS_LAMBDA_FUNCTION_NAME',
        'AWS_LAMBDA_FUNCTION_VERSION',
        'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
        'AWS_LAMBDA_INITIALIZATION_TYPE',
        'AWS_ACCESS_KEY_ID',
        'AWS_SECRET_ACCESS_KEY',
        'AWS_SESSION_TOKEN',
        '_HANDLER',
        'LAMBDA_TASK_ROOT',
        'AWS_ENDPOINT_URL_STS',
        'AWS_ENDPOINT_URL_IAM',
        'AWS_ENDPOINT_URL_DYNAMODB',
        'AWS_ENDPOINT_URL_SNS',
        'AWS_ENDPOINT_URL_EVENTBRIDGE',
        'AWS_CONFIG_FILE',
        'AWS_SHARED_CREDENTIALS_FILE',
        'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED',
      ]),
    );
  });
});
