// grouped → [alert]: what each face of a topic publishes about one alert, or about several at once.
import { foldedTitle } from '../group/sentences';
import type { Alert, FaceOptions } from './alert';
import { type Attributes, attributesFor, attributesForMany } from './attributes';
import { chatFor } from './chat';
import { digestChat, digestEmail, type DigestMessage } from './digest';
import { alertEmail } from './email';
import { foldedChat, foldedEmail } from './folded';
import { smsFor } from './sms';

/** A message as a topic takes it. */
export interface Message {
  /** Null where nobody reads one. */
  readonly subject: string | null;
  readonly body: string;
  readonly attributes: Attributes;
}

/** At least one alert. */
export type Alerts = readonly [Alert, ...Alert[]];

/** Writes the e-mail about alerts. */
export function emailMessage(alerts: Alerts, options: FaceOptions): Message {
  const [first, ...rest] = alerts;
  const email = rest.length === 0 ? alertEmail(first, options) : foldedEmail(alerts, options);
  return { ...email, attributes: attributesOf(alerts, options) };
}

/** Writes the chat message about alerts. */
export function chatMessage(alerts: Alerts, options: FaceOptions): Message {
  const [first, ...rest] = alerts;
  const chat = rest.length === 0 ? chatFor(first, options) : foldedChat(alerts, options);
  return { subject: null, body: JSON.stringify(chat), attributes: attributesOf(alerts, options) };
}

/** Writes the text message about alerts. */
export function smsMessage(alerts: Alerts, options: FaceOptions): Message {
  const [first, ...rest] = alerts;
  const fresh = alerts.filter(({ kind }) => kind === 'new').length;
  const folded = foldedTitle(alerts.length, fresh);
  const body = rest.length === 0 ? smsFor(first, options) : folded;
  return { subject: null, body, attributes: attributesOf(alerts, options) };
}

/** Writes the digest as an e-mail, with the attributes of all its causes. */
export function digestEmailMessage(digest: DigestMessage, options: FaceOptions): Message {
  return { ...digestEmail(digest, options), attributes: digestAttributes(digest, options) };
}

/** Writes the digest for chat. */
export function digestChatMessage(digest: DigestMessage, options: FaceOptions): Message {
  const body = JSON.stringify(digestChat(digest, options));
  return { subject: null, body, attributes: digestAttributes(digest, options) };
}

function attributesOf(alerts: Alerts, options: FaceOptions): Attributes {
  const [first, ...rest] = alerts;
  if (rest.length === 0) return attributesFor(first.explanation, options);
  return attributesForMany(
    alerts.map(({ explanation }) => explanation),
    options,
  );
}

function digestAttributes({ explanations }: DigestMessage, options: FaceOptions): Attributes {
  return attributesForMany([...explanations.values()], options);
}
