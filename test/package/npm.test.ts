import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { parse } from 'yaml';
import { DOWNLOAD, INSECURE } from '../cli/terminal';
import { root } from '../support/root';
import { cloned, filesIn, packagesIn, program, temporary } from './project';

/** What the tag of a release holds beside the sources, from when the release was made. */
const TAGGED = ['dist/action.js', 'dist/THIRD-PARTY-NOTICES.txt'];

/** What is promised, of the file that is downloaded. */
const LIMIT = 1000 * 1000;

const project = cloned();
/** Somebody's empty folder, in which the package is installed. */
const here = temporary();
const installed = path.join(here, 'node_modules/ims-config');
let output = '';
/** What a run that failed has left of these files. */
let left: readonly string[] = [];
const NAMES = ['package.json', 'README.md', 'docs/npm.md'];
const tarball = () => path.join(project, output.trim());
const write = (name: string, text: string) => fs.writeFileSync(path.join(here, name), text);
const texts = (folder: string, names = NAMES) =>
  names.map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
const node = (...args: readonly string[]) => program(here, process.execPath, args);

before(async () => {
  fs.mkdirSync(path.join(project, 'dist'));
  for (const name of TAGGED) fs.writeFileSync(path.join(project, name), 'of the release');
  await assert.rejects(program(project, 'npm', ['pack', '--pack-destination', unwritable()]));
  left = texts(project);
  output = await program(project, 'npm', ['pack']);
  write('package.json', '{ "private": true }');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await program(here, 'npm', ['install', '--offline', '--ignore-scripts', ...quiet, tarball()]);
});

/** A folder where something else has the name of the package, which npm finds out at the end. */
function unwritable(): string {
  const folder = temporary();
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  fs.mkdirSync(path.join(folder, `ims-config-${version}.tgz`));
  return folder;
}

