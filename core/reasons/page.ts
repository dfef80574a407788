// reason → page: the data of a reason as Markdown.
import { VERDICT_NAMES } from '../explain/sentences';
import { type ReasonCode, REASONS } from '../explain/reasons';
import { AWS_DOCUMENTATION } from './aws-documentation';
import { PAGES } from './pages';
import { type NextStep, READERS } from './reason-page';

/** Writes the page that says what a reason means and what to do, in Markdown. */
export function reasonPage(code: ReasonCode): string {
  const page = PAGES[code];
  const blocks = [
    `# ${code}`,
    lead(code),
    page.meaning,
    '## Example',
    exampleBlock(page.example),
    '## Next steps',
    page.nextSteps.map(stepLine).join('\n'),
    '## How sure this is',
    page.certainty,
    '## AWS documentation',
    page.documentation.map((name) => documentLine(AWS_DOCUMENTATION[name])).join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** Finds the code that a text names, in upper or lower case; null where it names none. */
export function findReasonCode(text: string): ReasonCode | null {
  const code = text.trim().toUpperCase();
  return isReasonCode(code) ? code : null;
}

/** Whether the text is a reason code exactly as it is printed. */
export function isReasonCode(text: string): text is ReasonCode {
  return Object.hasOwn(REASONS, text);
}

function lead(code: ReasonCode): string {
  const { title, verdict } = REASONS[code];
  return verdict === 'undetermined' ? `${title}.` : `${title} (${VERDICT_NAMES[verdict]}).`;
}

function exampleBlock(example: string): string {
  return ['```' + (example.startsWith('{') ? 'json' : 'text'), example, '```'].join('\n');
}

function stepLine([reader, step]: NextStep, index: number): string {
  return `${index + 1}. For ${READERS[reader]}: ${step}.`;
}

function documentLine({ title, url }: { readonly title: string; readonly url: string }): string {
  return `- ${title}: <${url}>`;
}
