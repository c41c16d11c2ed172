import type { ConfigDocument } from '../model/document';
import { entityWith } from '../model/entity';
import type { ObjectNode, Property } from '../syntax/tree';
import type { Typing } from '../syntax/typing';
import { touches } from '../text/span';
import { isWhole, type KeyPlace, type ValuePlace } from './completion-place';

/**
 * What is typed may be the very key that shows what an object is. Then the entity is the one of the
 * text as it is, whose object begins at the same place.
 */
export function knownKeys(
  { entities }: ConfigDocument,
  offset: number,
  typing: Typing,
  owner: ObjectNode,
  marker: Property,
): readonly KeyPlace[] {
  return entities.flatMap((entity): readonly KeyPlace[] => {
    const { home, dialect } = entity;
    if (!home || dialect.unjudged) return [];
    const isSame = home.span.start === owner.span.start || sharesKeys(home, owner, offset);
    const typed = isSame && home.properties.some(({ keySpan }) => touches(keySpan, offset));
    if (!typed) return [];
    const fields = [...entity.fields].map(
      ([name, all]) => [name, all.filter(({ keySpan }) => !touches(keySpan, offset))] as const,
    );
    const rest = new Map(fields.filter(([, all]) => all.length > 0));
    const known = entityWith(entity, { fields: rest });
    return [{ kind: 'key', typing, entity: known, inside: [], owner, marker }];
  });
}

/** Whether all properties before the cursor stand in the other object as well. */
const sharesKeys = (home: ObjectNode, owner: ObjectNode, offset: number): boolean => {
  const starts = new Map(owner.properties.map(({ keySpan, key }) => [keySpan.start, key]));
  const own = home.properties.filter(({ keySpan }) => keySpan.end < offset);
  return own.every(({ keySpan, key }) => starts.get(keySpan.start) === key);
};

/** What the text holds as it is, where its value is the very thing that shows what it is. */
export function knownValue(
  { entities }: ConfigDocument,
  offset: number,
  typing: Typing,
): readonly ValuePlace[] {
  for (const entity of entities) {
    if (entity.dialect.unjudged) continue;
    for (const field of [...entity.fields.values()].flat()) {
      const item = field.items.find(
        ({ span: at, node }) => touches(at, offset) && node.offsets !== 'unknown',
      );
      if (!item || field.keySpan.start === field.value.span.start) continue;
      const whole = isWhole(item, item.node);
      const at = whole ? typing.word : item.span;
      if (at.start < typing.word.start || at.end > typing.word.end) continue;
      const listed = field.value.type === 'array';
      const others = field.items.filter((each) => each !== item).map(({ text }) => text);
      const typed = { span: at, whole, listed, write: item.write, others };
      return [{ kind: 'value', typing, entity, field, item: typed }];
    }
  }
  return [];
}
