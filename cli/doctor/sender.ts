// options → [sender] → event bus: from where a test denial is sent, and which forwarder it has to pass.
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { ask, thenAsk } from '../../adapters/doctor/ask';
import { askForwarder, countDeadLetters } from '../../adapters/doctor/forwarder';
import { type Answer, known } from '../../core/doctor/check';
import { forwarderName, type Home } from '../../core/doctor/home';
import type { Bus } from '../../core/doctor/passage';
import { openSurvey, type Survey } from './survey';
import { fieldOf, type World } from './world';

/** From where a test denial is to be sent; null is the Region, or the credentials, of the home stack. */
export interface From {
  readonly region: string | null;
  readonly profile: string | null;
}

/** The way from there to the home event bus. */
export interface Crossing {
  readonly name: string;
  readonly home: Home;
  /** How many events the forwarder could not deliver; each look asks anew. */
  readonly undelivered: () => Promise<Answer<number>>;
}

/** Who sends a test denial, and where. */
export interface Sender {
  readonly bus: Bus;
  /** The ARN of whoever sends. */
  readonly caller: string;
  readonly isHome: boolean;
  readonly events: EventBridgeClient;
  /** Null where nothing has to be crossed. */
  readonly passage: Crossing | null;
}

/** Opens the event bus, which a profile without credentials cannot. */
export async function openSender(world: World, from: From): Promise<Answer<Sender>> {
  const { home } = world;
  const region = from.region ?? home.region;
  const survey = await surveyOf(world, region, from.profile);
  return thenAsk(survey, async (own) => {
    const bus = { region, account: own.account };
    const isHome = region === home.region && own.account === home.account;
    const events = own.clients.eventsIn(region);
    const passage = isHome ? null : crossing(world, own, region);
    return known({ bus, caller: own.caller, isHome, events, passage });
  });
}

async function surveyOf(
  world: World,
  region: string,
  profile: string | null,
): Promise<Answer<Survey>> {
  if (profile === null) return known(world);
  const { credentials: _own, ...connection } = world.connection;
  return ask('sts:GetCallerIdentity', () => openSurvey({ ...connection, region, profile }));
}

function crossing({ book, home }: World, { clients }: Survey, region: string): Crossing {
  const told = fieldOf(book, 'forwarderRuleName');
  const name = told.kind === 'known' ? told.value : forwarderName(home);
  const undelivered = async (): Promise<Answer<number>> =>
    countDeadLetters(await askForwarder(clients, region, name));
  return { name, home, undelivered: () => thenAsk(told, undelivered) };
}
