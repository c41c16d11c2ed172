import { type Entity, type Field, fieldOf, textOf } from '../model/entity';
import { valueKind } from '../model/value';
import type { Span } from '../text/span';
import { isAutoProvisioned, isFromAem } from './credential';
import { isoDay, usDay } from './dates';
import { certificateLastDay } from './x509';

export interface LastDay {
  /** ISO. */
  readonly day: string;
  /** Where the file says so. */
  readonly at: Span;
}

/**
 * The last day on which a JWT credential has a certificate that is not expired, as far as the file
 * says so. Undefined where one of the dates cannot be read, because that certificate may be the
 * last.
 */
export function lastCertificateDay(entity: Entity): LastDay | undefined {
  // With OAuth nothing is signed any more, and a date that was left over means nothing.
  if (entity.concept !== 'ims-credential' || entity.flow === 'oauth-server-to-server') {
    return undefined;
  }
  const table = fieldOf(entity, 'certificateExpiry');
  const listed = table ? listedDays(table) : [];
  if (!listed) return undefined;
  const all = [...listed, ...statedDay(entity), ...certificateDay(entity)];
  return all.reduce<LastDay | undefined>(
    (last, each) => (last && last.day >= each.day ? last : each),
    undefined,
  );
}

/**
 * What comes after the last certificate: Adobe migrates the credential by itself, it holds OAuth
 * keys already, AEM replaces it by a new one, or it is migrated as it is.
 */
export function successor(entity: Entity): 'adobe' | 'mixed' | 'aem' | 'console' {
  if (isAutoProvisioned(entity)) return 'adobe';
  if (entity.flow === 'mixed') return 'mixed';
  return isFromAem(entity) ? 'aem' : 'console';
}

/** The table of fingerprints and days in a console download. */
function listedDays({ value }: Field): readonly LastDay[] | undefined {
  if (value.type !== 'object') return [];
  const days = value.properties.map(({ value: node }) => {
    // Adobe writes the first form; the second one has one meaning only.
    const day = node.type === 'scalar' ? (usDay(node.text) ?? isoDay(node.text)) : undefined;
    return day && node.type === 'scalar' ? { day, at: node.content } : undefined;
  });
  return days.every((day) => day !== undefined) ? days : undefined;
}

/** Where a console download has a day in another form than Adobe's. */
export function foreignDays(entity: Entity): readonly Span[] {
  const table = fieldOf(entity, 'certificateExpiry')?.value;
  if (entity.flow === 'oauth-server-to-server' || table?.type !== 'object') return [];
  return table.properties.flatMap(({ value: node }) => {
    const isForeign =
      node.type === 'scalar' && valueKind(node.text) === 'literal' && !usDay(node.text);
    return isForeign ? [node.content] : [];
  });
}

function statedDay(entity: Entity): readonly LastDay[] {
  const value = textOf(entity, 'certificateExpirationDate');
  const day = value && isoDay(value.text);
  return day ? [{ day, at: value.span }] : [];
}

/** The certificate itself; its text is one value or a list of lines. */
function certificateDay(entity: Entity): readonly LastDay[] {
  const field = fieldOf(entity, 'publicKey');
  const day = field && certificateLastDay(field.items.map(({ text }) => text).join('\n'));
  return day ? [{ day, at: field.keySpan }] : [];
}
