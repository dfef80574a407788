// What asks AWS about the past.
export { athenaQuery } from '../../adapters/athena';
export { homeRegion } from '../../adapters/home-region';
export { lookupEvents } from '../../adapters/lookup-events';
export { enabledRegions } from '../../adapters/regions';
export { s3Logs } from '../../adapters/s3-logs';
