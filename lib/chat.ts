// event → rule → queue → function → table, alerts → [chat]
import {
  CfnMicrosoftTeamsChannelConfiguration,
  CfnSlackChannelConfiguration,
} from 'aws-cdk-lib/aws-chatbot';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Names, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { AlertTopic } from './alert-topic';
import type { SlackChannel, TeamsChannel } from './settings/channels';

/** Channels see what launches name, and nothing that tells more, such as logs, tables or policies. */
const GUARDRAIL = 'AmazonEC2ReadOnlyAccess';

/** Properties of the channels. */
export interface ChatChannelsProps {
  /** What the channels receive. */
  readonly topic: AlertTopic;
  readonly slack: readonly SlackChannel[];
  readonly teams: readonly TeamsChannel[];
}

/**
 * Brings alerts into channels of Slack and Microsoft Teams, by Amazon Q Developer in chat applications.
 *
 * Alerts need no permission, so the channels have a role that may do nothing. The guardrail bounds
 * whoever in a channel brings a role of their own.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/understanding-permissions.html
 */
export class ChatChannels extends Construct {
  /** The role of every channel. */
  readonly role: Role;

  constructor(scope: Construct, id: string, { topic, slack, teams }: ChatChannelsProps) {
    super(scope, id);
    this.role = new Role(this, 'Role', {
      description: 'Launch Denied: lets chat channels receive alerts and do nothing',
      assumedBy: new ServicePrincipal('chatbot.amazonaws.com'),
    });
    const shared = {
      iamRoleArn: this.role.roleArn,
      snsTopicArns: [topic.topic.topicArn],
      guardrailPolicies: [ManagedPolicy.fromAwsManagedPolicyName(GUARDRAIL).managedPolicyArn],
      loggingLevel: 'NONE',
    };
    for (const { workspaceId, channelId } of slack) {
      const channel = new Construct(this, `Slack${channelId}`);
      new CfnSlackChannelConfiguration(channel, 'Channel', {
        ...shared,
        configurationName: nameOf(channel),
        slackWorkspaceId: workspaceId,
        slackChannelId: channelId,
      });
    }
    for (const { tenantId, teamId, channelId } of teams) {
      const channel = new Construct(this, `Teams${channelId}`);
      new CfnMicrosoftTeamsChannelConfiguration(channel, 'Channel', {
        ...shared,
        configurationName: nameOf(channel),
        teamsTenantId: tenantId,
        teamId,
        teamsChannelId: channelId,
      });
    }
  }
}

/**
 * A name, which each configuration must have; an account has it once, whatever the Region.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-chatbot-slackchannelconfiguration.html
 */
function nameOf(channel: Construct): string {
  return `${Names.uniqueResourceName(channel, { maxLength: 90 })}-${Stack.of(channel).region}`;
}
