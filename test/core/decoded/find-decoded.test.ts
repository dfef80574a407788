import fc from 'fast-check';
import { readDecodedMessage } from '../../../core/decoded/decoded-message';
import { findDecodedMessages } from '../../../core/decoded/find-decoded';
import { PLAIN_FORMS, WHOLE_FORMS } from './forms';
import {
  answer,
  compact,
  EXPLICIT,
  IMPLICIT,
  type Message,
  pretty,
  PRINCIPAL_ARN,
  QUOTED,
  RESOURCE,
} from './sample';

const entries = (forms: typeof WHOLE_FORMS) => Object.entries(forms);
const READ = readDecodedMessage(EXPLICIT);

describe('findDecodedMessages', () => {
  test.each([
    '',
    'context: the principal is gone',
    'You are not authorized to perform this operation.',
    '{"context": {"action": "opened"}, "principal": {}}',
    '{"explicitDeny": true}',
    '{"explicitDeny": true, "context": {"user": 1}}',
    'Look for "explicitDeny": false in "context": {"principal": …}',
    compact({ context: { principal: { id: 'x' } }, failures: [] }),
    compact({ principal: { type: 'User' }, action: 'read', resource: 'r', conditions: [] }),
    compact({ principal: { id: 'u' }, action: 'sign in', resource: 'r', conditions: [] }),
    compact({ Version: '2012-10-17', Statement: [{ Action: '*', Resource: '*', Principal: {} }] }),
    compact({ evalActionName: 'ec2:RunInstances', matchedStatements: [], allowed: false }),
    compact({ eventName: 'RunInstances', userIdentity: { arn: PRINCIPAL_ARN }, context: {} }),
  ])('takes %j for no decoded message', (text) => {
    expect(findDecodedMessages(text)).toEqual([]);
  });

  test.each(entries(WHOLE_FORMS))('reads %s', (_, form) => {
    expect(findDecodedMessages(form(EXPLICIT))).toEqual([READ]);
    expect(findDecodedMessages(form(QUOTED))).toEqual([readDecodedMessage(QUOTED)]);
    expect(findDecodedMessages(form(IMPLICIT))).toEqual([readDecodedMessage(IMPLICIT)]);
  });

  test.each(entries(PLAIN_FORMS))('reads %s', (_, form) => {
    expect(findDecodedMessages(form(EXPLICIT))).toEqual([READ]);
    expect(findDecodedMessages(form(IMPLICIT))).toEqual([readDecodedMessage(IMPLICIT)]);
  });

  test('reads a request whose verdict was left out as one without a verdict', () => {
    const silent = { ...READ, explicitDeny: null, matchedStatements: [] };
    const { context } = EXPLICIT;
    const request = JSON.stringify(compact({ context })).slice(2, -2);
    expect(
      findDecodedMessages(
        `{\n"DecodedMessage":\n{\n"allowed\n...\n"${request.replace(/^..(context)../, '$1').replace(/^context:/, 'context')}}"\n}`,
      ),
    ).toEqual([silent]);
    expect(
      findDecodedMessages(`{\n"allowed": false,\n... . .\n${pretty({ context }).slice(1)}`),
    ).toEqual([silent]);
    expect(findDecodedMessages(compact({ context }))).toEqual([silent]);
    expect(findDecodedMessages(compact(context))).toEqual([silent]);
  });

  test('reads a message without its context object', () => {
    const { context, ...verdict } = EXPLICIT;
    expect(findDecodedMessages(compact({ ...verdict, ...context }))).toEqual([READ]);
  });

  test('reads a message of which only the verdict is left', () => {
    const verdict = { ...readDecodedMessage({ explicitDeny: true }) };
    expect(findDecodedMessages('{ "allowed": false, "explicitDeny": true,')).toEqual([verdict]);
    expect(findDecodedMessages('"explicitDeny": true, "failures": {')).toEqual([verdict]);
  });

  test('keeps redactions as they are written', () => {
    const redacted = pretty(EXPLICIT)
      .replaceAll('111122223333', '<aws-account-id>')
      .replace('"AROAX7:s",', '<REMOVED>,')
      .replace('m5.large', '****')
      .replace('"items": []\n    },\n    "context"', '(...)\n },\n "context"');
    expect(findDecodedMessages(redacted)).toMatchObject([
      {
        principalId: '<REMOVED>',
        principalArn: PRINCIPAL_ARN.replace('111122223333', '<aws-account-id>'),
        resource: RESOURCE.replace('111122223333', '<aws-account-id>'),
        conditions: [{ values: ['****'] }, {}, {}],
      },
    ]);
  });

  test('finds each of several messages once', () => {
    const both = [READ, readDecodedMessage(IMPLICIT)];
    expect(findDecodedMessages(`${pretty(EXPLICIT)}\n${pretty(IMPLICIT)}`)).toEqual(both);
    expect(findDecodedMessages(`${answer(EXPLICIT)}\n${answer(IMPLICIT)}`)).toEqual(both);
    expect(findDecodedMessages(compact([EXPLICIT, { inner: IMPLICIT }, EXPLICIT]))).toEqual(both);
    expect(findDecodedMessages(`${answer(EXPLICIT, 2)}\n$ jq\n${pretty(EXPLICIT)}`)).toEqual([
      READ,
    ]);
  });

  test('finds a message behind one that is cut', () => {
    const cut = pretty(EXPLICIT).slice(0, -200);
    for (const behind of [pretty(IMPLICIT), answer(IMPLICIT), pretty(IMPLICIT).slice(1)]) {
      const found = findDecodedMessages(`${cut}\n\n${behind}`);
      expect(found.map(({ explicitDeny, action }) => [explicitDeny, action])).toEqual([
        [true, 'ec2:RunInstances'],
        [false, 'iam:PassRole'],
      ]);
    }
  });

  test('joins the halves of a message that came apart, and no others', () => {
    const { context, ...verdict } = EXPLICIT;
    const halves = [compact(verdict), compact({ context })];
    expect(findDecodedMessages(compact(halves))).toEqual([READ]);
    expect(findDecodedMessages(compact(halves.toReversed()))).toHaveLength(2);
    expect(findDecodedMessages(compact([verdict, IMPLICIT]))).toHaveLength(2);
    expect(findDecodedMessages(compact([EXPLICIT, { context: IMPLICIT.context }]))).toHaveLength(2);
  });

  test('stops at a depth that no message has', () => {
    const deep = (levels: number) =>
      '{"a":'.repeat(levels) + compact(EXPLICIT) + '}'.repeat(levels);
    expect(findDecodedMessages(deep(30))).toEqual([READ]);
    expect(findDecodedMessages(deep(50))).toEqual([]);
    const quoted = (layers: number): string =>
      layers === 0 ? compact(EXPLICIT) : compact({ log: quoted(layers - 1) });
    expect(findDecodedMessages(quoted(4))).toEqual([READ]);
    expect(findDecodedMessages(quoted(5))).toEqual([]);
  });
});

