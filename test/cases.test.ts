import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { explanation } from '../core/contract';
import { readCases } from '../local/cases';
import { playCase } from '../local/golden';

const CASES = join(__dirname, '..', 'cases');

describe('golden cases', () => {
  test.each(readCases(CASES).map((played) => [played.title, played] as const))(
    '%s',
    async (_title, played) => {
      const { explanations, faces } = await playCase(played);
      expect(explanations).toEqual(played.expect);
      const file = join(CASES, played.path.replace(/json$/, 'txt'));
      expect(faces).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
    },
  );

  test.each(readCases(CASES).map((played) => [played.title, played] as const))(
    'keeps the contract: %s',
    async (_title, played) => {
      const { explanations } = await playCase(played);
      const contract = v.strictObject({
        ...explanation.entries,
        encodedMessage: v.omit(explanation.entries.encodedMessage, ['length']),
      });
      for (const each of explanations) expect(v.safeParse(contract, each).issues).toBeUndefined();
    },
  );
});
