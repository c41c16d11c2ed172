import type { SyntaxId, SyntaxProblem } from '../syntax/syntax';
import type { ConfigNode } from '../syntax/tree';
import type { Entity } from './entity';

/** What the settings choose for files that get nothing. */
export const NO_KIND = 'none';

/** Which files are meant, and where in them the concepts sit. */
export interface FileKind {
  readonly id: string;
  /** What the file is, for people. */
  readonly title: string;
  /** Patterns of the names such files have; for people, and for editors that ask. */
  readonly files: readonly string[];
  readonly syntaxes: readonly SyntaxId[];
  /** Only read for what it tells of other files; nothing is ever reported in it. */
  readonly unjudged?: true | undefined;
  /** It says how this tool works, and configures nothing itself. */
  readonly isSettings?: true | undefined;
  /** A console of Adobe wrote it, so that it is right more often than what people made of it. */
  readonly isDownload?: true | undefined;
  /**
   * How such a file is known: by its name alone, or by a look inside. `marker` is a cheap test of
   * the text that every such file passes, made before anything is parsed; `alsoName` spares both.
   * What is wrong with the text may show that it is written in the notation of somebody else.
   */
  readonly recognition:
    | { readonly name: RegExp }
    | {
        readonly marker: RegExp;
        readonly content: (
          root: ConfigNode,
          path: string,
          problems: readonly SyntaxProblem[],
        ) => boolean;
        readonly alsoName?: RegExp | undefined;
      };
  /** The configured things in a file, in the order of the text. */
  entities(root: ConfigNode | undefined, path: string): readonly Entity[];
}
