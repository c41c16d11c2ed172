import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../support/root';

/** The floors of the server, from the lowest to the highest, and the packages each may use. */
const FLOORS: readonly { readonly name: string; readonly packages: readonly string[] }[] = [
  { name: 'text', packages: [] },
  { name: 'facts', packages: [] },
  { name: 'syntax', packages: ['yaml', 'js-yaml', '@lezer/xml', '@lezer/common'] },
  { name: 'schema', packages: [] },
  { name: 'model', packages: [] },
  { name: 'rules', packages: ['fastest-levenshtein', 'picomatch'] },
  { name: 'check.ts', packages: [] },
  { name: 'texts.ts', packages: [] },
  { name: 'features', packages: [] },
  {
    name: 'lsp',
    // `re2js` runs the patterns of files: RegExp may take forever for one, and nobody can stop it.
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', 're2js'],
  },
  // The part of the language server that has a file system; the browser's server does without.
  { name: 'lsp/node-git.ts', packages: ['node:'] },
  { name: 'lsp/node-ignored.ts', packages: ['node:'] },
  { name: 'lsp/node-host.ts', packages: ['node:'] },
  // Of `sarif` there are types only.
  { name: 'cli', packages: ['ignore', 'sarif', 'node:'] },
  // Runs wherever texts are, so it may not reach for files.
  { name: 'main.library.ts', packages: [] },
  { name: 'main', packages: ['vscode-languageserver', 'node:'] },
];

/** The schemas, and for the command line's `--version` the package's own version. */
const OUTSIDE = /^\.\.\/\.\.\/(schemas\/|package\.json$)/;

const source = path.join(root, 'server/src');
const files = readdirSync(source, { recursive: true })
  .map((file) => String(file).replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.ts'));

const floorOf = (file: string) => {
  const own = FLOORS.findIndex(({ name }) => file === name);
  if (own >= 0) return own;
  return FLOORS.findIndex(({ name }) => file.startsWith(`${name}/`) || file.startsWith(`${name}.`));
};

const importsOf = (file: string): readonly string[] =>
  [
    ...readFileSync(path.join(source, file), 'utf8').matchAll(
      /^(?:import|export)[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\b(?:import|require)\('([^']+)'\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

const resolved = (file: string, specifier: string) =>
  path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));

describe('the floors of the server', () => {
  it('are all there', () => {
    assert.ok(files.length > 50);
    assert.deepEqual(
      files.filter((file) => floorOf(file) < 0),
      [],
    );
  });

  it('import only downwards', () => {
    const upwards = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolved(file, specifier))
        .filter((target) => !target.startsWith('../') && floorOf(target) > floorOf(file))
        .map((target) => `${file} → ${target}`),
    );
    assert.deepEqual(upwards, []);
  });

  it('import nothing outside of the server but the schemas', () => {
    const outside = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolved(file, specifier))
        .filter((target) => target.startsWith('../') && !OUTSIDE.test(target))
        .map((target) => `${file} → ${target}`),
    );
    assert.deepEqual(outside, []);
  });

  it('use only the packages of their list, and never vscode', () => {
    const foreign = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !specifier.startsWith('.'))
        .filter(
          (specifier) => !FLOORS[floorOf(file)]?.packages.some((name) => allows(name, specifier)),
        )
        .map((specifier) => `${file} → ${specifier}`),
    );
    assert.deepEqual(foreign, []);
  });

  it('load the engine for patterns only when somebody asks for it', () => {
    const early = files.filter((file) =>
      valueImportsOf(file).some((specifier) => specifier.endsWith('/linear-patterns')),
    );
    assert.deepEqual(early, []);
  });

  it('load the parser of XML only when there is XML', () => {
    const early = files.filter((file) =>
      /^import(?! type)[^'"]*?from '@lezer/m.test(readFileSync(path.join(source, file), 'utf8')),
    );
    assert.deepEqual(early, []);
  });

  it('have no circles', () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]) => {
      if (trail.includes(file))
        circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      if (done.has(file) || trail.includes(file)) return;
      for (const specifier of valueImportsOf(file)) {
        const target = fileOf(resolved(file, specifier));
        if (target) visit(target, [...trail, file]);
      }
      done.add(file);
    };
    for (const file of files) visit(file, []);
    assert.deepEqual(circles, []);
  });
});

describe('the core', () => {
  const core = files.filter(
    (file) => floorOf(file) < FLOORS.findIndex(({ name }) => name === 'lsp'),
  );

  it('has no clock and makes no code at run time', () => {
    const forbidden =
      /\bDate\.now\(|\bnew Date\(\)|\bnew Function\b|\beval\(|\bprocess\.|\bfetch\(/;
    const found = core.filter((file) =>
      forbidden.test(readFileSync(path.join(source, file), 'utf8')),
    );
    assert.deepEqual(found, []);
  });

  it('is synchronous and has no state of its own', () => {
    const found = core.filter((file) => {
      const text = readFileSync(path.join(source, file), 'utf8');
      return /^(export )?let /m.test(text) || /\basync\b|\bawait\b|\bPromise\b/.test(text);
    });
    assert.deepEqual(found, []);
  });
});

const allows = (name: string, specifier: string) =>
  name.endsWith(':')
    ? specifier.startsWith(name)
    : specifier === name || specifier.startsWith(`${name}/`);

/** Imports of types vanish, so they make no circle. */
const valueImportsOf = (file: string): readonly string[] =>
  [
    ...readFileSync(path.join(source, file), 'utf8').matchAll(
      /^(?:import|export)(?! type)\s[^'"]*?from\s+'(\.[^']+)'/gm,
    ),
  ].map((match) => match[1] ?? '');

const fileOf = (target: string) =>
  [`${target}.ts`, `${target}/index.ts`].find((file) => files.includes(file));
