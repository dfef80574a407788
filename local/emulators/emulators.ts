// [emulators] ← endpoints ← handler: DynamoDB, SQS and SNS on loopback.
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as v from 'valibot';
import { nextMessage, startChild, stopChild } from '../process';
import type { EmulatorClients } from '../template/create-resources';
import { HOME } from '../template/place';
import { type EmulatorUrls, emulatorUrls } from './messages';

/** The running emulators, with clients that may do everything in them. */
export interface Emulators {
  readonly urls: EmulatorUrls;
  readonly clients: EmulatorClients;
  stop(): Promise<void>;
}

/** Starts the emulators on free ports. */
export async function startEmulators(): Promise<Emulators> {
  const child = startChild(join(__dirname, 'child.cjs'), { execArgv: [] });
  child.stdout?.resume();
  const said: string[] = [];
  child.stderr?.on('data', (text) => said.push(String(text)));
  try {
    const urls = v.parse(emulatorUrls, await nextMessage(child));
    const clients = clientsOf(urls);
    return {
      urls,
      clients,
      async stop() {
        for (const client of Object.values(clients)) client.destroy();
        await stopChild(child);
      },
    };
  } catch (error) {
    await stopChild(child);
    throw new Error(`the emulators did not start: ${said.join('')}`, { cause: error });
  }
}

/** The endpoint must be explicit: queue URLs name hosts that do not resolve. */
function clientsOf({ dynamodb, messaging }: EmulatorUrls): EmulatorClients {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const shared = { region: HOME.region, credentials };
  return {
    dynamodb: new DynamoDBClient({ ...shared, endpoint: dynamodb }),
    sns: new SNSClient({ ...shared, endpoint: messaging }),
    sqs: new SQSClient({ ...shared, endpoint: messaging }),
  };
}
