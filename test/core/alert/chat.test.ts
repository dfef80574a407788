import fc from 'fast-check';
import * as v from 'valibot';
import { withAccountName } from '../../../core/account-name';
import { chatFor } from '../../../core/alert/chat';
import { chatJson, chatLink, chatText } from '../../../core/alert/chat-text';
import { digestChat } from '../../../core/alert/digest';
import { foldedChat } from '../../../core/alert/folded';
import {
  alertOf,
  digestLine,
  digestMessage,
  hostileExplanation,
  hostileText,
  sampleExplanation,
} from './sample';

const full = { privacy: 'full' } as const;
const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));

/** @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html */
const notification = v.strictObject({
  version: v.literal('1.0'),
  source: v.literal('custom'),
  id: v.optional(text(256)),
  content: v.strictObject({
    textType: v.optional(v.literal('client-markdown')),
    title: v.optional(text(250)),
    description: text(3_000),
    nextSteps: v.optional(v.pipe(v.array(text(500)), v.maxLength(5))),
    keywords: v.optional(v.array(text(60))),
  }),
  metadata: v.optional(
    v.strictObject({
      threadId: v.optional(text(64)),
      summary: v.optional(text(250)),
      eventType: v.optional(text(64)),
      relatedResources: v.optional(v.array(text(300))),
      additionalContext: v.optional(v.record(v.string(), v.string())),
      enableCustomActions: v.optional(v.boolean()),
    }),
  ),
});

