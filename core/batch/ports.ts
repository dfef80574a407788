// denial → grouped → alert: what the way of a batch needs of the world.
import type { Alert } from '../alert/alert';
import type { DecodeAnswer } from '../decoded/answer';
import type { GroupSettings } from '../group/expected';
import type { Groups } from '../group/stored';
import type { EncodedMessage } from '../message/encoded-message';
import type { Simulate } from '../simulate/simulator';

/** What may be chosen for a deployment. */
export interface BatchSettings extends GroupSettings {
  /** Over all groups. */
  readonly alertsPerMinute: number;
}

/** What the way of a batch needs of the world. */
export interface BatchPorts {
  /** Decodes a whole message in the Region of its event. */
  readonly decode: (message: EncodedMessage, region: string) => Promise<DecodeAnswer>;
  /** Asks the IAM policy simulator; null where it may not be asked. */
  readonly simulate: Simulate | null;
  readonly groups: Groups;
  /** Publishes an alert on every face; throws where it could not. */
  readonly send: (alert: Alert) => Promise<void>;
  readonly settings: BatchSettings;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}
