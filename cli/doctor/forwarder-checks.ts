// survey → [checks] → report: the checks of forwarders, at home and in a member account.
import { judgeForwarders } from '../../core/doctor/forwarder';
import { judgeForwarderTrails } from '../../core/doctor/forwarder-trails';
import { judgeForwarderUndelivered } from '../../core/doctor/forwarder-undelivered';
import { judgeRegions } from '../../core/doctor/regions';
import { regionalTrails } from './elsewhere';
import { type Row, row } from './row';
import type { Surveyed } from './survey';

const forwarders = (world: Surveyed) => world.forwarders();

/** In the order in which they are to be mended. */
export const FORWARDER_CHECKS: readonly Row<Surveyed>[] = [
  row(
    'regions',
    async (world) => ({ enabled: await world.enabled(), forwarders: await world.forwarders() }),
    ({ enabled, forwarders: all }) => judgeRegions(enabled, all),
  ),
  row('forwarders', forwarders, (all, { place }) => judgeForwarders(all, place)),
  row('forwarder-undelivered', forwarders, (all, { place }) =>
    judgeForwarderUndelivered(all, place),
  ),
  row('forwarder-trails', regionalTrails, (trails, { place }) =>
    judgeForwarderTrails(trails, place),
  ),
];
