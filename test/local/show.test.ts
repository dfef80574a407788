import { readOptions } from '../../local/options';
import { readOutcomes } from '../../local/outcomes';
import { showMail, showSummary } from '../../local/show';

describe('the summary', () => {
  test('says in which account each call was made, where there are several', () => {
    const call = { by: 'explain', resource: '*', region: 'us-east-1', status: 200 };
    const decode = {
      ...call,
      action: 'sts:DecodeAuthorizationMessage',
      decision: 'allowed',
    } as const;
    const calls = ['111122223333', '444455556666'].map((account) => ({ ...decode, account }));
    const text = showSummary({ mails: [], played: [], calls });
    expect(text).toContain('- sts:DecodeAuthorizationMessage in account 444455556666: 1 call\n');
    const one = showSummary({ mails: [], played: [], calls: calls.slice(1) });
    expect(one).toContain('- sts:DecodeAuthorizationMessage: 1 call\n');
  });

  test('says who was ignored, who failed, and why', () => {
    const call = {
      by: 'explain',
      account: '111122223333',
      resource: '*',
      region: 'us-east-1',
      status: 200,
    };
    const text = showSummary({
      mails: [],
      played: [
        { title: 'One', eventId: '1', fate: 'ignored', why: 'not matched by the rule' },
        { title: 'Two', eventId: '2', fate: 'failed', why: 'it is a dead letter now' },
      ],
      calls: [
        { ...call, action: 'sns:Publish', decision: 'implicit-deny' },
        { ...call, action: 'sts:DecodeAuthorizationMessage', decision: 'allowed' },
        { ...call, action: 'sts:DecodeAuthorizationMessage', decision: 'allowed' },
      ],
    });
    expect(text).toContain('2 events went in: 0 alerted, 0 held back, 1 ignored, 1 failed.');
    expect(text).toContain('Ignored:\n- One\n  (not matched by the rule)');
    expect(text).toContain('Failed:\n- Two\n  (it is a dead letter now)');
    expect(text).toContain("- sns:Publish (implicit-deny by the role's policy): 1 call\n");
    expect(text).toContain('- sts:DecodeAuthorizationMessage: 2 calls');
  });

  test('leaves out what did not happen', () => {
    const played = [{ title: 'One', eventId: '1', fate: 'alerted', why: '' }] as const;
    const text = showSummary({ mails: [], calls: [], played });
    expect(text).toContain('1 event went in: 1 alerted, 0 held back, 0 ignored, 0 failed.');
    expect(text).not.toMatch(/Held back:|Ignored:|Failed:|asked of AWS/);
  });
});

test('an e-mail begins with its subject', () => {
  const mail = {
    topicArn: 'arn',
    subject: 'Role ci',
    text: 'Role ci may\nnot.\n\n',
    attributes: {},
  };
  expect(showMail(mail)).toMatch(/^─+\nSubject: Role ci\n\nRole ci may\nnot\.\n$/);
});

describe('the log of the function', () => {
  test('is no account of a record where it says something else', () => {
    const other = { eventId: 'a', message: 'denial seen' };
    expect(readOutcomes(`text\n${JSON.stringify(other)}\n{"message":"denial alerted"}`).size).toBe(
      0,
    );
  });

  test('tells the outcome of each record, in order', () => {
    const line = (eventId: string | readonly string[], message: string): string =>
      JSON.stringify({ level: 'INFO', message, eventId });
    const log = [
      line('a', 'denial alerted'),
      line('b', 'denial ignored'),
      line(['c', 'a'], 'denials held back'),
    ].join('\n');
    expect([...readOutcomes(log)]).toEqual([
      ['a', ['alerted', 'held-back']],
      ['b', ['ignored']],
      ['c', ['held-back']],
    ]);
  });
});

describe('the arguments', () => {
  test.each([
    [
      ['--Nope'],
      "unknown option '--Nope': use --dashboard, --organization, --keep, --json, --storm N, --help, or names of files",
    ],
    [['--keep=x'], "option '--keep' does not take an argument: use"],
    [['--storm', 'many'], '--storm many: give a whole number of denials from 1 to 10000'],
    [['--storm', '10001'], '--storm 10001: give a whole number'],
    [['--dashboard', '--json'], '--dashboard shows the demo or files; give it without --json'],
    [['--dashboard', '--storm', '5'], 'give it without --storm'],
    [['--organization', '--storm', '5'], '--organization plays the demo; give it without --storm'],
    [['--organization', 'a.json'], '--organization plays the demo; give it without'],
  ])('%j are refused', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  test('are flags and files', () => {
    const none = {
      files: [],
      keep: false,
      dashboard: false,
      organization: false,
      json: false,
      storm: null,
      help: false,
    };
    expect(readOptions([])).toEqual(none);
    expect(readOptions(['-h'])).toEqual({ ...none, help: true });
    expect(readOptions(['a.json', '--keep', '--json', 'b.gz'])).toEqual({
      ...none,
      files: ['a.json', 'b.gz'],
      keep: true,
      json: true,
    });
    expect(readOptions(['--dashboard', 'a.json'])).toEqual({
      ...none,
      files: ['a.json'],
      dashboard: true,
    });
    expect(readOptions(['--organization', '--json'])).toEqual({
      ...none,
      organization: true,
      json: true,
    });
    expect(readOptions(['--storm', '500'])).toEqual({ ...none, storm: 500 });
  });
});
