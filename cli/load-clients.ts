// The AWS SDK costs more to compile than the rest of the command, and most runs never ask AWS. So its
// bundle is carried packed and compiled by who needs it; the command stays one file.
import { brotliDecompressSync } from 'node:zlib';
import source from '../dist/clients.txt';

type Clients = typeof import('./clients');

let clients: Clients | undefined;

/** Compiles the adapters that ask AWS, once. */
export function loadClients(): Clients {
  return (clients ??= compile());
}

function compile(): Clients {
  const module = { exports: {} };
  const code = brotliDecompressSync(Buffer.from(source, 'base64')).toString('utf8');
  // The text is our own code, put there by the build.
  // oxlint-disable-next-line no-new-func, no-implied-eval
  new Function('module', 'exports', 'require', code)(module, module.exports, require);
  return module.exports as Clients;
}
