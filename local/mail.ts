// function → topic → [e-mail]: what a recipient receives, as the capture queue caught it.
import * as v from 'valibot';
import type { FilteredMessage } from './topics/filter-policy';

const notification = v.object({
  TopicArn: v.string(),
  Subject: v.nullish(v.string(), ''),
  Message: v.string(),
  MessageAttributes: v.nullish(
    v.record(v.string(), v.object({ Type: v.string(), Value: v.string() })),
    {},
  ),
});

/** One e-mail; SNS adds its own footer about unsubscribing, which is not played. */
export interface Mail {
  readonly topicArn: string;
  readonly subject: string;
  readonly text: string;
  /** Message attributes: not in the e-mail, but what filter policies look at. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Reads what a filter policy sees of a notification. */
export function readFiltered(body: string): FilteredMessage {
  const { Message, MessageAttributes } = v.parse(notification, JSON.parse(body));
  const attributes = Object.entries(MessageAttributes).map(
    ([name, { Type, Value }]) => [name, { type: Type, value: Value }] as const,
  );
  return { text: Message, attributes: new Map(attributes) };
}

/** Reads a notification as SNS delivers it to a queue. */
export function readMail(body: string): Mail {
  const { TopicArn, Subject, Message, MessageAttributes } = v.parse(notification, JSON.parse(body));
  return {
    topicArn: TopicArn,
    subject: Subject,
    text: Message,
    attributes: Object.fromEntries(
      Object.entries(MessageAttributes).map(([name, { Value }]) => [name, Value]),
    ),
  };
}
