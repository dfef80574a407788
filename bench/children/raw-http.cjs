// raw-http.cjs URL COLD_BATCHES WARM_BATCHES: the calls of a batch of ten denials of a known cause over
// bare node:http, for comparison: read the group, store the denials, write the group, count the hour.
const http = require('node:http');
const [, , url, cold, warm] = process.argv;
const agent = new http.Agent({ keepAlive: true });
/** As long as the SDK's, and as many. */
const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  'amz-sdk-invocation-id': 'x'.repeat(36),
  'amz-sdk-request': 'attempt=1; max=3',
  'x-amz-date': '20261120T091403Z',
  'x-amz-content-sha256': 'x'.repeat(64),
  'x-amz-user-agent': 'x'.repeat(120),
  'user-agent': 'x'.repeat(120),
  authorization: 'x'.repeat(260),
};
const key = { pk: { S: 'x'.repeat(100) }, sk: { S: 'x'.repeat(60) } };
const calls = Object.entries({
  GetItem: { Key: key },
  BatchWriteItem: { items: 'x'.repeat(6_000) },
  PutItem: { Item: { ...key, record: 'x'.repeat(700) } },
  UpdateItem: { Key: key, rest: 'x'.repeat(250) },
}).map(([operation, body]) => [`DynamoDB_20120810.${operation}`, JSON.stringify(body)]);

function call([target, body]) {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', agent, headers: { ...HEADERS, 'x-amz-target': target } };
    const request = http.request(url, options, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve(text));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function run(batches) {
  for (let i = 0; i < batches; i += 1) for (const each of calls) await call(each);
}

void (async () => {
  await run(Number(cold));
  const before = process.cpuUsage();
  await run(Number(warm));
  const { user, system } = process.cpuUsage(before);
  console.log(user + system);
  process.exit(0);
})();
