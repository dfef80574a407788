// doctor → [event bus]: who may put events on the bus of a hub.
import { DescribeEventBusCommand } from '@aws-sdk/client-eventbridge';
import type { Answer } from '../../core/doctor/check';
import { ask } from './ask';
import type { AwsClients } from './clients';

/** The policy of the default event bus as JSON; null where it has none. @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeEventBus.html */
export function askBusPolicy({ events }: AwsClients): Promise<Answer<string | null>> {
  return ask('events:DescribeEventBus', async () => {
    const { Policy } = await events.send(new DescribeEventBusCommand({ Name: 'default' }));
    return Policy || null;
  });
}
