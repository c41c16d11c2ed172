import { moved, type Span, span } from '../text/span';
import { lineStart } from './source-lines';
import type { Comment, ParsedText, ReadBefore } from './syntax';
import type { ArrayNode, ConfigNode, ObjectNode, Property } from './tree';
import { ordinaryTokens } from './yaml-events';

type Renewed = Pick<ParsedText, 'root' | 'problems' | 'comments'>;

/**
 * What a text says that is another one than before in one place: only the member around the change is read, and what
 * stands behind it moves. Undefined where the change may reach further than that.
 */
export function renewed(
  text: string,
  before: ReadBefore,
  read: (part: string) => ParsedText,
): Renewed | undefined {
  const change = changeBetween(before.text, text);
  const { root } = before.parsed;
  if (!root) return undefined;
  return new Renewal(text, before, change, read).all(root);
}

interface TextChange {
  readonly start: number;
  /** In the text as it was. */
  readonly end: number;
  /** How far everything behind it moves. */
  readonly shift: number;
}

function changeBetween(one: string, other: string): TextChange {
  const shift = other.length - one.length;
  const shortest = Math.min(one.length, other.length);
  let start = 0;
  let end = one.length;
  for (const stretch of STRETCHES) {
    while (start + stretch <= shortest && isAlike(start, start, stretch)) start += stretch;
  }
  for (const stretch of STRETCHES) {
    const first = start + stretch;
    while (end >= first && end + shift >= first) {
      if (!isAlike(end - stretch, end + shift - stretch, stretch)) break;
      end -= stretch;
    }
  }
  return { start, end, shift };

  function isAlike(from: number, to: number, length: number): boolean {
    return one.slice(from, from + length) === other.slice(to, to + length);
  }
}

/** Long stretches are compared at once, in characters. */
const STRETCHES = [16_384, 128, 1];

class Renewal {
  /** What was read, where it stood before. */
  private place: Span | undefined;
  private found: ParsedText | undefined;

  constructor(
    private readonly text: string,
    private readonly before: ReadBefore,
    private readonly change: TextChange,
    private readonly read: (part: string) => ParsedText,
  ) {}

  all(node: ConfigNode): Renewed | undefined {
    const root = this.renew(node, this.before.text.length);
    const { place, found, change } = this;
    if (!root || !place || !found) return undefined;
    const { comments } = this.before.parsed;
    return {
      root,
      problems: found.problems.map((each) => ({ ...each, span: moved(each.span, place.start) })),
      comments: [
        ...comments.filter((each) => each.span.start < place.start),
        ...found.comments.map((each) => movedComment(each, place.start)),
        ...comments
          .filter((each) => each.span.start >= place.end)
          .map((each) => movedComment(each, change.shift)),
      ],
    };
  }