describe('a cut message', () => {
  const texts = {
    one: compact(EXPLICIT),
    lines: JSON.stringify(EXPLICIT, null, 1),
    answer: answer(EXPLICIT, 2),
  };

  test.each(Object.entries(texts))('never changes what it says (%s)', (_, text) => {
    for (let at = 0; at <= text.length; at += 1) {
      for (const part of [text.slice(0, at), text.slice(at)]) {
        const found = findDecodedMessages(part);
        expect(found.length).toBeLessThan(2);
        for (const { explicitDeny, action, principalArn, resource } of found) {
          expect([null, true]).toContain(explicitDeny);
          expect([null, 'ec2:RunInstances']).toContain(action);
          expect([null, PRINCIPAL_ARN]).toContain(principalArn);
          expect(RESOURCE.startsWith(resource ?? '')).toBe(true);
        }
      }
    }
  });

  test('keeps a resource as far as it is written', () => {
    const cut = pretty(EXPLICIT).split('eu-west-1')[0] ?? '';
    expect(findDecodedMessages(cut)).toMatchObject([{ resource: 'arn:aws:ec2:', conditions: [] }]);
  });

  test('says nothing of an element that is cut', () => {
    const cut = (sign: string) => findDecodedMessages(compact(EXPLICIT).split(sign)[0] ?? '');
    expect(cut('OnlySmall')).toMatchObject([{ explicitDeny: true, matchedStatements: [] }]);
    expect(cut('t3.small')).toMatchObject([
      { matchedStatements: [{ conditions: [{ key: 'ec2:InstanceType', values: ['t3.micro'] }] }] },
    ]);
  });
});

