import { editProperties } from './properties-edit';
import { envFlavour, type Flavour, iniFlavour, javaFlavour } from './properties-flavours';
import { parseProperties } from './properties-parser';
import { propertiesTyping } from './properties-typing';
import type { Syntax } from './syntax';

/** `.env` and its variants. A JSON array as a value stays one text. */
export const env: Syntax = propertiesSyntax(envFlavour);

/** Java's `.properties`. */
export const properties: Syntax = propertiesSyntax(javaFlavour);

/** `.ini`; a section is an object under its name, whose `nameSpan` is its header. */
export const ini: Syntax = propertiesSyntax(iniFlavour);

function propertiesSyntax(flavour: Flavour): Syntax {
  const parse = (text: string) => parseProperties(flavour, text);
  return {
    id: flavour.id,
    parse,
    comment: (text) => `${flavour.commentMarkers[0]} ${text}`,
    edit(text, changes, parsed = parse(text)) {
      return changes.length === 0 ? [] : editProperties(flavour, text, changes, parsed);
    },
    typing: (text, offset, parsed = parse(text)) => propertiesTyping(flavour, text, offset, parsed),
  };
}
