// The AWS SDK costs more to compile than the rest of the command, and most runs never ask STS. So its
// bundle is carried as a text and compiled by who needs it; the command stays one file.
import source from '../dist/sts-decoder.txt';

type Adapter = typeof import('../adapters/sts-decoder');

/** Compiles the adapter that asks STS. */
export function loadDecoder(): Adapter {
  const module = { exports: {} };
  // The text is our own code, put there by the build.
  // oxlint-disable-next-line no-new-func, no-implied-eval
  new Function('module', 'exports', 'require', source)(module, module.exports, require);
  return module.exports as Adapter;
}
