// A dashboard over groups in memory, and requests as any program can send them.
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { memoryGroups } from '../../adapters/memory-groups';
import { groupCode } from '../../core/alert/group-name';
import type { Groups } from '../../core/group/stored';
import { type Dashboard, type DashboardOptions, startDashboard } from '../../web/server';
import { FINGERPRINT, occurrence, record, storedExplanation } from '../adapters/group-table/sample';

export const CODE = groupCode(FINGERPRINT);
export const CALLER = 'arn:aws:sts::111122223333:assumed-role/oncall/me';
export const NOW = '2024-05-06T10:00:00.000Z';
const LAST = '2024-05-06T09:14:00.000Z';

/** An answer, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What is sent. */
export interface Sent {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

/** Groups with one that was seen a while before `NOW`. */
export async function oneGroup(): Promise<Groups> {
  const groups = memoryGroups();
  const seen = { state: 'open', count: 42, firstSeen: LAST, lastSeen: LAST } as const;
  await groups.write(record(seen), null);
  await groups.writeExplanation(FINGERPRINT, storedExplanation());
  await groups.addOccurrences(FINGERPRINT, [occurrence(0), occurrence(1)]);
  return groups;
}

/** Starts a dashboard at `NOW`. */
export async function start(given: Partial<DashboardOptions> = {}): Promise<Dashboard> {
  return startDashboard({
    groups: given.groups ?? (await oneGroup()),
    caller: async () => CALLER,
    source: 'demo',
    failureWords: (error) => `the table failed: ${String(error)}`,
    script: 'void 0;',
    now: () => NOW,
    pollMilliseconds: 20,
    ...given,
  });
}

/** Sends a request to a path as it is written, and reads the whole answer. */
export function ask(
  { url }: Dashboard,
  path: string,
  { method = 'GET', headers = {}, body }: Sent = {},
): Promise<Answer> {
  const { hostname, port, host } = new URL(url);
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path, method, headers: { host, ...headers } };
    const sent = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The token of the forms on a page. */
function tokenOf({ body }: Answer): string {
  return /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
}

/** Sends a form of a page as a browser does. */
export async function send(
  dashboard: Dashboard,
  move: string,
  fields: Readonly<Record<string, string>> = {},
  sent: Sent = {},
): Promise<Answer> {
  const token = tokenOf(await ask(dashboard, `/causes/${CODE}`));
  return ask(dashboard, `/causes/${CODE}/${move}`, {
    method: 'POST',
    body: new URLSearchParams({ token, ...fields }).toString(),
    ...sent,
    headers: {
      origin: dashboard.url,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...sent.headers,
    },
  });
}
