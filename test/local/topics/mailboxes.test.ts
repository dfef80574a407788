import { type Local, startLocal } from '../../../local/start-local';
import { CALLING, publish, tell } from '../calling';
import { tinyStack } from '../tiny-stack';

let local: Local;
beforeAll(async () => void (local = await startLocal(tinyStack(CALLING))));
afterAll(() => local.stop());

const accounts = (...ids: readonly string[]) => ({
  accounts: { DataType: 'String.Array', StringValue: JSON.stringify(ids) },
});
const alert = (Subject: string, ...ids: readonly string[]) =>
  publish('Alerts', { Subject, MessageAttributes: accounts(...ids) });
const subjects = async (endpoint: string) =>
  (await local.received(endpoint)).map(({ subject }) => subject);

test('before anything is sent every mailbox is empty', async () => {
  expect(await local.mails()).toEqual([]);
  expect(await local.chats()).toEqual([]);
  expect(await local.texts()).toEqual([]);
  expect(await local.received('team@example.com')).toEqual([]);
});

test('each subscriber receives what the filter policy lets through, in order', async () => {
  await tell(local, alert('One', '111122223333'));
  await tell(local, alert('Two', '222233334444'));
  await tell(local, alert('Three', '222233334444', '111122223333'));
  await tell(local, publish('Alerts', { Subject: 'Alarm' }));
  expect(await subjects('all@example.com')).toEqual(['One', 'Two', 'Three', 'Alarm']);
  expect(await subjects('team@example.com')).toEqual(['One', 'Three']);
  expect(await subjects('team@example.com')).toEqual(['One', 'Three']);
  expect((await local.mails()).map(({ subject }) => subject)).toHaveLength(4);
});

test('chats come as parsed JSON, and reach nobody else', async () => {
  await tell(local, publish('Chat', { Message: '{"version":"1.0"}' }));
  expect(await local.chats()).toEqual([{ version: '1.0' }]);
  expect(await local.mails()).toHaveLength(4);
});

test('text messages come with their attributes, and to their number', async () => {
  await tell(local, publish('Sms', { MessageAttributes: accounts('111122223333') }));
  const text = expect.objectContaining({
    text: 'text',
    subject: '',
    attributes: { accounts: '["111122223333"]' },
  });
  expect(await local.texts()).toEqual([text]);
  expect(await local.received('+12065550100')).toEqual([text]);
});

test('who is not subscribed is no mailbox', async () => {
  await expect(local.received('nobody@example.com')).rejects.toThrow(
    'nothing is subscribed for nobody@example.com',
  );
});

test('without topics for chat and text messages there are none', async () => {
  const plain = await startLocal(tinyStack(CALLING), {
    environment: { CHAT_TOPIC_ARN: '', SMS_TOPIC_ARN: '' },
  });
  try {
    expect(await plain.chats()).toEqual([]);
    expect(await plain.texts()).toEqual([]);
  } finally {
    await plain.stop();
  }
});
