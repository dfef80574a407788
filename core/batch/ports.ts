// denial → grouped → alert: what the way of a batch and the sweep need of the world.
import type { Alert } from '../alert/alert';
import type { DigestMessage } from '../alert/digest';
import type { DecodeAnswer } from '../decoded/answer';
import type { DigestSetting } from '../group/digest-hour';
import type { GroupSettings } from '../group/expected';
import type { Face, Groups } from '../group/stored';
import type { EncodedMessage } from '../message/encoded-message';
import type { Simulate } from '../simulate/simulator';

/** What may be chosen for a deployment. */
export interface BatchSettings extends GroupSettings {
  /** Over all groups. */
  readonly alertsPerMinute: number;
  /** Null where no digest is wanted. */
  readonly digest: DigestSetting | null;
  /** How long a denial is stored. */
  readonly retentionDays: number;
  /** Where the groups are drawn. @default - there is no dashboard */
  readonly dashboardUrl?: string;
}

/** Sends what one face shows; both throw where it could not be sent. */
export interface Sender {
  /** Sends one message about one alert, or one about several that are folded. */
  readonly alerts: (alerts: readonly [Alert, ...Alert[]]) => Promise<void>;
  /** @default - the face has no digest */
  readonly digest?: (digest: DigestMessage) => Promise<void>;
}

/** Where a message comes from; a part that the event does not tell is empty. */
interface Origin {
  readonly account: string;
  readonly region: string;
}

/** What the way needs of the world. */
export interface BatchPorts {
  /** The account of the stack: events of other accounts may speak of their own alone. */
  readonly account: string;
  /** Decodes a whole message in the account and the Region of its event. */
  readonly decode: (message: EncodedMessage, origin: Origin) => Promise<DecodeAnswer>;
  /** Asks the IAM policy simulator; null where it may not be asked. */
  readonly simulate: Simulate | null;
  readonly groups: Groups;
  /** The name of an account, null where none is known; never throws. */
  readonly accountName: (account: string) => Promise<string | null>;
  /** The account of the stack where it is a hub. @default - it is none */
  readonly hubAccount?: string;
  readonly senders: Readonly<Partial<Record<Face, Sender>>>;
  readonly settings: BatchSettings;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** Hears of what failed and is tried again later, or is not worth it. */
  readonly warn: (message: string, error: unknown) => void;
  /** Waits so long between two messages that no subscription is suspended. */
  readonly pause: () => Promise<void>;
}

/** What the history needs of the world: it tells nobody. */
export type PastPorts = Pick<
  BatchPorts,
  'decode' | 'simulate' | 'groups' | 'accountName' | 'now' | 'warn'
> & {
  readonly settings: GroupSettings;
};
