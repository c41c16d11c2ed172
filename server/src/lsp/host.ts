/** What the language server needs of the place where it runs. */
export interface Host {
  /** ISO date of the user's day. */
  today(): string;
  /** Whether git tracks the file; undefined where nobody knows. */
  isTracked(uri: string): Promise<boolean | undefined>;
  /** The address below which the pages of rules lie, unless the client knows better. */
  readonly rulePages?: string | undefined;
  /** The text of a file that the place itself can read; undefined where the client has to be asked. */
  readFile(uri: string): Promise<string | undefined>;
  /** Those of the files of a folder that git ignores; none where nobody knows. */
  ignored?(folder: string, uris: readonly string[]): Promise<ReadonlySet<string>>;
  /** How many bytes a file has that the place itself can read; undefined where it cannot. */
  sizeOf?(uri: string): Promise<number | undefined>;
}

/** The day of a moment where the user is, as an ISO date. */
export function dayOf(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
