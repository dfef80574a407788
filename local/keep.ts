// `npm start -- --keep`: everything stays up until Ctrl-C.
import { setTimeout as sleep } from 'node:timers/promises';
import { startInbox } from './inbox';
import { titleOf } from './inputs';
import { play } from './play';
import { showMail, showSummary } from './show';
import type { Local } from './start-local';

const POLL_MILLISECONDS = 500;

/** Leaves local mode up and says how to use it; the process ends with Ctrl-C. */
export async function keepUp(local: Local, print: (text: string) => void): Promise<never> {
  const inbox = await startInbox(async (events) => {
    const inputs = events.map((event) => ({ title: titleOf(event), event }));
    return showSummary(await play(local, inputs));
  });
  print(howToUse(local, inbox.url));
  // Also what others put into the queue themselves is worked on.
  for (let shown = (await local.mails()).length; ; await sleep(POLL_MILLISECONDS)) {
    await local.settle();
    const mails = await local.mails();
    for (const mail of mails.slice(shown)) print(showMail(mail));
    shown = mails.length;
  }
}

function howToUse({ urls }: Local, inbox: string): string {
  return `
Everything stays up; Ctrl-C ends it. Send an event, a record, or a file of records:

  curl --data-binary @FILE ${inbox}

Endpoints for your own AWS clients, with any access key:

  DynamoDB    ${urls.emulators.dynamodb}
  SQS, SNS    ${urls.emulators.messaging}
  queue       ${urls.queue}
`;
}
