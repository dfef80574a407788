import { App, type Environment } from 'aws-cdk-lib/core';
import { settingsFromContext } from './app-context';
import { LaunchDeniedStack } from './launch-denied-stack';

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
   * Account and Region of the stack.
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

/** Builds the app with its one stack; the caller synthesizes it. */
export function buildApp(props: BuildAppProps = {}): App {
  const { outdir, context, env, handlerBundle } = props;
  const app = new App({
    analyticsReporting: false,
    ...(outdir === undefined ? {} : { outdir }),
    ...(context === undefined ? {} : { context }),
  });
  const { stackName, settings } = settingsFromContext(app.node.getAllContext());
  new LaunchDeniedStack(app, stackName, {
    ...(env === undefined ? {} : { env }),
    launchDenied: { ...settings, ...(handlerBundle === undefined ? {} : { handlerBundle }) },
  });
  return app;
}
