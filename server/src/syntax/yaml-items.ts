import type { CST } from 'yaml';
import { type Span, span } from '../text/span';
import type { SyntaxProblemCode } from './syntax';

/** One member of a collection as tokens, whatever the kind of collection. */
export interface BlockItem {
  readonly start: readonly CST.SourceToken[];
  readonly key?: CST.Token | null | undefined;
  readonly sep?: readonly CST.SourceToken[] | undefined;
  readonly value?: CST.Token | null | undefined;
}

type Report = (code: SyntaxProblemCode, at: Span, covered?: Span) => void;

/**
 * The members of a block mapping. Two mistakes that everybody makes while typing are put right,
 * since the grammar reads them as a key of several lines: a key without its colon, and a member
 * that is indented too far.
 */
export function blockItems({ items }: CST.BlockMap, report: Report): readonly BlockItem[] {
  return (items as readonly BlockItem[]).flatMap((item) => unfolded(item, report));
}

function unfolded(item: BlockItem, report: Report): readonly BlockItem[] {
  const { key, value } = item;
  if (isFolded(key, 1)) {
    const rows = rowsOf(key);
    const covered = span(key.offset, key.offset + key.source.length + 1);
    report('colon-expected', spanOf(rows[0]!), covered);
    const [last, ...earlier] = rows.reverse();
    return [
      ...earlier.reverse().map((row): BlockItem => ({ start: [], key: row, sep: [] })),
      ...unfolded({ ...item, key: last }, report),
    ];
  }
  const first = value?.type === 'block-map' ? (value.items[0] as BlockItem | undefined) : undefined;
  if (value?.type !== 'block-map' || !first || !isFolded(first.key, 2)) return [item];
  const [said, ...others] = rowsOf(first.key);
  const last = others.pop()!;
  const indent = first.key.source.slice(0, last.offset - first.key.offset);
  const covered = span(first.key.offset, first.key.offset + first.key.source.length + 1);
  report(/\t[ \t]*$/.test(indent) ? 'tab-indent' : 'bad-indent', spanOf(last), covered);
  const rest = (value.items.slice(1) as readonly BlockItem[]).flatMap((each) =>
    unfolded(each, report),
  );
  return [{ ...item, value: said }, ...unfolded({ ...first, key: last }, report), ...rest];
}

/** A plain text over several lines; of what broken signs leave there may be no text at all. */
const isFolded = (token: CST.Token | null | undefined, rows: number): token is CST.FlowScalar =>
  token?.type === 'scalar' && token.source.includes('\n') && rowsOf(token).length >= rows;

/** The lines of a plain text, each as one of its own. */
function rowsOf(token: CST.FlowScalar): CST.FlowScalar[] {
  return [...token.source.matchAll(/[^\s][^\r\n]*/g)].map((row) => ({
    type: 'scalar',
    offset: token.offset + row.index,
    indent: token.indent,
    source: row[0].trimEnd(),
  }));
}

const spanOf = ({ offset, source }: CST.FlowScalar): Span => span(offset, offset + source.length);

/**
 * Where a member begins, with its dash, anchor or tag; undefined where there is none but a comment.
 */
export function memberStart({ start, key, sep, value }: BlockItem): number | undefined {
  const sign = start.find(({ type }) =>
    ['seq-item-ind', 'explicit-key-ind', 'anchor', 'tag'].includes(type),
  );
  const colon = sep?.find(({ type }) => type === 'map-value-ind');
  return sign?.offset ?? key?.offset ?? colon?.offset ?? value?.offset;
}

/** The quote that a scalar is written in. */
export function quoteOf(token: CST.Token | null | undefined): string {
  if (token?.type === 'single-quoted-scalar') return "'";
  return token?.type === 'double-quoted-scalar' ? '"' : '';
}
