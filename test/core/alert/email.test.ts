import { withAccountName, withHome } from '../../../core/account-name';
import fc from 'fast-check';
import { digestEmail } from '../../../core/alert/digest';
import { alertEmail } from '../../../core/alert/email';
import { foldedEmail, MOST_FOLDED } from '../../../core/alert/folded';
import { groupCode } from '../../../core/alert/group-name';
import { smsFor } from '../../../core/alert/sms';
import { clipped, linesWithin, utf8Bytes } from '../../../core/alert/text-size';
import { withoutNames } from '../../../core/alert/public-names';
import {
  alertOf,
  digestLine,
  digestMessage,
  hostileExplanation,
  hostileText,
  sampleExplanation,
} from './sample';

const full = { privacy: 'full' } as const;
const summary = { privacy: 'summary' } as const;

describe('alertEmail', () => {
  test('leaves an address out that is not https', () => {
    const dashboardUrl = 'javascript:alert(1)';
    expect(alertEmail(alertOf(sampleExplanation(), { dashboardUrl }), full).body).not.toContain(
      'alert(1)',
    );
  });

  test('tells of a new group', () => {
    const { subject, body } = alertEmail(alertOf(sampleExplanation()), full);
    expect(subject).toBe('Role ci-runner may not pass role web-profile to EC2 (implicit deny)');
    expect(body).toContain('\nFirst seen at 09:14 UTC.\n');
    expect(body).not.toContain('last seen');
  });

  test.each([
    [{ count: 41, heldBack: 40 }, 'Seen 41 times since 09:14 UTC; 40 not alerted'],
    [{ count: 3 }, 'Seen 3 times since 09:14 UTC'],
    [
      { kind: 'repeated', count: 10_000, heldBack: 9_999 },
      'Seen 10,000 times; 9,999 not alerted since 09:14 UTC',
    ],
    [
      { kind: 'repeated', count: 41, heldBack: 38, since: '2026-11-19T23:00:00Z' },
      'Seen 41 times; 38 not alerted since 2026-11-19 23:00 UTC',
    ],
    [{ kind: 'regressed', count: 42 }, 'Seen again since it was resolved, 42 times in all'],
    [
      { kind: 'regressed', count: 42, heldBack: 1, resolvedAt: '2026-11-18T08:00:00Z' },
      'Seen again since it was resolved (2026-11-18 08:00 UTC), 42 times in all; 1 not alerted',
    ],
    [{ kind: 'regressed' }, 'Seen again since it was resolved, 1 time in all'],
    [{ since: 'yesterday' }, 'First seen at a time that is not stated'],
  ] as const)('says of %j %j', (more, words) => {
    const { body } = alertEmail(alertOf(sampleExplanation(), more), full);
    expect(body.replaceAll('\n', ' ')).toContain(` ${words}. `);
  });

  test('begins the subject with why it comes again', () => {
    const subjectOf = (kind: 'repeated' | 'regressed') =>
      alertEmail(alertOf(sampleExplanation(), { kind, count: 1_000 }), full).subject;
    expect(subjectOf('repeated')).toMatch(/^1,000 times: Role ci-runner may not pass /);
    expect(subjectOf('regressed')).toMatch(/^Again: Role ci-runner may not pass /);
  });

  test('says how to act on the group, as commands that a shell reads as they stand', () => {
    const fingerprint = "v1:a'b;$(c)*";
    const code = groupCode(fingerprint);
    const { body } = alertEmail(alertOf(sampleExplanation(), { fingerprint }), full);
    expect(body).toContain(
      `\nlaunch-denied show ${code}\nlaunch-denied mute ${code} --for 7d\nlaunch-denied resolve ${code}\n`,
    );
  });

  test('says with the credentials of which account, where the denial is of a member of a hub', () => {
    const alert = alertOf(withHome(sampleExplanation(), '999900001111'));
    expect(alertEmail(alert, { privacy: 'full' }).body).toContain(
      '\nCommands for this group, with credentials of account 999900001111\n',
    );
    expect(alertEmail(alert, { privacy: 'summary' }).body).toContain('\nCommands for this group\n');
  });

  test('shows the dashboard', () => {
    const dashboardUrl =
      'https://us-east-2.console.aws.amazon.com/cloudwatch/home?region=us-east-2#dashboards/dashboard/a';
    expect(alertEmail(alertOf(sampleExplanation(), { dashboardUrl }), full).body).toContain(
      dashboardUrl,
    );
  });

  test('shows the dashboard with privacy where its address names nothing', () => {
    const dashboardUrl = 'https://console.aws.amazon.com/cloudwatch/home#dashboards/dashboard/a';
    expect(alertEmail(alertOf(sampleExplanation(), { dashboardUrl }), summary).body).toContain(
      dashboardUrl,
    );
  });

  test('names the group by its code and no name with privacy', () => {
    const alert = alertOf(sampleExplanation(), { count: 2 });
    const { body } = alertEmail(alert, summary);
    expect(body).toContain(`\nlaunch-denied mute ${groupCode(alert.fingerprint)} --for 7d\n`);
    expect(body).not.toContain('v1:');
    expect(body).toContain('as its privacy is set to summary');
    expect(body).toMatch(/^Region: +us-east-2$/m);
    expect(body).toMatch(/^last seen: +2026-11-20 11:02 UTC$/m);
  });

  test('keeps a body without end within what SNS takes', () => {
    const explanation = { ...sampleExplanation(), detail: 'word '.repeat(100_000) };
    const { body } = alertEmail(alertOf(explanation), full);
    expect(utf8Bytes(body)).toBeLessThanOrEqual(192 * 1_024);
    expect(body.endsWith('\n…\n')).toBe(true);
  });

  test('has a subject that SNS takes and a body that cannot act', () => {
    fc.assert(
      fc.property(
        hostileExplanation,
        hostileText,
        fc.constantFrom('new', 'repeated', 'regressed'),
        fc.constantFrom(full, summary),
        (explanation, fingerprint, kind, options) => {
          const alert = alertOf(explanation, { fingerprint, kind, count: 12_345 });
          const { subject, body } = alertEmail(alert, options);
          expect(subject).toMatch(/^[!-~][ -~]{0,98}$/);
          expect(body).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
        },
      ),
    );
  });
});

