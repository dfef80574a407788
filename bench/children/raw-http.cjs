// raw-http.cjs URL COLD_DENIALS WARM_DENIALS: the calls of a denial over bare node:http, for comparison.
const http = require('node:http');
const [, , url, cold, warm] = process.argv;
const agent = new http.Agent({ keepAlive: true });
const bodies = [
  `Action=DecodeAuthorizationMessage&EncodedMessage=${'x'.repeat(600)}`,
  JSON.stringify({ explanation: 'x'.repeat(1500) }),
  `Action=Publish&Message=${'x'.repeat(1500)}`,
  JSON.stringify({ alertedAt: 'x'.repeat(100) }),
];

function call(body) {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', agent }, (response) => {
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
