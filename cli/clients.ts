// Everything of the AWS SDK that the command uses; bundled on its own, see load-clients.ts.
export { iamSimulator } from '../adapters/iam-simulator';
export { stsDecoder } from '../adapters/sts-decoder';
