import fc from 'fast-check';
import { FORMS, formOf, type Form } from '../../../core/forms/forms';
import { isArgument } from '../../../core/forms/shell';
import { PLACES, type Place, type PolicyDocument } from '../../../core/suggestion';
import { hostilePolicy, hostileText } from './hostile-policy';
import {
  optionsOf,
  type Read,
  readCdk,
  readCloudFormation,
  readShell,
  readTerraform,
  widened,
} from './read-back';

const isForm = (name: string): name is Form => name in FORMS;
const NAMES = Object.keys(FORMS).filter(isForm);

/** Reads a JSON policy. */
function documentIn(text: string): PolicyDocument {
  return JSON.parse(text);
}

function readCli(text: string): Read {
  const options = readShell(text).map(optionsOf);
  return {
    statements: options.flatMap((each) =>
      [each.get('policy-document') ?? each.get('inline-policy')].flatMap((document) =>
        document === undefined ? [] : documentIn(document).Statement,
      ),
    ),
    holder: options.map((each) => each.get('role-name') ?? each.get('user-name')).at(-1) ?? null,
  };
}

const READ: Readonly<Record<Form, (text: string) => Read | Promise<Read>>> = {
  json: (text) => ({ statements: documentIn(text).Statement, holder: null }),
  terraform: readTerraform,
  cdk: readCdk,
  cloudformation: readCloudFormation,
  cli: readCli,
};

/** The AWS CLI would read other names as files, or a terminal obey them. */
const isWritten = (form: Form, name: string) => form !== 'cli' || isArgument(name);

const holder: fc.Arbitrary<Place> = fc.record({
  kind: fc.constantFrom('role', 'user'),
  name: fc.oneof(hostileText, fc.constantFrom('-x', '--cli-input-json', 'file:///tmp/name')),
  arn: fc.constantFrom(null, 'arn:aws:iam::111122223333:role/ci-runner'),
});

const NOWHERE = { name: null, arn: null } as const;
const ELSEWHERE = PLACES.filter((kind) => kind !== 'role' && kind !== 'user');

describe('formOf', () => {
  test.each(NAMES)('writes %s that reads back as the same statements', async (form) => {
    const written = fc.asyncProperty(hostilePolicy, holder, async (policy, place) => {
      const text = formOf(form, { policy, place });
      const read = await READ[form](text);
      expect(widened(read.statements)).toEqual(widened(policy.Statement));
      const name = isWritten(form, place.name ?? '') ? place.name : `<${place.kind} name>`;
      if (form !== 'json' && form !== 'cdk') expect(read.holder).toBe(name);
    });
    await fc.assert(written, { numRuns: 30 });
  });

  test.each(NAMES.filter((form) => form !== 'cli'))(
    'writes bare statements in %s for a place that nothing is attached to by name',
    async (form) => {
      const kinds = fc.constantFrom(...ELSEWHERE);
      const written = fc.asyncProperty(hostilePolicy, kinds, async (policy, kind) => {
        const read = await READ[form](formOf(form, { policy, place: { kind, ...NOWHERE } }));
        expect(widened(read.statements)).toEqual(widened(policy.Statement));
        expect(read.holder).toBeNull();
      });
      await fc.assert(written, { numRuns: 20 });
    },
  );

  test.each(NAMES)('writes nothing in %s that acts on a screen or trails off', (form) => {
    const place = fc.oneof(
      holder,
      fc.constantFrom(...PLACES).map((kind) => ({ kind, ...NOWHERE })),
    );
    fc.assert(
      fc.property(hostilePolicy, place, (policy, where) => {
        const text = formOf(form, { policy, place: where });
        expect(text).toMatch(/[^\n]\n$/);
        expect(text).not.toMatch(/[ \t]$/m);
        expect(text).not.toMatch(/[\0-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2028\ufeff\uffff]/);
      }),
    );
  });
});
