import fc from 'fast-check';
import * as estree from 'prettier/plugins/estree';
import * as typescript from 'prettier/plugins/typescript';
import { format } from 'prettier/standalone';
import { cdk } from '../../../core/forms/cdk';
import { hostilePolicy } from './hostile-policy';
import { PASS_ROLE, policyOf, RUN_INSTANCES } from './policies';

const PLACE = { kind: 'policy', name: null, arn: null } as const;
const STYLE = {
  parser: 'typescript',
  plugins: [estree, typescript],
  singleQuote: true,
  printWidth: 100,
};

describe('cdk', () => {
  it('does not lose a condition whose operator would set a prototype', () => {
    const condition = JSON.parse('{"__proto__":{"aws:RequestedRegion":"eu-west-1"}}');
    const text = cdk({ policy: policyOf({ ...PASS_ROLE, Condition: condition }), place: PLACE });
    expect(text).toContain("    ['__proto__']: {\n");
  });

  it('separates statements with commas', () => {
    const text = cdk({ policy: policyOf(PASS_ROLE, PASS_ROLE), place: PLACE });
    const [one] = cdk({ policy: policyOf(PASS_ROLE), place: PLACE }).split('\n}');
    expect(text).toBe(`${one}\n}),\n${one}\n})\n`);
  });

  it('leaves an empty condition empty', () => {
    const text = cdk({ policy: policyOf({ ...PASS_ROLE, Condition: {} }), place: PLACE });
    expect(text).toContain('  conditions: {},\n');
  });

  it('writes what Prettier leaves as it is', async () => {
    const statements = [
      RUN_INSTANCES,
      { ...PASS_ROLE, Principal: { AWS: '111122223333' } },
      ...[82, 83, 84, 85].map((length) => ({ ...PASS_ROLE, Resource: 'x'.repeat(length) })),
      ...[58, 59, 60, 61].map((length) => ({
        ...PASS_ROLE,
        Condition: { StringLike: { 'aws:PrincipalArn': ['y', 'x'.repeat(length)] } },
      })),
    ];
    for (const statement of statements) {
      const text = cdk({ policy: policyOf(statement), place: PLACE }).trimEnd();
      expect(await format(text, STYLE)).toBe(`${text};\n`);
    }
  });

  it('quotes as Prettier quotes', async () => {
    const unspaced = (text: string) => text.replace(/\s/g, '').replaceAll(',]', ']');
    const texts = hostilePolicy
      .map((policy) => `[${cdk({ policy, place: PLACE })}];`)
      // Prettier takes the quotes off letters of every language.
      .filter((text) => !/^ +'[\p{L}\p{N}_$]+':/mu.test(text));
    const written = fc.asyncProperty(texts, async (text) => {
      expect(unspaced(await format(text, STYLE))).toBe(unspaced(text));
    });
    await fc.assert(written, { numRuns: 40 });
  });
});
