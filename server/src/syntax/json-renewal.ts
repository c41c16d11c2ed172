import { type Span, span } from '../text/span';
import { parseJsonPart } from './json-parser';
import {
  changeBetween,
  copied,
  isSmall,
  movedNode,
  type ReadPart,
  renewedText,
  type TextChange,
  withItem,
  withProperty,
  withValue,
} from './renewal';
import type { ParsedText, ReadBefore } from './syntax';
import type { ArrayNode, ConfigNode, ObjectNode } from './tree';

/**
 * What a text says as JSON that is another one than before in one place: only the collection around
 * the change is read, and what stands behind it moves. Undefined where the change may reach further
 * than that.
 */
export function renewedJson(text: string, before: ReadBefore): ParsedText | undefined {
  const { root, problems } = before.parsed;
  if (!root) return undefined;
  // Whether more behind the value is a problem depends on what is wrong in it.
  if (problems.length > 0 && /\S/.test(before.text.slice(root.span.end))) return undefined;
  return new JsonRenewal(text, before, changeBetween(before.text, text)).all(root);
}

class JsonRenewal {
  private part: ReadPart | undefined;

  constructor(
    private readonly text: string,
    private readonly before: ReadBefore,
    private readonly change: TextChange,
  ) {}

  all(node: ConfigNode): ParsedText | undefined {
    const root = this.renew(node, []);
    return root && this.part && renewedText(root, this.part, this.before.parsed, this.change);
  }

  /**
   * A collection with the innermost one around the change read anew, in others that end with what
   * is open.
   */
  private renew(node: ConfigNode, open: readonly string[]): ConfigNode | undefined {
    const { start, end } = this.change;
    if (node.type === 'scalar' || start <= node.span.start || end >= node.span.end) {
      return undefined;
    }
    const inner = node.type === 'array' ? this.list(node, open) : this.map(node, open);
    return inner ?? this.collection(node.span, open);
  }

  private list(node: ArrayNode, open: readonly string[]): ArrayNode | undefined {
    const { start, shift } = this.change;
    const index = node.items.findLastIndex((each) => each.span.start < start);
    const old = node.items[index];
    const item = old && this.renew(old, [...open, ']']);
    if (!item) return undefined;
    const at = span(node.span.start, node.span.end + shift);
    return { type: 'array', span: at, items: withItem(node, index, item, shift) };
  }

  private map(node: ObjectNode, open: readonly string[]): ObjectNode | undefined {
    const { start, shift } = this.change;
    const index = node.properties.findLastIndex(({ value }) => value.span.start < start);
    const old = node.properties[index];
    const value = old && this.renew(old.value, [...open, '}']);
    if (!value) return undefined;
    const at = span(node.span.start, node.span.end + shift);
    const properties = withProperty(node, index, withValue(old, value), shift);
    return { type: 'object', span: at, properties };
  }

  /** Reads a collection alone, if what follows it is read as it was. */
  private collection(place: Span, open: readonly string[]): ConfigNode | undefined {
    if (!isSmall(place, this.before)) return undefined;
    const { start, end } = place;
    const found = parseJsonPart(copied(this.text, start, end + this.change.shift), open);
    if (!found?.root || !this.wasAlone(place, open)) return undefined;
    this.part = { place, found };
    return movedNode(found.root, start);
  }

  /** Whether everything that was wrong was wrong in that part alone. */
  private wasAlone({ start, end }: Span, open: readonly string[]): boolean {
    const { text, parsed } = this.before;
    if (parsed.problems.length === 0) return true;
    const { problems = [] } = parseJsonPart(text.slice(start, end), open) ?? {};
    return (
      problems.length === parsed.problems.length &&
      problems.every(({ code, span: at }, index) => {
        const other = parsed.problems[index];
        return other?.code === code && other.span.start === at.start + start;
      })
    );
  }
}
