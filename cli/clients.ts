// Everything of the AWS SDK that the command uses; bundled on its own, see load-clients.ts.
export { findAddressBook } from '../adapters/address-book';
export { callerArn } from '../adapters/caller';
export { groupTable } from '../adapters/group-table';
export { iamSimulator } from '../adapters/iam-simulator';
export { stsDecoder } from '../adapters/sts-decoder';
