// doctor → [test denial] → event bus
import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { type Answer } from '../../core/doctor/check';
import type { TestDenial } from '../../core/doctor/test-denial';
import { ask, thenAsk } from './ask';

const RIGHT = 'events:PutEvents';

/** Puts the test denial on the default bus of the client’s Region. @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
export async function putTest(
  events: EventBridgeClient,
  { source, detailType, detail }: TestDenial,
): Promise<Answer<null>> {
  const entry = { Source: source, DetailType: detailType, Detail: detail };
  const sent = await ask(RIGHT, () => events.send(new PutEventsCommand({ Entries: [entry] })));
  return thenAsk(sent, async ({ Entries = [] }) => {
    const { ErrorCode, ErrorMessage = '' } = Entries[0] ?? {};
    if (ErrorCode === undefined) return { kind: 'known', value: null };
    const words = `${ErrorCode}, ${ErrorMessage}`;
    return { kind: 'hidden', because: 'no-answer', right: RIGHT, words };
  });
}
