import { createHash } from 'node:crypto';
import type { ConfigDocument } from '../model/document';
import type { Entity } from '../model/entity';
import type { Finding } from '../rules/finding';
import type { ConfigNode } from '../syntax/tree';
import { firstTouching, type Span, touches } from '../text/span';
import { hiddenTexts } from './hidden-texts';
import { maskedText } from './masking';

/** Gives findings of one document what they are known by while their lines move. */
export type Identify = (finding: Finding) => string;

/**
 * What findings of a document are known by: the rule, the file, what a person calls the thing, the
 * keys that lead to the place, and the names of what is missing there. Two findings that share all
 * of it share the fingerprint. Of a secret nothing goes in.
 */
export function fingerprints(document: ConfigDocument, place: string): Identify {
  const masked = maskedText(document);
  const hides = hiddenTexts(document, masked);
  const labelAt = labelFinder(document);
  const childAt = childFinder();
  return ({ rule, span, about, lacks }) => {
    const [only, ...others] = about;
    const own = others.length === 0 ? only?.label : undefined;
    const label = own ?? labelAt(span.start);
    const keys = keysAt(document.root, span.start, childAt).map(({ start, end }) =>
      masked.slice(start, end),
    );
    const parts = [rule, place, hides(label) ? '' : label, keys, [...lacks].sort()];
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, LENGTH);
  };
}

/** 80 bits: nobody meets two alike by accident, and a line of a baseline stays readable. */
const LENGTH = 20;

/** Finds what a person calls the smallest thing around an offset. */
function labelFinder({ entities }: ConfigDocument): (offset: number) => string {
  const size = ({ span }: Entity) => span.end - span.start;
  const bySize = entities
    .filter(({ label }) => label !== undefined)
    .sort((one, other) => size(one) - size(other));
  return (offset) => bySize.find(({ span }) => touches(span, offset))?.label ?? '';
}

/**
 * Where the keys stand that lead to an offset, the outermost first. Places in lists do not count:
 * they move.
 */
function keysAt(
  root: ConfigNode | undefined,
  offset: number,
  childAt: ChildFinder,
): readonly Span[] {
  const keys: Span[] = [];
  let node = root;
  while (node && node.type !== 'scalar') {
    if (node.type === 'array') node = childAt(node.items, offset);
    else {
      const property = childAt(node.properties, offset);
      if (property) keys.push(property.keySpan);
      node = property?.value;
    }
  }
  return keys;
}

type ChildFinder = <T extends { readonly span: Span }>(
  all: readonly T[],
  offset: number,
) => T | undefined;

/**
 * Finds the first of what stands around an offset; where all is in the order of the text, without
 * looking at each.
 */
function childFinder(): ChildFinder {
  const known = new WeakMap<object, boolean>();
  return (all, offset) => {
    const isOrdered =
      known.get(all) ??
      all.every(({ span }, index) => index === 0 || span.start >= all[index - 1]!.span.end);
    known.set(all, isOrdered);
    return isOrdered ? firstTouching(all, offset) : all.find(({ span }) => touches(span, offset));
  };
}
