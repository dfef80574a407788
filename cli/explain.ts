// text → denials → decoded → explained → [terminal or JSON]
import type { Explanation, Report } from '../core/contract';
import { explainWith } from '../core/explain/explain-with';
import { fixesFor, type FixOptions } from '../core/forms/fixes';
import { inert } from '../core/render/inert';
import { plainText } from '../core/render/plain-text';
import { sectionsOf } from '../core/render/sections';
import { findReasonCode, reasonPage } from '../core/reasons/page';
import type { Simulate } from '../core/simulate/simulator';
import { evidenceOf } from '../core/text/evidence';
import { findDenials } from '../core/text/find-denials';
import { type Ask, decodeFinding } from './decode';
import { readInput } from './input';
import type { Terminal } from './terminal';

/** What the command line says. */
export interface ExplainOptions {
  readonly json: boolean;
  /** Prints only what to paste. @default - prints explanations */
  readonly fix?: FixOptions;
}

/** What the command needs of the world. */
export interface World {
  readonly terminal: Terminal;
  readonly ask: Ask;
  /** Null where the simulator may not be asked. */
  readonly simulate: Simulate | null;
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
}

/** Exit statuses of the command. */
export const EXIT = { explained: 0, failed: 1, nothing: 2 } as const;

const LOOKED_FOR =
  'no denial found: looked for an AWS error that says "not authorized to perform", an encoded or decoded authorization message, and denied CloudTrail events';

/** Explains every denial in what is given; resolves to the exit status. */
export async function explainCommand(
  words: readonly string[],
  options: ExplainOptions,
  world: World,
): Promise<number> {
  const code = words.length === 1 ? findReasonCode(words[0] ?? '') : null;
  if (code !== null) {
    world.out(reasonPage(code));
    return EXIT.explained;
  }
  const input = await readInput(words);
  if (input.kind === 'unreadable') {
    world.note(input.why);
    return EXIT.failed;
  }
  const denials = await explainText(input.text, world);
  if (options.fix !== undefined && denials.length > 0)
    return printFixes(denials, options.fix, world);
  world.out(options.json ? jsonOf(denials) : textOf(denials, world.terminal));
  if (denials.length > 0) return EXIT.explained;
  world.note(`${noFile(words)}${LOOKED_FOR}`);
  return EXIT.nothing;
}

/** One short word that was read as a text was most likely meant as a file. */
function noFile(words: readonly string[]): string {
  const [word = ''] = words;
  const isName = words.length === 1 && /^[^\s-]\S{0,255}$/.test(word);
  return isName ? `${JSON.stringify(word)} is not a file, so it was read as text; ` : '';
}

async function explainText(text: string, world: World): Promise<readonly Explanation[]> {
  const denials: Explanation[] = [];
  const notes = new Set<string>();
  for (const finding of findDenials(text)) {
    const { note, ...answer } = await decodeFinding(finding, world.ask);
    if (note !== '') notes.add(note);
    denials.push(await explainWith(evidenceOf(finding, answer), world.simulate));
  }
  notes.forEach(world.note);
  return denials;
}

/** What to paste goes to standard output, all else to standard error. */
function printFixes(denials: readonly Explanation[], fix: FixOptions, world: World): number {
  const { texts, notes } = fixesFor(denials, fix);
  if (texts.length > 0) world.out(texts.join('\n'));
  notes.forEach((note) => world.note(inert(note)));
  return texts.length > 0 ? EXIT.explained : EXIT.nothing;
}

function jsonOf(denials: readonly Explanation[]): string {
  const report: Report = { schemaVersion: 1, denials: [...denials] };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function textOf(denials: readonly Explanation[], { width, paint }: Terminal): string {
  const rule = `\n${paint('label', '─'.repeat(width))}\n\n`;
  return denials
    .map((denial) => plainText(sectionsOf(denial, { whole: true }), { width, paint }))
    .join(rule);
}
