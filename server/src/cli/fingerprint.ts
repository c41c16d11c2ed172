import { createHash } from 'node:crypto';
import type { ConfigDocument } from '../model/document';
import type { Finding } from '../rules/finding';
import type { ConfigNode } from '../syntax/tree';
import { encloses } from '../text/span';
import { hiddenTexts } from './hidden-texts';
import { maskedText } from './masking';

/** Gives findings of one document what they are known by while their lines move. */
export type Identify = (finding: Finding) => string;

/**
 * What findings of a document are known by: the rule, the file, what a person calls the thing, and the keys that
 * lead to the place. Two findings that share all of it share the fingerprint. Of a secret nothing goes in.
 */
export function fingerprints(document: ConfigDocument, place: string): Identify {
  const masked = maskedText(document);
  const hides = hiddenTexts(document, masked);
  return ({ rule, span }) => {
    const label = labelAt(document, span.start);
    const keys = keysAt(document.root, span.start).map(({ start, end }) =>
      masked.slice(start, end),
    );
    const parts = [rule, place, hides(label) ? '' : label, ...keys];
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, LENGTH);
  };
}

/** 80 bits: nobody meets two alike by accident, and a line of a baseline stays readable. */
const LENGTH = 20;

/** What a person calls the smallest thing around an offset. */
function labelAt({ entities }: ConfigDocument, offset: number): string {
  const around = entities
    .filter(({ span }) => encloses(span, { start: offset, end: offset }))
    .sort((one, other) => one.span.end - one.span.start - (other.span.end - other.span.start));
  return around.find(({ label }) => label !== undefined)?.label ?? '';
}

/** Where the keys stand that lead to an offset, the outermost first. Places in lists do not count: they move. */
function keysAt(
  root: ConfigNode | undefined,
  offset: number,
): readonly { start: number; end: number }[] {
  const keys: { start: number; end: number }[] = [];
  const at = { start: offset, end: offset };
  let node = root;
  while (node && node.type !== 'scalar') {
    if (node.type === 'array') node = node.items.find(({ span }) => encloses(span, at));
    else {
      const property = node.properties.find(({ span }) => encloses(span, at));
      if (property) keys.push(property.keySpan);
      node = property?.value;
    }
  }
  return keys;
}
