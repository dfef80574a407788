// [stack] → template → local way: builds the bundle and synthesizes the very stack that is deployed.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { buildApp } from '../lib/app';
import { findPackageRoot } from '../lib/package-root';
import { type Template, template } from './template/template';

/** A synthesized stack on disk. */
export interface SynthesizedStack {
  readonly name: string;
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

/** Synthesizes the app of `lib/` in this process. */
export async function synthesize({
  outdir,
  context = {},
  handlerBundle,
}: SynthesizeOptions): Promise<SynthesizedStack> {
  // Template validation takes seconds; `npm run synth` does it.
  process.env.CDK_VALIDATION ??= 'false';
  const bundle = handlerBundle === undefined ? {} : { handlerBundle };
  const [stack] = buildApp({ outdir, context, ...bundle }).synth().stacks;
  if (!stack) throw new Error('the app has no stack');
  return {
    name: stack.stackName,
    template: v.parse(template, stack.template),
    assetFolders: await readAssetFolders(outdir, stack.stackName),
  };
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

async function readAssetFolders(
  outdir: string,
  stackName: string,
): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(outdir, `${stackName}.assets.json`), 'utf8');
  const { files } = v.parse(assetManifest, JSON.parse(text));
  return new Map(
    Object.values(files).flatMap(({ source, destinations }) =>
      Object.values(destinations).map(
        ({ objectKey }) => [objectKey, join(outdir, source.path)] as const,
      ),
    ),
  );
}
