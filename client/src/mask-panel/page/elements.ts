import { split } from '../state';
import { pageText } from '../texts';

/** An element with attributes and content. Texts stay texts, whatever stands in them. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** Replaces what is in an element. */
export const fill = (place: HTMLElement, ...content: readonly (readonly Node[])[]): void =>
  place.replaceChildren(...content.flat());

/** A sentence whose parts in back-ticks are shown as code. */
export const quotedText = (sentence: string): readonly Node[] =>
  sentence
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? element('code', {}, part) : document.createTextNode(part),
    );

/**
 * A text with a place of it marked; an empty place is shown as a gap, which says so to those who
 * listen.
 */
export function marked(
  text: string,
  place: { readonly from: number; readonly to: number } | undefined,
  what: 'group' | 'mismatch',
): readonly Node[] {
  const [before, inside, behind] = split(text, place);
  if (!place) return [document.createTextNode(before)];
  const mark =
    inside === '' && what === 'mismatch'
      ? element('mark', { class: 'gap', role: 'img', 'aria-label': pageText('missing') }, '‸')
      : element('mark', { class: what }, inside);
  return [document.createTextNode(before), mark, document.createTextNode(behind)];
}

const SVG = 'http://www.w3.org/2000/svg';

/** Drawn in the color of the text around it. */
const SHAPES = {
  matched: 'M3 8.5 6.5 12 13 4.5',
  doubtful: 'M8 2v8M8 12.5v1.5',
  unmatched: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  untested: 'M5 5.5a3 3 0 1 1 4.2 2.7C8.4 8.6 8 9 8 10M8 12.5v1.5',
  remove: 'M4 4l8 8M12 4l-8 8',
};

/** A sign beside a word that says the same. */
export function icon(name: keyof typeof SHAPES): SVGElement {
  const image = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', SHAPES[name]);
  image.setAttribute('viewBox', '0 0 16 16');
  image.setAttribute('aria-hidden', 'true');
  image.setAttribute('class', `icon ${name}`);
  image.append(path);
  return image;
}
