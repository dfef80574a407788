// What looks into the past, without the AWS SDK.
export { athena } from '../athena/run-athena';
export { scan } from '../scan/run-scan';
export { runSource } from '../scan/run-source';
