import { syntaxes } from '../syntax';
import type { Comment, ParsedText, Syntax, SyntaxId, SyntaxProblem } from '../syntax/syntax';
import type { ConfigNode } from '../syntax/tree';
import type { Entity } from './entity';
import { type FileKind, NO_KIND } from './kind';
import { kinds } from './kinds';
import { notationsOf } from './notation';

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
  /** The kind that the settings chose; undefined where its name and its content tell. */
  readonly chosen?: string | undefined;
}

/**
 * Reads a file. Undefined when it is none of ours, which a cheap look at name and text decides for
 * nearly every other file. A kind that is `chosen` decides instead. What the file was `before` a
 * change spares reading all of it again. Never throws.
 */
export function readDocument(
  path: string,
  text: string,
  chosen?: string,
  before?: ConfigDocument,
): ConfigDocument | undefined {
  if (chosen === NO_KIND) return undefined;
  const kind = kinds.find(({ id }) => id === chosen);
  const document = kind ? readAs(kind, path, text, before) : recognized(path, text, before);
  return document && before ? { ...document, entities: asBefore(document, before) } : document;
}

/** What is as it was is the same as before, with all that was found out about it. */
function asBefore({ entities }: ConfigDocument, before: ConfigDocument): readonly Entity[] {
  const known = new Map(before.entities.map((each) => [each.node, each]));
  return entities.map((each) => {
    const old = known.get(each.node);
    return old && each.node && isSame(old, each) ? old : each;
  });
}

const isSame = (one: Entity, other: Entity): boolean =>
  one.alone === true &&
  other.alone === true &&
  one.dialect === other.dialect &&
  one.label === other.label &&
  one.head.start === other.head.start;

/** Reads another text in the place of a document's. */
export const readAgain = (
  { chosen, path }: ConfigDocument,
  text: string,
  name = path,
): ConfigDocument | undefined => readDocument(name, text, chosen);

/** The notation is that of the name, or what a text begins like, where the kind has it. */
function readAs(
  kind: FileKind,
  path: string,
  text: string,
  before: ConfigDocument | undefined,
): ConfigDocument {
  const likely = [...notationsOf(path, text), ...notationsOf('.sample', text)];
  const id = likely.find((each) => kind.syntaxes.includes(each)) ?? kind.syntaxes[0] ?? 'yaml';
  return { ...documentOf(kind, id, parsedAs(id, text, before), path, text), chosen: kind.id };
}

function recognized(
  path: string,
  text: string,
  before: ConfigDocument | undefined,
): ConfigDocument | undefined {
  const ids = notationsOf(path, text);
  const parses = new Map<SyntaxId, ParsedText>();
  for (const kind of kinds) {
    const id = notationFor(kind, ids);
    // A later kind is not even looked for in the text where an earlier one is recognized.
    if (!id || !mayBe(kind, path, text)) continue;
    const parsed = parses.get(id) ?? parsedAs(id, text, before);
    parses.set(id, parsed);
    if (isOfKind(kind, parsed, path)) return documentOf(kind, id, parsed, path, text);
  }
  return undefined;
}

const parsedAs = (id: SyntaxId, text: string, before: ConfigDocument | undefined): ParsedText =>
  syntaxes[id].parse(text, before?.syntax.id === id ? before : undefined);

function documentOf(
  kind: FileKind,
  id: SyntaxId,
  parsed: ParsedText,
  path: string,
  text: string,
): ConfigDocument {
  const { root, problems, comments } = parsed;
  const entities = kind.entities(root, path);
  return { path, text, kind, syntax: syntaxes[id], parsed, root, problems, comments, entities };
}

const isOfKind = (
  { recognition }: FileKind,
  { root, problems }: ParsedText,
  path: string,
): boolean =>
  'name' in recognition ||
  recognition.alsoName?.test(path) ||
  (root !== undefined && recognition.content(root, path, problems));

/** Whether a file can be ours, by its name and the words in it. Cheap: nothing is parsed. */
export function couldBeOurs(path: string, text: string): boolean {
  const ids = notationsOf(path, text);
  return kinds.some((kind) => notationFor(kind, ids) && mayBe(kind, path, text));
}

/** Whether a file of that name has to be looked into at all. */
export function worthReading(path: string): boolean {
  return notationsOf(path, '').length > 0;
}

const notationFor = ({ syntaxes }: FileKind, ids: readonly SyntaxId[]): SyntaxId | undefined =>
  ids.find((each) => syntaxes.includes(each));

const mayBe = ({ recognition }: FileKind, path: string, text: string): boolean =>
  'name' in recognition
    ? recognition.name.test(path)
    : recognition.marker.test(text) || (recognition.alsoName?.test(path) ?? false);
