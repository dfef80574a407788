// npm run template: writes the CloudFormation files for people who do not run the CDK, each checked as it is.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPackageRoot } from '../lib/package-root';
import { FILE_KINDS, writeFile } from '../lib/one-file';

function main([
  folder = join(findPackageRoot().path, 'dist', 'template'),
]: readonly string[]): void {
  const outdir = mkdtempSync(join(tmpdir(), 'launch-denied-files-'));
  try {
    mkdirSync(folder, { recursive: true });
    for (const kind of FILE_KINDS) {
      const { name, file } = writeFile(kind, { outdir: join(outdir, kind) });
      const written = join(folder, name);
      copyFileSync(file, written);
      console.log(`${written}: ${statSync(written).size} bytes`);
    }
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

main(process.argv.slice(2));
