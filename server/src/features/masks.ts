import { type ConfigDocument, readAgain } from '../model/document';
import { EntityEdit } from '../model/edit';
import type { Entity, Field, TextValue } from '../model/entity';
import { maskParts } from '../rules/mask-parts';
import { redactor } from '../rules/redaction';
import { conceptSchema, fieldSchema } from '../schema/catalog';
import { textSpan } from '../syntax/tree';
import { applyEdits, type TextEdit } from '../text/edit';
import type { Span } from '../text/span';

/** An association mask of a document. */
export interface DocumentMask {
  /** What a person calls the account that it belongs to. */
  readonly label: string;
  /** With the blanks around it, which count. */
  readonly text: string;
  /** Where the text stands. */
  readonly span: Span;
  /** The key, or the name of the attribute. */
  readonly keySpan: Span;
  /**
   * Where its group stands, with the parentheses; undefined without one, and where a folded text
   * hides that.
   */
  readonly groupSpan: Span | undefined;
  readonly value: TextValue;
  readonly field: Field;
  readonly entity: Entity;
}

/**
 * The association masks of a document, in the order of the text. Those that only refer to one are
 * none.
 */
export function masksOf(document: ConfigDocument): readonly DocumentMask[] {
  const redact = redactor(document);
  return document.entities
    .flatMap((entity) =>
      [...entity.fields.values()]
        .flat()
        .filter(({ name }) => fieldSchema(entity.concept, name)?.format === 'association-mask')
        .flatMap((field) => maskOf(field, entity, redact)),
    )
    .sort((one, other) => one.span.start - other.span.start);
}

function maskOf(
  field: Field,
  entity: Entity,
  redact: (text: string) => string,
): readonly DocumentMask[] {
  const [value] = field.items;
  if (!value || field.items.length > 1 || value.kind === 'reference') return [];
  const { node, from, to } = value;
  const text = node.text.slice(from, to);
  const group = node.offsets === 'unknown' ? undefined : maskParts(text).group;
  return [
    {
      label: redact(entity.label || conceptSchema(entity.concept).title),
      text,
      span: textSpan(node, from, to),
      keySpan: field.keySpan,
      groupSpan: group && textSpan(node, from + group.from, from + group.to),
      value,
      field,
      entity,
    },
  ];
}

/**
 * The edits that write another mask in its place; undefined where that text cannot be written
 * there.
 */
export function maskEdits(
  document: ConfigDocument,
  mask: DocumentMask,
  text: string,
): readonly TextEdit[] | undefined {
  const { entity, field, value } = mask;
  const edit = new EntityEdit(entity);
  if (value.kind === 'empty') edit.set(field, text);
  else edit.replace({ ...value, textFrom: value.from, textTo: value.to }, text);
  const edits = edit.textEdits(document);
  const index = masksOf(document).findIndex(({ span }) => span.start === mask.span.start);
  // Whatever the notation makes of blanks and line breaks: it must be read as it was meant.
  const after = readAgain(document, applyEdits(document.text, edits));
  return after && masksOf(after)[index]?.text === text ? edits : undefined;
}
