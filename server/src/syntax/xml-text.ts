import type { Span } from '../text/span';
import type { Property, ScalarNode } from './tree';
import { decode } from './xml-entities';

/** A row of characters between tags, or a CDATA section. */
export interface Run {
  readonly span: Span;
  readonly cdata: boolean;
}

/** What an element says between its tags, without the blanks around it, as the property `#text`. */
export function contentProperty(
  source: string,
  runs: readonly Run[],
  illegal: (span: Span) => void,
): readonly Property[] {
  const says = ({ span, cdata }: Run) => cdata || source.slice(span.start, span.end).trim() !== '';
  const first = runs.findIndex(says);
  if (first < 0) return [];
  const said = runs.slice(first, runs.findLastIndex(says) + 1);
  const pieces = said.map((run, index) =>
    run.cdata
      ? cdataPiece(source, run.span)
      : textPiece(source, trimmed(source, run.span, index === 0, index === said.length - 1)),
  );
  for (const piece of pieces) piece.illegal.forEach(illegal);
  const value = join(pieces);
  const keySpan = { start: value.span.start, end: value.span.start };
  return [{ key: '#text', keySpan, span: value.span, value }];
}

interface Piece {
  readonly span: Span;
  readonly content: Span;
  readonly text: string;
  readonly offsets: readonly number[] | undefined;
  readonly illegal: readonly Span[];
}

function cdataPiece(source: string, span: Span): Piece {
  const start = span.start + CDATA_START.length;
  const closed = span.end - CDATA_END.length >= start && source.endsWith(CDATA_END, span.end);
  const content = { start, end: closed ? span.end - CDATA_END.length : span.end };
  const text = source.slice(content.start, content.end);
  return { span, content, text, offsets: undefined, illegal: [] };
}

const CDATA_START = '<![CDATA[';
const CDATA_END = ']]>';

const textPiece = (source: string, span: Span): Piece => ({
  span,
  content: span,
  ...decode(source, span),
});

function trimmed(source: string, { start, end }: Span, atStart: boolean, atEnd: boolean): Span {
  const raw = source.slice(start, end);
  return {
    start: start + (atStart ? raw.length - raw.trimStart().length : 0),
    end: end - (atEnd ? raw.length - raw.trimEnd().length : 0),
  };
}

function join(pieces: readonly Piece[]): ScalarNode {
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  const text = pieces.map((piece) => piece.text).join('');
  const whole = { type: 'scalar', value: text, text } as const;
  if (first === last) {
    const { span, content, offsets } = first;
    return { ...whole, span, content, ...(offsets && { offsets }) };
  }
  const span = { start: first.span.start, end: last.span.end };
  const offsets = pieces.flatMap(unitOffsets);
  offsets.push(last.content.end);
  return { ...whole, span, content: span, offsets };
}

const unitOffsets = ({ text, content, offsets }: Piece): number[] =>
  Array.from({ length: text.length }, (_, unit) => offsets?.[unit] ?? content.start + unit);