describe('any text', () => {
  const value = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from('abz09:/*-_.,=+@ "\'\\{}[]')), maxLength: 30 }),
    fc.stringMatching(/^arn:aws:[a-z0-9]{2,6}:[a-z0-9-]{0,9}:\d{12}:[\w+=,.@/*-]{1,40}$/),
  );
  const message = fc
    .record({ id: value, resource: value, tag: value })
    .map(({ id, resource, tag }): Message => ({
      ...EXPLICIT,
      context: {
        ...EXPLICIT.context,
        principal: { id, arn: PRINCIPAL_ARN },
        resource,
        conditions: { items: [{ key: 'aws:RequestTag/a', values: { items: [{ value: tag }] } }] },
      },
    }));
  const LOSSLESS = [
    'one line',
    'indented lines',
    'the answer of STS',
    'a JSON string',
    'a log line in JSON',
    'an answer that holds an object',
    'an answer in a log line in a queue',
    'an indented message in an answer',
  ];

  test('is read byte for byte where its form loses nothing', () => {
    fc.assert(
      fc.property(message, fc.constantFrom(...LOSSLESS), (sample, name) => {
        expect(findDecodedMessages(WHOLE_FORMS[name]?.(sample) ?? '')).toEqual([
          readDecodedMessage(sample),
        ]);
      }),
    );
  });

  const arn = fc.stringMatching(
    /^arn:aws:[a-z]{2,6}:[a-z]{2}-[a-z]{4}-\d:\d{12}:[a-z]{1,9}\/[\w+=,.@-]{0,40}[a-z]$/,
  );

  test('keeps ARNs byte for byte in every form', () => {
    const forms = { ...WHOLE_FORMS, ...PLAIN_FORMS };
    const named = fc.constantFrom(...Object.keys(forms).filter((name) => name !== 'a Java map'));
    fc.assert(
      fc.property(arn, named, (resource, name) => {
        const sample = { ...EXPLICIT, context: { ...EXPLICIT.context, resource } };
        expect(findDecodedMessages(forms[name]?.(sample) ?? '')).toEqual([{ ...READ, resource }]);
      }),
      { numRuns: 30 },
    );
  });

  test('never makes it fail', () => {
    const shards = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '\\',
      '\n',
      ':',
      ',',
      ' ',
      '\\"',
      '/*',
      '#',
      '```',
      "u'",
      '"explicitDeny"',
      'context',
      '"principal":',
      '"items":[',
      'false',
      '"action"',
      '...',
      '7',
    );
    const broken = fc
      .array(shards, { maxLength: 60 })
      .map((parts) => `explicitDeny${parts.join('')}`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), broken), (text) => {
        expect(findDecodedMessages(text)).toBeInstanceOf(Array);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    '"',
    '\\',
    '{',
    '[{',
    '{]',
    '{[}',
    '{"a":',
    '"{',
    '\\"',
    "{u'",
    '{/*',
    '{#\n',
    '"\n"a"\n',
    '**a',
    '{ ',
    'context{',
    '{"items":[',
    '"action":"',
    '{"{a" + ',
    '&quot;',
    't\n',
    '> ',
    '0',
    '{"DecodedMessage":"{\\"',
    '"context":{"action":"a:b","resource":"x',
  ])('takes time in proportion to its length (%j)', (unit) => {
    const text = `{"explicitDeny" ${unit.repeat(50_000 / unit.length)}`;
    const start = performance.now();
    findDecodedMessages(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

test('a manual that describes the form is no decoded message', () => {
  const text =
    '{"allowed":false,"explicitDeny":true|false,"matchedStatements":{"items":[{"statementId":"string"}]},"context":{"principal":{"arn":"string"},"action":"string","resource":"string"}}';
  expect(findDecodedMessages(text)).toEqual([]);
});
