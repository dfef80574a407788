// [stack] → template → local way: builds the bundle and synthesizes the very stack that is deployed.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { buildApp } from '../lib/app';
import { findPackageRoot } from '../lib/package-root';
import { type Template, template } from './template/template';

type Synthesized = ReturnType<ReturnType<typeof buildApp>['synth']>['stacks'][number];

/** A synthesized stack on disk. */
export interface SynthesizedStack {
  readonly name: string;
  /** Null where the template fits every Region. */
  readonly region: string | null;
  readonly template: Template;
  /** Folders of the assets by their keys in the asset bucket. */
  readonly assetFolders: ReadonlyMap<string, string>;
}

/** What the stack is synthesized with. */
export interface SynthesizeOptions {
  /** Folder for the cloud assembly. */
  readonly outdir: string;
  /** CDK context, as on the command line of `cdk`. */
  readonly context?: Readonly<Record<string, unknown>>;
  /**
   * Account and Region of the home stack.
   *
   * @default - any
   */
  readonly env?: { readonly account: string; readonly region: string };
  /**
   * Folder of the function's bundle.
   *
   * @default - dist/lambda/handler of this package
   */
  readonly handlerBundle?: string;
}

/** Writes the bundles under `dist/`, in a process of its own that may run beside other work. */
export async function buildBundles(): Promise<void> {
  const script = join(findPackageRoot().path, 'scripts', 'build.cjs');
  await promisify(execFile)(process.execPath, [script]);
}

/** Synthesizes the app of `lib/` in this process, and returns its home stack. */
export async function synthesize(options: SynthesizeOptions): Promise<SynthesizedStack> {
  const [home] = await synthesizeAll(options);
  return home;
}

/** The same with all stacks of the app: the home stack, then those of its further Regions. */
export async function synthesizeAll({
  outdir,
  context = {},
  env,
  handlerBundle,
}: SynthesizeOptions): Promise<readonly [SynthesizedStack, ...SynthesizedStack[]]> {
  // Template validation takes seconds; `npm run synth` does it.
  process.env.CDK_VALIDATION ??= 'false';
  const bundle = handlerBundle === undefined ? {} : { handlerBundle };
  const app = buildApp({ outdir, context, ...bundle, ...(env === undefined ? {} : { env }) });
  const stacks = await Promise.all(app.synth().stacks.map((stack) => read(stack, outdir)));
  const home = stacks.find(hasFunctions);
  if (home === undefined) throw new Error('the app has no stack with functions');
  return [home, ...stacks.filter((stack) => stack !== home)];
}

async function read(
  { stackName, id, environment, template: written }: Synthesized,
  outdir: string,
): Promise<SynthesizedStack> {
  return {
    name: stackName,
    region: environment.region === 'unknown-region' ? null : environment.region,
    template: v.parse(template, written),
    assetFolders: await readAssetFolders(join(outdir, `${id}.assets.json`)),
  };
}

function hasFunctions({ template: { Resources } }: SynthesizedStack): boolean {
  return Object.values(Resources).some(({ Type }) => Type === 'AWS::Lambda::Function');
}

const assetManifest = v.object({
  files: v.record(
    v.string(),
    v.object({
      source: v.object({ path: v.string() }),
      destinations: v.record(v.string(), v.object({ objectKey: v.string() })),
    }),
  ),
});

async function readAssetFolders(path: string): Promise<ReadonlyMap<string, string>> {
  // A stack that needs no bootstrap has no assets.
  if (!existsSync(path)) return new Map();
  const text = await readFile(path, 'utf8');
  const { files } = v.parse(assetManifest, JSON.parse(text));
  return new Map(
    Object.values(files).flatMap(({ source, destinations }) =>
      Object.values(destinations).map(
        ({ objectKey }) => [objectKey, join(dirname(path), source.path)] as const,
      ),
    ),
  );
}
