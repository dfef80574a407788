// npm run accept: rewrites the golden texts of the cases and shows what changed.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { readCases } from '../local/cases';
import { playCase } from '../local/golden';

const CASES = join(__dirname, '..', 'cases');

async function main(): Promise<void> {
  for (const played of readCases(CASES)) {
    const { explanations, faces } = await playCase(played);
    const file = join(CASES, played.path);
    const { expect: _before, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
    const json = JSON.stringify({ ...rest, expect: explanations });
    writeFileSync(file, await format(json, { parser: 'json', printWidth: 100 }));
    const text = file.replace(/json$/, 'txt');
    if (faces === '') rmSync(text, { force: true });
    else writeFileSync(text, faces);
  }
  spawnSync('git', ['--no-pager', 'diff', '--stat', '-p', '--', '.'], {
    cwd: CASES,
    stdio: 'inherit',
  });
}

void main();
