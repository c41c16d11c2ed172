import { execFile } from 'node:child_process';
import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileOf, optionsIn, SAFE } from './node-git';

/** Those of the files of a folder that git ignores; none where nobody knows. */
export async function ignored(
  folder: string,
  uris: readonly string[],
): Promise<ReadonlySet<string>> {
  const cwd = fileOf(folder);
  if (cwd === undefined) return new Set();
  const files = new Map<string, string>();
  for (const uri of uris) {
    const file = fileOf(uri);
    const name = file && path.relative(cwd, file);
    if (name && !name.startsWith('..') && !path.isAbsolute(name)) files.set(name, uri);
  }
  const found = await ignoredIn(cwd, [...files.keys()]);
  return new Set(found.flatMap((name) => files.get(name) ?? []));
}

/**
 * Git refuses to say anything about what lies in another repository or behind a link. Of those it
 * is asked whether they are ignored as a whole, and where they are not, they are looked into by
 * themselves.
 */
async function ignoredIn(cwd: string, names: readonly string[]): Promise<readonly string[]> {
  const behind = new Map<string, string[]>();
  const own: string[] = [];
  const known = new Map<string, Promise<boolean>>();
  for (const name of names) {
    const border = await borderOf(cwd, name, known);
    if (border === undefined) own.push(name);
    else behind.set(border, [...(behind.get(border) ?? []), name]);
  }
  const found = new Set(await checkIgnore(cwd, [...own, ...behind.keys()]));
  const result = own.filter((name) => found.has(name));
  for (const [border, inside] of behind) {
    if (found.has(border)) {
      result.push(...inside);
      continue;
    }
    const real = await realpath(path.join(cwd, border)).catch(() => undefined);
    if (real === undefined) continue;
    const rest = new Map(inside.map((name) => [path.relative(border, name), name]));
    for (const name of await ignoredIn(real, [...rest.keys()])) result.push(rest.get(name) ?? '');
  }
  return result;
}

/** The outermost folder on the way to a file that is a link or a repository of its own. */
async function borderOf(
  cwd: string,
  name: string,
  known: Map<string, Promise<boolean>>,
): Promise<string | undefined> {
  for (let at = name.indexOf(path.sep); at >= 0; at = name.indexOf(path.sep, at + 1)) {
    const folder = name.slice(0, at);
    const isKnown = known.get(folder) ?? isBorder(path.join(cwd, folder));
    known.set(folder, isKnown);
    if (await isKnown) return folder;
  }
  return undefined;
}

const isBorder = async (folder: string): Promise<boolean> =>
  (await lstat(folder).catch(() => undefined))?.isSymbolicLink() === true ||
  (await lstat(path.join(folder, '.git')).catch(() => undefined)) !== undefined;

/**
 * What git ignores. It answers in the order of the questions and gives up at one that it does not
 * like; so the folder of that one is left out, and git is asked about the rest.
 */
async function checkIgnore(cwd: string, names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  let rest = names;
  for (let turn = 0; turn < MOST_TURNS && rest.length > 0; turn++) {
    const { answers, isGivenUp } = await askGit(cwd, rest);
    found.push(...answers.filter(({ isIgnored }) => isIgnored).map(({ name }) => name));
    const disliked = rest[answers.length];
    if (!isGivenUp || disliked === undefined) break;
    const folder = path.dirname(disliked) + path.sep;
    const isAsked = (name: string) => name !== disliked && !name.startsWith(folder);
    rest = rest.slice(answers.length).filter(isAsked);
  }
  return found;
}

const MOST_TURNS = 20;

interface GitAnswers {
  readonly answers: readonly { readonly name: string; readonly isIgnored: boolean }[];
  /** Whether it has not come to the end, although it knows the folder. */
  readonly isGivenUp: boolean;
}

function askGit(cwd: string, names: readonly string[]): Promise<GitAnswers> {
  return new Promise((resolve) => {
    const args = [...SAFE, 'check-ignore', '-z', '--verbose', '--non-matching', '--stdin'];
    const child = execFile('git', args, optionsIn(cwd), (error, output, trouble) => {
      const isGivenUp = error?.code === 128 && !trouble.includes('not a git repository');
      resolve({ answers: answersIn(output), isGivenUp });
    });
    // Without git there is nobody to listen.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(names.map((name) => `${name}\0`).join(''));
  });
}

/** Each answer is the file, the line and the pattern that decide, if any do, and the name. */
function answersIn(output: string): GitAnswers['answers'] {
  const parts = output.split('\0');
  const answers: { name: string; isIgnored: boolean }[] = [];
  for (let at = 0; at + 4 < parts.length; at += 4) {
    const [source = '', , pattern = '', name = ''] = parts.slice(at, at + 4);
    answers.push({ name, isIgnored: source !== '' && !pattern.startsWith('!') });
  }
  return answers;
}