describe('npm pack', () => {
  it('says nothing but the name of the package', () => {
    assert.match(output, /^ims-config-\d+\.\d+\.\d+\.tgz\n$/);
  });

  it('gives a package below its limit', () => {
    assert.ok(fs.statSync(tarball()).size < LIMIT);
  });

  it('leaves the project as it was, whatever the run before it has left', () => {
    const [manifest, , readme = ''] = texts(root);
    assert.deepEqual(left, [manifest, readme, readme]);
    assert.deepEqual(texts(project), texts(root));
    assert.deepEqual(texts(installed, ['package.json', 'README.md']), [manifest, readme]);
    assert.ok(!fs.existsSync(path.join(project, 'out/README.json')));
  });

  it('changes nothing where there is no folder for the package', async () => {
    const missing = path.join(here, 'missing');
    await assert.rejects(
      program(project, 'npm', ['pack', '--pack-destination', missing]),
      /There is no folder .*missing for the package\./,
    );
    assert.deepEqual(texts(project), texts(root));
  });

  it('keeps what somebody has written into the README meanwhile', async () => {
    const replace = "import('./scripts/readme.mjs').then((it) => it.replaceReadme('docs/npm.md'))";
    await program(project, process.execPath, ['--eval', replace]);
    const readme = path.join(project, 'README.md');
    fs.appendFileSync(readme, 'More.');
    const written = fs.readFileSync(readme, 'utf8');
    await program(project, process.execPath, ['scripts/readme.mjs']);
    assert.equal(fs.readFileSync(readme, 'utf8'), written);
    fs.copyFileSync(path.join(root, 'README.md'), readme);
  });

  it('packs these files, and nothing of the editor', () => {
    assert.deepEqual(
      [...filesIn(installed).keys()],
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'dist/THIRD-PARTY-NOTICES.txt',
        'dist/cli.js',
        'dist/library.d.ts',
        'dist/library.js',
        'docs/api.md',
        'docs/command-line.md',
        'docs/continuous-integration.md',
        'package.json',
      ],
    );
  });

  it('needs no other package and may be published', () => {
    const manifest = JSON.parse(fs.readFileSync(path.join(installed, 'package.json'), 'utf8'));
    const fields = Object.keys(manifest).filter((field) => /dependencies$|^private$/i.test(field));
    assert.deepEqual(fields, ['devDependencies']);
    assert.equal(manifest.engines.node, '>=20');
    assert.deepEqual(fs.readdirSync(path.join(here, 'node_modules')).sort(), [
      '.bin',
      '.package-lock.json',
      'ims-config',
    ]);
  });

  it('has the notices of all code that is bundled, each of which is explained', () => {
    const notices = fs.readFileSync(path.join(installed, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    const bundled = [...notices.matchAll(/^(\S+) \d\S+ \(.+\)\nIn dist\//gm)].map(
      ([, name]) => name,
    );
    const page = fs.readFileSync(path.join(root, 'docs/dependencies.md'), 'utf8');
    const listed = packagesIn(/## In the bundles[\s\S]*?(?=\n## )/.exec(page)?.[0] ?? '');
    assert.deepEqual([...new Set(bundled)].sort(), [...listed].sort());
    assert.match(
      notices,
      /^yaml .*\nIn .*dist\/cli\.js, dist\/library\.js.*\n\nCopyright Eemeli Aro/m,
    );
  });

  it('has no places of the machine in it', () => {
    for (const [name, content] of filesIn(installed)) {
      for (const place of [project, root]) assert.ok(!content.includes(place), name);
    }
  });

  it('has links that lead somewhere', () => {
    for (const page of [...filesIn(installed).keys()].filter((name) => name.endsWith('.md'))) {
      const text = fs.readFileSync(path.join(installed, page), 'utf8');
      for (const [, link = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
        const target = path.join(installed, path.dirname(page), link);
        assert.ok(fs.existsSync(target), `${page}: ${link}`);
      }
    }
  });
});

describe('the installed command line', () => {
  const COMMAND = 'npx --no -- ims-config';
  const ims = (...args: readonly string[]) => {
    const [npx = '', ...words] = COMMAND.split(' ');
    return program(here, npx, [...words, ...args]);
  };

  it('checks files', async () => {
    write('a.external-account.yaml', INSECURE);
    await assert.rejects(ims('check', 'a.external-account.yaml'), (error) => {
      const { code, stdout } = error as { readonly code: number; readonly stdout: string };
      assert.match(stdout, /callback-not-https/);
      return code === 1;
    });
  });

  it('is what the hook of pre-commit runs, which packs the tag of a release', async () => {
    const [hook] = parse(fs.readFileSync(path.join(project, '.pre-commit-hooks.yaml'), 'utf8'));
    const [command, ...args] = [...hook.entry.split(' '), ...hook.args];
    const bin = path.join(here, 'node_modules/.bin', command);
    write('-x.external-account.yaml', INSECURE);
    await assert.rejects(program(here, bin, [...args, '-x.external-account.yaml']), (error) => {
      const { code, stdout } = error as { readonly code: number; readonly stdout: string };
      assert.match(stdout, /-x\.external-account\.yaml:5:17 .*callback-not-https/);
      return code === 1;
    });
  });

  it('fixes and migrates them', async () => {
    write('download.json', DOWNLOAD);
    const report = await ims('check', '--unsafe-fixes', '--max-warnings', '99', 'download.json');
    assert.match(fs.readFileSync(path.join(here, 'download.json'), 'utf8'), /"CLIENT_SECRETS"/);
    assert.ok(!report.includes('p8e-'));
  });

  it('knows its version', async () => {
    const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    assert.equal(await ims('--version'), `${version}\n`);
  });

  it('is what answers `--help`', async () => {
    assert.match(await ims('--help'), /^ {2}ims-config check /m);
  });

  it('is called so on every page', () => {
    const names = fs.readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md'));
    const pages = texts(root, ['README.md', ...names.map((name) => `docs/${name}`)]).join('');
    const called = [...pages.matchAll(/npx [^\n`]*?ims-config(?= )/g)].map(([command]) => command);
    assert.ok(called.length > 10);
    assert.deepEqual([...new Set(called)], [COMMAND]);
  });
});

describe('the installed library', () => {
  const page = fs.readFileSync(path.join(root, 'docs/api.md'), 'utf8');
  const examples = [...page.matchAll(/```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)];

  it('does what its page says', async () => {
    assert.equal(examples.length, [...page.matchAll(/```js\n/g)].length);
    assert.ok(examples.length > 3);
    for (const [, code = '', expected] of examples) {
      write('example.mjs', code);
      assert.equal(await node('example.mjs'), expected);
    }
  });

  it('is for CommonJS as well', async () => {
    write('require.cjs', "console.log(Object.keys(require('ims-config')).sort().join(' '));");
    assert.equal(await node('require.cjs'), 'check fix migrate\n');
  });

  it('runs where there is nothing of Node', () => {
    const file = path.join(installed, 'dist/library.js');
    const found = runInNewContext(
      `${fs.readFileSync(file, 'utf8')}; module.exports.check([{ path, text }]).length`,
      { module: {}, path: 'a.external-account.yaml', text: INSECURE },
    );
    assert.equal(found, 1);
  });

  it('has types for consumers of both kinds', async () => {
    const example = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const more = `
import { fix, migrate } from 'ims-config';
const [changed] = [...fix([], { unsafe: true }), ...migrate([])];
export const name: string | undefined = changed?.newPath ?? changed?.notes[0]?.message;
// @ts-expect-error A level that there is not.
check([], { settings: { rules: { a: 'fatal' } } });
// @ts-expect-error A file is more than its text.
check(['a']);
`;
    for (const name of ['consumer.mts', 'consumer.cts']) write(name, example + more);
    const strict = ['--strict', '--exactOptionalPropertyTypes', '--noEmit'];
    const modules = [
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--lib',
      'es2022',
      '--types',
      '',
    ];
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    await node(tsc, ...strict, ...modules, 'consumer.mts', 'consumer.cts');
  });
});
