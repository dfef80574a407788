// What the tests of lib/ share: a bundle that stands in for the built one, and a synthesized stack.
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { App } from 'aws-cdk-lib/core';
import { LaunchDeniedStack, type LaunchDeniedSettings } from '../../lib';

/** A folder with a handler that does nothing, so that tests of the template need no build. */
export const handlerBundle = join(__dirname, 'stand-in-bundle');

/** The template of a stack with these settings. */
export function templateOf(settings: LaunchDeniedSettings = {}): Template {
  const launchDenied = { ...settings, handlerBundle };
  return Template.fromStack(new LaunchDeniedStack(new App(), 'LaunchDenied', { launchDenied }));
}
