// What asks AWS about a stack, and the dashboard.
export { findAddressBook } from '../../adapters/address-book';
export { callerArn } from '../../adapters/caller';
export { groupTable } from '../../adapters/group-table';
export { iamSimulator } from '../../adapters/iam-simulator';
export { stsDecoder } from '../../adapters/sts-decoder';
export { startDashboard } from '../../web/server';
export { default as dashboardScript } from '../../dist/dashboard-client.txt';
