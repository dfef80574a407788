// How tools write the operation that they called, as data.

/** A way to write an operation; groups `operation` and, where the form names it, `service`. */
export interface OperationForm {
  readonly tool: string;
  readonly pattern: RegExp;
  /** Whether the tool changes the first letter, or writes words with `_` or `-` between them. */
  readonly spelling: 'as-is' | 'camel' | 'snake' | 'kebab';
}

/** One row a form; of several matches the one nearest to the error counts. */
export const OPERATION_FORMS: readonly OperationForm[] = [
  {
    tool: 'AWS CLI, boto3',
    pattern: /calling\s{1,99}the\s{1,99}(?<operation>[A-Za-z0-9]{3,80})\s{1,99}operation/gi,
    spelling: 'as-is',
  },
  {
    tool: 'SDK for Go v2',
    pattern: /operation error (?<service>[A-Za-z0-9 ]{2,60}): (?<operation>[A-Za-z0-9]{3,80})/g,
    spelling: 'as-is',
  },
  {
    tool: 'CloudFormation',
    pattern: /\bAPI: ?(?<service>[a-z0-9-]{2,40}):(?<operation>[A-Za-z0-9]{3,80})/g,
    spelling: 'as-is',
  },
  {
    tool: 'SDK for Go v1, debug log',
    pattern:
      /\b(?<service>[a-z0-9]{2,40})\/(?<operation>[A-Z][A-Za-z0-9]{2,80})(?= (?:failed|Details))/g,
    spelling: 'as-is',
  },
  {
    tool: 'SDK for PHP',
    pattern:
      /executing "(?<operation>[A-Za-z0-9]{3,80})" on "https:\/\/(?<service>[a-z0-9-]{2,40})\./g,
    spelling: 'as-is',
  },
  {
    tool: 'botocore, locals of a traceback',
    pattern: /OperationModel\(name=(?<operation>[A-Za-z0-9]{3,80})\)/g,
    spelling: 'as-is',
  },
  {
    tool: 'structured logs',
    pattern: /\boperation_?name["']?\s{0,9}[:=]\s{0,9}["']?(?<operation>[A-Z][A-Za-z0-9]{2,80})/gi,
    spelling: 'as-is',
  },
  {
    tool: 'CloudTrail, cut',
    pattern:
      /\bevent ?name\b["']?[ \t]{0,9}[:=\t][ \t]{0,9}["']?(?<operation>[A-Z][A-Za-z0-9]{2,80})/gi,
    spelling: 'as-is',
  },
  {
    tool: 'boto 2, traceback',
    pattern: /\bget_(?:list|object|status)\(["'](?<operation>[A-Z][A-Za-z0-9]{2,80})["']/g,
    spelling: 'as-is',
  },
  {
    tool: 'AWS CLI, user agent',
    pattern: /\bcommand\/(?<service>[a-z0-9]{2,30})\.(?<operation>[a-z][a-z0-9-]{2,80})/g,
    spelling: 'kebab',
  },
  {
    tool: 'query API',
    pattern: /\bAction=(?<operation>[A-Z][A-Za-z0-9]{2,80})&/g,
    spelling: 'as-is',
  },
  {
    tool: 'SDK for JavaScript v3',
    pattern: /\bde_(?<operation>[A-Z][A-Za-z0-9]{2,80})CommandError/g,
    spelling: 'as-is',
  },
  {
    tool: 'SDK for JavaScript v3, before 2023',
    pattern:
      /deserializeAws_(?:(?<service>ec2)|query|json\d?(?:_\d)?|restJson\d?|restXml)(?<operation>[A-Z][A-Za-z0-9]{2,80})CommandError/g,
    spelling: 'as-is',
  },
  {
    tool: 'SDK for Java, stack trace',
    pattern:
      /\bservices\.(?<service>[a-z0-9]{2,40})\.[A-Za-z0-9]{2,60}Client\.(?<operation>(?!doInvoke|invoke|execute|anonymousInvoke)[a-z][A-Za-z0-9]{2,80})\(/g,
    spelling: 'camel',
  },
  {
    tool: 'SDK for .NET, stack trace',
    pattern:
      /\bAmazon(?<service>[A-Za-z0-9]{2,40}?)Client\.(?<operation>(?!Invoke|Execute)[A-Z][A-Za-z0-9]{2,80}?)(?:Async)?\(/g,
    spelling: 'as-is',
  },
  {
    tool: 'SDK for Ruby, log',
    pattern:
      /\[Aws::(?<service>[A-Za-z0-9]{2,40})::Client [^\]\n]{0,80}\] (?<operation>[a-z][a-z0-9_]{2,80})\(/g,
    spelling: 'snake',
  },
  {
    tool: 'SDK for Ruby, stack trace',
    pattern:
      /aws-sdk-(?<service>[a-z0-9]{2,40})(?:-[\d.]{1,20})?\/[\w/-]{0,80}client\.rb:\d{1,7}:in [`'"](?:[\w:]{0,80}#)?(?<operation>[a-z][a-z0-9_]{2,80})/g,
    spelling: 'snake',
  },
  {
    tool: 'SDK for Rust',
    pattern: /aws_sdk_(?<service>[a-z0-9]{2,40})::operation::(?<operation>[a-z][a-z0-9_]{2,80})/g,
    spelling: 'snake',
  },
  {
    tool: 'AWS CLI, the command itself',
    pattern:
      /\baws(?: --[a-z-]{2,30}[ =][^\s]{1,60}){0,5} (?<service>[a-z0-9]{2,30}) (?<operation>(?!decode-authorization)[a-z]{2,20}-[a-z0-9-]{2,80})/g,
    spelling: 'kebab',
  },
];
