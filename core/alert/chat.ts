// grouped → [alert]: the message to a chat channel.
import { accountWords, toldAccount } from '../account-name';
import type { Explanation } from '../contract';
import { reasonLink } from '../render/links';
import type { PolicyStatement } from '../suggestion';
import { CONFIDENCES } from '../suggest/sentences';
import type { Alert, FaceOptions } from './alert';
import { chatJson, chatLink, chatText, codeBlock } from './chat-text';
import { dashboardAddress, groupCommands } from './group-sections';
import { groupCode } from './group-name';
import { CHAT_LIMITS, describedBy, type Notification } from './notification';
import { explanationFor } from './public-explanation';
import { BEGINNINGS, seenWords, WORDS } from './words';

const LONGEST_PROSE = 900;

/** Writes the chat message about a group; all messages about it land in one thread. */
export function chatFor(alert: Alert, options: FaceOptions): Notification {
  const explanation = explanationFor(alert.explanation, options.privacy);
  const title = chatText(
    BEGINNINGS[alert.kind](alert.count) + explanation.summary,
    CHAT_LIMITS.title,
  );
  const threadId = groupCode(alert.fingerprint);
  return {
    version: '1.0',
    source: 'custom',
    id: `${threadId}-${alert.kind}-${alert.count}`,
    content: {
      textType: 'client-markdown',
      title,
      description: describedBy(blocksOf(alert, explanation, options)),
      nextSteps: explanation.nextSteps
        .slice(0, CHAT_LIMITS.nextSteps)
        .map((step) => chatText(step, CHAT_LIMITS.nextStep)),
      keywords: keywordsOf(explanation),
    },
    metadata: {
      threadId,
      summary: title,
      eventType: `launch-denied-${alert.kind}`,
      relatedResources: resourcesOf(explanation),
      additionalContext: contextOf(alert, explanation),
    },
  };
}

/** What matters most stands first: what does not fit is left out whole. */
function blocksOf(alert: Alert, explanation: Explanation, options: FaceOptions): readonly string[] {
  const isFull = options.privacy === 'full';
  const address = dashboardAddress(alert, options);
  return [
    chatText(`${seenWords(alert)}.`, LONGEST_PROSE),
    ...accountLine(explanation),
    chatText(explanation.detail, LONGEST_PROSE),
    `${explanation.reason.code}: ${chatLink(reasonLink(explanation.reason.code))}`,
    ...(address === null ? [] : [`${WORDS.dashboard}: ${chatLink(address)}`]),
    ...(isFull ? [] : [WORDS.withheld]),
    codeBlock(groupCommands(alert).join('\n')),
    ...explanation.suggestions.flatMap(({ statement, confidence }) =>
      statement === undefined ? [] : [statementBlock(statement, CONFIDENCES[confidence])],
    ),
  ];
}

/** The number alone stands in the ARNs already. */
function accountLine({ event }: Explanation): readonly string[] {
  if (event === undefined || toldAccount(event) === null) return [];
  return [chatText(`Account: ${accountWords(event.account, event.accountName)}`, LONGEST_PROSE)];
}

const LONGEST_STATEMENT = 1_200;

function statementBlock(statement: PolicyStatement, confidence: string): string {
  const block = `${WORDS.statement(confidence)}\n${chatJson(statement)}`;
  return block.length <= LONGEST_STATEMENT ? block : WORDS.statementElsewhere;
}

/** Codes and verdicts are our own words; an action might be anybody's. */
function keywordsOf({ reason, verdict, action }: Explanation): readonly string[] {
  const denied = action === null ? [] : [chatText(action, CHAT_LIMITS.keyword)];
  return [reason.code, verdict, ...denied];
}

function resourcesOf({ resource, principal }: Explanation): readonly string[] {
  return [resource, principal.arn].flatMap((arn) =>
    arn ? [chatText(arn, CHAT_LIMITS.resource)] : [],
  );
}

function contextOf(alert: Alert, { reason, verdict }: Explanation) {
  return {
    group: groupCode(alert.fingerprint),
    count: String(alert.count),
    reason: reason.code,
    verdict,
  };
}
