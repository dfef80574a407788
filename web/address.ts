// address of a page ⇄ view: what stands in the browser's address bar.
import { groupCode } from '../core/alert/group-name';
import type { Address } from '../core/render/html/face';
import { queryFields, readQuery, readSpan } from '../core/review/query';

/** A page, with a group by its code: who has the code finds the fingerprint. */
export type PageAddress =
  | Exclude<Address, { view: 'cause' }>
  | {
      readonly view: 'cause';
      readonly code: string;
      readonly shape?: string;
      readonly page?: string;
    };

/** Writes the path and query of a view. */
export function pathOf(address: Address): string {
  switch (address.view) {
    case 'causes':
      return withFields('/causes', queryFields(address.query));
    case 'cause': {
      const { fingerprint, code = groupCode(fingerprint), shape, page } = address;
      const fields = {
        ...(shape === undefined ? {} : { shape }),
        ...(page === undefined ? {} : { page }),
      };
      return withFields(`/causes/${code}`, fields);
    }
    case 'overview':
      return withFields('/overview', { span: address.span });
  }
}

function withFields(path: string, fields: Readonly<Record<string, string>>): string {
  // Most links of a list have none.
  if (Object.keys(fields).length === 0) return path;
  const query = new URLSearchParams(fields).toString();
  return `${path}?${query}`;
}

const CAUSE = /^\/causes\/(g-[a-z0-9]{12})$/;

/** Reads a path and query; null for what is no page. */
export function readPath(path: string, query: URLSearchParams): PageAddress | null {
  const fields = Object.fromEntries(query);
  if (path === '/causes') return { view: 'causes', query: readQuery(fields) };
  if (path === '/overview') return { view: 'overview', span: readSpan(fields) };
  const [, code] = CAUSE.exec(path) ?? [];
  if (code === undefined) return null;
  const { shape, page } = fields;
  return {
    view: 'cause',
    code,
    ...(shape === undefined ? {} : { shape }),
    ...(page === undefined ? {} : { page }),
  };
}
