import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';
import { jsonError, jsonResult } from '../../local/wire/json';
import { type Loopback, type Reply, startLoopback } from '../../local/wire/loopback';
import { answer, refusal } from '../adapters/group-table/stand-in';
import { run } from './command';
import { CALLER, deadUrl, type GroupsStack, startGroupsStack } from './groups-stack';

const NAMES: readonly (readonly [string, string])[] = [
  ['111122223333', 'home'],
  ['444455556666', 'payments'],
  ['777788889999', 'search'],
];
const WRITTEN =
  'Written to the table of the stack. Alerts name the accounts within the hour, and a group names its account from its next denial on.';
const OTHERWISE =
  'give --organization-profile with other credentials, or write the names into the setting accountNames of the stack\n';

jest.setTimeout(60_000);

let stack: GroupsStack;
let organization: Loopback;
let reply: (page: number) => Reply;
/** The access keys that signed what was asked of Organizations. */
let keys: string[];

beforeAll(async () => {
  stack = await startGroupsStack();
  organization = await startLoopback(async ({ headers, body }) => {
    const { NextToken } = v.parse(
      v.object({ NextToken: v.optional(v.string()) }),
      JSON.parse(body),
    );
    keys.push(/Credential=([^/]+)/.exec(headers.authorization ?? '')?.[1] ?? '');
    return reply(Number(NextToken ?? 0));
  });
});
beforeEach(async () => {
  keys = [];
  listing(NAMES);
  await stack.reset();
});
afterAll(async () => {
  await organization.stop();
  await stack.stop();
});

/** Answers with two accounts a page. */
function listing(names: readonly (readonly [string, string])[]): void {
  reply = (page) => {
    const some = names.slice(page * 2, page * 2 + 2);
    const Accounts = some.map(([Id, Name]) => ({ Id, Name, State: 'ACTIVE' }));
    const isLast = (page + 1) * 2 >= names.length;
    return jsonResult('1.1', { Accounts, ...(isLast ? {} : { NextToken: String(page + 1) }) });
  };
}

const refusing = (code: string, message = code) =>
  void (reply = () => jsonError('1.1', 400, code, message));

const accounts = (args: readonly string[] = [], env: Record<string, string> = {}) =>
  stack.deployed(['accounts', ...args], {
    AWS_ENDPOINT_URL_ORGANIZATIONS: organization.url,
    ...env,
  });

/** The text without the line breaks of its width. */
const flat = (out: string) => out.replaceAll('\n', ' ');

describe('accounts that nobody may list', () => {
  test.each([
    [
      'AccessDeniedException',
      "You don't have permissions to access this resource.",
      'AWS Organizations refused to list the accounts: only the management account or a delegated administrator may, with the right organizations:ListAccounts; ',
    ],
    [
      'AccessDeniedException',
      `User: ${CALLER} is not authorized to perform: organizations:ListAccounts on resource: * because no identity-based policy allows the organizations:ListAccounts action`,
      `AWS Organizations refused ${CALLER} to list the accounts: only the management account`,
    ],
    [
      'AWSOrganizationsNotInUseException',
      'Your account is not a member of an organization.',
      'the account of these credentials is in no organization; ',
    ],
  ])('are told with what else there is: %s %j', async (code, message, words) => {
    refusing(code, message);
    const { status, out, err } = await accounts();
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err.startsWith(`launch-denied: ${words}`)).toBe(true);
    expect(err.endsWith(OTHERWISE)).toBe(true);
    expect(await stack.groups().accountNames()).toEqual(new Map());
  });

  test('for lack of a profile are told so', async () => {
    const { status, err } = await accounts(['--organization-profile', 'nobody'], {
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    });
    expect([status, err]).toEqual([
      1,
      `launch-denied: no credentials were found to ask AWS Organizations with; ${OTHERWISE}`,
    ]);
  });

  test.each([
    ['TooManyRequestsException', 'AWS is throttling this account; wait a minute and try again'],
    ['ServiceException', 'AWS answered with ServiceException: ServiceException'],
  ])('for an outage are told in our words: %s', async (code, words) => {
    refusing(code);
    const { status, err } = await accounts();
    expect([status, err]).toEqual([1, `launch-denied: ${words}\n`]);
  });

  test('for lack of a network are told so', async () => {
    const { status, err } = await accounts([], {
      AWS_ENDPOINT_URL_ORGANIZATIONS: await deadUrl(),
    });
    expect([status, err]).toEqual([
      1,
      'launch-denied: AWS could not be reached over the network; check the Region and the connection, and try again\n',
    ]);
  });
});

