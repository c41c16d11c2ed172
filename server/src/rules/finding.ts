import type { ConfigDocument } from '../model/document';
import type { Entity } from '../model/entity';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { NewFile, Safety, Severity } from './rule';

/** Something that a rule found wrong, in words for people. Never quotes a secret. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  /**
   * What it is about: several where they inherit the same wrong value, none where it is about the
   * file.
   */
  readonly about: readonly Entity[];
  /** What is missing, in our own names, where that is what it says. */
  readonly lacks: readonly string[];
  /** Markdown: emphasis and back-ticks only. */
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
  /** Where it stands, if that is another file than the finding's. */
  readonly document?: ConfigDocument | undefined;
}

export interface Fix {
  readonly title: string;
  readonly safety: Safety;
  /**
   * The edits of the document, made when they are asked for. Empty where the fix opens a new file,
   * or only renames this one.
   */
  readonly edits: () => readonly TextEdit[];
  /** What the edits write, as a reader decodes it: in front of any escapes. */
  readonly texts?: (() => readonly string[]) | undefined;
  /** What a person does besides; each edit may say more. */
  readonly note?: string | undefined;
  readonly opens?: NewFile | undefined;
  /** The name that the file gets, in the folder where it lies. */
  readonly renames?: string | undefined;
}
