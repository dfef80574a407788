// Reads each text with the parser of its own language.
import { execFileSync } from 'node:child_process';
import { parse as parseHcl } from '@cdktf/hcl2json';
import { parseAllDocuments } from 'yaml';
import type { DecisiveCondition } from '../../../core/contract';
import { parametersFor } from '../../../core/parameters/parameters';
import type { Parameter } from '../../../core/suggestion';

/** A condition as the decoded message gives it. */
export function condition(
  key: string,
  relation: DecisiveCondition['relation'],
  ...statementValues: readonly string[]
): DecisiveCondition {
  return { key, requestValues: [], statementValues, relation };
}

/** What each tool reads of its texts, after the place they go to. */
export type ReadBack = Readonly<Record<string, readonly (readonly [string, unknown])[]>>;

/** Reads the parameters of a condition back, by tool. */
export async function readBack(
  each: DecisiveCondition,
  resourceType: string | null,
  operation: string | null = 'RunInstances',
): Promise<ReadBack> {
  const parameters = parametersFor(each, { resourceType, operation });
  const read = await readAll(parameters);
  const result: Record<string, (readonly [string, unknown])[]> = {};
  parameters.forEach(({ tool, goesTo }, at) => {
    (result[tool] ??= []).push([goesTo, read[at]]);
  });
  return result;
}

/** Reads parameters in their order, all of one language at once. */
export async function readAll(parameters: readonly Parameter[]): Promise<readonly unknown[]> {
  const textsOf = (tool: Parameter['tool']) =>
    parameters.filter((each) => each.tool === tool).map(({ text }) => text);
  const read = {
    cli: readCommandLines(textsOf('cli')),
    terraform: await readTerraform(textsOf('terraform')),
    cloudformation: textsOf('cloudformation').map(readYaml),
    karpenter: textsOf('karpenter').map(readYaml),
  };
  const next = { cli: 0, terraform: 0, cloudformation: 0, karpenter: 0 };
  return parameters.map(({ tool }) => read[tool][next[tool]++]);
}

const END = '\u0001 end of a text';

/** The arguments that a shell makes of options, as [option, value] with structures read. */
function readCommandLines(texts: readonly string[]): readonly (readonly unknown[])[] {
  const script = texts.map((text) => `show ${text}\nshow '${END}'`).join('\n');
  const shown = execFileSync('/bin/sh', ['-s'], {
    input: `show() { [ "$#" -eq 0 ] || printf '%s\\0' "$@"; }\n${script}\n`,
    env: {},
    encoding: 'utf8',
  });
  const lines: (readonly unknown[])[] = [];
  let line: string[] = [];
  for (const word of shown.split('\0')) {
    if (word === END) {
      lines.push(optionOf(line));
      line = [];
    } else line.push(word);
  }
  return lines;
}

function optionOf([first = '', ...words]: readonly string[]): readonly unknown[] {
  const joined = /^(--[a-z-]+)=(.*)$/s.exec(first);
  if (joined) return [joined[1], joined[2]];
  if (first === '') return [];
  return [first, ...words.map((word) => valueOf(first, word))];
}

/** Options whose value is a text; the AWS CLI reads all others as JSON or shorthand. */
const TEXT_OPTIONS = ['--image-id', '--instance-type', '--key-name', '--region', '--subnet-id'];

function valueOf(option: string, word: string): unknown {
  if (TEXT_OPTIONS.includes(option)) return word;
  if (/^[[{]/.test(word)) return JSON.parse(word) as unknown;
  return word.includes('=') ? shorthand(word) : word;
}

/** The shorthand syntax without quotes. @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html */
function shorthand(word: string): unknown {
  let at = 0;
  const until = (stops: string) => {
    const start = at;
    while (at < word.length && !stops.includes(word.charAt(at))) at += 1;
    return word.slice(start, at);
  };
  const value = (): unknown => {
    if (word[at] === '{') return within('}', members);
    if (word[at] === '[') return within(']', items);
    return until(',]}');
  };
  const within = (close: string, read: (close: string) => unknown) => {
    at += 1;
    const found = read(close);
    if (word[at] !== close) throw new Error(`no ${close} in ${word}`);
    at += 1;
    return found;
  };
  const items = (close: string) => {
    const found: unknown[] = [];
    while (word[at] !== close && at < word.length) {
      found.push(value());
      if (word[at] === ',') at += 1;
    }
    return found;
  };
  const members = (close: string) => {
    const found: Record<string, unknown> = {};
    while (word[at] !== close && at < word.length) {
      const name = until('=');
      at += 1;
      found[name] = value();
      if (word[at] === ',') at += 1;
    }
    return found;
  };
  const found = members('');
  if (at < word.length) throw new Error(`more than shorthand in ${word}`);
  return found;
}

async function readTerraform(texts: readonly string[]): Promise<readonly unknown[]> {
  if (texts.length === 0) return [];
  const bodies = texts.map((text, at) => `resource "type" "n${at}" {\n${text}\n}`);
  const parsed: { resource: { type: Record<string, readonly unknown[]> } } = JSON.parse(
    JSON.stringify(await parseHcl('launch.tf', bodies.join('\n'))),
    (_, value: unknown) => literalIn(value),
  );
  return texts.map((_, at) => parsed.resource.type[`n${at}`]?.[0]);
}

/** Names of a map are texts too. */
function literalIn(value: unknown): unknown {
  if (typeof value === 'string') return literal(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [literal(name), member]));
}

/** What the parser writes for a text without templates, undone. */
function literal(text: string): string {
  if (/^\$\{data\.[\w.]+\}$/.test(text)) return text;
  if (/(?<!\$)\$\{|(?<!%)%\{/.test(text)) throw new Error(`a template in ${text}`);
  return text.replaceAll('$${', '${').replaceAll('%%{', '%{');
}

function readYaml(text: string): unknown {
  const documents = parseAllDocuments(text);
  for (const { errors, warnings } of documents) expect([...errors, ...warnings]).toEqual([]);
  expect(documents).toHaveLength(1);
  return documents[0]?.toJS();
}
