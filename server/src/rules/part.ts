import type { TextValue } from '../model/entity';
import { textSpan } from '../syntax/tree';

/**
 * The characters `from` to `to` of a value's text as a value of their own, to be reported or
 * replaced alone.
 */
export function partOf(value: TextValue, from: number, to = value.text.length): TextValue {
  const textFrom = value.textFrom + from;
  const textTo = value.textFrom + to;
  return {
    ...value,
    text: value.text.slice(from, to),
    span: textSpan(value.node, textFrom, textTo),
    from: textFrom,
    to: textTo,
    textFrom,
    textTo,
  };
}
