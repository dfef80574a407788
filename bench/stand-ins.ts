// The three services the handler calls, as cheap as they can be: only the caller is measured.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

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

function answerTo(body: string): readonly [type: string, text: string] {
  if (body.startsWith('Action=DecodeAuthorizationMessage')) return ['text/xml', STS];
  if (body.startsWith('{')) return ['application/x-amz-json-1.0', '{}'];
  return ['text/xml', SNS];
}

/** Starts the stand-ins on loopback; resolves to their one address and a function that stops them. */
export async function startStandIns() {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
    request.on('end', () => {
      const [type, text] = answerTo(body);
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
