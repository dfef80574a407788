// [reply]: what the server answers with.

/** An answer, whole. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A page; it is never kept, since it shows who was denied what. */
export function html(status: number, body: string): Reply {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return { status, headers, body };
}

/** Another page to go to. */
export function redirect(path: string): Reply {
  return { status: 303, headers: { location: path, 'cache-control': 'no-store' }, body: '' };
}
