// stacks → [files]: one CloudFormation file for each, with the code inside, for people without the CDK
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { fileSynthesizer, PLAIN } from './file-stack';
import { forwarderFile } from './forwarder';
import { type HomeBundles, homeFile } from './home';
import { allSettings, fileTemplate, type StackFile } from './stack-file';
import { parseTemplate, type Template } from './template';

/** How the files are made. */
export interface OneFileProps extends HomeBundles {
  /**
   * Folder for the file, and for what the CDK writes beside it.
   *
   * @default - a temporary folder
   */
  readonly outdir?: string;
}

/** A template on disk. */
export interface OneFile {
  /** Such as `launch-denied.json`. */
  readonly name: string;
  /** Where it lies, under another name. */
  readonly file: string;
  readonly template: Template;
}

/** The files: the home stack, and what sends denials to it from other Regions and accounts. */
export const FILE_KINDS = ['home', 'forwarder'] as const;

/** Which file is meant. */
export type FileKind = (typeof FILE_KINDS)[number];

/** Writes a file. The same input gives the same bytes. */
export function writeFile(kind: FileKind, props: OneFileProps = {}): OneFile {
  const { stacks, directory } = fileApp(kind, props).synth();
  const [stack] = stacks;
  const path = join(directory, stack?.templateFile ?? '');
  const template = parseTemplate(JSON.parse(readFileSync(path, 'utf8')));
  return { name: `${NAMES[kind]}.json`, file: path, template };
}

/** The app that writes a file; whoever synthesizes it may check it before. */
export function fileApp(kind: FileKind, { outdir, ...bundles }: OneFileProps = {}): App {
  return kind === 'home' ? appOf(homeFile(bundles), outdir) : appOf(forwarderFile(), outdir);
}

const NAMES = {
  home: 'launch-denied',
  forwarder: 'launch-denied-forwarder',
} as const satisfies Record<FileKind, string>;

function appOf<Settings extends object>(file: StackFile<Settings>, outdir?: string): App {
  const app = new App({ ...PLAIN, ...(outdir === undefined ? {} : { outdir }) });
  file.make(app, allSettings(file), fileSynthesizer(fileTemplate(file)));
  return app;
}
