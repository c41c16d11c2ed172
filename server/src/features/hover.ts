import { accountTypes } from '../facts/campaign-accounts';
import { metascopeEntry, scopeInfo } from '../facts/scopes';
import type { ConfigDocument } from '../model/document';
import { type Entity, type Field, mayHold, type TextValue } from '../model/entity';
import { type Workspace, workspaceOf } from '../model/workspace';
import { explainingSchema, keyOf, shownKey } from '../rules/field-name';
import { redactor } from '../rules/redaction';
import { conceptSchema, fieldSchema } from '../schema/catalog';
import { enumerate } from '../text/message';
import { type Span, touches } from '../text/span';
import { text } from '../texts';
import { fieldTexts } from './field-texts';
import { profileTexts } from './profile-texts';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/**
 * Explains what is under the cursor: a field at its key or its value, a scope, or the thing that an
 * entity configures at its name. What other files of the workspace tell of it is said, too. Never
 * shows a secret.
 */
export function hover(
  document: ConfigDocument,
  offset: number,
  known?: Workspace,
): Hover | undefined {
  const workspace = workspaceOf(document, known);
  const found = document.entities
    .filter((entity) => mayHold(entity, offset))
    .flatMap((entity) => [
      ...headHovers(entity, offset),
      ...groupHovers(entity, offset),
      ...fieldHovers(entity, offset, workspace),
    ])
    .reduce<Draft | undefined>(
      (best, next) => (best && !isCloser(next, best) ? best : next),
      undefined,
    );
  if (!found) return undefined;
  const redact = redactor(document, workspace);
  return { span: found.span, markdown: redact(found.paragraphs().join('\n\n')) };
}

/** A hover before anybody decided to show it. */
interface Draft {
  readonly span: Span;
  readonly paragraphs: () => readonly string[];
}

/**
 * Where two places touch the cursor, the one that begins there; where one encloses the other, the
 * inner one.
 */
const isCloser = (a: Draft, b: Draft) =>
  a.span.start > b.span.start || (a.span.start === b.span.start && a.span.end < b.span.end);

/** The name that stands for an entity: its tag, or its key. A first key is a field like others. */
function headHovers(entity: Entity, offset: number): readonly Draft[] {
  const { head, home, container } = entity;
  const isFirstKey = home?.properties[0]?.keySpan.start === head.start;
  const isName = head.start < head.end && head !== entity.span && !isFirstKey && !container;
  if (!isName || !touches(head, offset)) return [];
  return [{ span: head, paragraphs: () => conceptTexts(entity) }];
}

/** The keys under which our own notation groups fields. */
function groupHovers({ concept, dialect, home }: Entity, offset: number): readonly Draft[] {
  if (dialect.style !== 'closed') return [];
  return (home?.properties ?? []).flatMap(({ key, keySpan }) => {
    const schema = fieldSchema(concept, key);
    if (!schema?.properties || !touches(keySpan, offset)) return [];
    return [{ span: keySpan, paragraphs: () => fieldTexts({ key, schema, concept }) }];
  });
}

function fieldHovers(entity: Entity, offset: number, workspace: Workspace): readonly Draft[] {
  return [...entity.fields.values()].flat().flatMap((field) => {
    // The name of an entity in a map is its key, which stands for the whole.
    if (field.span === entity.head || !isNear(field, offset)) return [];
    if (touches(field.keySpan, offset)) {
      return [{ span: field.keySpan, paragraphs: () => describe(entity, field) }];
    }
    return entity.container ? [] : valueHovers(entity, field, offset, workspace);
  });
}

/** What stands somewhere else need not be taken apart. */
const isNear = ({ span: { start, end }, keySpan, value }: Field, offset: number): boolean =>
  touches({ start, end: Math.max(end, value.span.end) }, offset) || touches(keySpan, offset);

function valueHovers(
  entity: Entity,
  field: Field,
  offset: number,
  workspace: Workspace,
): readonly Draft[] {
  const item = field.items.find(({ span }) => touches(span, offset));
  if (item) {
    const paragraphs = () => [
      ...valueTexts(entity, field, item, workspace),
      ...describe(entity, field),
    ];
    return [{ span: item.span, paragraphs }];
  }
  if (!touches(field.value.span, offset)) return [];
  return [{ span: field.value.span, paragraphs: () => describe(entity, field) }];
}

function describe(entity: Entity, { name, key, jwtForm, shape }: Field): readonly string[] {
  const { concept } = entity;
  const schema = explainingSchema(name, entity);
  const oauthKey = jwtForm && keyOf(name, entity) !== key ? keyOf(name, entity) : undefined;
  const { names, credential } = entity.dialect;
  const { jwtOnly, unoffered } = names[name] ?? {};
  const byHand = unoffered === 'by-hand';
  const flows = credential?.tag?.field === name ? credential.tag.values : undefined;
  return schema
    ? fieldTexts({ key: shownKey(key), schema, concept, shape, oauthKey, jwtOnly, byHand, flows })
    : [];
}

/** What is known of the very value, before the field is explained. */
function valueTexts(
  entity: Entity,
  { name }: Field,
  item: TextValue,
  workspace: Workspace,
): readonly string[] {
  const schema = fieldSchema(entity.concept, name);
  const { text: value } = item;
  if (schema?.format === 'scopes') return scopeTexts(value);
  if (schema?.format === 'metascopes') return metascopeTexts(value);
  if (schema?.format === 'association-mask') return profileTexts(item, workspace);
  if (name === 'type' && entity.concept === 'campaign-account') return accountTypeTexts(value);
  if (name === 'type' || name === 'name') return conceptTexts(entity);
  return [];
}

/** Of a number that is not public nothing is said. */
function accountTypeTexts(type: string): readonly string[] {
  const meaning = Object.hasOwn(accountTypes, type) ? accountTypes[type] : undefined;
  return meaning === undefined ? [] : [text('hover.accountType', { type, meaning })];
}

function conceptTexts({ concept }: Entity): readonly string[] {
  const { title, description, 'x-link': url } = conceptSchema(concept);
  return [`**${title}**`, description, ...(url ? [text('hover.link', { url })] : [])];
}

function scopeTexts(scope: string): readonly string[] {
  const meaning = Object.hasOwn(scopeInfo, scope) ? scopeInfo[scope] : undefined;
  // A metascope that stands among scopes by mistake is explained as what it is.
  if (meaning === undefined) return metascopeTexts(scope);
  return [text('hover.scope', { scope }), meaning];
}

function metascopeTexts(value: string): readonly string[] {
  const entry = metascopeEntry(value);
  if (!entry) return [];
  const { metascope, api, confidence } = entry;
  const scopes = enumerate(entry.scopes);
  const future =
    entry.scopes.length === 0
      ? text('hover.metascopeUnknown')
      : text(confidence === 'high' ? 'hover.metascopeSure' : 'hover.metascopeLikely', { scopes });
  return [text('hover.metascope', { metascope, api }), future];
}
