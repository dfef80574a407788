// [stack] that is written as a file: it needs no bootstrap, and its template is completed before it is written
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  App,
  BootstraplessSynthesizer,
  type IStackSynthesizer,
  type ISynthesisSession,
  type Stack,
} from 'aws-cdk-lib/core';
import { parseTemplate, type Template } from './template';

/** Of an app whose templates say nothing of how they were made, and are checked as `cdk.json` has it. */
export const PLAIN = {
  analyticsReporting: false,
  treeMetadata: false,
  context: { '@aws-cdk/core:validateAgainstDefaultRules': true },
} as const;

/** Makes a stack for a file. */
export type MakeStack<Settings> = (
  app: App,
  settings: Settings,
  synthesizer: IStackSynthesizer,
) => Stack;

/** Writes another template than the stack's own. */
class FileSynthesizer extends BootstraplessSynthesizer {
  // The CDK calls it through objects that inherit from it, which have no #fields.
  private readonly template: Template | undefined;

  constructor(template?: Template) {
    super();
    this.template = template;
  }

  override synthesize(session: ISynthesisSession): void {
    super.synthesize(session);
    if (this.template === undefined) return;
    const file = join(session.assembly.outdir, this.boundStack.templateFile);
    writeFileSync(file, `${JSON.stringify(filled(this.template), null, 1)}\n`);
  }
}

/** A section that is there has something in it. */
function filled(template: Template): object {
  const sections = Object.entries(template).filter(
    ([, section]) => typeof section !== 'object' || Object.keys(section).length > 0,
  );
  return Object.fromEntries(sections);
}

/**
 * Synthesizes a stack that needs no bootstrap.
 *
 * @param template what is written @default - the template of the stack
 */
export function fileSynthesizer(template?: Template): IStackSynthesizer {
  // With exactOptionalPropertyTypes the classes of the CDK do not fit their own interface.
  return new FileSynthesizer(template) as IStackSynthesizer;
}

/** The template of a stack with these settings. */
export function templateOf<Settings>(make: MakeStack<Settings>, settings: Settings): Template {
  const outdir = mkdtempSync(join(tmpdir(), 'launch-denied-template-'));
  try {
    const app = new App({ ...PLAIN, outdir, builtinCloudFormationValidation: false });
    const { templateFile } = make(app, settings, fileSynthesizer());
    app.synth();
    return parseTemplate(JSON.parse(readFileSync(join(outdir, templateFile), 'utf8')));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
