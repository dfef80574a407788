import fc from 'fast-check';
import type { DecisiveCondition } from '../../../core/contract';
import { parametersFor } from '../../../core/parameters/parameters';
import { KEYS } from '../../../core/parameters/rows';
import { condition, readAll } from './read-back';

const NASTY = [
  "'",
  '"',
  '\\',
  '`',
  '$',
  '${',
  '%{',
  '$$',
  '%%{',
  '}',
  ']',
  ',',
  '=',
  '$(exit 3)',
  '`exit 3`',
  '\n',
  '\r\n',
  '\u0000',
  '\u001b[2J',
  '\u202e',
  '\uffff',
  '\ud800',
  ' ',
  ': ',
  ' #',
  '- ',
  '--',
  '-',
  '*',
  '?',
  '&',
  '!',
  '@',
  '|',
  '>',
  '<',
  '<x>',
  '/',
  '//',
  'file://',
  'null',
  'true',
  'false',
  'yes',
  '012',
  '1e3',
  '~',
  'ß',
  'e\u0301',
  '😀',
  'arn:aws:ec2:*:*:subnet/',
  ';exit 3',
  '\u0001',
];

const hostile = fc.oneof(
  fc.array(fc.constantFrom(...NASTY), { maxLength: 5 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ maxLength: 8 }),
);

const RELATIONS = [
  'value-forbidden',
  'value-not-allowed',
  'key-missing',
  'key-present',
  'unclear',
] as const satisfies readonly DecisiveCondition['relation'][];

const TYPES = [
  null,
  'instance',
  'volume',
  'network-interface',
  'image',
  'subnet',
  'security-group',
];
const OPERATIONS = [
  null,
  'RunInstances',
  'CreateFleet',
  'RequestSpotInstances',
  'RequestSpotFleet',
];

const anyKey = fc.oneof(
  fc.constantFrom(...KEYS.filter((key) => !key.endsWith('/'))),
  hostile.map((name) => `aws:RequestTag/${name}`),
  hostile,
);

const denied = fc.record({
  resourceType: fc.oneof(fc.constantFrom(...TYPES), hostile),
  operation: fc.oneof(fc.constantFrom(...OPERATIONS), hostile),
});

const anyCondition = fc.record({
  key: anyKey,
  requestValues: fc.array(hostile, { maxLength: 2 }),
  statementValues: fc.array(hostile, { maxLength: 8 }),
  relation: fc.constantFrom(...RELATIONS),
});

const ACTING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/u;

describe('parametersFor, given anything', () => {
  it('neither throws nor lets through what acts on a screen', () => {
    fc.assert(
      fc.property(anyCondition, denied, (each, what) => {
        const parameters = parametersFor(each, what);
        if (each.relation === 'unclear') expect(parameters).toEqual([]);
        for (const { text } of parameters) {
          expect(text).not.toMatch(ACTING);
          expect(text.length).toBeLessThan(2_000);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('writes texts that every parser takes', async () => {
    const wide = fc.array(fc.tuple(anyCondition, denied), { minLength: 40, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(wide, async (all) => {
        const parameters = all.flatMap(([each, what]) => parametersFor(each, what));
        const read = await readAll(parameters);
        expect(read).toHaveLength(parameters.length);
        for (const each of read) expect(each).toEqual(expect.any(Object));
      }),
      { numRuns: 10 },
    );
  }, 60_000);
});

/** Keys whose value each tool writes as it is, with a type that has them. */
const TEXT_KEYS = [
  ['ec2:KeyPairName', 'key-pair'],
  ['ec2:InstanceType', 'instance'],
  ['ec2:SecurityGroupID', 'security-group'],
  ['ec2:SubnetID', 'subnet'],
  ['aws:RequestedRegion', 'instance'],
  ['aws:RequestTag/team', 'instance'],
  ['ec2:AvailabilityZone', 'instance'],
  ['ec2:ImageID', 'image'],
] as const;

/** All texts at any depth. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('a hostile value', () => {
  const LITERAL = hostile.filter(
    (text) =>
      text.normalize() === text &&
      /^(?:(?![*?]|\$\{|<|\.{3}|x{3}|…|redacted)[^\p{C}\u2028\u2029])+$/iu.test(text),
  );

  it('is read back from every language as it was', async () => {
    const batch = fc.array(fc.tuple(fc.constantFrom(...TEXT_KEYS), LITERAL), {
      minLength: 40,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(batch, fc.constantFrom(...OPERATIONS), async (all, operation) => {
        const written = all.flatMap(([[key, resourceType], value]) =>
          parametersFor(condition(key, 'value-not-allowed', value), {
            resourceType,
            operation,
          }).map((parameter) => ({ parameter, value })),
        );
        const read = await readAll(written.map(({ parameter }) => parameter));
        written.forEach(({ value }, at) => expect(textsIn(read[at])).toContain(value));
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it('is read back as the name of a tag', async () => {
    const batch = fc.array(LITERAL, { minLength: 30, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(batch, async (names) => {
        const written = names.flatMap((name) =>
          parametersFor(condition(`aws:RequestTag/${name}`, 'value-not-allowed', 'core'), {
            resourceType: 'instance',
            operation: 'RunInstances',
          }).map((parameter) => ({ parameter, name })),
        );
        const read = await readAll(written.map(({ parameter }) => parameter));
        written.forEach(({ name }, at) => {
          const texts = [JSON.stringify(read[at]), ...textsIn(read[at])];
          expect(texts.some((text) => text === name || text.includes(JSON.stringify(name)))).toBe(
            true,
          );
        });
      }),
      { numRuns: 5 },
    );
  }, 60_000);
});
