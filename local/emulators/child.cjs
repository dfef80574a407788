// The emulators in a process of their own: fauxqs is an ES module, which the tests cannot load, and a
// process can always be ended. Plain JavaScript, because it is started often and a loader costs as much
// as the emulators themselves.
// Out: { messaging, dynamodb }, the URLs; see messages.ts.
const dynalite = require('dynalite');

// Ctrl-C reaches every process of the terminal; this one ends after the one that started it.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());

async function startMessaging() {
  const { buildApp } = await import('fauxqs');
  return buildApp({ logger: false }).listen({ host: '127.0.0.1', port: 0 });
}

async function startTables() {
  const server = dynalite({ createTableMs: 0 });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}`;
}

async function main() {
  const [messaging, dynamodb] = await Promise.all([startMessaging(), startTables()]);
  process.send({ messaging, dynamodb });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
