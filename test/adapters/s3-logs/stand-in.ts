// S3 on loopback: one bucket, asked in path style.
import { credentialOf } from '../../../local/wire/aws-call';
import { type Reply, type Request, startLoopback } from '../../../local/wire/loopback';
import { escapeXml } from '../../../local/wire/xml';

/** A request as it arrived. */
export interface Asked {
  readonly kind: 'head' | 'list' | 'get';
  /** The prefix of a listing, or the key of an object. */
  readonly of: string;
  readonly region: string;
}

interface Settings {
  /** The objects, by key. */
  readonly objects: Readonly<Record<string, string | Buffer>>;
  /** What a listing says of the size of an object. @default - its size */
  readonly sizes?: Readonly<Record<string, number>>;
  /** @default 1000 */
  readonly pageSize?: number;
  /** What is answered in place of it. */
  readonly instead?: (asked: Asked) => Reply | null | Promise<Reply | null>;
}

/** The bucket of the stand-in. */
export const BUCKET = 'logs';

/** An error as S3 says it. */
export function s3Error(status: number, code: string, headers = {}): Reply {
  return xml(status, `<Error><Code>${code}</Code><Message>S3 says why</Message></Error>`, headers);
}

/** Starts it; it keeps a list of what was asked. */
export async function startS3({ objects, sizes, pageSize = 1_000, instead }: Settings) {
  const asked: Asked[] = [];
  const keys = Object.keys(objects).toSorted((one, other) =>
    Buffer.compare(Buffer.from(one), Buffer.from(other)),
  );
  const sizeOf = (key: string): number => sizes?.[key] ?? Buffer.byteLength(objects[key] ?? '');
  const loopback = await startLoopback(async (request) => {
    const one = askedIn(request);
    asked.push(one);
    const other = (await instead?.(one)) ?? null;
    if (other !== null) return other;
    if (one.kind === 'head')
      return { status: 200, headers: { 'x-amz-bucket-region': one.region }, body: '' };
    if (one.kind === 'list') return listed(keys, sizeOf, pageSize, request);
    const body = objects[one.of];
    return body === undefined ? s3Error(404, 'NoSuchKey') : { status: 200, headers: {}, body };
  });
  return { ...loopback, asked };
}

function askedIn({ method, path, headers }: Request): Asked {
  const { pathname, searchParams } = new URL(path, 'http://s3');
  const key = decodeURIComponent(pathname).slice(BUCKET.length + 2);
  const region = credentialOf(headers.authorization)?.region ?? '';
  if (method === 'HEAD') return { kind: 'head', of: '', region };
  return key === ''
    ? { kind: 'list', of: searchParams.get('prefix') ?? '', region }
    : { kind: 'get', of: key, region };
}

function listed(
  keys: readonly string[],
  sizeOf: (key: string) => number,
  pageSize: number,
  { path }: Request,
): Reply {
  const query = new URL(path, 'http://s3').searchParams;
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter');
  // A token stands for the last key, as the start does; folders count as one.
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const entries = keys
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const end = delimiter === null ? -1 : key.indexOf(delimiter, prefix.length);
      return end < 0 ? key : key.slice(0, end + 1);
    });
  const left = [...new Set(entries)].filter((entry) => entry > after);
  const page = left.slice(0, pageSize);
  const isCut = left.length > page.length;
  const inner = page.map((entry) =>
    delimiter !== null && entry.endsWith(delimiter)
      ? `<CommonPrefixes><Prefix>${escapeXml(entry)}</Prefix></CommonPrefixes>`
      : `<Contents><Key>${escapeXml(entry)}</Key><Size>${sizeOf(entry)}</Size></Contents>`,
  );
  const token = isCut
    ? `<NextContinuationToken>${escapeXml(page.at(-1) ?? '')}</NextContinuationToken>`
    : '';
  return xml(
    200,
    `<ListBucketResult><IsTruncated>${isCut}</IsTruncated>${token}${inner.join('')}</ListBucketResult>`,
  );
}

function xml(status: number, body: string, headers = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/xml', ...headers },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
  };
}
