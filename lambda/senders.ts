// grouped → [alert]: the faces of this deployment. Most batches alert nobody, so each client is made by
// the first that does.
import { alertTopic } from '../adapters/alert-topic';
import { eventBus } from '../adapters/event-bus';
import {
  type Alerts,
  chatMessage,
  digestChatMessage,
  digestEmailMessage,
  emailMessage,
  type Message,
  smsMessage,
} from '../core/alert/messages';
import { eventFor } from '../core/alert/event';
import type { FaceOptions } from '../core/alert/alert';
import type { DigestMessage } from '../core/alert/digest';
import type { BatchPorts, Sender } from '../core/batch/ports';
import type { Environment } from './environment';

/** Opens the faces that the stack has. */
export function sendersOf({ topics, privacy }: Environment): BatchPorts['senders'] {
  const options = { privacy };
  return {
    email: topicFace(topics.alerts, options, emailMessage, digestEmailMessage),
    ...(topics.chat === null
      ? {}
      : { chat: topicFace(topics.chat, options, chatMessage, digestChatMessage) }),
    ...(topics.sms === null ? {} : { sms: topicFace(topics.sms, options, smsMessage) }),
    event: eventFace(options),
  };
}

function topicFace(
  topicArn: string,
  options: FaceOptions,
  write: (alerts: Alerts, options: FaceOptions) => Message,
  writeDigest?: (digest: DigestMessage, options: FaceOptions) => Message,
): Sender {
  const publish = once(() => alertTopic(topicArn));
  return {
    alerts: async (alerts) => publish()(write(alerts, options)),
    ...(writeDigest && {
      digest: async (digest: DigestMessage) => publish()(writeDigest(digest, options)),
    }),
  };
}

function eventFace(options: FaceOptions): Sender {
  const put = once(eventBus);
  return {
    alerts: async (alerts) => {
      for (const alert of alerts) await put()(eventFor(alert, options));
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
