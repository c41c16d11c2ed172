import { editOsgiConfig } from './osgi-config-edit';
import { parseOsgiConfig } from './osgi-config-parser';
import { osgiConfigTyping } from './osgi-config-typing';
import type { Syntax } from './syntax';

/**
 * The `.config` files of an OSGi container (Apache Felix): `key=T"value"` with the letter of the
 * type, lists in `[…]` or `(…)`. The root is an object with the entries in the order of the text. A
 * value whose letter is that of a number or a boolean is one, if its characters are; its letter is
 * part of its span.
 */
export const osgiConfig: Syntax = {
  id: 'osgi-config',
  parse: parseOsgiConfig,
  comment: (text) => `# ${text.replace(/\s*[\r\n]+\s*/g, ' ')}`,

  edit(text, changes, parsed = parseOsgiConfig(text)) {
    return changes.length === 0 ? [] : editOsgiConfig(text, changes, parsed);
  },

  typing: (text, offset, parsed = parseOsgiConfig(text)) => osgiConfigTyping(text, offset, parsed),
};
