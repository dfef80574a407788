// Amazon Resource Names, taken apart and never rewritten.

/** The parts of an ARN. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All that follows the account: `role/path/name`, `instance/*`, `my-bucket`. */
  readonly resource: string;
}

/** An account may be redacted as `[…]` or `<…>`, with colons inside. */
const ARN = /^arn:(aws[a-z-]*):([^:]*):([^:]*):((?:\[[^\]]*\]|<[^>]*>|[^:[<])*):(.*)$/s;

/** Takes an ARN apart; null when the text is not one. */
export function parseArn(text: string): Arn | null {
  const parts = ARN.exec(text);
  if (parts === null) return null;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = parts;
  return { partition, service, region, account, resource };
}

/** The last part of a path: `web` for `role/team/web`. */
export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Services whose ARNs do not begin with the resource's type. */
const TYPE_BY_SERVICE: ReadonlyMap<string, string> = new Map([
  ['s3', 'bucket'],
  ['sns', 'topic'],
  ['sqs', 'queue'],
]);

const BARE_TYPE = /^([a-z][a-z-]*)[/ ]/;

/** The resource's type by its IAM name, such as `instance` or `role`; null when the text does not say. */
export function resourceTypeOf(resource: string): string | null {
  const arn = parseArn(resource);
  if (!arn) return BARE_TYPE.exec(resource)?.[1] ?? null;
  const type = /^([A-Za-z][A-Za-z0-9-]*)[/:]/.exec(arn.resource)?.[1];
  if (arn.service === 's3') return arn.resource.includes('/') ? 'object' : 'bucket';
  return TYPE_BY_SERVICE.get(arn.service) ?? type ?? null;
}