/** What is left of a text after the blocks of code and our own addresses. */
function prose(markdown: string): string {
  return markdown
    .replace(/^```\n[^`]*\n```$/gm, '')
    .replace(/https:\/\/github\.com\/launch-denied\/\S+/g, '');
}

const MARKUP = /[<>&*_~@`[\]#|\\]|:\/\/|www\./i;

describe('chatText', () => {
  test.each([
    ['<!channel> & <@U1>', '‹!channel› ＆ ‹＠U1›'],
    ['*b* _i_ ~s~ `c`', '∗b∗ ＿i＿ ∼s∼ ʼcʼ'],
    ['[a](https://example.com)', '［a］(https：//example.com)'],
    ['WWW.example.com mailto:a', 'WWW．example.com mailto：a'],
    ['# a\n- b|\\', '＃ a＼u000a- b｜＼'],
    ['\u202e', '＼u202e'],
  ])('shows %j so that nothing in it acts', (given, expected) => {
    expect(chatText(given, 100)).toBe(expected);
  });

  test('leaves no markup in any text, and keeps its limit', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 60 }), (given, most) => {
        const shown = chatText(given, most);
        expect(shown).not.toMatch(MARKUP);
        expect(shown.length).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('chatJson', () => {
  test('ends its block only at its end, and reads as the same JSON', () => {
    fc.assert(
      fc.property(hostileText, (given) => {
        const block = chatJson({ Sid: given });
        const inside = block.slice('```\n'.length, -'\n```'.length);
        expect(inside).not.toMatch(/[`<>&@\u202e]/);
        expect(JSON.parse(inside)).toEqual({ Sid: given });
      }),
    );
  });
});

describe('chatLink', () => {
  test('escapes what would be markup', () => {
    expect(chatLink('https://example.com/a_b*<c>`?d=1&e=2#f')).toBe(
      'https://example.com/a_b%2a%3cc%3e%60?d=1&e=2#f',
    );
  });
});

describe('chatFor', () => {
  test('keeps the schema and lets nothing act, whatever a denial holds', () => {
    fc.assert(
      fc.property(hostileExplanation, hostileText, (explanation, fingerprint) => {
        const message = chatFor(alertOf(explanation, { fingerprint }), full);
        expect(v.safeParse(notification, message).issues).toBeUndefined();
        const { title, description, nextSteps = [], keywords = [] } = message.content;
        const { relatedResources = [], summary } = message.metadata;
        const reason = explanation.reason.code;
        const read = [title, summary, ...nextSteps, ...relatedResources, ...keywords].concat(
          prose(description).replaceAll('```', '`'),
        );
        expect(read.join('\n').replaceAll(reason, '')).not.toMatch(MARKUP);
      }),
      { numRuns: 100 },
    );
  });

  test('says what an e-mail says, with the statement as a block of code', () => {
    const { content, metadata } = chatFor(
      alertOf(sampleExplanation(), {
        kind: 'repeated',
        count: 41,
        heldBack: 38,
        dashboardUrl:
          'https://console.aws.amazon.com/cloudwatch/home?region=us-east-2#dashboards/a',
      }),
      full,
    );
    expect(content.title).toBe(
      '41 times: Role ci-runner may not pass role web-profile to EC2 (implicit deny, no identity-based policy allows it)',
    );
    expect(content.description).toContain('Seen 41 times; 38 not alerted since 09:14 UTC.');
    expect(content.description).toContain('dashboard: https://console.aws.amazon.com/');
    expect(content.description).toContain('```\n{\n  "Sid": "PassRole"');
    expect(content.description).toMatch(/\nlaunch-denied mute g-\w{12} --for 7d\n/);
    expect(metadata.additionalContext).toMatchObject({ count: '41', verdict: 'implicit-deny' });
  });

  test('names the account where people have a name for it, and only there', () => {
    const explanation = sampleExplanation();
    const described = (name: string | null) =>
      chatFor(alertOf(withAccountName(explanation, name)), full).content.description;
    expect(described(null)).not.toContain('Account:');
    expect(described('<!here> *R&D*')).toContain('\nAccount: ‹!here› ∗R＆D∗ (111122223333)\n');
  });

  test('keeps repeats and returns of a group in one thread', () => {
    const explanation = sampleExplanation();
    const one = chatFor(alertOf(explanation), full);
    const later = chatFor(alertOf(explanation, { kind: 'regressed', count: 2 }), full);
    const other = chatFor(alertOf(explanation, { fingerprint: 'v1:other' }), full);
    expect(later.metadata.threadId).toBe(one.metadata.threadId);
    expect(later.id).not.toBe(one.id);
    expect(other.metadata.threadId).not.toBe(one.metadata.threadId);
  });

  test('names a group by its code where chat might read its fingerprint', () => {
    const { content, metadata } = chatFor(
      alertOf(sampleExplanation(), { fingerprint: 'v1:user/anna@example.com' }),
      full,
    );
    expect(content.description).toContain(`launch-denied mute ${metadata.threadId} --for 7d\n`);
  });

  test('says where a statement is that is too long', () => {
    const explanation = sampleExplanation();
    const suggestions = explanation.suggestions.map((each) => ({
      ...each,
      ...(each.statement && { statement: { ...each.statement, Resource: 'x'.repeat(2_000) } }),
    }));
    const { content } = chatFor(alertOf({ ...explanation, suggestions }), full);
    expect(content.description).toContain('The suggested statement is too long for this message');
    expect(content.description).not.toContain('xxx');
  });

  test('leaves a whole block out where the description is full', () => {
    const explanation = sampleExplanation();
    const suggestions = explanation.suggestions.flatMap((each) =>
      Array.from({ length: 40 }, () => each),
    );
    const { content } = chatFor(alertOf({ ...explanation, suggestions }), full);
    expect(content.description).toMatch(/\}\n```$/);
  });
});

describe('foldedChat', () => {
  const alerts = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      alertOf(sampleExplanation(), { fingerprint: `v1:${at}`, count: 2 }),
    );

  test('has a line for each cause that fits, and counts the others', () => {
    const message = foldedChat(alerts(40), full);
    expect(v.safeParse(notification, message).issues).toBeUndefined();
    const lines = message.content.description.split('\n');
    expect(lines.at(-1)).toBe(`and ${40 - lines.length + 1} more`);
    expect(message.content.title).toBe('40 new causes of denied launches, 80 denials');
  });

  test('has only lines where all fit', () => {
    const [line, ...rest] = foldedChat(alerts(2), full).content.description.split('\n');
    expect(line).toMatch(
      /^• Role ci-runner may not pass role web-profile .* \(2 denials\): g-[a-z0-9]+$/,
    );
    expect(rest).toHaveLength(1);
  });
});

describe('digestChat', () => {
  test('leaves empty sections out and lets nothing act', () => {
    fc.assert(
      fc.property(fc.array(hostileText), (summaries) => {
        const others = summaries.map((each) => digestLine({ summary: each }));
        const message = digestChat(
          digestMessage([digestLine({ count: 1_000, before: 0 }), ...others]),
          full,
        );
        expect(v.safeParse(notification, message).issues).toBeUndefined();
        const [title, first, ...rest] = message.content.description.split('\n');
        expect(title).toBe('*Loudest of the older causes*');
        expect(first).toMatch(
          /^• Role a may not b \(1,000 denials, none the day before\): g-\w{12}$/,
        );
        expect(rest.join('\n')).not.toMatch(MARKUP);
      }),
    );
  });

  test('counts the lines that do not fit', () => {
    const lines = Array.from({ length: 60 }, () => digestLine({ summary: 'word '.repeat(60) }));
    const { description } = digestChat(digestMessage(lines), full).content;
    expect(description.length).toBeLessThanOrEqual(3_000);
    expect(description).toMatch(/\nand \d+ more$/);
  });
});
