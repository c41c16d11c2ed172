import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml';
import type { CST } from 'yaml';
import { span } from '../text/span';
import { lineEnd, lineStart } from './source-lines';
import type { Comment } from './syntax';
import type { YamlTokens } from './yaml-cst';
import type { BlockItem } from './yaml-items';

/**
 * The tokens of an ordinary text without mistakes, many times faster than the library that finds
 * mistakes. Undefined for any other text, of which this says nothing.
 */
export function ordinaryTokens(text: string): YamlTokens | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    const source = text.replace(/^\uFEFF/, '\n');
    return new EventTokens(source, parseEvents(source, {})).all();
  } catch {
    return undefined;
  }
}

/**
 * Lone carriage returns, marks of the byte order and tabs before anything else: what they mean is
 * where readers of YAML differ.
 */
const UNUSUAL = /\r(?!\n)|(?<!^)\uFEFF|\n *\t|^\uFEFF? *\t/;

/** What only the other reader knows to read. It never leaves this file. */
class Unusual extends Error {}

type Signs = CST.SourceToken[];
type Item = { start: Signs; key?: CST.Token | null; sep?: Signs; value?: CST.Token };

/**
 * Makes tokens of events, which say where scalars stand. Between those there are only blanks,
 * comments and signs, so that these are found there without doubt.
 */
class EventTokens {
  private readonly comments: Comment[] = [];
  private next = 0;
  private at = 0;
  /** The last line break that was passed between tokens. */
  private lineBreak = -1;

  constructor(
    private readonly text: string,
    private readonly events: readonly Event[],
  ) {}

  all(): YamlTokens {
    const document = this.events.length > 0 ? this.document() : undefined;
    if (this.sign() !== '') throw new Unusual();
    return { document, comments: this.comments, errors: [] };
  }

  private document(): CST.Document {
    const event = this.take();
    if (event.type !== EVENT_ID.DOCUMENT || event.directives.length > 0) throw new Unusual();
    const start: Signs = [];
    if (event.explicitStart) start.push(this.expect('---', 'doc-start'));
    if (start[0] && lineStart(this.text, start[0].offset) !== start[0].offset) throw new Unusual();
    const value = this.value();
    // Such a text ends where comments behind it begin, which the readers see in different places.
    if (value?.type === 'block-scalar') throw new Unusual();
    this.pop();
    return { type: 'document', offset: 0, start, ...(value && { value }) };
  }

  private take(): Event {
    const event = this.events[this.next++];
    if (!event) throw new Unusual();
    return event;
  }

  private pop(): void {
    if (this.take().type !== EVENT_ID.POP) throw new Unusual();
  }

  private isOver(): boolean {
    return this.events[this.next]?.type === EVENT_ID.POP;
  }

  /** Passes blanks and comments; gives the sign behind them, nothing at the end. */
  private sign(): string {
    const { text } = this;
    for (;;) {
      const sign = text.charAt(this.at);
      if (sign === '\n') this.lineBreak = this.at++;
      else if (sign === ' ' || sign === '\r') this.at++;
      else if (sign !== '#') return sign;
      else {
        const comment = commentAt(text, this.at);
        this.comments.push(comment);
        this.at = comment.span.end;
      }
    }
  }

  private expect(source: string, type: CST.SourceToken['type']): CST.SourceToken {
    this.sign();
    const offset = this.at;
    if (!this.text.startsWith(source, offset)) throw new Unusual();
    this.at += source.length;
    return { type, offset, indent: 0, source };
  }

