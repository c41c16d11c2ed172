import { applyEdits, type TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { Change } from './change';
import { type ConfigNode, type ObjectNode, type Property, type ScalarNode, textSpan } from './tree';
import { insertAttribute, removeAttributes } from './xml-attributes';
import { endTagName, insertContent, removeElement } from './xml-elements';
import { encodeAttribute, encodeCdata, encodeText, valueText } from './xml-entities';

/** The edits that make changes of the tree of an XML text. What XML cannot say makes no edit. */
export function edit(text: string, changes: readonly Change[]): readonly TextEdit[] {
  const edits = changes.flatMap((change) =>
    singleEdits(text, change).map((each) => ({ ...each, note: change.note })),
  );
  return [
    ...edits,
    ...unquotedEdits(text, changes),
    ...removeAttributes(text, changes.filter(isRemovalOfAttribute)),
    ...insertContent(text, changes.filter(isInsertionOfContent)),
  ].map(({ note, ...each }) => (note === undefined ? each : { ...each, note }));
}

type Insertion = Extract<Change, { readonly op: 'insert' }>;
type Removal = Extract<Change, { readonly op: 'remove' }>;
type Replacement = Extract<Change, { readonly op: 'replaceText' }>;

const isAttribute = (key: string): boolean => key.startsWith('@');

const isRemovalOfAttribute = (change: Change): change is Removal =>
  change.op === 'remove' && isAttribute(change.property.key);

const isInsertionOfContent = (change: Change): change is Insertion =>
  change.op === 'insert' && !isAttribute(change.key);

/** The edits of a change that depend on no other change. */
function singleEdits(text: string, change: Change): readonly TextEdit[] {
  switch (change.op) {
    case 'set':
      return set(text, change.node, valueText(change.value));
    case 'replaceText':
      return replaceText(text, change);
    case 'rename':
      return rename(text, change.property, change.key);
    case 'insert':
      return isAttribute(change.key) ? [insertAttribute(text, change)] : [];
    case 'remove':
      return isAttribute(change.property.key) ? [] : removeContent(text, change.property);
    case 'removeItem':
      return [removeElement(text, change.item.span)];
    case 'insertItem':
      return [];
  }
}

type Place = 'quoted' | 'unquoted' | 'cdata' | 'text' | 'mixed';

/** Where a value stands, as the characters around it tell. */
function placeOf(text: string, { span, content }: ScalarNode): Place {
  if (span.start !== content.start && /["']/.test(text[span.start]!)) return 'quoted';
  if (span.start === span.end || followsEquals(text, span.start)) return 'unquoted';
  const source = text.slice(span.start, span.end);
  const end = source.indexOf(']]>');
  if (source.startsWith('<![CDATA[') && (end < 0 || end + 3 === source.length)) return 'cdata';
  return /<[\p{L}_:/!?]/u.test(source) ? 'mixed' : 'text';
}

/** Whether the last character before the blanks before an offset is an equals sign. */
function followsEquals(text: string, offset: number): boolean {
  let at = offset - 1;
  while (/\s/.test(text[at] ?? '')) at--;
  return text[at] === '=';
}

function set(text: string, node: ConfigNode, value: string): readonly TextEdit[] {
  if (node.type !== 'scalar') return [];
  const { span, content } = node;
  switch (placeOf(text, node)) {
    case 'quoted': {
      const quote = text[span.start]!;
      const encoded = encodeAttribute(value, quote);
      // A quote that was never closed is closed now.
      return [{ span: content, newText: content.end === span.end ? encoded + quote : encoded }];
    }
    case 'unquoted': {
      const equals = followsEquals(text, span.start) ? '' : '=';
      return [{ span, newText: `${equals}"${encodeAttribute(value, '"')}"` }];
    }
    case 'cdata':
      return [{ span: content, newText: encodeCdata(value) }];
    case 'text':
      return [{ span, newText: encodeText(value) }];
    case 'mixed':
      return [];
  }
}

function replaceText(text: string, change: Replacement): readonly TextEdit[] {
  const { node, from, to } = change;
  const place = placeOf(text, node);
  const span = textSpan(node, from, to);
  switch (place) {
    case 'quoted':
      return [{ span, newText: encodeAttribute(change.text, text[node.span.start]!) }];
    case 'unquoted':
      return [];
    case 'cdata':
      return [{ span, newText: encodeCdata(change.text) }];
    case 'text':
      return [{ span, newText: encodeText(change.text) }];
    case 'mixed':
      return mixedReplacement(text, node, span, change.text);
  }
}

/** Among comments and elements only characters that stand together can be replaced. */
function mixedReplacement(text: string, node: ScalarNode, span: Span, added: string) {
  if (/[<>]/.test(text.slice(span.start, span.end))) return [];
  const before = text.slice(node.span.start, span.start);
  const inCdata = before.lastIndexOf('<![CDATA[') > before.lastIndexOf(']]>');
  return [{ span, newText: inCdata ? encodeCdata(added) : encodeText(added) }];
}

/** A value without quotes gets them, so all that happens to it is one edit. */
function unquotedEdits(text: string, changes: readonly Change[]): readonly TextEdit[] {
  const nodes = new Map<ScalarNode, Replacement[]>();
  for (const change of changes) {
    if (change.op !== 'replaceText' || placeOf(text, change.node) !== 'unquoted') continue;
    nodes.set(change.node, [...(nodes.get(change.node) ?? []), change]);
  }
  return [...nodes].flatMap(([node, replacements]) => {
    const parts = replacements.map(({ from, to, text: newText }) => ({
      span: { start: from, end: to },
      newText,
    }));
    const note = replacements.find((each) => each.note !== undefined)?.note;
    return set(text, node, applyEdits(node.text, parts)).map((each) => ({ ...each, note }));
  });
}

function rename(text: string, property: Property, key: string): readonly TextEdit[] {
  const newText = key.replace(/^@/, '');
  if (isAttribute(property.key)) return [{ span: property.keySpan, newText }];
  return elementsOf(property).flatMap((element) =>
    [element.nameSpan, endTagName(text, element)].flatMap((span) =>
      span ? [{ span, newText }] : [],
    ),
  );
}

function removeContent(text: string, { value }: Property): readonly TextEdit[] {
  if (value.type === 'array') return value.items.map(({ span }) => removeElement(text, span));
  const isMixed = value.type === 'scalar' && placeOf(text, value) === 'mixed';
  return isMixed ? [] : [{ span: value.span, newText: '' }];
}

const elementsOf = ({ value }: Property): readonly ObjectNode[] =>
  value.type === 'array' ? value.items.filter((item) => item.type === 'object') : [];
