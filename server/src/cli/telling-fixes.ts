import type { ConfigDocument } from '../model/document';
import type { Fix } from '../rules/finding';
import { redactor } from '../rules/redaction';
import { hiddenTexts } from './hidden-texts';

/**
 * Tells whether a fix writes something that is masked in a document. `masked` is the text of the
 * document as it may be shown, each character in its place.
 */
export function tellingFixes(document: ConfigDocument, masked: string): (fix: Fix) => boolean {
  const { text } = document;
  const hides = hiddenTexts(document, masked);
  const redact = redactor(document);
  return ({ edits, texts }) =>
    // What is written with other escapes than it was is known by what it means.
    texts?.().some((each) => redact(each) !== each) ||
    edits().some(
      ({ newText, span: { start, end } }) =>
        newText !== '' &&
        // In the place of what is hidden stands what it becomes.
        (hides(newText) || masked.slice(start, end) !== text.slice(start, end)),
    );
}
