import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findPackageRoot } from '../../lib/package-root';

it('stops outside the package', () => {
  expect(() => findPackageRoot(tmpdir())).toThrow(
    `no package.json named launch-denied at or above ${tmpdir()}`,
  );
});

it('passes by the package.json of another package', () => {
  const other = join(__dirname, '../../node_modules/constructs/lib');
  expect(findPackageRoot(other).path).toBe(resolve(__dirname, '../..'));
});

it('finds the package from any folder inside it', () => {
  const here = findPackageRoot(__dirname);
  expect(here).toEqual(findPackageRoot());
  expect(here.version).toMatch(/^\d+\.\d+\.\d+/);
});