describe('smsFor', () => {
  test('is at most 140 characters, each one place of the GSM alphabet', () => {
    fc.assert(
      fc.property(hostileExplanation, fc.constantFrom(full, summary), (explanation, options) => {
        const text = smsFor(alertOf(explanation, { kind: 'repeated', count: 41 }), options);
        expect(text).toMatch(/^[ !-Z_a-z]{1,140}$/);
        expect(text).not.toContain('://');
      }),
    );
  });

  test('says who may not do what, and how often', () => {
    const alert = alertOf(sampleExplanation(), { kind: 'repeated', count: 41 });
    expect(smsFor(alert, full)).toBe(
      '41 times: Role ci-runner may not pass role web-profile to EC2 (implicit deny, no identity-based policy allows it)',
    );
  });
});

describe('foldedEmail', () => {
  test('has a line for each cause: what, how often, which group', () => {
    const alerts = ['a', 'b'].map((name) =>
      alertOf(sampleExplanation(), { fingerprint: `v1:${name}`, count: 7 }),
    );
    const { subject, body } = foldedEmail(alerts, full);
    expect(subject).toBe('2 new causes of denied launches, 14 denials');
    expect(body.replace(/\n {2}/g, ' ')).toContain(
      `- Role ci-runner may not pass role web-profile to EC2 (implicit deny, no identity-based policy allows it) (7 denials): ${groupCode('v1:b')}\n`,
    );
    expect(body).toContain('launch-denied show GROUP');
  });

  test('ends a line with the account where that has a name, at the cost of a long summary', () => {
    const named = (name: string) => alertOf(withAccountName(sampleExplanation(), name));
    const flat = (...names: readonly string[]) =>
      foldedEmail(names.map(named), full).body.replace(/\n {2}/g, ' ');
    expect(flat('payments')).toContain(
      'no identity-based policy allows it), in payments (111122223333) (1 denial): g-',
    );
    const [, line = ''] = /\n- (.+) \(1 denial\)/.exec(flat('x\u202e'.repeat(200))) ?? [];
    expect(line).toHaveLength(160);
    expect(line).toMatch(
      /^Role ci-runner may not pass role web-profile to EC2 [^]*…, in x\\u202ex/,
    );
  });

  test('names no fingerprint with privacy', () => {
    const alert = alertOf(sampleExplanation());
    const { body } = foldedEmail([alert], summary);
    expect(body).toContain(groupCode(alert.fingerprint));
    expect(body).toContain('(1 denial)');
  });

  test('says how many causes it leaves out beyond 500', () => {
    const alert = alertOf(sampleExplanation(), { kind: 'regressed' });
    const { subject, body } = foldedEmail(
      Array.from({ length: MOST_FOLDED + 3 }, () => alert),
      full,
    );
    expect(subject).toBe('503 causes of denied launches, 503 denials');
    expect(body).toContain('- and 3 more\n');
  });
});

