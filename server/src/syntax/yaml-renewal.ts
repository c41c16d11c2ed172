import { span } from '../text/span';
import {
  changeBetween,
  copied,
  isSmall,
  movedNode,
  movedProperty,
  type ReadPart,
  renewedText,
  type TextChange,
  withItem,
  withProperty,
  withValue,
} from './renewal';
import { lineStart } from './source-lines';
import type { ParsedText, ReadBefore } from './syntax';
import type { ArrayNode, ConfigNode, ObjectNode, Property } from './tree';
import { ordinaryTokens } from './yaml-events';

/**
 * What a text says that is another one than before in one place: only the member around the change
 * is read, and what stands behind it moves. Undefined where the change may reach further than that.
 */
export function renewedYaml(
  text: string,
  before: ReadBefore,
  read: (part: string) => ParsedText,
): ParsedText | undefined {
  const change = changeBetween(before.text, text);
  const { root } = before.parsed;
  if (!root) return undefined;
  return new Renewal(text, before, change, read).all(root);
}

class Renewal {
  private part: ReadPart | undefined;

  constructor(
    private readonly text: string,
    private readonly before: ReadBefore,
    private readonly change: TextChange,
    private readonly read: (part: string) => ParsedText,
  ) {}

  all(node: ConfigNode): ParsedText | undefined {
    const root = this.renew(node, this.before.text.length);
    return root && this.part && renewedText(root, this.part, this.before.parsed, this.change);
  }

  /** A collection with its changed member read anew; it ends at most where given. */
  private renew(node: ConfigNode, end: number): ConfigNode | undefined {
    if (node.type === 'scalar' || /[[{]/.test(this.before.text[node.span.start] ?? '')) {
      return undefined;
    }
    return node.type === 'array' ? this.list(node, end) : this.map(node, end);
  }

  private list(node: ArrayNode, end: number): ArrayNode | undefined {
    const place = this.placeIn(
      node.items.map((each) => each.span.start),
      end,
    );
    const old = place && node.items[place.index];
    if (!old) return undefined;
    const item = this.renew(old, place.end) ?? this.item(old, place.end);
    if (!item) return undefined;
    const items = withItem(node, place.index, item, this.change.shift);
    return { type: 'array', span: span(node.span.start, items.at(-1)!.span.end), items };
  }

  private map(node: ObjectNode, end: number): ObjectNode | undefined {
    const place = this.placeIn(
      node.properties.map((each) => each.keySpan.start),
      end,
    );
    const old = place && node.properties[place.index];
    if (!old) return undefined;
    const property = this.property(old, place.end);
    if (!property) return undefined;
    const properties = withProperty(node, place.index, property, this.change.shift);
    return { type: 'object', span: span(node.span.start, properties.at(-1)!.span.end), properties };
  }

  private item(old: ConfigNode, end: number): ConfigNode | undefined {
    const root = this.member(old.span.start, end, /^ *- +$/);
    const [only, ...more] = root?.type === 'array' ? root.items : [];
    return only && more.length === 0 ? movedNode(only, this.part?.place.start ?? 0) : undefined;
  }

  private property(old: Property, end: number): Property | undefined {
    const value = this.change.start > old.keySpan.end ? this.renew(old.value, end) : undefined;
    if (value) return withValue(old, value);
    const root = this.member(old.keySpan.start, end, /^ *$/);
    const [only, ...more] = root?.type === 'object' ? root.properties : [];
    const property = only && movedProperty(only, this.part?.place.start ?? 0);
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
    const place = span(start, end);
    if (change.start < from || !isSmall(place, this.before) || !lead.test(first)) return undefined;
    const part = copied(text, start, end + change.shift);
    const indent = /^ */.exec(first)![0].length;
    const isClosed = [was.slice(start, end), part].every(
      (each) => standsAlone(each, indent) && (each.endsWith('\n') || end === was.length),
    );
    const { problems } = this.before.parsed;
    const isOnly = problems.every(({ span: at }) => at.start >= start && at.start < end);
    if (!isClosed || !isOnly) return undefined;
    const found = this.read(part);
    if (!found.root || !isSound(part, found)) return undefined;
    this.part = { place, found };
    return found.root;
  }
}

/**
 * Whether a part is ordinary, or would be with the colon of a key that is being typed: other
 * mistakes may reach further.
 */
function isSound(part: string, { problems }: ParsedText): boolean {
  const [word, ...more] = problems;
  if (!word) return ordinaryTokens(part) !== undefined;
  const { end } = word.span;
  const isWord = more.length === 0 && word.code === 'colon-expected';
  return isWord && ordinaryTokens(`${part.slice(0, end)}:${part.slice(end)}`) !== undefined;
}

/**
 * Whether all lines but the first are indented further, so that they belong to it, or are comments.
 */
function standsAlone(part: string, indent: number): boolean {
  const lines = part.split('\n').slice(1);
  return lines.every((line) => {
    const first = line.search(/[^ ]/);
    return first < 0 || first > indent || line[first] === '#' || line === '\r';
  });
}
