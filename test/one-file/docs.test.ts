// docs/template.md: what it tells people to run and to give is what the files take.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFile } from '../../lib/one-file';

const ROOT = join(__dirname, '..', '..');
const text = readFileSync(join(ROOT, 'docs', 'template.md'), 'utf8');
const lines = [...text.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
);

const outdir = mkdtempSync(join(tmpdir(), 'launch-denied-docs-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const home = writeFile('home', { outdir: join(outdir, 'home') });
const forwarder = writeFile('forwarder', { outdir: join(outdir, 'forwarder') });
const FILES = {
  'launch-denied.json': home,
  'launch-denied-forwarder.json': forwarder,
} as const;
const dist = join(ROOT, 'dist', 'lambda');

/** The file that a command of the AWS CLI names. */
function fileOf(line: string) {
  const [, name = ''] = /dist\/template\/([\w-]+\.json)/.exec(line) ?? [];
  return FILES[name as keyof typeof FILES];
}

/** The parameters that a command gives, in either way to write them. */
function givenIn(line: string): ReadonlyMap<string, string> {
  const [, pairs = ''] = /--parameter-overrides (.*?)(?: --|$)/.exec(line) ?? [];
  const [, keyed = ''] = /--parameters (.*?)(?: --|$)/.exec(line) ?? [];
  return new Map([
    ...[...pairs.matchAll(/(\w+)=("[^"]*"|\S+)/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    ),
    ...[...keyed.matchAll(/ParameterKey=(\w+),ParameterValue=(\S+)/g)].map(
      ([, name = '', value = '']) => [name, value.replaceAll('\\\\,', ',')] as const,
    ),
  ]);
}

/** What the output of the hub names, as the commands keep it in a file. */
const memberParameters = [
  ...JSON.stringify(home.template.Outputs['MemberParameters']).matchAll(
    /ParameterKey\\":\\"(\w+)/g,
  ),
].map(([, name = '']) => name);

const commands = lines.filter((line) => line.startsWith('aws cloudformation'));

test('there are commands for each file', () => {
  for (const name of Object.keys(FILES)) expect(commands.join('\n')).toContain(name);
});

test.each(commands)('%s', (line) => {
  const file = fileOf(line);
  if (file === undefined) return;
  const { Parameters, Resources } = file.template;
  for (const [name, value] of givenIn(line)) {
    expect(Object.keys(Parameters)).toContain(name);
    const { AllowedPattern = '', AllowedValues, Type } = Object(Parameters[name]);
    const items = Type === 'CommaDelimitedList' ? value.split(',') : [value];
    for (const item of items) {
      expect(item).toMatch(new RegExp(AllowedPattern));
      expect(AllowedValues ?? [item]).toContain(item);
    }
  }
  const needed = Object.keys(Parameters).filter((name) => !('Default' in Object(Parameters[name])));
  const given = line.includes('file://member.json') ? memberParameters : [...givenIn(line).keys()];
  expect(given).toEqual(expect.arrayContaining(needed));
  expect(Object.keys(Parameters)).toEqual(expect.arrayContaining(given));
  const isNamed = Object.values(Resources).some((one) => Object(one['Properties']).RoleName);
  expect(line).toContain(`--capabilities CAPABILITY_${isNamed ? 'NAMED_' : ''}IAM`);
});

test('each parameter that the text names is one of a file, and each file is named', () => {
  const known = Object.values(FILES).flatMap(({ template }) => Object.keys(template.Parameters));
  for (const [, name = ''] of text.matchAll(/`([A-Z]\w+)=/g)) expect(known).toContain(name);
  for (const name of Object.keys(FILES)) expect(text).toContain(`\`${name.replace('.json', '')}\``);
});

test('the check of the code finds it to be the bundle', () => {
  const [, script = ''] = /```js\n([^]*?)```/.exec(text) ?? [];
  writeFileSync(join(outdir, 'check.cjs'), script);
  const check = spawnSync(process.execPath, [join(outdir, 'check.cjs'), home.file], {
    encoding: 'utf8',
  });
  const [handler, widget] = ['handler', 'widget'].map((name) =>
    createHash('sha256')
      .update(readFileSync(join(dist, name, 'index.js')))
      .digest('hex'),
  );
  expect(check.stderr).toBe('');
  expect(check.stdout.trim().split('\n').toSorted()).toEqual(
    [
      `${handler} said`,
      `${widget} said`,
      `${handler} index.handler`,
      `${handler} index.sweep`,
      `${widget} index.customWidget`,
    ].toSorted(),
  );
});

test('the outputs that the text names are there', () => {
  for (const [, name = ''] of text.matchAll(/output `(\w+)`/g))
    expect(Object.values(FILES).flatMap(({ template }) => Object.keys(template.Outputs))).toContain(
      name,
    );
});
