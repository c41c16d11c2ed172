import type { ConfigDocument } from '../model/document';
import type { Finding } from '../rules/finding';

export interface Description {
  /** The id of the file's kind. */
  readonly kind: string;
  /** The same in words. */
  readonly title: string;
  readonly findings: number;
}

/** What a file is, and how many findings it has. */
export function describe({ kind }: ConfigDocument, findings: readonly Finding[]): Description {
  return { kind: kind.id, title: kind.title, findings: findings.length };
}
