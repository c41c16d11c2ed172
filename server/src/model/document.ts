import { syntaxes } from '../syntax';
import type { Comment, ParsedText, Syntax, SyntaxId, SyntaxProblem } from '../syntax/syntax';
import type { ConfigNode } from '../syntax/tree';
import type { Entity } from './entity';
import type { FileKind } from './kind';
import { kinds } from './kinds';

/** A text, what it is and what it says. Immutable: a changed text is a new document. */
export interface ConfigDocument {
  /** With `/` between folders; only ever used for its names. */
  readonly path: string;
  readonly text: string;
  readonly kind: FileKind;
  readonly syntax: Syntax;
  readonly parsed: ParsedText;
  readonly root: ConfigNode | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
  readonly entities: readonly Entity[];
}

/**
 * Reads a file. Undefined when it is none of ours, which a cheap look at name and text decides for
 * nearly every other file. Never throws.
 */
export function readDocument(path: string, text: string): ConfigDocument | undefined {
  const candidates = candidateKinds(path, text);
  if (candidates.length === 0) return undefined;
  const syntax = syntaxes[syntaxIdOf(path, text) ?? 'yaml'];
  const parsed = syntax.parse(text);
  const { root, problems, comments } = parsed;
  const kind = candidates.find(({ recognition }) =>
    'name' in recognition ? true : root !== undefined && recognition.content(root, path),
  );
  if (!kind) return undefined;
  return {
    path,
    text,
    kind,
    syntax,
    parsed,
    root,
    problems,
    comments,
    entities: kind.entities(root, path),
  };
}

/** Whether a file can be ours, by its name and the words in it. Cheap: nothing is parsed. */
export function couldBeOurs(path: string, text: string): boolean {
  return candidateKinds(path, text).length > 0;
}

/** Whether a file of that name has to be looked into at all. */
export function worthReading(path: string): boolean {
  return syntaxIdOf(path, '') !== undefined;
}

function candidateKinds(path: string, text: string): readonly FileKind[] {
  const id = syntaxIdOf(path, text);
  if (!id) return [];
  return kinds.filter(({ syntaxes, recognition }) => {
    if (!syntaxes.includes(id)) return false;
    return 'name' in recognition ? recognition.name.test(path) : recognition.marker.test(text);
  });
}

/** The notation of a file, by the ending of its name; a `.sample` is looked at. */
function syntaxIdOf(path: string, text: string): SyntaxId | undefined {
  const ending = /\.(ya?ml|jsonc?|xml|sample)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'sample') return syntaxIdOf(path.slice(0, -'.sample'.length), '') ?? sniff(text);
  if (ending === undefined) return undefined;
  if (ending === 'xml') return 'xml';
  return ending.startsWith('json') ? 'json' : 'yaml';
}

function sniff(text: string): SyntaxId {
  const first = /[^\s\uFEFF]/.exec(text)?.[0];
  if (first === '<') return 'xml';
  return first === '{' ? 'json' : 'yaml';
}
