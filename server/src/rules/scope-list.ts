import type { EntityEdit } from '../model/edit';
import type { Field, TextValue } from '../model/entity';

/** The items of a list that say something, whichever way it is written. */
export const writtenItems = ({ items }: Field): readonly TextValue[] =>
  items.filter(({ kind }) => kind !== 'empty');

/**
 * Whether it is the first of a list that says something, where rules ask what they ask once for
 * each list.
 */
export const isFirstWritten = (value: TextValue, { items }: Field): boolean =>
  items.find(({ kind }) => kind !== 'empty') === value;

/** Which of these scopes a list does not hold yet. */
export function missingFrom({ items }: Field, scopes: readonly string[]): readonly string[] {
  // Some readers part scopes at blanks as well.
  const present = new Set(items.flatMap(({ text }) => text.split(/\s+/)));
  return scopes.filter((scope) => !present.has(scope));
}

/** Whether a text is a scope but for its capital letters, which makes it another one. */
export const isMangled = ({ text }: TextValue, scope: string): boolean =>
  text.toLowerCase() === scope.toLowerCase();

/** Adds scopes at the end of a list, and keeps the way it is written. */
export function addScopes(edit: EntityEdit, field: Field, scopes: readonly string[]): void {
  const last = writtenItems(field).at(-1);
  if (field.value.type === 'scalar' && last && !standsApart(field)) {
    const behind = { ...last, textFrom: last.textTo };
    const comma = commaOf(field);
    edit.replace(behind, scopes.map((scope) => comma + scope).join(''));
  } else edit.addItems(field, scopes);
}

/** Puts those of these scopes that a list does not hold yet in the place of one of its items. */
export function replaceByScopes(
  edit: EntityEdit,
  field: Field,
  item: TextValue,
  scopes: readonly string[],
): void {
  const [first, ...more] = missingFrom(field, scopes);
  if (first === undefined) edit.removeItems(field, [item]);
  else if (standsApart(field)) {
    const texts = field.items.flatMap((each) => (each === item ? [first, ...more] : each.text));
    edit.set(field, texts);
  } else if (field.value.type === 'scalar')
    edit.replace(item, [first, ...more].join(commaOf(field)));
  else {
    edit.replace(item, first);
    edit.addItems(field, more, undefined, item.node);
  }
}

/** Whether each text is written by itself, as in an array of JSON that is a text. */
const standsApart = ({ items }: Field): boolean => items.some(({ write }) => write);

const commaOf = ({ value }: Field) =>
  value.type === 'scalar' && /, /.test(value.text) ? ', ' : ',';

/** A word that may be shown in a message: short, and of the characters that scopes are made of. */
export const isShowable = (word: string): boolean => /^[\w.]{1,60}$/.test(word);
