import type { ConfigDocument } from '../model/document';
import { redactor } from '../rules/redaction';
import { occurrencesOf } from '../text/occurrences';

/**
 * Tells whether a text says anything of what is masked in a document, or has the form of a secret
 * itself. `masked` is the text of the document as it may be shown, each character in its place.
 */
export function hiddenTexts(document: ConfigDocument, masked: string): (text: string) => boolean {
  const redact = redactor(document);
  let find: ((text: string) => readonly unknown[]) | undefined;
  return (text) => {
    if (redact(text) !== text) return true;
    find ??= occurrencesOf(hiddenIn(document.text, masked), SHORTEST);
    return find(text).length > 0;
  };
}

/** Shorter ones are parts of many words. */
const SHORTEST = 4;

function hiddenIn(text: string, masked: string): ReadonlySet<string> {
  const found = new Set<string>();
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && masked[at] !== text[at]) continue;
    const behind = text.slice(start, at).trim();
    if (behind.length >= SHORTEST) found.add(behind);
    start = at + 1;
  }
  return found;
}
