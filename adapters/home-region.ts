// command → [Region]: where the SDK would ask, with these credentials.
import { STSClient } from '@aws-sdk/client-sts';
import type { Connection } from './connection';

/** Finds the Region as the SDK does: given, from the environment, or from the profile; throws where there is none. */
export function homeRegion(connection: Connection): Promise<string> {
  return new STSClient(connection).config.region();
}
