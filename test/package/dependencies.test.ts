import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../support/root';
import { packagesIn } from './project';

const json = (name: string) => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
const manifest = json('package.json');
const lock = json('package-lock.json') as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
};
const page = readFileSync(path.join(root, 'docs/dependencies.md'), 'utf8');
const direct = Object.keys(manifest.devDependencies);

describe('dependencies', () => {
  it('are those of development alone', () => {
    const others = [
      'dependencies',
      'optionalDependencies',
      'peerDependencies',
      'bundleDependencies',
    ];
    assert.deepEqual(
      others.filter((name) => name in manifest),
      [],
    );
  });

  it('have a reason each, which the page gives once', () => {
    const listed = packagesIn(page);
    assert.deepEqual(listed, [...new Set(listed)]);
    assert.deepEqual(
      direct.filter((name) => !listed.includes(name)),
      [],
    );
  });

  it('are all that the page lists, with what is bundled along with them', () => {
    const [bundled = '', ...rest] = page.split('\n## ').slice(1);
    assert.match(bundled, /^In the bundles/);
    assert.deepEqual(
      packagesIn(rest.join('\n')).filter((name) => !direct.includes(name)),
      [],
    );
  });

  it('are locked, with a checksum each but for the linter on other platforms', () => {
    assert.equal(lock.lockfileVersion, 3);
    const installed = Object.entries(lock.packages).filter(([place]) => place !== '');
    assert.ok(installed.length > direct.length);
    const unchecked = installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    assert.deepEqual(
      unchecked.map(([place]) => place).filter((place) => !LINTER.test(place)),
      [],
    );
    for (const name of direct) assert.ok(`node_modules/${name}` in lock.packages, name);
  });
});

/** Registries that mirror others may lack them, and then nobody can tell their checksums. */
const LINTER = /^node_modules\/@biomejs\/cli-(?!linux-x64$)/;

describe('the package', () => {
  it('runs nothing when it is installed', () => {
    const hooks = ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare'];
    assert.deepEqual(
      hooks.filter((name) => name in manifest.scripts),
      [],
    );
  });

  it('of the extension carries the notices of others', () => {
    const lines = readFileSync(path.join(root, '.vscodeignore'), 'utf8').split('\n');
    for (const name of ['!dist/THIRD-PARTY-NOTICES.txt', '!LICENSE']) {
      assert.ok(lines.includes(name), name);
    }
  });
});
