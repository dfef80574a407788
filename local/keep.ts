// `npm start -- --keep`: everything stays up until Ctrl-C.
import { setTimeout as sleep } from 'node:timers/promises';
import { startCommandsEndpoint } from './commands-endpoint';
import { startInbox } from './inbox';
import { titleOf } from './inputs';
import { play } from './play';
import { showMail, showSummary } from './show';
import type { Local } from './start-local';

const POLL_MILLISECONDS = 500;
/** As often as the schedule of the stack. */
const SWEEP_MILLISECONDS = 5 * 60_000;

/** What is printed while local mode stays up. */
export interface KeepOptions {
  /** Whether e-mails are not printed. @default false */
  readonly isQuiet?: boolean;
}

/** Leaves local mode up and says how to use it; the process ends with Ctrl-C. */
export async function keepUp(
  local: Local,
  print: (text: string) => void,
  { isQuiet = false }: KeepOptions = {},
): Promise<never> {
  const inbox = await startInbox(async (events) => {
    const inputs = events.map((event) => ({ title: titleOf(event), event }));
    return showSummary(await play(local, inputs));
  });
  const { url } = await startCommandsEndpoint(commandsOf(local));
  print(howToUse(local, { inbox: inbox.url, commands: url }));
  // Also what others put into the queue themselves is worked on.
  const sweeping = setInterval(() => void local.sweep(), SWEEP_MILLISECONDS);
  sweeping.unref();
  for (let shown = (await local.mails()).length; ; await sleep(POLL_MILLISECONDS)) {
    await local.settle();
    const mails = await local.mails();
    for (const mail of isQuiet ? [] : mails.slice(shown)) print(showMail(mail));
    shown = mails.length;
  }
}

/** What the commands find in place of the deployed stack. */
function commandsOf({ urls, function: { environment } }: Local) {
  return {
    dynamodbUrl: urls.emulators.dynamodb,
    stackName: 'LaunchDenied',
    addressBook: {
      tableName: environment['TABLE_NAME'],
      retentionDays: Number(environment['RETENTION_DAYS']),
    },
    callerArn: 'arn:aws:sts::111122223333:assumed-role/developer/you',
  };
}

interface Addresses {
  readonly inbox: string;
  readonly commands: string;
}

function howToUse({ urls }: Local, { inbox, commands }: Addresses): string {
  return `
Everything stays up; Ctrl-C ends it. Send an event, a record, or a file of records:

  curl --data-binary @FILE ${inbox}

See the groups, and act on one by the code that its alert ends with:

  npx . show --local ${commands}
  npx . mute GROUP --for 7d --local ${commands}

Endpoints for your own AWS clients, with any access key:

  DynamoDB    ${urls.emulators.dynamodb}
  SQS, SNS    ${urls.emulators.messaging}
  queue       ${urls.queue}
`;
}
