import type { CST } from 'yaml';
import { type Span, span } from '../text/span';
import { lineBreakOf, lineEnd, lineStart } from './source-lines';
import type { SyntaxProblem, SyntaxProblemCode } from './syntax';
import {
  type ArrayNode,
  absentScalar,
  type ConfigNode,
  type ObjectNode,
  type Property,
  type ScalarNode,
} from './tree';
import { Anchors } from './yaml-anchors';
import { type BlockItem, blockItems, memberStart, quoteOf } from './yaml-items';
import { type Layout, type LayoutNotes, type Member, type Place, placeKey } from './yaml-layout';
import { isClosedQuote, readScalar } from './yaml-scalar';

/**
 * Makes the tree of a document, and owns what is found on the way through its tokens. How it is
 * laid out goes into notes, for whoever wants to change it.
 */
export class YamlReader {
  readonly problems: SyntaxProblem[] = [];
  /** Where the library's errors follow from what is reported here. */
  readonly covered: Span[] = [];
  private readonly anchors = new Anchors();

  constructor(
    private readonly text: string,
    private readonly notes?: LayoutNotes,
  ) {}

  root(document: CST.Document): ConfigNode | undefined {
    const { value, start } = document;
    if (!value) return undefined;
    const column = 0;
    const place: Place = { flow: false, owner: 'root', behind: value.offset, lead: ' ', column };
    return this.value(value, place, start);
  }

  private report(code: SyntaxProblemCode, at: Span, covered: Span = at): void {
    this.problems.push({ code, span: at });
    this.covered.push(covered);
  }

  /** Reads a value that follows on some signs: an anchor or a tag may be among them. */
  private value(
    token: CST.Token | null | undefined,
    place: Place,
    signs: readonly CST.SourceToken[],
  ): ConfigNode {
    if (token?.type === 'alias') return this.alias(token, place);
    const anchor = signs.find(({ type }) => type === 'anchor')?.source.slice(1);
    if (anchor !== undefined) this.anchors.open(anchor);
    const isText = signs.some(({ type, source }) => type === 'tag' && /^!(?:!str)?$/.test(source));
    const node = this.node(token, place, isText);
    if (anchor !== undefined) this.anchors.close(anchor, node);
    return node;
  }

  private node(token: CST.Token | null | undefined, place: Place, isText: boolean): ConfigNode {
    switch (token?.type) {
      case 'block-map':
        return this.map(
          blockItems(token, (...problem) => this.report(...problem)),
          place,
          undefined,
        );
      case 'block-seq':
        return this.list(token.items, place, undefined);
      case 'flow-collection':
        return token.start.type === 'flow-map-start'
          ? this.map(token.items, place, token)
          : this.list(token.items, place, token);
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar':
        if (token.source !== '' || token.type === 'block-scalar')
          return this.scalar(token, place, isText);
        break;
    }
    return this.noted(absentScalar(place.behind), place);
  }

  private scalar(
    token: CST.FlowScalar | CST.BlockScalar,
    place: Place | undefined,
    isText: boolean,
  ): ScalarNode {
    const node = readScalar(this.text, token, isText);
    const quoted = token.type !== 'block-scalar' && token.type !== 'scalar';
    if (quoted && !isClosedQuote(token)) {
      this.report('unclosed-string', node.span, span(node.span.start, this.text.length));
    }
    return place ? this.noted(node, place) : node;
  }

  private alias(token: CST.FlowScalar, place: Place): ConfigNode {
    const at = span(token.offset, token.offset + token.source.length);
    const absent: ScalarNode = {
      ...absentScalar(at.start),
      span: at,
      content: at,
      offsets: 'unknown',
    };
    const target = this.anchors.resolve(token.source.slice(1));
    const known = typeof target === 'object';
    if (target === 'unknown') this.report('unknown-anchor', at);
    if (target === 'too-large') this.report('malformed', at);
    if (known && target.type !== 'scalar') return target;
    const said = known && target.type === 'scalar' ? target : absent;
    const node: ScalarNode = { ...said, span: at, content: at, offsets: 'unknown' };
    return this.noted(node, place);
  }

  private noted<T extends ConfigNode>(node: T, place: Place, layout?: Omit<Layout, 'place'>): T {
    this.notes?.nodes.set(placeKey(node), { place, block: false, closed: true, ...layout });
    return node;
  }

  private map(
    items: readonly BlockItem[],
    place: Place,
    flow: CST.FlowCollection | undefined,
  ): ObjectNode {
    const properties: Property[] = [];
    const merged: ConfigNode[] = [];
    const members: Member[] = [];
    for (const item of items) {
      const start = memberStart(item);
      if (start === undefined) continue;
      const { key, keySpan, plainMerge, keyQuote } = this.key(item, start);
      const at = this.placeOf(item, flow !== undefined || place.flow, 'key', start, keySpan.end);
      const signs = item.sep ?? [];
      const value = this.value(item.value, at, signs);
      const end = Math.max(this.endOf(item, value, at), keySpan.end);
      const merges = plainMerge && mergeable(value);
      const known = span(keySpan.start, end);
      const quote = quoteOf(item.value);
      members.push({ span: span(start, end), known: merges ? undefined : known, quote, keyQuote });
      if (merges) merged.push(...(value.type === 'array' ? value.items : [value]));
      else properties.push({ key, keySpan, span: known, value });
    }
    if (!flow) this.learn(place, members[0], 'mapIndent');
    const inherited = this.anchors.inherited(properties, merged);
    const { at, closed } = this.extent(place, members, flow);
    const node: ObjectNode = {
      type: 'object',
      span: at,
      properties: [...properties, ...inherited],
    };
    return this.noted(node, place, { members, block: !flow, closed });
  }

