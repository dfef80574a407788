// The emulators in a process of their own: fauxqs is an ES module, which the tests cannot load, and a
// process can always be ended.
import dynalite from 'dynalite';
import type { EmulatorUrls } from './messages';

// Ctrl-C reaches every process of the terminal; this one ends after the one that started it.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());

async function startMessaging(): Promise<string> {
  const { buildApp } = await import('fauxqs');
  return buildApp({ logger: false }).listen({ host: '127.0.0.1', port: 0 });
}

async function startTables(): Promise<string> {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('dynalite has no port');
  return `http://127.0.0.1:${address.port}`;
}

async function main(): Promise<void> {
  const [messaging, dynamodb] = await Promise.all([startMessaging(), startTables()]);
  process.send?.({ messaging, dynamodb } satisfies EmulatorUrls);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
