// connection → [survey] → worlds: what is asked of an account whether it is home or a member.
import { callerArn } from '../../adapters/caller';
import type { Connection } from '../../adapters/connection';
import { ask } from '../../adapters/doctor/ask';
import { type AwsClients, awsClients } from '../../adapters/doctor/clients';
import { askForwarder } from '../../adapters/doctor/forwarder';
import { fewAtOnce, once } from '../../adapters/doctor/once';
import { type TrailsIn, trailsIn } from '../../adapters/doctor/trails';
import { enabledRegions } from '../../adapters/regions';
import { parseArn } from '../../core/arn';
import type { Answer } from '../../core/doctor/check';
import type { Place } from '../../core/doctor/command';
import type { Forwarder, Forwarders } from '../../core/doctor/forwarders';

/** An account as the reader may see it, each thing asked once. */
export interface Survey {
  readonly connection: Connection;
  readonly clients: AwsClients;
  readonly place: Place;
  readonly account: string;
  readonly partition: string;
  /** The ARN of the reader. */
  readonly caller: string;
  readonly enabled: () => Promise<Answer<readonly string[]>>;
  readonly forwarderIn: (ruleName: string, region: string) => Promise<Forwarder>;
  readonly trailsIn: TrailsIn;
}

/** A survey that knows which forwarders are meant. */
export interface Surveyed extends Survey {
  readonly forwarders: () => Promise<Answer<Forwarders>>;
}

/** An account has a score of Regions, and each answers several questions. */
const REGIONS_AT_ONCE = 4;

/** Opens an account; throws what the AWS SDK throws where nothing at all can be asked. */
export async function openSurvey(connection: Connection): Promise<Survey> {
  const clients = awsClients(connection);
  const caller = await callerArn(connection);
  const { account = '', partition = 'aws' } = parseArn(caller) ?? {};
  const place = { region: await clients.sts.config.region(), profile: connection.profile ?? null };
  const inTurn = fewAtOnce(REGIONS_AT_ONCE);
  const trails = trailsIn(clients, account);
  const enabled = once((_all: null) =>
    ask('account:ListRegions', () => enabledRegions(connection)),
  );
  const forwarder = once((ruleName: string) =>
    once((region: string) => inTurn(() => askForwarder(clients, region, ruleName))),
  );
  return {
    connection,
    clients,
    caller,
    account,
    partition,
    place,
    enabled: () => enabled(null),
    forwarderIn: (ruleName, region) => forwarder(ruleName)(region),
    trailsIn: once((region) => inTurn(() => trails(region))),
  };
}