describe('a table that cannot be written', () => {
  test('is named with the right that is missing', async () => {
    stack.table.meddle(async ({ operation }, pass) => {
      if (operation !== 'PutItem') return pass();
      const message = `User: ${CALLER} is not authorized to perform: dynamodb:PutItem on resource: arn:aws:x because no identity-based policy allows the dynamodb:PutItem action`;
      return { ...answer({ __type: 'AccessDeniedException', message }), status: 400 };
    });
    const { status, out, err } = await accounts();
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain(`AWS refused: ${CALLER} lacks dynamodb:PutItem on arn:aws:x`);
  });

  test('is one that is gone', async () => {
    stack.table.meddle(async () => refusal('ResourceNotFoundException'));
    const { status, err } = await accounts();
    expect(status).toBe(1);
    expect(err).toContain('the table of the stack does not exist any more');
  });

  test('is of no stack that is there', async () => {
    const { status, err } = await accounts(['--stack', 'Other']);
    expect(status).toBe(1);
    expect(err).toContain('no stack Other of Launch Denied in eu-west-1');
    expect(keys).toEqual([]);
  });
});

describe('the names of accounts', () => {
  test('are read from all pages, written, and printed', async () => {
    const { status, out, err } = await accounts();
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const [lead, list, end] = out.split('\n\n');
    expect([lead, list]).toEqual([
      'The organization has 3 accounts; 3 names are new or changed.',
      'New\n111122223333: home\n444455556666: payments\n777788889999: search',
    ]);
    expect(flat(end ?? '')).toBe(`${WRITTEN} `);
    expect(await stack.groups().accountNames()).toEqual(new Map(NAMES));
    expect(keys).toEqual(['AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7EXAMPLE']);
  });

  test('are not written where none is new', async () => {
    await stack.groups().writeAccountNames(new Map(NAMES));
    stack.table.calls.length = 0;
    const { status, out } = await accounts();
    expect([status, out]).toEqual([
      0,
      'The organization has 3 accounts; the stack knows the names of all.\n',
    ]);
    expect(stack.table.calls.map(({ operation }) => operation)).toEqual(['GetItem']);
  });

  test('are printed as changed with what they were, and those that left are kept', async () => {
    const before = new Map([
      ['777788889999', 'find'],
      ['999900001111', 'left'],
    ]);
    await stack.groups().writeAccountNames(before);
    const { out } = await accounts();
    expect(out).toContain(
      '\n\nNew\n111122223333: home\n444455556666: payments\n\nChanged\n777788889999: search (was find)\n\n',
    );
    expect(await stack.groups().accountNames()).toEqual(
      new Map([...NAMES, ['999900001111', 'left']]),
    );
  });

  test('are written anew where what is stored cannot be read', async () => {
    const { client, tableName } = stack.table;
    const Item = { pk: { S: 'ACCOUNTS' }, sk: { S: 'NAMES' }, names: { S: 'damaged' } };
    await client.send(new PutItemCommand({ TableName: tableName, Item }));
    expect((await accounts()).status).toBe(0);
    expect(await stack.groups().accountNames()).toEqual(new Map(NAMES));
  });

  test('are only printed with --dry-run', async () => {
    const { status, out } = await accounts(['--dry-run']);
    expect(status).toBe(0);
    expect(out).toContain('\n444455556666: payments\n');
    expect(out).toMatch(/\n\nNothing was written, as --dry-run asks\.\n$/);
    expect(await stack.groups().accountNames()).toEqual(new Map());
    await stack.groups().writeAccountNames(new Map(NAMES));
    expect((await accounts(['--dry-run'])).out).not.toContain('dry-run');
  });

  test('are data for programs', async () => {
    await stack.groups().writeAccountNames(new Map([['777788889999', 'find']]));
    const { out } = await accounts(['--json']);
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      accounts: 3,
      added: [
        { account: '111122223333', name: 'home' },
        { account: '444455556666', name: 'payments' },
      ],
      renamed: [{ account: '777788889999', name: 'search', before: 'find' }],
      written: true,
    });
    expect(JSON.parse((await accounts(['--json'])).out)).toMatchObject({
      added: [],
      written: false,
    });
  });

  test('are listed up to 50, and counted', async () => {
    listing(
      Array.from(
        { length: 1_060 },
        (_, at) => [String(100_000_000_000 + at), `team-${at}`] as const,
      ),
    );
    const { out } = await accounts();
    expect(out.match(/: team-/g)).toHaveLength(50);
    expect(out).toContain('\n\nand 1,010 more, which --json prints.\n\n');
    expect((await stack.groups().accountNames()).size).toBe(1_060);
  });

  test('cannot act on a terminal', async () => {
    listing([['444455556666', 'x\u001b[31m\u202e\u0007']]);
    for (const args of [[], ['--json', '--dry-run']]) {
      const { status, out } = await accounts(args);
      expect(status).toBe(0);
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
    expect(await stack.groups().accountNames()).toEqual(
      new Map([['444455556666', 'x\u001b[31m\u202e\u0007']]),
    );
  });

  test('are asked with a profile of their own, which the table is not', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'accounts-'));
    const file = join(folder, 'config');
    const profile = (name: string, key: string) =>
      `[profile ${name}]\nregion = eu-north-1\naws_access_key_id = ${key}\naws_secret_access_key = invented\n`;
    const all = profile('dev', 'AKIADEVEXAMPLE000000') + profile('root', 'AKIAROOTEXAMPLE00000');
    writeFileSync(file, all);
    const env = {
      AWS_CONFIG_FILE: file,
      AWS_ENDPOINT_URL: stack.url,
      AWS_ENDPOINT_URL_ORGANIZATIONS: organization.url,
    };
    const both = ['--profile', 'dev', '--organization-profile', 'root'];
    const statuses = [
      await run(['accounts', ...both], { env }),
      await run(['accounts', '--profile', 'dev'], { env }),
    ].map(({ status }) => status);
    rmSync(folder, { recursive: true });
    expect(statuses).toEqual([0, 0]);
    expect(keys.map((key) => key.slice(4, 7))).toEqual(['ROO', 'ROO', 'DEV', 'DEV']);
  });
});

test.each([
  [['all'], 'accounts takes no words, and "all" is one'],
  [
    ['--local', 'http://127.0.0.1:1'],
    'local mode has no AWS Organizations to list accounts; leave it out',
  ],
  [['--dry-run=no'], '--dry-run takes no value'],
  [['--organization-profile'], '--organization-profile needs a value'],
  [['--region', 'evil.example'], '--region "evil.example" is no Region'],
])('%j is refused with status 2, before anybody is asked', async (args, said) => {
  const { status, out, err } = await run(['accounts', ...args]);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(said);
  expect(err).toMatch(/see launch-denied accounts --help\n$/);
});

test('accounts --help tells all it takes', async () => {
  const { status, out, err } = await run(['accounts', '--help']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  for (const part of [
    'Usage: launch-denied accounts ',
    '--dry-run',
    '--organization-profile <name>',
    '--stack',
    '--profile',
    '--region',
    '--json',
    'organizations:ListAccounts',
    'accountNames',
    'Examples:',
    'Exit status: 0',
  ])
    expect(out).toContain(part);
  expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
});
