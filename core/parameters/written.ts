// suggested → [parameters]: a change in the languages of the tools.
import type { Parameter, Tool } from '../suggestion';
import type { Change } from './change';
import { jsonOption, optionsText } from './command-line';
import { bodyLines } from './terraform';
import { type CommandLine, type Way, wayOf } from './ways';
import { branchLines, withoutNull } from './yaml';

/** Writes a change for every tool that makes the operation; the comment names other values that would do. */
export function written(
  change: Change,
  operation: string | null,
  comment: string | null,
): readonly Parameter[] {
  const way = wayOf(operation);
  if (way === null) return [];
  return [cli, terraform, cloudFormation, karpenter].flatMap((write) =>
    write(change, way, comment),
  );
}

type Write = (change: Change, way: Way, comment: string | null) => readonly Parameter[];

const cli: Write = (change, way, comment) => {
  const line = way.cli?.(change);
  const place = `aws ec2 ${way.command}`;
  const texts = [
    ...(line ? [[line.goesTo, commandText(line.what)] as const] : []),
    ...(change.region === undefined
      ? []
      : [[place, optionsText({ Region: change.region })] as const]),
  ];
  return texts.flatMap(([goesTo, text]) =>
    text === null ? [] : parameter('cli', goesTo, [text], change.hint ?? comment),
  );
};

function commandText(line: CommandLine): string | null {
  return line.kind === 'options' ? optionsText(line.options) : jsonOption(line.name, line.value);
}

const terraform: Write = (change, way, comment) => {
  const { region, data } = change;
  const body = way.terraform?.(change);
  return [
    ...(body && data ? parameter('terraform', data.head, bodyLines(data.body), null) : []),
    ...(body ? parameter('terraform', body.goesTo, bodyLines(body.what), comment) : []),
    ...(region === undefined
      ? []
      : parameter('terraform', 'provider "aws"', bodyLines({ region }), comment)),
  ];
};

const cloudFormation: Write = (change, way, comment) => {
  const properties = way.cloudformation?.(change);
  if (!properties) return [];
  const lines = branchLines({ Properties: withoutNull(properties.what) });
  return parameter('cloudformation', properties.goesTo, lines, comment);
};

const karpenter: Write = ({ nodeClass, requirements }, way, comment) => {
  if (way.karpenter === undefined) return [];
  return [
    ...(nodeClass
      ? parameter('karpenter', 'EC2NodeClass', branchLines({ spec: nodeClass }), comment)
      : []),
    // A requirement lists all the values that would do.
    ...(requirements?.length
      ? parameter('karpenter', 'NodePool', poolLines(requirements), null)
      : []),
  ];
};

function poolLines(requirements: NonNullable<Change['requirements']>): readonly string[] {
  return branchLines({ spec: { template: { spec: { requirements } } } });
}

function parameter(
  tool: Tool,
  goesTo: string,
  lines: readonly string[],
  comment: string | null,
): readonly Parameter[] {
  const text = lines.join('\n');
  return [{ tool, goesTo, text: comment === null ? text : `${text} # ${comment}` }];
}