describe('digestEmail', () => {
  const flat = (body: string) => body.replace(/\n {2}/g, ' ');

  test('has a section for each kind of cause, with the day before', () => {
    const fresh = { lines: [digestLine({ fingerprint: 'v1:b', count: 1, before: 0 })], more: 3 };
    const message = digestMessage([digestLine()], { new: fresh });
    const { subject, body } = digestEmail(message, full);
    expect(subject).toBe('Digest of denied launches: 41 denials, 12 the day before');
    expect(flat(body)).toContain(
      `\nNew causes\n- Role a may not b (1 denial, none the day before): ${groupCode('v1:b')}\n- and 3 more\n`,
    );
    expect(flat(body)).toContain(
      `\nLoudest of the older causes\n- Role a may not b (41 denials, 12 the day before): ${groupCode('v1:a')}\n`,
    );
    expect(body).not.toContain('Still open');
    expect(body).not.toContain('Muted and ignored');
    expect(body).toContain('launch-denied show GROUP');
  });

  test('says what no alert told, and what was counted quietly', () => {
    const message = digestMessage([digestLine({ heldBack: 1_040 })], {
      quiet: { causes: 1, denials: 2_000 },
    });
    const { body } = digestEmail(message, full);
    expect(flat(body)).toContain('(41 denials, 12 the day before; 1,040 not alerted): g-');
    expect(body).toContain('\nMuted and ignored: 1 cause, 2,000 denials.\n');
    const other = digestMessage([digestLine()], { quiet: { causes: 2, denials: 1 } });
    expect(digestEmail(other, full).body).toContain('\nMuted and ignored: 2 causes, 1 denial.\n');
  });

  test('tells of a cause by its explanation, and by its own summary where that is lost', () => {
    const explanations = new Map([['v1:a', sampleExplanation()]]);
    const lines = [digestLine(), digestLine({ fingerprint: 'v1:lost' })];
    const { body } = digestEmail(digestMessage(lines, {}, explanations), full);
    const named = new Map([['v1:a', withAccountName(sampleExplanation(), 'payments')]]);
    expect(flat(digestEmail(digestMessage(lines, {}, named), full).body)).toContain(
      'allows it), in payments (111122223333) (41 denials, 12 the day before): g-',
    );
    expect(flat(body)).toContain('- Role ci-runner may not pass role web-profile to EC2 (implicit');
    expect(flat(body)).toContain('- Role a may not b (41 denials');
  });

  test('takes names out of what it is given', () => {
    const explanations = new Map([['v1:a', sampleExplanation()]]);
    const summaryOf = 'arn:aws:iam::111122223333:role/a';
    const lines = [
      digestLine({ count: 1, before: 0 }),
      digestLine({ fingerprint: 'v1:lost', summary: summaryOf, count: 1, before: 0 }),
    ];
    const { body } = digestEmail(digestMessage(lines, {}, explanations), summary);
    expect(flat(body)).toContain('- A role may not pass a role to EC2 (implicit deny');
    expect(flat(body)).toContain('- […] (1 denial, none the day before): g-');
  });
});

describe('withoutNames', () => {
  test.each([
    ['arn:aws-us-gov:iam::111122223333:role/a may', '[…] may'],
    ['account 111122223333.', 'account […].'],
    ['from 203.0.113.7/32 and 2001:db8::7', 'from […] and […]'],
    ['on subnet-0abc1234def567890', 'on […]'],
    ['3 × t3.large at 09:14 UTC', '3 × t3.large at 09:14 UTC'],
  ])('makes of %j %j', (text, expected) => {
    expect(withoutNames(text)).toBe(expected);
  });
});

describe('groupCode', () => {
  test('is short, safe in a shell and no long number, and the same for the same fingerprint', () => {
    fc.assert(
      fc.property(fc.string(), (fingerprint) => {
        expect(groupCode(fingerprint)).toMatch(/^g-[b-z2456]{12}$/);
        expect(groupCode(fingerprint)).not.toMatch(/\d{12}/);
        expect(groupCode(fingerprint)).toBe(groupCode(fingerprint));
      }),
    );
  });

  test('differs between fingerprints', () => {
    const codes = Array.from({ length: 5_000 }, (_, at) =>
      groupCode(`v1:111122223333:role/r${at}`),
    );
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('sizes of texts', () => {
  test('counts the bytes as UTF-8 does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(utf8Bytes(text)).toBe(Buffer.byteLength(text));
      }),
    );
  });

  test('never cuts within a character', () => {
    expect(clipped('ab😀c', 4)).toBe('ab…');
    expect(clipped('ab😀c', 5)).toBe('ab😀c');
    expect(clipped('abcd', 3)).toBe('ab…');
  });

  test('keeps whole lines', () => {
    expect(linesWithin('aaa\nbbb\nccc', 11)).toBe('aaa\nbbb\nccc');
    expect(linesWithin('aaa\nbbb\nccc', 10)).toBe('aaa\n…\n');
  });
});
