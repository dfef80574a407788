// stacks → [files]: one CloudFormation file for each, with the code inside, for people without the CDK
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { fileSynthesizer, PLAIN } from './file-stack';
import { type HomeBundles, homeFile } from './home';
import { allSettings, fileTemplate, type StackFile } from './stack-file';
import { parseTemplate, type Template } from './template';

/** How the files are made. */
export interface OneFileProps extends HomeBundles {
  /**
   * Folder for the files, and for what the CDK writes beside them.
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

/** The file of the home stack. The same input gives the same bytes. */
export function oneFileTemplate({ outdir, ...bundles }: OneFileProps = {}): OneFile {
  return synthesized(homeFile(bundles), outdir);
}

/** The app that writes the file of the home stack; whoever synthesizes it may check it before. */
export function oneFileApp({ outdir, ...bundles }: OneFileProps = {}): App {
  return appOf(homeFile(bundles), outdir);
}

function appOf<Settings extends object>(file: StackFile<Settings>, outdir?: string): App {
  const app = new App({ ...PLAIN, ...(outdir === undefined ? {} : { outdir }) });
  file.make(app, allSettings(file), fileSynthesizer(fileTemplate(file)));
  return app;
}

function synthesized<Settings extends object>(file: StackFile<Settings>, outdir?: string): OneFile {
  const { stacks, directory } = appOf(file, outdir).synth();
  const path = join(directory, stacks[0]?.templateFile ?? '');
  const template = parseTemplate(JSON.parse(readFileSync(path, 'utf8')));
  return { name: `${file.name}.json`, file: path, template };
}
