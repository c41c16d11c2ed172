import { editOf, type TextEdit } from '../text/edit';
import { type Span, span } from '../text/span';
import type { Value } from './change';
import { isList, type SetValue } from './change-plan';
import { endsLine, lineEnd, lineStart, skipBlanks, startsLine } from './source-lines';
import { type ConfigNode, type ScalarNode, textSpan } from './tree';
import { type Layout, placeKey } from './yaml-layout';
import { plainValue } from './yaml-scalar';
import { blockItems, type YamlScene } from './yaml-scene';
import { escapeText, fitsSingleQuotes, isPlain, writeValue } from './yaml-write';

/** Writes another value in the place of one, or replaces some of its characters. */
export function setEdits(scene: YamlScene, change: SetValue): readonly TextEdit[] {
  const { node, value, note } = change;
  const layout = scene.layout.nodes.get(placeKey(node));
  if (!layout) return [];
  const inner =
    change.replaced.length > 0 && node.type === 'scalar' && innerEdits(scene, change, node, layout);
  if (inner) return inner;
  const edits =
    isList(value) && value.length > 0 && !layout.place.flow && layout.place.owner === 'key'
      ? listEdits(scene, node, layout, value)
      : valueEdits(scene, node, layout, value);
  return edits.map(({ span: at, newText }) => editOf(at, newText, note));
}

/** Only the characters that change, where the scalar can be written so; otherwise undefined. */
function innerEdits(
  { text }: YamlScene,
  { replaced, value }: SetValue,
  node: ScalarNode,
  { place }: Layout,
): readonly TextEdit[] | undefined {
  const empty = node.span.start === node.span.end;
  if (node.offsets === 'unknown' || typeof value !== 'string' || empty) return undefined;
  const quote = quoteAt(text, node);
  const bare =
    typeof node.value === 'string' ? undefined : typeof plainValue(value) === typeof node.value;
  const fits = isBlockScalar(text, node)
    ? replaced.every((each) => staysOnLine(each, node.text))
    : quote === "'"
      ? replaced.every((each) => fitsSingleQuotes(each.text))
      : quote === '"' || (bare ?? isPlain(value, place.flow ? 'flow' : 'block'));
  if (!fits) return undefined;
  return replaced.map((each) => {
    const newText = quote === '' ? each.text : escapeText(each.text, quote);
    return editOf(textSpan(node, each.from, each.to), newText, each.note);
  });
}

/**
 * Whether a part of a block is replaced by what makes no other indentation or empty line of its
 * line.
 */
function staysOnLine({ from, to, text }: SetValue['replaced'][number], before: string): boolean {
  const isWord = text !== '' && text.trim() === text && fitsSingleQuotes(text);
  return isWord && !before.slice(from, to).includes('\n') && to <= before.trimEnd().length;
}

type Edit = Pick<TextEdit, 'span' | 'newText'>;

/** A value of one line. */
function valueEdits(
  scene: YamlScene,
  node: ConfigNode,
  layout: Layout,
  value: Value,
): readonly Edit[] {
  const { text } = scene;
  const { place, block } = layout;
  const { start, end } = node.span;
  const quote = node.type === 'scalar' ? quoteAt(text, node) : '';
  const written = writeValue(value, place.flow ? 'flow' : 'block', quote);
  if (start === end) {
    const blanks = skipBlanks(text, start);
    const to = endsLine(text, start) || text[blanks] === ',' ? blanks : start;
    return [{ span: span(start, to), newText: place.lead + written }];
  }
  if (isBlockScalar(text, node)) {
    const head = /^[|>][-+0-9]*/.exec(text.slice(start, end))?.[0].length ?? 1;
    return [
      { span: span(start, start + head), newText: written },
      { span: span(Math.min(lineEnd(text, start), end), end), newText: '' },
    ];
  }
  if (block && place.owner !== 'root' && startsLine(text, start)) {
    return [
      { span: span(place.behind, place.behind), newText: ` ${written}` },
      { span: ownLines(scene, node.span), newText: '' },
    ];
  }
  return [{ span: node.span, newText: written }];
}

/** A list on lines of its own below its key, whose comment stays beside the key. */
function listEdits(
  scene: YamlScene,
  node: ConfigNode,
  layout: Layout,
  value: readonly string[],
): readonly Edit[] {
  const { text, lineBreak, listIndent } = scene;
  const { place, block } = layout;
  const { start, end } = node.span;
  const items = blockItems(value, lineBreak + ' '.repeat(place.column) + listIndent);
  const at = lineEnd(text, end);
  const below = { span: span(at, at), newText: items };
  if (start === end) {
    const colon = place.lead === ' ' ? [] : [{ span: node.span, newText: place.lead.trimEnd() }];
    return [...colon, below];
  }
  if (isBlockScalar(text, node)) {
    const head = lineEnd(text, start);
    const comment = scene.comments.find((each) => each.start > start && each.start < head);
    const marker = comment ? span(start, comment.start) : span(place.behind, Math.min(head, end));
    return [
      { span: marker, newText: '' },
      { span: span(Math.min(head, end), end), newText: items },
    ];
  }
  if (block && startsLine(text, start)) {
    const lines = ownLines(scene, node.span);
    const below = lineEnd(text, place.behind);
    return [
      { span: span(below, below), newText: items },
      { span: lines, newText: '' },
    ];
  }
  if (startsLine(text, start)) {
    return [{ span: ownLines(scene, node.span), newText: '' }, below];
  }
  const comment = scene.comments.find((each) => each.start >= end && each.start < at);
  const gone = comment ? span(start, comment.start) : span(place.behind, end);
  return [{ span: gone, newText: '' }, below];
}

/** The lines of a value that begins on its own one; a comment behind it stays there, on its own. */
function ownLines({ text, comments }: YamlScene, { start, end }: Span): Span {
  const comment = comments.find((each) => each.start >= end && each.start < lineEnd(text, end));
  if (comment) return span(start, comment.start);
  const line = lineStart(text, start);
  return span(line - (text[line - 2] === '\r' ? 2 : 1), end);
}

function quoteAt(text: string, node: ScalarNode): '' | "'" | '"' {
  const first = node.span.end > node.span.start ? text[node.span.start] : '';
  return first === "'" || first === '"' ? first : '';
}

const isBlockScalar = (text: string, node: ConfigNode): boolean =>
  node.type === 'scalar' && /^[|>]/.test(text.slice(node.span.start, node.span.start + 1));
