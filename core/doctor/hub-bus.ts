// facts → [hub] → checks: the default event bus of a hub, and a denial that is put on it.
import { DETAIL_TYPE } from './event-pattern';
import { type Home, homeBusArn } from './home';
import type { PolicyRequest } from './policy-statements';

/** Whose denials come to a hub. */
export type Members =
  | { readonly kind: 'organization'; readonly organization: string }
  | { readonly kind: 'accounts'; readonly accounts: readonly string[] };

/** The default event bus of a hub. */
export interface HubBus {
  readonly home: Home;
  readonly partition: string;
  readonly members: Members;
  /** JSON; null where the event bus has no policy. */
  readonly policy: string | null;
}

/** A denial that a forwarder puts on the bus: who sends it, by each form, and what else is known. */
export function sendingTo(
  { home, partition }: Pick<HubBus, 'home' | 'partition'>,
  forms: readonly string[],
  context: PolicyRequest['context'],
): PolicyRequest {
  return {
    action: 'events:putevents',
    resource: homeBusArn(home, partition),
    principals: { AWS: ['*', ...forms] },
    context: {
      'events:source': 'aws.ec2',
      'events:detail-type': DETAIL_TYPE,
      'events:eventbusinvocation': 'true',
      ...context,
    },
  };
}
