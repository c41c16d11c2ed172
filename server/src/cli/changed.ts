import path from 'node:path';
import { realPathOf } from './files';
import { git, repositoryOf } from './git';
import { type Host, UsageError } from './host';

/**
 * The files that git sees changed, by their whole paths without links to folders: since the commit
 * at which HEAD left `ref`, or, where that is empty, since the last one; with what is staged, what
 * is not, and new files that it does not ignore. Throws a UsageError where git cannot tell.
 */
export function changedFiles(ref: string, { cwd, env }: Host): ReadonlySet<string> {
  const root = repositoryOf(realPathOf(cwd));
  if (root === undefined) {
    throw new UsageError(
      '`--changed` asks git which files have changed, and this folder is in no git repository. Run it inside of one, or leave `--changed` out.',
    );
  }
  const ask: Ask = (...argv) => git(argv, root, env);
  const base = baseOf(ref, ask);
  const lists =
    base === undefined
      ? [ask(...LIST, '--cached', '--others')]
      : [ask(...DIFF, base, '--'), ask(...LIST, '--others')];
  const names = lists.flatMap((answer) => answered(answer).split('\0').filter(Boolean));
  return new Set(names.map((name) => path.join(root, name)));
}

type Ask = (...argv: readonly string[]) => ReturnType<typeof git>;

const LIST = ['ls-files', '-z', '--exclude-standard'];

const DIFF = [
  ...['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-relative'],
  // What is gone cannot be checked.
  '--diff-filter=d',
];

/** The commit that files are compared with; undefined in a repository that has none yet. */
function baseOf(ref: string, ask: Ask): string | undefined {
  const commit = (name: string) => ask('rev-parse', '--verify', '--quiet', `${name}^{commit}`);
  if (ref === '') {
    const head = commit('HEAD');
    return 'output' in head ? head.output.trim() : undefined;
  }
  answered(ask('rev-parse', '--git-dir'));
  // Git would take it for an option, or for all that is not in a commit.
  const found = /^[-^]/.test(ref) ? undefined : commit(ref);
  if (!found || 'failure' in found) {
    throw new UsageError(
      `There is no commit \`${ref}\` in this repository. Name a branch, a tag or a commit behind \`--changed\`, and paths before it; in CI the branch must have been fetched (\`fetch-depth: 0\` for actions/checkout).`,
    );
  }
  const base = ask('merge-base', found.output.trim(), 'HEAD');
  if ('output' in base) return base.output.trim();
  throw new UsageError(
    `\`${ref}\` and HEAD have no commit in common here, so nobody can tell what has changed. A shallow clone lacks it: fetch the whole history (\`fetch-depth: 0\` for actions/checkout).`,
  );
}

function answered(answer: ReturnType<typeof git>): string {
  if ('output' in answer) return answer.output;
  throw new UsageError(
    'git could not tell which files have changed. Run `git status` here, which says why, or leave `--changed` out.',
  );
}
