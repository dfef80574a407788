// doctor → [channels]: the chat channels of the account, of each kind.
import {
  paginateDescribeChimeWebhookConfigurations,
  paginateDescribeSlackChannelConfigurations,
  paginateListMicrosoftTeamsChannelConfigurations,
} from '@aws-sdk/client-chatbot';
import type { Channel } from '../../core/doctor/chat';
import type { Answer } from '../../core/doctor/check';
import { ask } from './ask';
import type { AwsClients } from './clients';

type Client = Pick<AwsClients, 'chatbot'>;

/** What each kind of configuration has. */
interface Configuration {
  readonly ConfigurationName?: string | undefined;
  readonly ChatConfigurationArn: string | undefined;
  readonly SnsTopicArns: string[] | undefined;
  readonly GuardrailPolicyArns?: string[] | undefined;
  readonly State?: string | undefined;
}

function channelOf(kind: Channel['kind'], one: Configuration, name = '', channelId = ''): Channel {
  const arn = one.ChatConfigurationArn ?? '';
  return {
    kind,
    name: one.ConfigurationName ?? (name || arn),
    arn,
    channelId,
    topicArns: one.SnsTopicArns ?? [],
    guardrails: one.GuardrailPolicyArns ?? [],
    isEnabled: one.State !== 'DISABLED',
  };
}

/** @see https://docs.aws.amazon.com/chatbot/latest/APIReference/API_DescribeSlackChannelConfigurations.html */
export function askSlack({ chatbot: client }: Client): Promise<Answer<readonly Channel[]>> {
  return ask('chatbot:DescribeSlackChannelConfigurations', async () => {
    const all: Channel[] = [];
    for await (const page of paginateDescribeSlackChannelConfigurations({ client }, {}))
      for (const one of page.SlackChannelConfigurations ?? [])
        all.push(channelOf('slack', one, one.SlackChannelName, one.SlackChannelId));
    return all;
  });
}

/** @see https://docs.aws.amazon.com/chatbot/latest/APIReference/API_ListMicrosoftTeamsChannelConfigurations.html */
export function askTeams({ chatbot: client }: Client): Promise<Answer<readonly Channel[]>> {
  return ask('chatbot:ListMicrosoftTeamsChannelConfigurations', async () => {
    const all: Channel[] = [];
    for await (const page of paginateListMicrosoftTeamsChannelConfigurations({ client }, {}))
      for (const one of page.TeamChannelConfigurations ?? [])
        all.push(channelOf('teams', one, one.ChannelName, one.ChannelId));
    return all;
  });
}

/** @see https://docs.aws.amazon.com/chatbot/latest/APIReference/API_DescribeChimeWebhookConfigurations.html */
export function askChime({ chatbot: client }: Client): Promise<Answer<readonly Channel[]>> {
  return ask('chatbot:DescribeChimeWebhookConfigurations', async () => {
    const all: Channel[] = [];
    for await (const page of paginateDescribeChimeWebhookConfigurations({ client }, {}))
      for (const one of page.WebhookConfigurations ?? [])
        all.push(channelOf('chime', one, one.WebhookDescription));
    return all;
  });
}
