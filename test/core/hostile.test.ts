import { join } from 'node:path';
import fc from 'fast-check';
import { explain } from '../../core/explain/explain';
import { plainText } from '../../core/render/plain-text';
import { sectionsOf } from '../../core/render/sections';
import { evidenceOf } from '../../core/text/evidence';
import { findDenials } from '../../core/text/find-denials';
import { readCases } from '../../local/cases';

const TEXTS = readCases(join(__dirname, '..', '..', 'cases')).map(
  ({ text, event, decoded }) => text ?? JSON.stringify(decoded ?? event),
);

/** All that `explain --offline` does with a text. */
function explained(text: string): string {
  return findDenials(text)
    .map((finding) =>
      plainText(sectionsOf(explain(evidenceOf(finding)), { whole: true }), { width: 80 }),
    )
    .join('\n');
}

const text = fc.constantFrom(...TEXTS);
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '"',
    '\\"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    '\n',
    '\u001b[',
    '...',
    '│',
    '&quot;',
    "'",
    '*',
    'arn:aws:',
  ),
);

/** A case with some places cut out, doubled or overwritten. */
const mutated = fc
  .tuple(
    text,
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60), piece), {
      maxLength: 6,
    }),
  )
  .map(([base, edits]) =>
    edits.reduce((now, [at, length, put]) => {
      const start = Math.floor(at * now.length);
      return now.slice(0, start) + put + now.slice(start + length);
    }, base),
  );

const hostile = fc.oneof(
  { weight: 3, arbitrary: mutated },
  { weight: 1, arbitrary: fc.json({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
);

/** `npm run fuzz`, a part of the check, takes 100,000. */
const RUNS = Number(process.env['HOSTILE_RUNS'] ?? 2_000);

describe('explain', () => {
  test(`bears ${RUNS} generated inputs, and lets nothing through that acts on a terminal`, () => {
    fc.assert(
      fc.property(hostile, (input) => {
        expect(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(explained(input)),
        ).toBe(false);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
