import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { FILE_KINDS, fileApp } from '../../lib/one-file';
import { handlerBundle } from '../lib/stand-in';

// The checks read properties that the CDK deprecates, and would say so each time.
process.env.JSII_DEPRECATED = 'quiet';

const outdir = mkdtempSync(join(tmpdir(), 'launch-denied-nag-'));
afterAll(() => rmSync(outdir, { recursive: true }));

it.each(FILE_KINDS)('the file of a %s passes AwsSolutions with all that it can have', (kind) => {
  const folder = join(outdir, kind);
  const app = fileApp(kind, { outdir: folder, handlerBundle, widgetBundle: handlerBundle });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
  const report = JSON.parse(readFileSync(join(folder, 'validation-report.json'), 'utf8'));
  expect(report.pluginReports).toEqual([]);
});
