import type { Clock } from './patience';

/** The text of a file, or why there is none. */
export type FileText = { readonly text: string } | { readonly missing: 'unreadable' | 'tooLarge' };

/** What the language server needs of the place where it runs. */
export interface Host {
  /** ISO date of the user's day. */
  today(): string;
  /** Whether git tracks the file; undefined where nobody knows. */
  isTracked(uri: string): Promise<boolean | undefined>;
  /** The address below which the pages of rules lie, unless the client knows better. */
  readonly rulePages?: string | undefined;
  /**
   * The text of a file of so many bytes at most; undefined where not the place itself reads such
   * files, and the client has to be asked.
   */
  readFile(uri: string, largest: number): Promise<FileText | undefined>;
  /** How time passes there; as everywhere, unless said otherwise. */
  readonly clock?: Clock | undefined;
  /**
   * After so many milliseconds nobody waits for a file any longer; five seconds, unless said
   * otherwise.
   */
  readonly patience?: number | undefined;
  /** The address of the home folder of who runs it; undefined where nobody has one. */
  readonly home?: string | undefined;
  /** Those of the files of a folder that git ignores; none where nobody knows. */
  ignored?(folder: string, uris: readonly string[]): Promise<ReadonlySet<string>>;
}

/** The day of a moment where the user is, as an ISO date. */
export function dayOf(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
