import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { type Explanation, report } from '../core/contract';
import { REASONS } from '../core/explain/reasons';
import { shapeFiles } from '../scripts/shapes';

const ROOT = join(__dirname, '..');
const SCHEMA_PATH = 'docs/explanation.schema.json';

function generate(folder: string, ...options: readonly string[]) {
  const loader = pathToFileURL(require.resolve('tsx')).href;
  const script = join(ROOT, 'scripts', 'generate.ts');
  const { status, stdout } = spawnSync(process.execPath, ['--import', loader, script, ...options], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, lines: stdout.split('\n').filter(Boolean) };
}

describe('scripts/generate.ts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'generated-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names each stale file under --check and writes nothing', () => {
    const { status, lines } = generate(folder, '--check');
    expect(status).toBe(1);
    expect(lines).toContain(`stale: ${SCHEMA_PATH}`);
    expect(lines).toHaveLength(Object.keys(REASONS).length + 3 + shapeFiles().length);
    expect(existsSync(join(folder, 'docs'))).toBe(false);
  });

  it('removes the page of a code that is gone and writes the others', () => {
    const gone = join(folder, 'docs', 'reasons', 'GONE.md');
    mkdirSync(join(gone, '..'), { recursive: true });
    writeFileSync(gone, '');
    expect(generate(folder).lines).toContain('removed: docs/reasons/GONE.md');
    expect(existsSync(gone)).toBe(false);
    expect(generate(folder, '--check')).toEqual({ status: 0, lines: [] });
  });

  it('has nothing to write in this repository', () => {
    expect(generate(ROOT, '--check')).toEqual({ status: 0, lines: [] });
  });
});

test.each(Object.keys(REASONS))('%s has a page and a line in the index', (code) => {
  const page = readFileSync(join(ROOT, 'docs', 'reasons', `${code}.md`), 'utf8');
  expect(page).toContain(`\n# ${code}\n`);
  const index = readFileSync(join(ROOT, 'docs', 'reasons', 'README.md'), 'utf8');
  expect(index).toContain(`(${code}.md)`);
});

/** The part of JSON Schema that the generated schema uses. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema;
}

function accepts(schema: Schema, value: unknown): boolean {
  if (schema.anyOf) return schema.anyOf.some((option) => accepts(option, value));
  if ('const' in schema) return value === schema.const;
  if (schema.enum && !schema.enum.includes(value)) return false;
  if (schema.type !== undefined && schema.type !== typeOf(value)) return false;
  if (Array.isArray(value)) return value.every((item) => accepts(schema.items ?? {}, item));
  return typeof value !== 'object' || value === null || acceptsFields(schema, value);
}

function acceptsFields(schema: Schema, value: object): boolean {
  const { properties = {}, additionalProperties = {}, propertyNames = {} } = schema;
  return (
    (schema.required ?? []).every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(
      ([name, field]) =>
        accepts(propertyNames, name) && accepts(properties[name] ?? additionalProperties, field),
    )
  );
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

const EXPLANATION: Explanation = {
  verdict: 'explicit-deny',
  reason: { code: 'EXPLICIT_DENY' },
  principal: { kind: 'iam-user', arn: 'arn:aws:iam::111122223333:user/anna', name: 'anna' },
  action: 'ec2:RunInstances',
  operation: 'RunInstances',
  resource: 'arn:aws:ec2:us-east-2:111122223333:instance/*',
  resourceType: 'instance',
  policyType: null,
  policyArn: null,
  statements: [{ sid: '', effect: 'DENY', actions: 'listed', resources: 'listed' }],
  context: [],
  decisiveConditions: [
    { key: 'ec2:Region', requestValues: [], statementValues: ['us-east-1'], relation: 'unclear' },
  ],
  encodedMessage: { status: 'decoded', length: 600 },
  event: { id: 'e-1', time: '2026-09-23T09:14:00Z', region: 'us-east-2', account: '111122223333' },
  witnesses: { verdict: 'decoded' },
  summary: 'IAM user anna may not perform ec2:RunInstances (explicit deny)',
  detail: 'The request RunInstances was refused because a policy explicitly denies it.',
  nextSteps: ['Find the Deny statement.'],
  launchPairs: [],
  suggestions: [],
};

describe(SCHEMA_PATH, () => {
  const schema: Schema = JSON.parse(readFileSync(join(ROOT, SCHEMA_PATH), 'utf8'));
  const isRefused = (denial: object) => {
    const sample = { schemaVersion: 1, denials: [denial] };
    return { schema: !accepts(schema, sample), contract: !v.is(report, sample) };
  };

  test.each(Object.keys(EXPLANATION).filter((name) => name !== 'event'))(
    'refuses an explanation whose %s has another name',
    (name) => {
      const renamed = Object.entries(EXPLANATION).map(([key, value]) => [
        key === name ? `${key}s` : key,
        value,
      ]);
      expect(isRefused(Object.fromEntries(renamed))).toEqual({ schema: true, contract: true });
    },
  );

  test.each([
    { verdict: 'denied' },
    { policyType: 'acl' },
    { nextSteps: [1] },
    { principal: { kind: 'root' } },
    { statements: [{ ...EXPLANATION.statements[0], effect: 'Deny' }] },
    { event: { id: 'e-1' } },
    { witnesses: { verdict: 'guessed' } },
  ])('refuses an explanation with %j', (changed) => {
    const refused = isRefused({ ...EXPLANATION, ...changed });
    expect(refused).toEqual({ schema: true, contract: true });
  });

  it('refuses another schema version', () => {
    expect(accepts(schema, { schemaVersion: 2, denials: [] })).toBe(false);
  });

  it('accepts an explanation', () => {
    expect(isRefused(EXPLANATION)).toEqual({ schema: false, contract: false });
  });
});