  private value(): CST.Token | undefined {
    const event = this.take();
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return event.valueStart < 0 ? undefined : this.scalar(event);
      case EVENT_ID.SEQUENCE:
        return event.style === COLLECTION_STYLE.FLOW
          ? this.flow('[', ']')
          : this.blockList(event.start);
      case EVENT_ID.MAPPING:
        return event.style === COLLECTION_STYLE.FLOW
          ? this.flow('{', '}')
          : this.blockMap(event.start);
      default:
        throw new Unusual();
    }
  }

  /**
   * A value that, if it is a text, stands on the line of its sign: below, the other reader errs at
   * times.
   */
  private beside(): CST.Token | undefined {
    const { at } = this;
    const value = this.value();
    if (value && 'source' in value && value.type !== 'block-scalar' && this.lineBreak >= at)
      throw new Unusual();
    return value;
  }

  /** A further member of a block stands on a line of its own. */
  private below(items: readonly unknown[]): void {
    const { at } = this;
    this.sign();
    if (items.length > 0 && this.lineBreak < at) throw new Unusual();
  }

  private scalar({ style, valueStart, valueEnd }: ScalarEvent): CST.Token {
    switch (style) {
      case SCALAR_STYLE.PLAIN:
        return this.token('scalar', valueStart, valueEnd);
      case SCALAR_STYLE.SINGLE_QUOTED:
        return this.token('single-quoted-scalar', valueStart - 1, valueEnd + 1);
      case SCALAR_STYLE.DOUBLE_QUOTED:
        return this.token('double-quoted-scalar', valueStart - 1, valueEnd + 1);
      default:
        return this.block(valueStart, valueEnd);
    }
  }

  private token(type: CST.FlowScalar['type'], offset: number, end: number): CST.FlowScalar {
    this.sign();
    if (this.at !== offset) throw new Unusual();
    this.at = end;
    return { type, offset, indent: 0, source: this.text.slice(offset, end) };
  }

  private block(start: number, end: number): CST.BlockScalar {
    this.sign();
    const offset = this.at;
    const source = /^[|>]-?(?=\s)/.exec(this.text.slice(offset, offset + 3))?.[0];
    // Which blank lines belong to the others depends on the lines around them.
    if (!source) throw new Unusual();
    this.at += source.length;
    const rest = this.text.slice(this.at, start);
    const hash = rest.indexOf('#');
    if (hash >= 0) this.comments.push(commentAt(this.text, this.at + hash));
    const props: CST.Token[] = [
      { type: 'block-scalar-header', offset, indent: 0, source },
      { type: 'newline', offset: this.at, indent: 0, source: rest },
    ];
    this.at = end;
    this.lineBreak = end;
    return { type: 'block-scalar', offset, indent: 0, props, source: this.text.slice(start, end) };
  }

  private key(item: Item): void {
    const event = this.take();
    if (event.type !== EVENT_ID.SCALAR || event.valueStart < 0 || event.style > 3)
      throw new Unusual();
    item.key = this.scalar(event);
  }

  private blockMap(offset: number): CST.BlockMap {
    const items: BlockItem[] = [];
    while (!this.isOver()) {
      this.below(items);
      const item: Item = { start: [] };
      this.key(item);
      item.sep = [this.expect(':', 'map-value-ind')];
      const value = this.beside();
      if (value) item.value = value;
      items.push(item);
    }
    this.pop();
    return { type: 'block-map', offset, indent: 0, items: items as CST.BlockMap['items'] };
  }

  private blockList(offset: number): CST.BlockSequence {
    const items: BlockItem[] = [];
    while (!this.isOver()) {
      this.below(items);
      const item: Item = { start: [this.expect('-', 'seq-item-ind')] };
      const value = this.beside();
      if (value) item.value = value;
      items.push(item);
    }
    this.pop();
    return { type: 'block-seq', offset, indent: 0, items: items as CST.BlockSequence['items'] };
  }

  private flow(opening: '{' | '[', closing: '}' | ']'): CST.FlowCollection {
    const isMap = opening === '{';
    const start = this.expect(opening, isMap ? 'flow-map-start' : 'flow-seq-start');
    const comments = this.comments.length;
    const items: Item[] = [];
    while (!this.isOver()) {
      items.push(isMap ? this.flowMember() : this.flowItem());
      if (this.sign() === ',') this.at++;
    }
    this.pop();
    const end = this.expect(closing, isMap ? 'flow-map-end' : 'flow-seq-end');
    // The other reader takes some of them for mistakes.
    if (this.comments.length > comments) throw new Unusual();
    return {
      type: 'flow-collection',
      offset: start.offset,
      indent: 0,
      start: start as CST.FlowCollection['start'],
      items: items as CST.FlowCollection['items'],
      end: [end],
    };
  }

  private flowMember(): Item {
    const item: Item = { start: [] };
    this.key(item);
    item.sep = this.sign() === ':' ? [this.expect(':', 'map-value-ind')] : [];
    const value = this.value();
    if (value) item.value = value;
    return item;
  }

  private flowItem(): Item {
    const value = this.value();
    if (!value) throw new Unusual();
    return { start: [], value };
  }
}

function commentAt(text: string, start: number): Comment {
  const end = lineEnd(text, start);
  return { span: span(start, end), text: text.slice(start + 1, end).trim() };
}
