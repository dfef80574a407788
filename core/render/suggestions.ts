// explained → suggested → [rendered]: what is shown of suggestions; next steps say the rest in words.
import type { Explanation } from '../contract';
import { CHECKS, CONFIDENCES, SUGGESTED } from '../suggest/sentences';
import type { LaunchPair, Suggestion } from '../suggestion';
import type { Section } from './section';

/** The statement, how sure it is, the policy for the whole launch, and changes of the request. */
export function suggestionSections({ suggestions }: Explanation): readonly Section[] {
  return suggestions.flatMap((suggestion) => {
    switch (suggestion.kind) {
      case 'add-allow':
        return statementSections(suggestion);
      case 'change-request':
        return parameterSections(suggestion);
      case 'ask':
        return causeSections(suggestion);
      case 'change-deny':
      case 'rotate-credentials':
        return [];
    }
  });
}

function statementSections(suggestion: Suggestion): readonly Section[] {
  const { who, what, statement, wrongIf } = suggestion;
  return [
    { kind: 'prose', title: SUGGESTED.statement, text: SUGGESTED.forWhom(who, what) },
    { kind: 'facts', rows: [['confidence', sureness(suggestion)]] },
    { kind: 'code', text: JSON.stringify(statement, null, 2) },
    { kind: 'list', title: SUGGESTED.wrongIf, items: wrongIf },
  ];
}

/** The policies for the whole launch: long, so faces show them last. */
export function launchPolicySections({
  suggestions,
  launchPairs,
}: Explanation): readonly Section[] {
  const isChecked = launchPairs.every(({ state }) => state !== 'not-checked');
  const title = isChecked ? SUGGESTED.missing : SUGGESTED.launch;
  return suggestions.flatMap(({ launchPolicy, launchPolicyAssumes = [] }): readonly Section[] =>
    launchPolicy === undefined
      ? []
      : [
          { kind: 'prose', title, text: SUGGESTED.launchText },
          { kind: 'code', text: JSON.stringify(launchPolicy, null, 2) },
          { kind: 'list', title: SUGGESTED.assumes, items: launchPolicyAssumes },
        ],
  );
}

function sureness({ confidence, verifiedBy, unverified }: Suggestion): string {
  const check = verifiedBy === null ? CHECKS[unverified ?? 'not-asked'] : CHECKS.simulator;
  return [CONFIDENCES[confidence], check].filter(Boolean).join('; ');
}

function parameterSections(suggestion: Suggestion): readonly Section[] {
  const { who, what, parameters = [] } = suggestion;
  return [
    { kind: 'prose', title: SUGGESTED.request, text: SUGGESTED.forWhom(who, what) },
    { kind: 'facts', rows: [['confidence', sureness(suggestion)]] },
    ...parameters.flatMap(({ tool, goesTo, text }): readonly Section[] => [
      { kind: 'prose', title: SUGGESTED.tool(tool, goesTo), text: '' },
      { kind: 'code', text },
    ]),
  ];
}

function causeSections({ steps = [] }: Suggestion): readonly Section[] {
  return steps.length === 0 ? [] : [{ kind: 'steps', title: SUGGESTED.causes, items: steps }];
}

/** The other pairs of the launch by their states; those that nobody checked where all are asked for. */
export function pairSections(
  { launchPairs, action, resource }: Explanation,
  isWhole: boolean,
): readonly Section[] {
  const others = launchPairs.filter((pair) => pair.action !== action || pair.resource !== resource);
  return STATES.filter((state) => isWhole || state !== 'not-checked').flatMap((state) => {
    const items = others.filter((pair) => pair.state === state).map(pairText);
    const isShown = items.length > 0 && (isWhole || state !== 'allowed');
    return isShown ? [{ kind: 'list', title: SUGGESTED.pairs[state], items }] : [];
  });
}

const STATES = ['denied', 'missing', 'not-checked', 'allowed'] as const;

function pairText({ action, resource, deniedBy, blockedBy }: LaunchPair): string {
  const by = deniedBy ?? (blockedBy && SUGGESTED.blockedBy[blockedBy]);
  return `${action} on ${resource}${by === undefined ? '' : ` (${by})`}`;
}
