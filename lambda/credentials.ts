// Takes the place of the SDK's credential chain in the function's bundle: Lambda gives a function its
// role's credentials in the environment, and the other ways to find some would be a fifth of the
// bundle and of its start.
// @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
import { fromEnv } from '@aws-sdk/credential-provider-env';

/** The only provider that a function needs, under the name the SDK looks for. */
export const defaultProvider = fromEnv;
