import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { Change } from './change';
import type { ConfigNode } from './tree';
import type { Typing } from './typing';

export type SyntaxId =
  | 'yaml'
  | 'json'
  | 'hjson'
  | 'xml'
  | 'command-line'
  | 'env'
  | 'properties'
  | 'ini'
  | 'osgi-config';

/** A notation: text in, tree out; changes of that tree in, characters out. Stateless. */
export interface Syntax {
  readonly id: SyntaxId;

  /**
   * Never throws. A broken text gives the tree of what can be read, and problems. What was read of
   * an earlier state of the text may spare reading all of it again, and changes nothing in the
   * result.
   */
  parse(text: string, before?: ReadBefore): ParsedText;

  /**
   * The edits that make these changes, all against `text`. The changes speak of nodes of
   * `parse(text)`. Comments, order, quotes, indentation, line endings and a BOM outside what
   * changes are kept, and a comment is lost only where it stands inside a removed value. The edits
   * never overlap.
   * `parsed` is what `parse(text)` gave, where it is at hand; it spares reading the text again.
   */
  edit(text: string, changes: readonly Change[], parsed?: ParsedText): readonly TextEdit[];

  /** A comment of one line, without the line break, that says `text`. */
  comment(text: string): string;

  /**
   * The start of the line above which a comment may stand that is about what stands at an offset.
   * Undefined where one would break the text. A notation without it takes comments above every
   * line.
   */
  commentPlace?(text: string, offset: number, parsed?: ParsedText): number | undefined;

  /**
   * Where the last of what begins on a line ends, if it takes no comment inside of it: one above
   * the line is about all of it. In a notation without it such a comment is about the line.
   */
  coverBelow?(text: string, line: Span, parsed?: ParsedText): number;

  /**
   * How what is typed at an offset can be understood, the likeliest first; nothing where nothing of
   * ours can be typed. Never throws. A notation without it is not completed.
   */
  typing?(text: string, offset: number, parsed?: ParsedText): readonly Typing[];
}

export interface ParsedText {
  /** Undefined for a text with no value at all. */
  readonly root: ConfigNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
  /** Commas behind a last member: no problem to most readers, and an error to strict ones. */
  readonly trailingCommas?: readonly Span[] | undefined;
  /** What the notation itself remembers of the text, for its own `edit` only. */
  readonly layout?: object | undefined;
}

/** An earlier state of a text, and what was read of it. */
export interface ReadBefore {
  readonly text: string;
  readonly parsed: ParsedText;
}

export interface SyntaxProblem {
  readonly code: SyntaxProblemCode;
  readonly span: Span;
}

/**
 * What can be wrong with a text; the sentence for each is in the rule `syntax-error`, never a
 * parser's own, which would quote the source.
 */
export type SyntaxProblemCode =
  | 'unexpected-token'
  | 'value-expected'
  | 'comma-expected'
  | 'colon-expected'
  | 'bracket-expected'
  | 'bracket-in-text'
  | 'key-expected'
  | 'unclosed-string'
  | 'unclosed-comment'
  | 'illegal-escape'
  | 'illegal-character'
  | 'tab-indent'
  | 'bad-indent'
  | 'unknown-anchor'
  | 'unclosed-tag'
  | 'mismatched-tag'
  | 'attribute-expected'
  | 'quotes-expected'
  | 'further-document'
  | 'not-json'
  | 'malformed';

export interface Comment {
  /** With its markers. */
  readonly span: Span;
  /** Without them. */
  readonly text: string;
}
