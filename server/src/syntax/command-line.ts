import type { ParsedText, Syntax } from './syntax';

/**
 * The `nlserver config` commands in a script of any language. The root is the list of the commands that
 * configure a technical account (`-setims…`), each an object whose `nameSpan` is the word `nlserver`. Its
 * properties are the options in the order of the text: the key is the option's name without its hyphen
 * (`instance`, `setimsoauth`), the value the text behind the colon, without quotes. Everything around the
 * commands is left alone.
 */
export const commandLine: Syntax = {
  id: 'command-line',
  parse,
  edit: () => [],
  comment: (text) => `# ${text.replace(/\s*[\r\n]+\s*/g, ' ')}`,
};

function parse(_text: string): ParsedText {
  return { root: undefined, problems: [], comments: [] };
}
