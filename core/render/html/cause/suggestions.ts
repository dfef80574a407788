// reviewed → [HTML]: what to change, in the languages that people keep policies in.
import type { Explanation } from '../../../contract';
import { type Form, FORMS, formOf } from '../../../forms/forms';
import { CHECKS, CONFIDENCES, SUGGESTED } from '../../../suggest/sentences';
import type { PolicyDocument, Suggestion } from '../../../suggestion';
import { type Html, markup, type Piece } from '../markup';
import { copyable, section, sentence, value } from '../parts';
import { FORM_WORDS } from '../words';

/** Draws each suggestion that has something to paste or to do in order. */
export function suggestionParts(explanation: Explanation | null): Piece {
  return (explanation?.suggestions ?? []).map((suggestion, at) => {
    const id = `suggestion-${at + 1}`;
    switch (suggestion.kind) {
      case 'add-allow':
        return statementPart(suggestion, id);
      case 'change-request':
        return requestPart(suggestion, id);
      case 'ask':
        return causesPart(suggestion);
      case 'change-deny':
      case 'rotate-credentials':
        return null;
    }
  });
}

function statementPart(suggestion: Suggestion, id: string): Html | null {
  const { statement, launchPolicy, launchPolicyAssumes = [], wrongIf } = suggestion;
  const own = statement && policyOf([statement]);
  return section(
    SUGGESTED.statement,
    who(suggestion),
    own && forms(own, suggestion, id),
    listed(SUGGESTED.wrongIf, wrongIf),
    launchPolicy &&
      markup`<details class="ld-fold"><summary>${SUGGESTED.launch}</summary><p>${SUGGESTED.launchText}</p>${forms(launchPolicy, suggestion, `${id}-launch`)}${listed(SUGGESTED.assumes, launchPolicyAssumes)}</details>`,
  );
}

function requestPart(suggestion: Suggestion, id: string): Html | null {
  const { parameters = [] } = suggestion;
  const blocks = parameters.map(({ tool, goesTo, text }, at) =>
    fold(at === 0, SUGGESTED.tool(tool, goesTo), copyable(`${id}-${tool}-${at}`, text)),
  );
  return section(SUGGESTED.request, who(suggestion), blocks);
}

function causesPart({ steps = [] }: Suggestion): Html | null {
  if (steps.length === 0) return null;
  const items = steps.map((step) => markup`<li>${sentence(step)}</li>`);
  return section(SUGGESTED.causes, markup`<ol class="ld-steps">${items}</ol>`);
}

function who(suggestion: Suggestion): Html {
  const { confidence, verifiedBy, unverified } = suggestion;
  const check = verifiedBy === null ? CHECKS[unverified ?? 'not-asked'] : CHECKS.simulator;
  return markup`<p>${value(SUGGESTED.forWhom(suggestion.who, suggestion.what))}</p><p class="ld-sure ld-is-${confidence}"><b>${CONFIDENCES[confidence]}</b>${check && `; ${check}`}</p>`;
}

function policyOf(statements: PolicyDocument['Statement']): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}

function forms(policy: PolicyDocument, { appliesTo }: Suggestion, id: string): Piece {
  return Object.keys(FORMS).map((name, at) => {
    const form = name as Form;
    const text = formOf(form, { policy, place: appliesTo });
    return fold(at === 0, FORM_WORDS[form], copyable(`${id}-${form}`, text.trimEnd()));
  });
}

function fold(isOpen: boolean, label: string, content: Html): Html {
  return markup`<details class="ld-form"${isOpen && OPEN}><summary>${value(label)}</summary>${content}</details>`;
}

const OPEN = markup` open`;

function listed(title: string, items: readonly string[]): Html | null {
  if (items.length === 0) return null;
  return markup`<p class="ld-faint">${title}</p><ul class="ld-steps">${items.map((item) => markup`<li>${value(item)}</li>`)}</ul>`;
}
