// What CloudFormation and Lambda take, held against the files as `npm run template` writes them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { FILE_KINDS, writeFile } from '../../lib/one-file';
import { parseTemplate, type Template } from '../../lib/one-file/template';

const ROOT = join(__dirname, '..', '..');
const outdir = mkdtempSync(join(tmpdir(), 'launch-denied-written-'));
afterAll(() => rmSync(outdir, { recursive: true }));

/** Without the validation of the CDK, which takes seconds; `npm run template` has it as a part of the check. */
const run = spawnSync(
  process.execPath,
  ['--import', 'tsx', join(ROOT, 'scripts', 'template.ts'), join(outdir, 'written')],
  { cwd: ROOT, encoding: 'utf8', env: { ...process.env, CDK_VALIDATION: 'false' } },
);
const names = readdirSync(join(outdir, 'written'));

/**
 * What one template may have.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const MOST = { Parameters: 200, Mappings: 200, Outputs: 200, Resources: 500 } as const;
const MOST_BYTES = 1_000_000;
const MOST_BYTES_IN_REQUEST = 51_200;
const LONGEST_DESCRIPTION = 1_024;
const LONGEST_PARAMETER_DESCRIPTION = 4_000;

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html */
const MOST_BYTES_OF_CODE = 4_000_000;

test('npm run template writes these files, says so, and each process the same', () => {
  expect([run.status, run.stderr]).toEqual([0, '']);
  expect(names.toSorted()).toEqual(['launch-denied-forwarder.json', 'launch-denied.json']);
  for (const name of names) expect(run.stdout).toContain(`${join(outdir, 'written', name)}: `);
  for (const kind of FILE_KINDS) {
    const { name, file } = writeFile(kind, { outdir: join(outdir, kind) });
    expect(readFileSync(join(outdir, 'written', name))).toEqual(readFileSync(file));
  }
});

describe.each(names)('%s', (name) => {
  const text = readFileSync(join(outdir, 'written', name), 'utf8');
  const template = parseTemplate(JSON.parse(text));

  it('stays below the limits of CloudFormation', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(MOST_BYTES);
    for (const [section, most] of Object.entries(MOST))
      expect(Object.keys(template[section as keyof typeof MOST]).length).toBeLessThanOrEqual(most);
    expect(template.Description?.length).toBeLessThanOrEqual(LONGEST_DESCRIPTION);
    for (const parameter of Object.values(template.Parameters))
      expect(Object(parameter).Description.length).toBeLessThan(LONGEST_PARAMETER_DESCRIPTION);
  });

  it('has code that Lambda takes, zipped and not', () => {
    for (const code of codesOf(template)) {
      expect(Buffer.byteLength(code)).toBeLessThan(MOST_BYTES_OF_CODE / 4);
      expect(gzipSync(code).length).toBeLessThan(MOST_BYTES_OF_CODE / 4);
    }
  });

  it('needs no bootstrap, no bucket and no transform', () => {
    expect(Object.keys(template)).not.toContain('Transform');
    expect(JSON.parse(text)).not.toHaveProperty('Transform');
    expect(text).not.toMatch(/bootstrap|S3Bucket|aws:cdk|cdk-hnb/i);
  });

  it('needs S3 on its way to CloudFormation, which the documents say', () => {
    expect(Buffer.byteLength(text) > MOST_BYTES_IN_REQUEST).toBe(name === 'launch-denied.json');
  });

  it('asks for each parameter under a heading, by a label', () => {
    const { ParameterGroups: groups, ParameterLabels: labels } = Object(
      template.Metadata['AWS::CloudFormation::Interface'],
    );
    const asked = groups.flatMap(({ Parameters }: { Parameters: string[] }) => Parameters);
    expect(asked.toSorted()).toEqual(Object.keys(template.Parameters).toSorted());
    expect(Object.keys(labels).toSorted()).toEqual(asked.toSorted());
  });

  it('uses each parameter, and has a default that it takes itself', () => {
    const uses = JSON.stringify([template.Resources, template.Conditions]);
    for (const [parameter, definition] of Object.entries(template.Parameters)) {
      expect(uses).toContain(`{"Ref":"${parameter}"}`);
      const { Default, AllowedPattern = '', AllowedValues, Type } = Object(definition);
      const items = Type === 'CommaDelimitedList' ? Default.split(',') : [Default];
      for (const item of Default === undefined ? [] : items) {
        expect(String(item)).toMatch(new RegExp(AllowedPattern));
        if (AllowedValues !== undefined) expect(AllowedValues).toContain(item);
      }
    }
  });

  it('refers only to what it has', () => {
    const { Resources, Parameters, Conditions, Outputs, Rules } = template;
    const everything = JSON.stringify([Resources, Conditions, Outputs, Rules]);
    const known = [...Object.keys(Resources), ...Object.keys(Parameters)];
    for (const [, reference = ''] of everything.matchAll(/"(?:Ref":|Fn::GetAtt":\[)"([^":]+)"/g))
      expect(known).toContain(reference);
    const conditional = [
      ...everything.matchAll(/"Fn::If":\["(\w+)"/g),
      ...everything.matchAll(/"Condition":"(\w+)"/g),
    ];
    for (const [, condition = ''] of conditional)
      expect(Object.keys(Conditions)).toContain(condition);
  });

  it('holds nothing that stood in for a parameter', () => {
    const without = codesOf(template).reduce(
      (rest, code) => rest.replaceAll(JSON.stringify(code), ''),
      JSON.stringify([template.Resources, template.Outputs]),
    );
    expect(without.replace(/"Ref":"[^"]*"|"Fn::GetAtt":\[[^\]]*\]/g, '')).not.toMatch(
      /stand-?in(?!g)[^"]*"[^:]/i,
    );
  });
});

function codesOf({ Resources }: Template): readonly string[] {
  return Object.values(Resources).flatMap(
    ({ Properties }) => Object(Properties).Code?.ZipFile ?? [],
  );
}
