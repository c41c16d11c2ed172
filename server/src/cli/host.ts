/** What the command line asks of the process it runs in. */
export interface Host {
  readonly cwd: string;
  readonly stdout: (output: string | Uint8Array) => void;
  readonly stderr: (text: string) => void;
  /** All of the standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the standard output is a terminal. */
  readonly isTTY: boolean;
}

/**
 * A mistake of the caller: the command cannot run. Its message says what is wrong and what is
 * allowed.
 */
export class UsageError extends Error {}

/** Why the operating system refused something, for people. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code === '' ? 'it failed' : `it failed (${code})`);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  ELOOP: 'its symbolic links lead in a circle',
  EISDIR: 'it is a folder',
};
