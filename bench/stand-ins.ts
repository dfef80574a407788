// The services the handler calls, as cheap as they can be: only the caller is measured.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cheapTable } from './table';

const DECODED = JSON.stringify({
  allowed: false,
  explicitDeny: false,
  matchedStatements: { items: [] },
  failures: { items: [] },
  context: {
    principal: { id: 'AROAEXAMPLE:ci', arn: 'arn:aws:sts::111122223333:assumed-role/ci-runner/ci' },
    action: 'iam:PassRole',
    resource: 'arn:aws:iam::111122223333:role/web-profile',
    conditions: { items: [] },
  },
}).replaceAll('"', '&quot;');

const META =
  '<ResponseMetadata><RequestId>0f0f0f0f-1111-4222-8333-444455556666</RequestId></ResponseMetadata>';

const STS = `<DecodeAuthorizationMessageResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><DecodeAuthorizationMessageResult><DecodedMessage>${DECODED}</DecodedMessage></DecodeAuthorizationMessageResult>${META}</DecodeAuthorizationMessageResponse>`;

const SNS = `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>0f0f0f0f-1111-4222-8333-444455556667</MessageId></PublishResult>${META}</PublishResponse>`;

const EVENTS = JSON.stringify({ FailedEntryCount: 0, Entries: [{ EventId: '0f0f0f0f' }] });

/** Answers a request by the header that names its operation, or by its form. */
type Answer = (target: string, body: string) => readonly [type: string, text: string];

function answers(): Answer {
  const table = cheapTable();
  return (target, body) => {
    const [service = '', operation = ''] = target.split('.');
    if (service.startsWith('DynamoDB'))
      return ['application/x-amz-json-1.0', table(operation, body)];
    if (service === 'AWSEvents') return ['application/x-amz-json-1.1', EVENTS];
    return ['text/xml', body.startsWith('Action=DecodeAuthorizationMessage') ? STS : SNS];
  };
}

/** Starts the stand-ins on loopback; resolves to their one address and a function that stops them. */
export async function startStandIns() {
  const answerTo = answers();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
    request.on('end', () => {
      const [type, text] = answerTo(String(request.headers['x-amz-target'] ?? ''), body);
      response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
      response.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
