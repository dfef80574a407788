// facts → [check] → report: what the policy of a queue says of EventBridge.
import {
  type PolicyAnswer,
  policyAnswer,
  type PolicyRequest,
  writtenStatements,
} from './policy-statements';

/** A request of EventBridge: the rule sends a message to the queue. */
export interface Sending {
  readonly queueArn: string;
  readonly ruleArn: string;
  readonly account: string;
}

/** Says whether a policy lets EventBridge send, by the conditions that such policies have. */
export function answerOf(text: string, sending: Sending): PolicyAnswer {
  return policyAnswer(text, requestOf(sending));
}

function requestOf({ queueArn, ruleArn, account }: Sending): PolicyRequest {
  return {
    action: 'sqs:sendmessage',
    resource: queueArn,
    principals: { Service: ['events.amazonaws.com', '*'], AWS: ['*'] },
    context: {
      'aws:sourcearn': ruleArn,
      'aws:sourceaccount': account,
      'aws:securetransport': 'true',
      'aws:principalisawsservice': 'true',
    },
  };
}

/** Adds to a policy, or to none, the statement that lets the rule send. */
export function withStatement(text: string | null, { queueArn, ruleArn }: Sending): string {
  const added = {
    Sid: 'LaunchDeniedRuleSends',
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: queueArn,
    Condition: { ArnEquals: { 'aws:SourceArn': ruleArn } },
  };
  const statements = [...(writtenStatements(text) ?? []), added];
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
