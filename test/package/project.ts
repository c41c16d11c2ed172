import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { promisify } from 'node:util';
import { root } from '../support/root';

/** What is made, fetched or kept by git. */
const LEFT_OUT = new Set(['.git', '.vscode-test', 'bench', 'dist', 'node_modules', 'out']);

/** A folder that is removed after the tests. */
export function temporary(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ims-config-package-')));
  after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the project as somebody has it who has cloned it and installed its dependencies. */
export function cloned(from = root): string {
  const folder = path.join(temporary(), 'clone');
  const isSource = (file: string) => {
    const [first = ''] = path.relative(from, file).split(path.sep);
    return !LEFT_OUT.has(first) && !/\.(vsix|tgz)$/.test(first);
  };
  fs.cpSync(from, folder, { recursive: true, filter: isSource });
  fs.rmSync(path.join(folder, 'server/src/schema/generated'), { recursive: true, force: true });
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return folder;
}

/** Runs a program in a folder and gives its output. Rejects with what it said where it fails. */
export async function program(
  folder: string,
  command: string,
  args: readonly string[],
): Promise<string> {
  const shell = process.platform === 'win32';
  const running = promisify(execFile)(command, [...args], {
    cwd: folder,
    env: environment(),
    shell,
  });
  return (await running).stdout;
}

/**
 * Without what npm tells the scripts that it runs, which other runs of npm would take for their
 * own.
 */
const environment = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?!config_cache)/i.test(name)),
  );

/** All files of a folder with their contents, by path. */
export function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return new Map(
    files.map((name) => [name.replaceAll(path.sep, '/'), fs.readFileSync(path.join(folder, name))]),
  );
}

/** The packages that the tables of a page speak of. */
export const packagesIn = (page: string): readonly string[] =>
  [...page.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
