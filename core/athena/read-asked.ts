// options → [trail, accounts, Regions, table] → statement: what may stand in SQL; all else is refused.
import { readS3Address } from '../scan/log-keys';

/** Where a trail writes its logs. */
export interface Trail {
  readonly bucket: string;
  /** Empty, or what stands before `AWSLogs/`, with a slash at its end. */
  readonly prefix: string;
  /** `o-…` for the trail of an organization; null for that of an account. */
  readonly organization: string | null;
}

/** A table by its names. */
export interface TableName {
  readonly database: string;
  readonly table: string;
}

/** What was read, or what was wrong with it. */
export type Read<T> =
  { readonly kind: 'read'; readonly value: T } | { readonly kind: 'misused'; readonly why: string };

/** Hive and S3 take more; a quote or a placeholder among them would change the statement. */
const PREFIX = /^[A-Za-z0-9 !_.()/=@+:,~-]*$/;

const ORGANIZATION = /^o-[a-z0-9]{10,32}$/;

/** `AWSLogs` and what CloudTrail puts below it; people copy addresses from the console. */
const BELOW = /(?:^|\/)AWSLogs(?:\/(o-[a-z0-9]{10,32})?.*)?$/;

/** Reads the address of a trail; the organization may stand in it. */
export function readTrail(address: string, organization: string | null): Read<Trail> {
  const read = readS3Address(address);
  if (read === null || !PREFIX.test(read.prefix))
    return misused(
      `--bucket ${JSON.stringify(address)}: allowed is s3://bucket or s3://bucket/prefix, with a prefix of letters, digits and signs such as - _ . /`,
    );
  if (organization !== null && !ORGANIZATION.test(organization))
    return misused(
      `--organization ${JSON.stringify(organization)} is no id of an organization, such as o-abcde12345`,
    );
  const prefix = read.prefix.replace(BELOW, '').replace(/\/+$/, '');
  const named = BELOW.exec(read.prefix)?.[1] ?? null;
  return {
    kind: 'read',
    value: {
      bucket: read.bucket,
      prefix: prefix === '' ? '' : `${prefix}/`,
      organization: organization ?? named,
    },
  };
}

/** Reads account ids with commas between them. */
export function readAccounts(text: string): Read<readonly string[]> {
  return readList(
    text,
    /^\d{12}$/,
    (wrong) =>
      `--accounts ${wrong} is no account; allowed are 12 digits, such as 111122223333, with commas between them`,
  );
}

/** Reads names of Regions with commas between them. */
export function readRegions(text: string): Read<readonly string[]> {
  return readList(
    text,
    /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/,
    (wrong) =>
      `--regions ${wrong} is no Region; allowed are names such as eu-west-1, with commas between them`,
  );
}

function readList(
  text: string,
  form: RegExp,
  words: (wrong: string) => string,
): Read<readonly string[]> {
  const names = [...new Set(text.split(',').map((name) => name.trim()))];
  const wrong = names.find((name) => !form.test(name));
  if (wrong !== undefined) return misused(words(JSON.stringify(wrong)));
  return { kind: 'read', value: names };
}

/** @see https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html */
const NAMES = { database: /^[a-z0-9_-]{1,128}$/, table: /^[a-z0-9_]{1,128}$/ } as const;

/** Reads the names of a table. */
export function readTableName(database: string, table: string): Read<TableName> {
  const name = { database, table };
  for (const part of ['database', 'table'] as const)
    if (!NAMES[part].test(name[part]))
      return misused(
        `--${part} ${JSON.stringify(name[part])}: allowed are small letters, digits and _, at most 128`,
      );
  return { kind: 'read', value: name };
}

function misused(why: string): { readonly kind: 'misused'; readonly why: string } {
  return { kind: 'misused', why };
}
