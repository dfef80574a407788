// raw-http.cjs URL COLD_DENIALS WARM_DENIALS: the calls of a denial over bare node:http, for comparison.
const http = require('node:http');
const [, , url, cold, warm] = process.argv;
const agent = new http.Agent({ keepAlive: true });
/** As long as the SDK's, and as many. */
const HEADERS = {
  'content-type': 'application/x-www-form-urlencoded',
  'amz-sdk-invocation-id': 'x'.repeat(36),
  'amz-sdk-request': 'attempt=1; max=3',
  'x-amz-date': '20261120T091403Z',
  'x-amz-content-sha256': 'x'.repeat(64),
  'x-amz-user-agent': 'x'.repeat(120),
  'user-agent': 'x'.repeat(120),
  authorization: 'x'.repeat(260),
};
const bodies = [
  'Action=DecodeAuthorizationMessage&EncodedMessage='.padEnd(628, 'x'),
  JSON.stringify({ explanation: 'x'.repeat(2052) }),
  'Action=Publish&Message='.padEnd(2060, 'x'),
  JSON.stringify({ alertedAt: 'x'.repeat(198) }),
];

function call(body) {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', agent, headers: HEADERS };
    const request = http.request(url, options, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve(text));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function run(denials) {
  for (let i = 0; i < denials; i += 1) for (const body of bodies) await call(body);
}

void (async () => {
  await run(Number(cold));
  const before = process.cpuUsage();
  await run(Number(warm));
  const { user, system } = process.cpuUsage(before);
  console.log(user + system);
  process.exit(0);
})();
