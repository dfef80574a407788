// explained → suggested → [fixes] → pasted: what to paste for several denials, in one language.
import type { Explanation } from '../contract';
import { principalName } from '../explain/names';
import { mergePolicies, type MergedPolicy } from '../suggest/merge';
import { ownArn } from '../event/own-arn';
import { CONFIDENCES, FIX_NOTES } from '../suggest/sentences';
import type { Suggestion, Tool } from '../suggestion';
import { type Form, formOf } from './forms';

/** What to paste, and what to know before. */
export interface Fixes {
  /** One text for each place a policy goes to, then changes of requests. */
  readonly texts: readonly string[];
  readonly notes: readonly string[];
}

/** What is asked for. */
export interface FixOptions {
  readonly form: Form;
  /** Whether to allow all that the launches lack, and not the denied pairs alone. @default false */
  readonly wholeLaunch?: boolean;
}

/** Writes one policy for each principal that was denied, least privilege, and how sure it is. */
export function fixesFor(
  denials: readonly Explanation[],
  { form, wholeLaunch = false }: FixOptions,
): Fixes {
  const merged = mergePolicies(denials.flatMap((denial) => answersOf(denial, wholeLaunch)));
  const changes = denials.flatMap((denial) => changesOf(denial, TOOLS_OF_FORM[form]));
  return {
    texts: [...merged.map((each) => formOf(form, each)), ...changes],
    notes: [
      ...merged.flatMap(notesOn),
      ...unique(denials.flatMap((denial) => doubtsAbout(denial, wholeLaunch))),
      ...denials.filter((denial) => !isAnswered(denial, TOOLS_OF_FORM[form])).map(noteWithout),
    ],
  };
}

function answersOf(denial: Explanation, wholeLaunch: boolean): Parameters<typeof mergePolicies>[0] {
  const { principal, summary, suggestions } = denial;
  const name = ownArn(principal) ?? principalName(principal);
  return suggestions.flatMap(({ appliesTo, statement, launchPolicy }) => {
    if (statement === undefined) return [];
    const whole = wholeLaunch ? launchPolicy?.Statement : undefined;
    const statements = whole ?? [statement];
    return [{ principal: name, place: appliesTo, statements, denial: summary }];
  });
}

/** Changes of the request exist in the languages of tools that launch. */
const TOOLS_OF_FORM: Partial<Record<Form, Tool>> = {
  terraform: 'terraform',
  cloudformation: 'cloudformation',
  cli: 'cli',
};

function changesOf({ suggestions }: Explanation, tool: Tool | undefined): readonly string[] {
  const parameters = suggestions.flatMap((suggestion) => suggestion.parameters ?? []);
  return parameters
    .filter((parameter) => parameter.tool === tool)
    .map(({ goesTo, text }) => `# ${goesTo}\n${text.trimEnd()}\n`);
}

function notesOn({ answers }: MergedPolicy): readonly string[] {
  return answers.map(({ sid, denials }) => FIX_NOTES.answers(sid, unique(denials).join('; ')));
}

function doubtsAbout({ suggestions }: Explanation, wholeLaunch: boolean): readonly string[] {
  return suggestions
    .filter(({ kind }) => kind === 'add-allow')
    .flatMap((each: Suggestion) => {
      const assumed = wholeLaunch ? (each.launchPolicyAssumes ?? []) : [];
      return [FIX_NOTES.confidence(CONFIDENCES[each.confidence]), ...each.wrongIf, ...assumed];
    });
}

function isAnswered(denial: Explanation, tool: Tool | undefined): boolean {
  const isAllowed = denial.suggestions.some(({ statement }) => statement !== undefined);
  return isAllowed || changesOf(denial, tool).length > 0;
}

function noteWithout({ summary, suggestions }: Explanation): string {
  return FIX_NOTES.none(summary, suggestions[0]?.what ?? '');
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