  /** A collection with its changed member read anew; it ends at most where given. */
  private renew(node: ConfigNode, end: number): ConfigNode | undefined {
    if (node.type === 'scalar' || /[[{]/.test(this.before.text[node.span.start] ?? '')) {
      return undefined;
    }
    return node.type === 'array' ? this.list(node, end) : this.map(node, end);
  }

  private list({ items, ...node }: ArrayNode, end: number): ArrayNode | undefined {
    const place = this.placeIn(
      items.map((each) => each.span.start),
      end,
    );
    const old = place && items[place.index];
    if (!old) return undefined;
    const item = this.renew(old, place.end) ?? this.item(old, place.end);
    if (!item) return undefined;
    const all = [
      ...items.slice(0, place.index),
      item,
      ...items.slice(place.index + 1).map((each) => movedNode(each, this.change.shift)),
    ];
    return { ...node, span: span(node.span.start, all.at(-1)!.span.end), items: all };
  }

  private map({ properties, like: _, ...node }: ObjectNode, end: number): ObjectNode | undefined {
    const place = this.placeIn(
      properties.map((each) => each.keySpan.start),
      end,
    );
    const old = place && properties[place.index];
    if (!old) return undefined;
    const property = this.property(old, place.end);
    if (!property) return undefined;
    const all = [
      ...properties.slice(0, place.index),
      property,
      ...properties.slice(place.index + 1).map((each) => movedProperty(each, this.change.shift)),
    ];
    const at = span(node.span.start, all.at(-1)!.span.end);
    return { ...node, span: at, properties: all };
  }

  private item(old: ConfigNode, end: number): ConfigNode | undefined {
    const root = this.member(old.span.start, end, /^ *- +$/);
    const [only, ...more] = root?.type === 'array' ? root.items : [];
    return only && more.length === 0 ? movedNode(only, this.place?.start ?? 0) : undefined;
  }

  private property(old: Property, end: number): Property | undefined {
    const value = this.change.start > old.keySpan.end ? this.renew(old.value, end) : undefined;
    if (value) return { ...old, span: span(old.span.start, value.span.end), value };
    const root = this.member(old.keySpan.start, end, /^ *$/);
    const [only, ...more] = root?.type === 'object' ? root.properties : [];
    const property = only && movedProperty(only, this.place?.start ?? 0);
    return more.length === 0 && property?.keySpan.start === old.keySpan.start
      ? property
      : undefined;
  }

  /** Which member the change is in, and where that ends: before the line of the next one. */
  private placeIn(starts: readonly number[], end: number) {
    const { start, end: last } = this.change;
    const index = starts.findLastIndex((each) => each <= start);
    const next = starts[index + 1];
    const limit = next === undefined ? end : lineStart(this.before.text, next);
    return index >= 0 && last <= limit ? { index, end: limit } : undefined;
  }

  /** Reads the lines of a member alone, if nothing else can depend on them. */
  private member(from: number, end: number, lead: RegExp): ConfigNode | undefined {
    const { text, change } = this;
    const was = this.before.text;
    const start = lineStart(was, from);
    const first = was.slice(start, from);
    if (change.start < from || (end - start) * 4 > was.length || !lead.test(first))
      return undefined;
    // A copy, lest the tree keeps the whole text.
    const part = ` ${text.slice(start, end + change.shift)}`.slice(1);
    const indent = /^ */.exec(first)![0].length;
    const isClosed = [was.slice(start, end), part].every(
      (each) => standsAlone(each, indent) && (each.endsWith('\n') || end === was.length),
    );
    const { problems } = this.before.parsed;
    const isOnly = problems.every(({ span: at }) => at.start >= start && at.start < end);
    if (!isClosed || !isOnly) return undefined;
    const found = this.read(part);
    if (!found.root || !isSound(part, found)) return undefined;
    this.place = span(start, end);
    this.found = found;
    return found.root;
  }
}

/** Whether a part is ordinary, or would be with the colon of a key that is being typed: other mistakes may reach further. */
function isSound(part: string, { problems }: ParsedText): boolean {
  const [word, ...more] = problems;
  if (!word) return ordinaryTokens(part) !== undefined;
  const { end } = word.span;
  const isWord = more.length === 0 && word.code === 'colon-expected';
  return isWord && ordinaryTokens(`${part.slice(0, end)}:${part.slice(end)}`) !== undefined;
}

/** Whether all lines but the first are indented further, so that they belong to it, or are comments. */
function standsAlone(part: string, indent: number): boolean {
  const lines = part.split('\n').slice(1);
  return lines.every((line) => {
    const first = line.search(/[^ ]/);
    return first < 0 || first > indent || line[first] === '#' || line === '\r';
  });
}

const movedComment = (comment: Comment, by: number): Comment => ({
  ...comment,
  span: moved(comment.span, by),
});

function movedProperty(property: Property, by: number): Property {
  if (by === 0) return property;
  const { key, keySpan, span: at, value, inherited } = property;
  const places = { keySpan: moved(keySpan, by), span: moved(at, by) };
  return { key, ...places, value: movedNode(value, by), ...(inherited && { inherited }) };
}

function movedNode(node: ConfigNode, by: number): ConfigNode {
  if (by === 0) return node;
  const at = moved(node.span, by);
  switch (node.type) {
    case 'array':
      return { type: 'array', span: at, items: node.items.map((each) => movedNode(each, by)) };
    case 'object':
      return new MovedObject(node, at);
    default: {
      const { value, text, content, offsets } = node;
      const inner = content === node.span ? at : moved(content, by);
      const still = { type: 'scalar' as const, span: at, value, text, content: inner };
      if (offsets === undefined) return still;
      const places = offsets === 'unknown' ? offsets : offsets.map((each) => each + by);
      return { ...still, offsets: places };
    }
  }
}

/** Most of what stands behind a change is not looked at before the next one. */
class MovedObject implements ObjectNode {
  readonly type = 'object';
  readonly like: ObjectNode;
  #properties: readonly Property[] | undefined;

  constructor(
    before: ObjectNode,
    readonly span: Span,
  ) {
    this.like = before.like ?? before;
  }

  get properties(): readonly Property[] {
    const by = this.span.start - this.like.span.start;
    this.#properties ??= this.like.properties.map((each) => movedProperty(each, by));
    return this.#properties;
  }
}
