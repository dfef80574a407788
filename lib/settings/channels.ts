// The chat channels that receive alerts.
import * as v from 'valibot';
import { objectList } from './shapes';

/** A channel of Slack; its workspace must be authorized in Amazon Q Developer. */
export interface SlackChannel {
  /** Such as `T0123ABCD`. */
  readonly workspaceId: string;
  /** Such as `C0123ABCD`; that of a private channel may begin with `G`. */
  readonly channelId: string;
}

/** A channel of Microsoft Teams; its team must be authorized in Amazon Q Developer. */
export interface TeamsChannel {
  /** A GUID. */
  readonly tenantId: string;
  /** A GUID. */
  readonly teamId: string;
  /** As in the link to the channel: `19%3a…%40thread.tacv2`. */
  readonly channelId: string;
}

const guid = v.pipe(v.string(), v.regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i));

/** @see https://docs.aws.amazon.com/chatbot/latest/APIReference/API_SlackChannelConfiguration.html */
export const slackChannels = objectList(
  v.pipe(
    v.strictObject({
      workspaceId: v.pipe(v.string(), v.regex(/^T[A-Z\d]{2,30}$/)),
      channelId: v.pipe(v.string(), v.regex(/^[CG][A-Z\d]{2,30}$/)),
    }),
    v.readonly(),
  ),
);

/** @see https://docs.aws.amazon.com/chatbot/latest/APIReference/API_TeamsChannelConfiguration.html */
export const teamsChannels = objectList(
  v.pipe(
    v.strictObject({
      tenantId: guid,
      teamId: guid,
      channelId: v.pipe(v.string(), v.regex(/^19%3a[\w-]{1,100}%40thread\.[\da-z]{1,20}$/i)),
    }),
    v.readonly(),
  ),
);
