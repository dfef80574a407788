// The packed bundle in a process of its own, beside the bundle that it was made of.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packBundle } from '../../lib/one-file/packed-bundle';

const DIST = join(__dirname, '..', '..', 'dist', 'lambda');
const BUNDLES = [
  ['handler', ['handler', 'sweep']],
  ['widget', ['customWidget']],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'launch-denied-packed-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Loads a bundle as Lambda does, and asks each of its functions something that needs no service. */
const ASK = `
  const bundle = require(process.argv[1]);
  const said = [];
  console.log = console.warn = console.error = (...words) => said.push(words);
  const ask = async (name) => {
    try {
      const event = name === 'customWidget' ? { describe: true } : { Records: [] };
      return [name, 'answers', await bundle[name](event, { getRemainingTimeInMillis: () => 1000 })];
    } catch (error) {
      const file = /[\\w]+\\.js/.exec(error.stack.split('\\n').find((line) => line.includes('.js')) ?? '');
      return [name, 'throws', String(error), file?.[0]];
    }
  };
  Promise.all(Object.keys(bundle).map(ask)).then((answers) =>
    process.stdout.write(JSON.stringify({ names: Object.keys(bundle), answers })));`;

function run(path: string, script = ASK) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script, path], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], AWS_REGION: 'eu-west-1', TABLE_NAME: 'denials' },
  });
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

function write(name: string, text: string): string {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'index.js'), text);
  return join(folder, name);
}

describe.each(BUNDLES)('the packed %s', (name, exported) => {
  const plain = join(DIST, name);
  const packed = packBundle(plain, `${name}.js`, exported);
  const path = write(name, packed.text);

  it('exports what the bundle exports, and each function answers as the one of the bundle', () => {
    const [one, other] = [run(plain), run(path)];
    expect(other.names).toEqual(exported);
    const called = (answers: unknown[][]) => answers.map(([, how, what]) => [how, what]);
    expect(called(other.answers)).toEqual(called(one.answers));
  });

  it('holds the same code, byte by byte, and says its sha256', () => {
    const [, data = ''] = /const CODE =\s*'([^']+)'/.exec(packed.text) ?? [];
    const script = `
      const { brotliDecompressSync } = require('node:zlib');
      const code = brotliDecompressSync(Buffer.from(${JSON.stringify(data)}, 'base64'));
      process.stdout.write(JSON.stringify(require('node:crypto').createHash('sha256').update(code).digest('hex')));`;
    const code = readFileSync(join(plain, 'index.js'));
    const sha256 = createHash('sha256').update(code).digest('hex');
    writeFileSync(join(folder, 'unpack.js'), script);
    expect(run(join(folder, 'unpack.js'), 'require(process.argv[1])')).toBe(sha256);
    expect(packed).toMatchObject({ sha256, bytes: code.length });
    expect(packed.text).toContain(`// sha256 of the bundle: ${sha256}\n`);
  });

  it('is the same each time', () => {
    expect(packBundle(plain, `${name}.js`, exported)).toEqual(packed);
  });

  it('can be read in the editor of the console, line by line', () => {
    const lines = packed.text.split('\n').filter((line) => line.length > 100);
    expect(lines).toHaveLength(1);
  });
});

describe('a packed bundle', () => {
  const bundle = write(
    'small',
    `const { basename } = require('node:path');
     exports.handler = async () => {
       const { createHash } = await import('node:crypto');
       return [basename(__filename), typeof createHash, module.exports === exports];
     };
     exports.sweep = () => { throw new Error('thrown'); };`,
  );
  const path = write('packed', packBundle(bundle, 'handler.js', ['handler', 'sweep']).text);

  it('may import modules of Node, and errors name the file of the bundle', () => {
    expect(run(path).answers).toEqual([
      ['handler', 'answers', ['handler.js', 'function', true]],
      ['sweep', 'throws', 'Error: thrown', 'handler.js'],
    ]);
  });

  it('can be imported as a module too, by the names of its exports', () => {
    const script = `import(process.argv[1] + '/index.js').then((all) =>
      process.stdout.write(JSON.stringify(Object.keys(all).filter((name) => name !== 'default'))));`;
    expect(run(path, script)).toEqual(expect.arrayContaining(['handler', 'sweep']));
  });

  it('is not made of nothing', () => {
    expect(() => packBundle('/nowhere', 'handler.js', [])).toThrow('no index.js in /nowhere');
  });
});