  private key(item: BlockItem, start: number) {
    const token = item.key;
    if (!token) {
      const sign = item.start.find(({ type }) => type === 'explicit-key-ind');
      const at = sign ? sign.offset + sign.source.length : start;
      return { key: '', keySpan: span(at, at), plainMerge: false, keyQuote: '' };
    }
    if (token.type === 'scalar' || token.type.endsWith('quoted-scalar')) {
      const node = this.scalar(token as CST.FlowScalar, undefined, true);
      const anchor = item.start.find(({ type }) => type === 'anchor');
      if (anchor) this.anchors.close(anchor.source.slice(1), node);
      const plainMerge = token.type === 'scalar' && node.text === '<<';
      return { key: node.text, keySpan: node.span, plainMerge, keyQuote: quoteOf(token) };
    }
    const at = span(token.offset, this.tokenEnd(token, start));
    return { key: this.text.slice(at.start, at.end), keySpan: at, plainMerge: false, keyQuote: '' };
  }

  private list(
    items: readonly BlockItem[],
    place: Place,
    flow: CST.FlowCollection | undefined,
  ): ArrayNode {
    const nodes: ConfigNode[] = [];
    const members: Member[] = [];
    for (const item of items) {
      const start = memberStart(item);
      if (start === undefined) continue;
      const at = this.placeOf(item, flow !== undefined || place.flow, 'item', start, start);
      // `[a: 1]` is a list with a map of one key.
      const pair = item.key !== undefined || item.sep !== undefined;
      const node = pair
        ? this.map([item], { ...at, flow: true }, undefined)
        : this.value(item.value, at, item.start);
      const end = pair ? node.span.end : this.endOf(item, node, at);
      nodes.push(node);
      members.push({
        span: span(start, end),
        known: node.span,
        quote: quoteOf(item.value),
        keyQuote: '',
      });
    }
    if (!flow) this.learn(place, members[0], 'listIndent');
    const { at, closed } = this.extent(place, members, flow);
    const node: ArrayNode = { type: 'array', span: at, items: nodes };
    return this.noted(node, place, { members, block: !flow, closed });
  }

  private placeOf(
    { start, sep }: BlockItem,
    flow: boolean,
    owner: 'key' | 'item',
    from: number,
    keyEnd: number,
  ): Place {
    let behind = keyEnd;
    let complete = owner === 'item';
    for (const { type, offset, source } of owner === 'key' ? (sep ?? []) : start) {
      if (!LEADING.has(type)) continue;
      behind = offset + source.length;
      complete ||= type === 'map-value-ind';
    }
    // The rest is for changes only.
    if (!this.notes) return { flow, owner, behind, lead: '', column: 0 };
    const column = from - lineStart(this.text, from);
    const explicit = start.some(({ type }) => type === 'explicit-key-ind');
    const line = explicit && !flow ? lineBreakOf(this.text) + ' '.repeat(column) : '';
    return { flow, owner, behind, lead: complete ? ' ' : `${line}: `, column };
  }

  /** Where a member ends; that of an alias behind the alias, wherever its value stands. */
  private endOf({ value }: BlockItem, node: ConfigNode, place: Place): number {
    if (value?.type === 'alias') return value.offset + value.source.length;
    return Math.max(node.span.end, place.behind);
  }

  private extent(
    place: Place,
    members: readonly Member[],
    flow: CST.FlowCollection | undefined,
  ): { readonly at: Span; readonly closed: boolean } {
    const first = members[0]?.span.start ?? place.behind;
    const last = members.at(-1)?.span.end ?? first;
    if (!flow) return { at: span(first, last), closed: true };
    const closing = flow.end.find(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end');
    const end = closing ? closing.offset + 1 : Math.max(last, flow.offset + 1);
    if (!closing) {
      const open = span(flow.offset, flow.offset + 1);
      this.report('bracket-expected', open, span(flow.offset, this.text.length));
    }
    return { at: span(flow.offset, end), closed: closing !== undefined };
  }

  /** How far collections stand behind the key that they belong to. */
  private learn(place: Place, first: Member | undefined, what: 'mapIndent' | 'listIndent'): void {
    if (!this.notes || !first || place.owner !== 'key' || place.flow) return;
    const start = lineStart(this.text, first.span.start);
    if (start > place.behind)
      this.notes[what] ??= Math.max(0, first.span.start - start - place.column);
  }

  private tokenEnd(token: CST.Token, from: number): number {
    const source = 'source' in token ? token.source.length : 0;
    return source > 0 ? token.offset + source : Math.max(from, lineEnd(this.text, token.offset));
  }
}

/** The signs that a value stands behind. */
const LEADING: ReadonlySet<CST.SourceToken['type']> = new Set([
  'map-value-ind',
  'seq-item-ind',
  'anchor',
  'tag',
]);

const mergeable = (node: ConfigNode): boolean =>
  node.type === 'object' ||
  (node.type === 'array' &&
    node.items.length > 0 &&
    node.items.every(({ type }) => type === 'object'));
