// Reads each form with the parser of its own language.
import { execFileSync } from 'node:child_process';
import { parse as parseHcl } from '@cdktf/hcl2json';
import { transformSync } from '@swc/core';
import * as iam from 'aws-cdk-lib/aws-iam';
import { parse as parseYaml } from 'yaml';
import { textsOf } from '../../../core/forms/texts';
import type { PolicyDocument, PolicyStatement } from '../../../core/suggestion';

type Statements = readonly PolicyStatement[];

/** What a form says: its statements, and the role or user it attaches them to. */
export interface Read {
  readonly statements: Statements;
  readonly holder: string | null;
}

/** Statements with each value as a list in its order: brackets around one text mean nothing. */
export function widened(statements: Statements) {
  return statements.map(({ Sid, Effect, Principal, Action, Resource, Condition }) => ({
    Sid,
    Effect,
    Principal,
    Action: textsOf(Action),
    Resource: Resource === undefined ? undefined : textsOf(Resource),
    Condition: Object.entries(Condition ?? {}).map(([operator, keys]) => [
      operator,
      Object.entries(keys).map(([key, values]) => [key, textsOf(values)]),
    ]),
  }));
}

interface HclStatement {
  readonly sid: string;
  readonly effect: 'Allow';
  readonly actions: readonly string[];
  readonly resources?: readonly string[];
  readonly principals?: readonly [{ readonly type: 'AWS' | '*'; readonly identifiers: [string] }];
  readonly condition?: readonly {
    readonly test: string;
    readonly variable: string;
    readonly values: readonly string[];
  }[];
}

interface Hcl {
  readonly data: {
    readonly aws_iam_policy_document: Readonly<
      Record<string, readonly [{ readonly statement: readonly HclStatement[] }]>
    >;
  };
  readonly resource?: Readonly<
    Record<string, Readonly<Record<string, readonly [Readonly<Record<string, string>>]>>>
  >;
}

/** Reads Terraform; throws where a text is a template and not itself. */
export async function readTerraform(text: string): Promise<Read> {
  const parsed: Hcl = JSON.parse(
    JSON.stringify(await parseHcl('launch.tf', text)),
    (_, value: unknown) => (typeof value === 'string' ? literal(value) : value),
  );
  const [[label, [source]]] = only(Object.entries(parsed.data.aws_iam_policy_document));
  const statements = source.statement.map(statementOfHcl);
  if (parsed.resource === undefined) return { statements, holder: null };
  const [[type, resources]] = only(Object.entries(parsed.resource));
  const [[sameLabel, [attached]]] = only(Object.entries(resources));
  expect([sameLabel, attached['policy']]).toEqual([label, `the JSON of ${label}`]);
  const argument = type === 'aws_iam_role_policy' ? 'role' : 'user';
  return { statements, holder: attached[argument] ?? null };
}

/** What the parser writes for a text without templates, undone. */
function literal(text: string): string {
  const reference = /^\$\{data\.aws_iam_policy_document\.(\w+)\.json\}$/.exec(text);
  if (reference) return `the JSON of ${reference[1]}`;
  if (/(?<!\$)\$\{|(?<!%)%\{/.test(text)) throw new Error(`a template in ${text}`);
  return text.replaceAll('$${', '${').replaceAll('%%{', '%{');
}

function statementOfHcl(statement: HclStatement): PolicyStatement {
  const { sid, effect, actions, resources, principals, condition } = statement;
  const [principal] = principals ?? [];
  return {
    Sid: sid,
    Effect: effect,
    ...(principal && {
      Principal: principal.type === 'AWS' ? { AWS: principal.identifiers[0] } : '*',
    }),
    Action: actions,
    ...(resources && { Resource: resources }),
    ...(condition && {
      Condition: condition.reduce<NonNullable<PolicyStatement['Condition']>>(
        (all, { test, variable, values }) => ({
          ...all,
          [test]: { ...all[test], [variable]: values },
        }),
        {},
      ),
    }),
  };
}

interface Template {
  readonly Resources: Readonly<
    Record<
      string,
      {
        readonly Type: string;
        readonly Properties: {
          readonly RoleName?: string;
          readonly UserName?: string;
          readonly PolicyName: string;
          readonly PolicyDocument: PolicyDocument;
        };
      }
    >
  >;
}

/** Reads CloudFormation, by both versions of YAML. */
export function readCloudFormation(text: string): Read {
  const parsed: Template | PolicyDocument = parseYaml(text, { version: '1.1' });
  expect(parseYaml(text, { version: '1.2' })).toEqual(parsed);
  if ('Statement' in parsed) return { statements: parsed.Statement, holder: null };
  const [[logicalId, { Type, Properties }]] = only(Object.entries(parsed.Resources));
  expect(logicalId).toMatch(/^[A-Za-z0-9]+$/);
  return {
    statements: Properties.PolicyDocument.Statement,
    holder: (Type === 'AWS::IAM::RolePolicy' ? Properties.RoleName : Properties.UserName) ?? null,
  };
}

/** Compiles CDK statements and runs them against the CDK. */
export function readCdk(text: string): Read {
  const { code } = transformSync(`const read = [${text}];`, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    isModule: false,
  });
  const run: (library: typeof iam) => readonly iam.PolicyStatement[] = evaluated(
    `(iam) => { ${code}; return read; }`,
  );
  return { statements: run(iam).map((statement) => statement.toStatementJson()), holder: null };
}

function evaluated(code: string) {
  // The text is what the CDK form wrote, run to see which statements come of it.
  // oxlint-disable-next-line no-eval
  return (0, eval)(code);
}

/** Functions in place of the programs, and no path by which a text could reach others. */
const STAND_INS = `
aws() { printf '%s\\0' "$#" "$@"; }
cat() { printf '1\\0'; while IFS= read -r line; do printf '%s\\n' "$line"; done; printf '\\0'; }
`;

/** Runs commands in a shell whose `aws` and `cat` only tell what they are given: one list a call. */
export function readShell(text: string): readonly (readonly string[])[] {
  const out = execFileSync('/bin/sh', [], { input: STAND_INS + text, env: { PATH: '' } });
  const words = out.toString().split('\0').slice(0, -1);
  const calls: string[][] = [];
  while (words.length > 0) calls.push(words.splice(0, Number(words.shift())));
  return calls;
}

/** The options of a call of the AWS CLI; a value stands as the next word or after an equals sign. */
export function optionsOf(call: readonly string[]): ReadonlyMap<string, string> {
  const words = call.slice(2).flatMap((word) => {
    const [, name, value] = /^(--[a-z-]+)=([^]*)$/.exec(word) ?? [];
    return name === undefined || value === undefined ? [word] : [name, value];
  });
  const pairs = words.flatMap((word, at) =>
    at % 2 === 0 ? [[word.slice(2), words[at + 1] ?? ''] as const] : [],
  );
  return new Map(pairs);
}

function only<T>(items: readonly T[]): readonly [T] {
  const [first, ...others] = items;
  if (first === undefined || others.length > 0) throw new Error(`${items.length} items, not one`);
  return [first];
}
