// event → rule → queue → function: [watched] for denials that got stuck on the way.
import { Duration } from 'aws-cdk-lib/core';
import { maximum, PERIOD, type Watch, type Watched } from './watch';

/** A denial that always fails spends five receives of three minutes in the queue, then leaves it. */
const LATE = Duration.minutes(15);

/** The alarms about denials on their way to an alert. */
export function denialWatches(watched: Watched): Readonly<Record<string, Watch>> {
  return {
    UndeliveredDenials: undeliveredDenials(watched),
    UnexplainedDenials: unexplainedDenials(watched),
    FunctionErrors: functionErrors(watched),
    LateDenials: lateDenials(watched),
  };
}

function undeliveredDenials({ rule, denials }: Watched): Watch {
  const { deadLetterQueue } = rule;
  return {
    metric: deadLetterQueue.metricApproximateNumberOfMessagesVisible(maximum()),
    calm: 0,
    description: [
      'EventBridge could not deliver denied launches to the queue, so nobody was alerted about them.',
      `They wait for 14 days in ${deadLetterQueue.queueName}.`,
      'Next steps: read the attributes ERROR_CODE and ERROR_MESSAGE of a message there,',
      'deploy this stack again to restore the queue and its policy,',
      `then send the body of each message to ${denials.queue.queueName} and delete it.`,
    ].join(' '),
  };
}

function unexplainedDenials(props: Watched): Watch {
  const { deadLetterQueue, maxReceives } = props.denials;
  return {
    metric: deadLetterQueue.metricApproximateNumberOfMessagesVisible(maximum()),
    calm: 0,
    description: [
      `The function received denied launches ${maxReceives} times and did not finish them,`,
      'so alerts about them might be missing.',
      `They wait for 14 days in ${deadLetterQueue.queueName}.`,
      `Next steps: read the errors in the log group ${props.function.logGroup.logGroupName},`,
      'remove their cause, then start a dead-letter queue redrive to the source queue.',
    ].join(' '),
  };
}

function functionErrors(props: Watched): Watch {
  return {
    metric: props.function.function.metricErrors({ period: PERIOD }),
    calm: 0,
    description: [
      'The function that explains denied launches stopped with an error or at its timeout.',
      `SQS delivers the denials again, up to ${props.denials.maxReceives} times; alerts are late.`,
      `Next steps: read the errors in the log group ${props.function.logGroup.logGroupName};`,
      'if they began with a deployment, deploy the version before it.',
    ].join(' '),
  };
}

function lateDenials(props: Watched): Watch {
  return {
    metric: props.denials.queue.metricApproximateAgeOfOldestMessage(maximum()),
    calm: LATE.toSeconds(),
    description: [
      `A denied launch has waited more than ${LATE.toMinutes()} minutes in ${props.denials.queue.queueName};`,
      'alerts are late.',
      `Next steps: look at the throttles and the duration of ${props.function.function.functionName};`,
      'if it is not invoked at all, check that its event source mapping is enabled.',
    ].join(' '),
  };
}
