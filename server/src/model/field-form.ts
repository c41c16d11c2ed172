import { type Entity, type Field, isEmpty } from './entity';
import { isCutOff, readsAsJson } from './inner-text';
import { shapeForm } from './shape';

/**
 * How the form of a value departs from the one that is read. `list`: a list stands where one text
 * is read. `text`: one text where an array is. `one`: one text where an array of JSON is. `commas`:
 * several with commas there. `brackets`: something in brackets that is no JSON. `open`: an array of
 * JSON that does not end. `json`: an array of JSON where a text with commas is read.
 */
export type FormMistake = 'list' | 'text' | 'one' | 'commas' | 'brackets' | 'open' | 'json';

/**
 * What is wrong with the form of a value, whatever it says; undefined where nothing is, or nobody
 * knows.
 */
export function formMistake(field: Field, { dialect }: Entity): FormMistake | undefined {
  const { jwtForm, value, items, shape } = field;
  // Our own notation takes all forms, and what JWT wants nobody needs any more.
  if (dialect.style === 'closed' || jwtForm || value.type === 'object' || isEmpty(field)) return;
  const { node, list, also } = shapeForm(shape);
  const isTakenApart = value.type === 'array' || items.some(({ write }) => write);
  if (list === 'none') return node === 'scalar' && isTakenApart ? 'list' : undefined;
  const isOpen = items.every(({ kind }) => kind === 'reference' || kind === 'blank');
  if (value.type !== 'scalar' || isOpen) return undefined;
  if (node === 'array') return isTakenApart ? undefined : 'text';
  if (list === 'commas') return isTakenApart ? 'json' : undefined;
  if (list !== 'json' || also === 'commas' || readsAsJson(value.text)) return undefined;
  if (isCutOff(value.text)) return 'open';
  if (/^\s*\[/.test(value.text)) return 'brackets';
  if (items.length > 1) return 'commas';
  return also === 'one' ? undefined : 'one';
}

/** The texts that are meant, whatever their form; undefined where that is not certain. */
export function meantTexts({ value, items }: Field): readonly string[] | undefined {
  const texts = items.map(({ text }) => text).filter((text) => text !== '');
  // Where the end of an array is missing in the middle of a text, the rest of that text is as well.
  const isLost = value.type === 'scalar' && isCutOff(value.text) && !readsAsJson(`${value.text}]`);
  return isLost || texts.some((text) => /["'[\]]/.test(text)) ? undefined : texts;
}
