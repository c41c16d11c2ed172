import { Composer, type CST, Parser, type YAMLError } from 'yaml';
import { type Span, span } from '../text/span';
import { lineEnd, lineStart } from './source-lines';
import type { Comment, SyntaxProblem, SyntaxProblemCode } from './syntax';
import type { BlockItem } from './yaml-items';

/** Nobody nests deeper by hand, and a text must never overflow the stack. */
const MAX_DEPTH = 200;

/** The tokens of the first document, and what the library says of them. */
export interface YamlTokens {
  readonly document: CST.Document | undefined;
  readonly comments: readonly Comment[];
  readonly errors: readonly SyntaxProblem[];
}

/**
 * Takes any text apart, with its mistakes. Nothing that the library throws or says leaves here: it
 * would quote the text.
 */
export function yamlTokens(text: string): YamlTokens {
  const tokens: CST.Token[] = [];
  let document: CST.Document | undefined;
  let further: CST.Document | undefined;
  try {
    // The library counts a mark before the first line as a part of its indentation.
    for (const token of new Parser().parse(text.replace(/^\uFEFF/, '\n'))) {
      if (!document || (!further && token.type === 'comment')) tokens.push(token);
      if (token.type !== 'document') continue;
      if (document && token.value) further ??= token;
      document ??= token;
      if (further) break;
    }
  } catch {
    return { document, comments: [], errors: [{ code: 'malformed', span: span(0, text.length) }] };
  }
  const { comments, tooDeep } = look(tokens);
  const errors = tooDeep
    ? [{ code: 'malformed' as const, span: tooDeep }]
    : libraryErrors(text, tokens);
  return { document, comments, errors: [...errors, ...furtherDocument(further)] };
}

/**
 * Only the first document is read, which must not go unsaid: what stands behind it is checked by
 * nobody.
 */
function furtherDocument(further: CST.Document | undefined): readonly SyntaxProblem[] {
  const marker = further?.start.find(({ type }) => type === 'doc-start');
  if (!marker) return [];
  const { offset, source } = marker;
  return [{ code: 'further-document', span: span(offset, offset + source.length) }];
}

/** Finds the comments, and empties what is nested too deep; no deeper does the recursion go. */
function look(tokens: readonly CST.Token[]): {
  readonly comments: readonly Comment[];
  readonly tooDeep: Span | undefined;
} {
  const comments: Comment[] = [];
  let tooDeep: Span | undefined;
  const collection = (
    token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection,
    depth: number,
  ) => {
    if (depth >= MAX_DEPTH) {
      token.items.length = 0;
      tooDeep ??= span(token.offset, token.offset + 1);
    }
    for (const { start, key, sep, value } of token.items as readonly BlockItem[]) {
      all(start, depth);
      if (key) visit(key, depth + 1);
      all(sep, depth);
      if (value) visit(value, depth + 1);
    }
  };
  const all = (list: readonly CST.Token[] | undefined, depth: number) => {
    for (const each of list ?? []) visit(each, depth);
  };
  const visit = (token: CST.Token, depth: number) => {
    switch (token.type) {
      case 'comment':
        comments.push(commentOf(token));
        return;
      case 'document':
        all(token.start, depth);
        if (token.value) visit(token.value, depth);
        break;
      case 'block-scalar':
        return all(token.props, depth);
      case 'block-map':
      case 'block-seq':
      case 'flow-collection':
        collection(token, depth);
    }
    if ('end' in token) all(token.end, depth);
  };
  all(tokens, 0);
  return { comments: comments.sort((a, b) => a.span.start - b.span.start), tooDeep };
}

const commentOf = ({ offset, source }: CST.SourceToken): Comment => ({
  span: span(offset, offset + source.length),
  text: source.slice(1).trim(),
});

function libraryErrors(text: string, tokens: readonly CST.Token[]): readonly SyntaxProblem[] {
  try {
    const options = { uniqueKeys: false, logLevel: 'silent', prettyErrors: false } as const;
    const documents = new Composer(options).compose(tokens);
    const first = documents.next();
    return first.done ? [] : first.value.errors.flatMap((error) => problemOf(text, error));
  } catch {
    return [{ code: 'malformed', span: span(0, text.length) }];
  }
}

const CODES: Readonly<Partial<Record<YAMLError['code'], SyntaxProblemCode>>> = {
  BAD_ALIAS: 'unknown-anchor',
  BAD_DQ_ESCAPE: 'illegal-escape',
  BAD_INDENT: 'bad-indent',
  BAD_SCALAR_START: 'illegal-character',
  BLOCK_AS_IMPLICIT_KEY: 'unexpected-token',
  BLOCK_IN_FLOW: 'unexpected-token',
  MULTILINE_IMPLICIT_KEY: 'colon-expected',
  TAB_AS_INDENT: 'tab-indent',
  UNEXPECTED_TOKEN: 'unexpected-token',
};

/**
 * What the tree does not depend on: tags are ignored, and duplicate keys are for others to judge.
 */
const IGNORED: ReadonlySet<YAMLError['code']> = new Set([
  'TAG_RESOLVE_FAILED',
  'BAD_COLLECTION_TYPE',
  'DUPLICATE_KEY',
  'NON_STRING_KEY',
  'MULTIPLE_DOCS',
  'KEY_OVER_1024_CHARS',
]);

/**
 * Unclosed quotes and brackets are left out: the reader of the tree sees them, and where they
 * begin.
 */
function problemOf(text: string, { code, message, pos }: YAMLError): readonly SyntaxProblem[] {
  if (IGNORED.has(code) || /^Missing closing|must.* end with a/.test(message)) return [];
  const start = Math.max(0, Math.min(pos[0], text.length));
  const long = code === 'BAD_DQ_ESCAPE' ? start + 2 : pos[1];
  const end = Math.max(start, Math.min(long, lineEnd(text, start)));
  return [{ code: CODES[code] ?? missing(message), span: span(start, end) }];
}

function missing(message: string): SyntaxProblemCode {
  if (/^Missing ,/.test(message)) return 'comma-expected';
  return /followed by map values/.test(message) ? 'colon-expected' : 'malformed';
}

/** One mistake makes one problem: the first of a line, and nothing behind what was never closed. */
export function firstProblems(
  text: string,
  problems: readonly SyntaxProblem[],
): readonly SyntaxProblem[] {
  const kept: SyntaxProblem[] = [];
  const lines = new Set<number>();
  const sorted = [...problems].sort((a, b) => a.span.start - b.span.start);
  for (const problem of sorted) {
    const line = lineStart(text, problem.span.start);
    // Several wrong escapes on a line are several mistakes.
    if (lines.has(line) && problem.code !== 'illegal-escape') continue;
    lines.add(line);
    kept.push(problem);
    if (problem.code === 'unclosed-string' || problem.code === 'bracket-expected') break;
  }
  return kept;
}
