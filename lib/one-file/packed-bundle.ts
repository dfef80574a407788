// bundle → [packed] → template: the code of a function as text, where no bucket holds it
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { bundleFile } from '../bundled-function';

/** A bundle as one text for a template, and what its code is known by. */
export interface PackedBundle {
  /** The `index.js` of the function: it holds the compressed bundle and runs it. */
  readonly text: string;
  /** Of the bundle's own `index.js`, before its compression; in hexadecimal. */
  readonly sha256: string;
  /** The size of the bundle's own `index.js`. */
  readonly bytes: number;
}

/**
 * Packs a bundle into one text.
 *
 * @param folder holds the bundle's `index.js`
 * @param file what errors and their traces call the code, such as `handler.js`
 * @param names what the bundle exports
 * @throws SynthError `BUNDLE_MISSING`
 */
export function packBundle(folder: string, file: string, names: readonly string[]): PackedBundle {
  const code = readFileSync(bundleFile(folder));
  const sha256 = createHash('sha256').update(code).digest('hex');
  return { text: loader(compressed(code), sha256, file, names), sha256, bytes: code.length };
}

function compressed(code: Buffer): string {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: code.length,
  };
  return brotliCompressSync(code, { params }).toString('base64');
}

/**
 * What Lambda loads. Modules of Node are loaded by `import()` within the bundle too, which compiled code
 * has to be allowed; exports are written out, because a runtime may look for them without running code.
 */
function loader(data: string, sha256: string, file: string, names: readonly string[]): string {
  return `// Launch Denied: its bundle, compressed by brotli and written as base64.
// sha256 of the bundle: ${sha256}
'use strict';
const { join } = require('node:path');
const { compileFunction, constants } = require('node:vm');
const { brotliDecompressSync } = require('node:zlib');

const CODE =
  '${data}';

const filename = join(__dirname, '${file}');
const code = brotliDecompressSync(Buffer.from(CODE, 'base64')).toString();
const bundle = { exports: {} };
compileFunction(code, ['exports', 'require', 'module', '__filename', '__dirname'], {
  filename,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
})(bundle.exports, require, bundle, filename, __dirname);
${names.map((name) => `exports.${name} = bundle.exports.${name};`).join('\n')}
`;
}
