import fc from 'fast-check';
import { readDocument } from '../../server/src/model/document';
import type { SyntaxId } from '../../server/src/syntax/syntax';
import type { ConfigNode } from '../../server/src/syntax/tree';
import type { Span } from '../../server/src/text/span';
import { type SampleFile, sampleFiles } from '../support/sample-files';

/**
 * One change of a text: what is done, where, and with what. The numbers are reduced to what there
 * is.
 */
interface Mutation {
  readonly how: keyof typeof MUTATIONS;
  readonly at: number;
  readonly length: number;
  readonly pick: number;
}

const number = fc.nat(0x7fffffff);

const mutation: fc.Arbitrary<Mutation> = fc.record({
  how: fc.constantFrom(
    ...(['splice', 'remove', 'repeat', 'flip', 'insert', 'indent'] as const),
    ...(['quote', 'node', 'node', 'node', 'double', 'drop', 'flood', 'breaks'] as const),
  ),
  at: number,
  length: number,
  pick: number,
});

/** A sample with some changes of these files; none of them is left as it was written. */
export const damagedFile = (
  files: readonly SampleFile[] = sampleFiles,
  most = 6,
): fc.Arbitrary<SampleFile> =>
  fc
    .tuple(fc.constantFrom(...files), fc.array(mutation, { minLength: 1, maxLength: most }))
    .map(([{ file, text }, mutations]) => ({ file, text: mutations.reduce(mutated(file), text) }));

const mutated =
  (file: string) =>
  (text: string, { how, at, length, pick }: Mutation): string =>
    MUTATIONS[how](text, { file, at: at % (text.length + 1), length, pick }).slice(0, LONGEST);

/** What grows by each step must not take the time of all others. */
const LONGEST = 20_000;

interface Place {
  readonly file: string;
  readonly at: number;
  readonly length: number;
  readonly pick: number;
}

type Mutate = (text: string, place: Place) => string;

