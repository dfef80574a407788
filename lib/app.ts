import { App, type Environment } from 'aws-cdk-lib/core';
import { settingsFromContext } from './app-context';
import { checkHomeRegion } from './forwarder/home-region';
import { ForwarderStack } from './forwarder/forwarder-stack';
import { forwarderRuleName } from './forwarder/names';
import { bootstrappedIn } from './forwarder/synthesizer';
import { LaunchDeniedStack } from './launch-denied-stack';
import type { ParsedSettings } from './settings';

/** How the app is built; everything has a default that needs neither AWS nor a command line. */
export interface BuildAppProps {
  /**
   * Folder for the cloud assembly.
   *
   * @default - the folder the CDK command line gives, else a temporary folder
   */
  readonly outdir?: string;
  /**
   * Context as in `cdk.json`: settings, as an object under `launch-denied` or as single keys.
   *
   * @default - the context the CDK command line gives, else none
   */
  readonly context?: Readonly<Record<string, unknown>>;
  /**
   * Account and Region of the home stack; the setting `homeRegion` wins.
   *
   * @default - any: the template fits every account and Region
   */
  readonly env?: Environment;
  /**
   * Folder of the function's bundle.
   *
   * @default - dist/lambda/handler of this package
   */
  readonly handlerBundle?: string;
}

/**
 * Builds the app: the home stack, and a forwarder in each other Region; the caller synthesizes it.
 *
 * @throws SynthError `INVALID_SETTINGS`, `BUNDLE_MISSING`
 */
export function buildApp(props: BuildAppProps = {}): App {
  const { outdir, context, env: given, handlerBundle } = props;
  const app = new App({
    analyticsReporting: false,
    ...(outdir === undefined ? {} : { outdir }),
    ...(context === undefined ? {} : { context }),
  });
  const read = settingsFromContext(app.node.getAllContext(), given?.account);
  const { stackName, homeRegion, settings } = read;
  const env = { ...given, ...(homeRegion === undefined ? {} : { region: homeRegion }) };
  const home = new LaunchDeniedStack(app, stackName, {
    env,
    launchDenied: { ...settings, ...(handlerBundle === undefined ? {} : { handlerBundle }) },
  });
  addForwarders(app, home, settings);
  return app;
}

/** Adds a stack for each Region but that of the home stack. */
function addForwarders(app: App, home: LaunchDeniedStack, settings: ParsedSettings): void {
  const { account, region, stackName } = home;
  checkHomeRegion(region, settings.regions);
  for (const further of settings.regions.filter((each) => each !== region))
    new ForwarderStack(app, `${forwarderRuleName(stackName)}-${further}`, {
      stackName: forwarderRuleName(stackName),
      env: { account, region: further },
      synthesizer: bootstrappedIn(region),
      home: { account, region, stackName },
      operations: settings.operations,
    });
}
