// What most runs of the command do not need: the AWS SDK and the dashboard; bundled on its own, see
// load-clients.ts.
export { findAddressBook } from '../adapters/address-book';
export { callerArn } from '../adapters/caller';
export { groupTable } from '../adapters/group-table';
export { iamSimulator } from '../adapters/iam-simulator';
export { stsDecoder } from '../adapters/sts-decoder';
export { startDashboard } from '../web/server';
export { default as dashboardScript } from '../dist/dashboard-client.txt';
