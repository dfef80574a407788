#!/usr/bin/env node
import { buildApp, SynthError } from '../lib';

const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region } = process.env;

try {
  buildApp(account && region ? { env: { account, region } } : {}).synth();
} catch (error) {
  if (!(error instanceof SynthError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
