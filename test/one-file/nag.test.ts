import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { oneFileApp } from '../../lib/one-file';
import { handlerBundle } from '../lib/stand-in';

const outdir = mkdtempSync(join(tmpdir(), 'launch-denied-nag-'));
afterAll(() => rmSync(outdir, { recursive: true }));

it('passes AwsSolutions with all that the file can have', () => {
  const app = oneFileApp({ outdir, handlerBundle, widgetBundle: handlerBundle });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
  const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  expect(report.pluginReports).toEqual([]);
});
