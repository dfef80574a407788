// The deployed way from end to end: the synthesized stack of lib/ around the bundle of lambda/.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocal } from '../../local/start-local';
import { synthesize, type SynthesizedStack } from '../../local/synthesize';
import { event } from './launches';
import { testWholeWay } from './whole-way';

const FOLDER = mkdtempSync(join(tmpdir(), 'launch-denied-test-'));

let stack: SynthesizedStack;

jest.setTimeout(60_000);

beforeAll(async () => {
  stack = await synthesize({ outdir: join(FOLDER, 'assembly') });
});

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

testWholeWay(() => stack);

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