const replaced = (text: string, { start, end }: Span, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

const some = (text: string, at: number, length: number, most: number): Span => ({
  start: at,
  end: Math.min(text.length, at + (length % (most + 1))),
});

const MUTATIONS = {
  /** A part of another text of the same notation. */
  splice(text, { file, at, length, pick }) {
    const others = sourcesFor(file);
    const other = others[pick % others.length] ?? '';
    const from = length % (other.length + 1);
    return replaced(text, some(text, at, pick, 20), other.slice(from, from + 60));
  },
  remove: (text, { at, length }) => replaced(text, some(text, at, length, 40), ''),
  repeat(text, { at, length, pick }) {
    const { start, end } = some(text, at, length, 60);
    return text.slice(0, end) + text.slice(start, end).repeat(1 + (pick % 3)) + text.slice(end);
  },
  flip(text, { at, pick }) {
    const flipped = String.fromCharCode(text.charCodeAt(at) ^ (1 << (pick % 7)));
    return at < text.length ? replaced(text, { start: at, end: at + 1 }, flipped) : text;
  },
  insert: (text, { at, length, pick }) =>
    replaced(text, some(text, at, length, 2), WORDS[pick % WORDS.length] ?? ''),
  indent(text, { at, pick }) {
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const blanks = /^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0;
    return replaced(text, { start, end: start + blanks }, INDENTS[pick % INDENTS.length] ?? '');
  },
  quote(text, { at, length, pick }) {
    const { start, end } = some(text, at, length, 30);
    const quote = QUOTES[pick % QUOTES.length] ?? '';
    return replaced(text, { start, end }, quote + text.slice(start, end) + quote);
  },
  /** A value or a pair in the place of another one. */
  node(text, { file, at, pick }) {
    const here = nodesOf(file, text);
    const others = fragmentsFor(file);
    const found = here[at % Math.max(1, here.length)];
    return found ? replaced(text, found, others[pick % others.length] ?? '') : text;
  },
  double(text, { file, at }) {
    const here = nodesOf(file, text);
    const found = here[at % Math.max(1, here.length)];
    return found ? replaced(text, found, text.slice(found.start, found.end).repeat(2)) : text;
  },
  drop(text, { file, at }) {
    const here = nodesOf(file, text);
    const found = here[at % Math.max(1, here.length)];
    return found ? replaced(text, found, '') : text;
  },
  /** Thousands of the same, where a time that grows faster than the text shows. */
  flood(text, { at, length, pick }) {
    const word = WORDS[pick % WORDS.length] ?? '';
    const count = length % 20 === 0 ? LONGEST / word.length : 30;
    return replaced(text, { start: at, end: at }, word.repeat(count));
  },
  breaks: (text, { pick }) =>
    pick % 2 === 0 ? text.replace(/\r?\n/g, '\r\n') : text.replace(/\r?\n/g, '\r'),
} satisfies Record<string, Mutate>;

const QUOTES = ['"', "'", '`', '"""', '<![CDATA[', '{{', '['];

const INDENTS = ['', ' ', '  ', '    ', '\t', '        ', '\u00a0', '- ', '  - '];

/** What notations, programs and people write, and what nobody writes. */
const WORDS: readonly string[] = [
  ...['"', "'", '{', '}', '[', ']', ':', ',', '#', '<', '>', '&', '=', '\\', '|', '!', '%', '@'],
  ...['\n', '\r\n', '\r', '\t', '  ', '- ', ': ', '? ', '---\n', '...\n', '|\n', '>-\n', '\\\n'],
  ...['&a ', '*a', '<<: *a', '&a [*a]', '!!str ', '!<x> ', '%YAML 1.2\n', '{}', '[]', 'null', '~'],
  ...['<!--', '-->', '<![CDATA[', ']]>', '<?x', '?>', '<!DOCTYPE a [', '&amp;', '&#0;', '&#xD800;'],
  ...['//', '/*', '*/', "'''", '"""', '\\u0000', '\\uD800', '\\x', '\\"', '$(', '`', '${A}', '$A'],
  ...['\u0000', '\uFEFF', '\uD800', '\uDC00', '💥', '\u2028', '\u0085', '\u00a0', '\u200b', 'İ'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '__proto__:',
    '"__proto__": 1',
    '-0',
    '1e999',
    '0x1F',
  ],
  ...['# ims-config-ignore-file jwt-credential\n', '# ims-config-ignore-line\n', '(.*)', '(.*)+$'],
  ...['nlserver config -setimsoauth:a/b/c/d\n', ' -instance:x', 'jwt', 'oauth-server-to-server'],
];

const syntaxOf = (file: string, text: string) => readDocument(file, text)?.syntax.id;

/** The texts of the notation that a file is written in, by that of its sample. */
const byNotation = new Map<SyntaxId, string[]>();
const fragments = new Map<SyntaxId, string[]>();
const notations = new Map<string, SyntaxId>();
for (const { file, text } of sampleFiles) {
  const id = syntaxOf(file, text);
  if (!id) continue;
  notations.set(file, id);
  byNotation.set(id, [...(byNotation.get(id) ?? []), text]);
  const parts = nodesOf(file, text).map(({ start, end }) => text.slice(start, end));
  fragments.set(id, [...(fragments.get(id) ?? []), ...parts.filter((part) => part.length < 600)]);
}

const sourcesFor = (file: string): readonly string[] => byNotation.get(idOf(file)) ?? [];

const fragmentsFor = (file: string): readonly string[] => fragments.get(idOf(file)) ?? [];

const idOf = (file: string): SyntaxId => notations.get(file) ?? 'yaml';

/** Where the values, the pairs and the comments of a text stand. */
function nodesOf(file: string, text: string): readonly Span[] {
  const document = readDocument(file, text);
  const found: Span[] = [...(document?.comments ?? []).map(({ span }) => span)];
  const seen = new Set<ConfigNode>();
  const visit = (node: ConfigNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    found.push(node.span);
    if (node.type === 'array') node.items.forEach(visit);
    if (node.type !== 'object') return;
    for (const { span, keySpan, value } of node.properties) {
      found.push(span, keySpan);
      visit(value);
    }
  };
  if (document?.root) visit(document.root);
  return found;
}
