import { recommendedTokenPath, tokenPath } from '../facts/ims-hosts';
import { passesForScope, suggestedScopes } from '../facts/scopes';
import { type EntityEdit, placeOf, stands } from '../model/edit';
import { type Entity, type Field, fieldOf, isEmpty, says } from '../model/entity';
import { flowSaid, isJwtOnly } from '../model/flow';
import { isUnused } from '../model/value';
import { fieldNames, requiredFields } from '../schema/catalog';
import { blankOf } from './blank';
import { claimedTexts, writeClaims } from './claims';
import { isAutoProvisioned, isFromAem } from './credential';
import { keepsScopes, NOTES, scopesAreLeftOut, tagNote } from './migration-notes';
import { namedReference } from './named-reference';
import { renamedReference } from './renamed-reference';
import type { FixPlan } from './rule';
import { scaffold } from './scaffold';
import { hasSimilarKey } from './suggestion';

/** The titles of the fixes that `migrationFix` makes. */
export const migrationTitles = {
  migrate: 'Migrate to OAuth Server-to-Server',
  rename: 'Migrate to OAuth Server-to-Server, and rename this file to `{name}`',
  scaffold: 'Open an OAuth Server-to-Server template',
} as const;

export type MigrationTitle = keyof typeof migrationTitles;

/**
 * How a JWT credential moves to OAuth Server-to-Server: by edits, where a known consumer accepts
 * the OAuth form; by a template in a new file, where a new technical account is needed; or not at
 * all.
 */
export function migrationFix(entity: Entity): FixPlan<MigrationTitle> | undefined {
  if (isAutoProvisioned(entity) || !isMovedByEdits(entity)) return undefined;
  // What comes from elsewhere in the file, by a YAML merge key, belongs to other credentials as
  // well.
  if (entity.home?.properties.some(({ inherited }) => inherited)) return undefined;
  if (entity.dialect.credential?.move.kind === 'new-account' || isFromAem(entity)) {
    return { title: 'scaffold', opens: scaffold(entity) };
  }
  const edit = (each: EntityEdit) => migrate(entity, each);
  const { oauthFileName: renames } = entity.dialect.credential ?? {};
  const move = entity.dialect.credential?.move;
  const note = entity.flow === 'jwt' && move?.kind === 'in-place' ? NOTES.console : undefined;
  if (renames === undefined) return { title: 'migrate', safety: 'unsafe', edit, note };
  return { title: 'rename', data: { name: renames }, safety: 'unsafe', edit, renames, note };
}

/**
 * Whether an edit or a new file is what helps. A command is edited where each of its parts is
 * known.
 */
function isMovedByEdits({ dialect, parts }: Entity): boolean {
  const move = dialect.credential?.move;
  if (move?.kind === 'campaign') return move.by === 'command' && parts?.complete === true;
  return move?.kind === 'in-place' || move?.kind === 'new-account';
}

function migrate(entity: Entity, edit: EntityEdit): void {
  const gone = new Set<Field>();
  writeTag(entity, edit);
  writeTexts(entity, edit);
  writeNames(entity, edit, gone);
  writeSecret(entity, edit, gone);
  addRequired(entity, edit);
  writeFlags(entity, edit);
  writeScopes(entity, edit, gone);
  writeEndpoint(entity, edit);
  writeClaims(entity, edit);
  const rest = [...entity.fields.values()].flat();
  edit.remove(...rest.filter((field) => isJwtOnly(field, entity.dialect) && !gone.has(field)));
}

function writeTag(entity: Entity, edit: EntityEdit): void {
  const { tag, flags } = entity.dialect.credential ?? {};
  // What stands beside the keys is written with the flags.
  if (!tag || flags?.[tag.field]) return;
  const field = fieldOf(entity, tag.field);
  const wanted = Object.keys(tag.values).find(
    (key) => tag.values[key] === 'oauth-server-to-server',
  );
  const [item] = field?.items ?? [];
  const said = item && flowSaid(tag.field, item, entity.dialect);
  if (wanted === undefined || said === 'oauth-server-to-server') return;
  const note = tagNote(entity);
  if (field) edit.set(field, wanted, note);
  else
    edit.add(
      tag.field,
      wanted,
      beginsWithOther(entity) ? anchor(entity, tag.field) : undefined,
      note,
    );
}

/** Whether something that is not of the credential stands first, such as the name spaces of XML. */
const beginsWithOther = ({ home, others }: Entity): boolean =>
  others.some(({ property }) => property === home?.properties[0]);

/**
 * Fields that say the flow once more; one that is missing is added where its reader takes that for
 * JWT.
 */
function writeFlags(entity: Entity, edit: EntityEdit): void {
  for (const [name, { oauth, absent }] of Object.entries(entity.dialect.credential?.flags ?? {})) {
    const field = fieldOf(entity, name);
    const [item] = field?.items ?? [];
    if (item && flowSaid(name, item, entity.dialect) === 'oauth-server-to-server') continue;
    const note = tagNote(entity);
    if (field) edit.set(field, oauth, note);
    else if (absent === 'jwt') edit.add(name, oauth, anchor(entity, name), note);
  }
}

/** Texts that change with the flow, here and wherever they must stay the same. */
function writeTexts(entity: Entity, edit: EntityEdit): void {
  const own = [...entity.fields.values()].flat();
  for (const field of new Set([...own, ...(entity.along ?? [])])) {
    const [item] = field.items;
    const text = item && entity.dialect.names[field.name]?.oauth?.(item.text);
    if (item && text !== undefined) edit.replace(item, text);
  }
}

/** Fields that an OAuth credential has under another name, except for the secret. */
function writeNames(entity: Entity, edit: EntityEdit, gone: Set<Field>): void {
  for (const field of [...entity.fields.values()].flat()) {
    if (!field.jwtForm || field.name === 'clientSecret') continue;
    if (oauthForm(entity, field.name)) {
      edit.remove(field);
      gone.add(field);
    } else edit.writeAsOAuth(field);
  }
}

const oauthForm = ({ fields }: Entity, name: string) =>
  fields.get(name)?.find((field) => !field.jwtForm && !isEmpty(field));

/** Carries the secret over, in the shape that the OAuth form wants, and never loses one. */
function writeSecret(entity: Entity, edit: EntityEdit, gone: Set<Field>): void {
  const all = entity.fields.get('clientSecret') ?? [];
  const old = all.find(({ jwtForm }) => jwtForm);
  if (!old) return;
  const kept = all.find((field) => !field.jwtForm);
  const texts = old.items.map(({ text }) => text).filter((text) => text !== '');
  if (!kept) {
    edit.writeAsOAuth(old, texts.length > 0 ? texts : [blankOf('clientSecret')], NOTES.secret);
    return;
  }
  const known = new Set(kept.items.map(({ text }) => text));
  const missing = texts.filter((text) => !known.has(text));
  if (kept.items.length > 0) edit.addItems(kept, missing, NOTES.secret);
  else edit.set(kept, missing.length > 0 ? missing : [blankOf('clientSecret')], NOTES.secret);
  edit.remove(old);
  gone.add(old);
}

/**
 * Replaces metascopes by scopes where the table of the facts is sure, and asks for the others
 * visibly. Scopes that are there already stay as they are.
 */
function writeScopes(entity: Entity, edit: EntityEdit, gone: Set<Field>): void {
  const scopes = fieldOf(entity, 'scopes');
  const metascopes = fieldOf(entity, 'metascopes');
  if (metascopes && keepsScopes(entity)) gone.add(metascopes);
  if (keepsScopes(entity) || scopesAreLeftOut(entity)) return;
  const secret = fieldOf(entity, 'clientSecret');
  const keepsSecret = secret !== undefined && !secret.jwtForm && !isEmpty(secret);
  const note = keepsSecret ? NOTES.scopesAndSecret : NOTES.scopes;
  if (scopes?.items.some(({ text, kind }) => kind !== 'empty' && passesForScope(text))) return;
  if (scopes && scopes.items.length > 0 && !isEmpty(scopes)) {
    edit.set(scopes, scopesFor(scopes, entity), note);
    return;
  }
  const renamed = metascopes && renamedReference(metascopes, 'scopes', entity);
  if (metascopes && !scopes && renamed) {
    edit.turnInto(metascopes, 'scopes', [renamed], NOTES.reference);
    gone.add(metascopes);
    return;
  }
  if (metascopes && !scopes) {
    edit.turnInto(metascopes, 'scopes', scopesFor(metascopes, entity), note);
    gone.add(metascopes);
    return;
  }
  const wanted = metascopes
    ? scopesFor(metascopes, entity)
    : scopesForAll(claimedTexts(entity, 'metascopes'), entity);
  if (scopes) edit.set(scopes, wanted, note);
  else edit.add('scopes', wanted, anchor(entity, 'scopes'), note);
}

/** The OAuth scopes for what stands in a field of metascopes. */
function scopesFor({ items }: Field, entity: Entity): readonly string[] {
  const literal = items.filter(({ kind, text }) => kind === 'literal' && text !== '');
  const texts = literal.map(({ text }) => text);
  if (texts.length > 0 && texts.every(passesForScope)) return texts;
  return scopesForAll(texts, entity);
}

function scopesForAll(texts: readonly string[], { dialect }: Entity): readonly string[] {
  const { scopes, unsure } = suggestedScopes(texts);
  const asked = unsure.map((metascope) => `<scopes-for-${metascope}>`);
  const needed = dialect.credential?.requiredScopes ?? [];
  const open = texts.length === 0 ? ['<scopes>'] : asked;
  return [...new Set([...scopes, ...needed, 'openid', 'AdobeID', ...open])];
}

/** The endpoint goes with the grant. */
function writeEndpoint(entity: Entity, edit: EntityEdit): void {
  const items = (entity.fields.get('tokenEndpoint') ?? []).flatMap((field) => field.items);
  for (const item of items) {
    if (tokenPath(item.text)?.grant !== 'jwt') continue;
    edit.replace(item, item.text.replace(/\/ims\/exchange\/jwt\/?.*/i, recommendedTokenPath));
  }
}

/** Adds what OAuth requires and JWT does not, as blanks that ask to be filled in. */
function addRequired(entity: Entity, edit: EntityEdit): void {
  const { concept, dialect } = entity;
  const ofJwt = new Set(requiredFields(concept, 'jwt'));
  const required =
    dialect.credential?.required ??
    requiredFields(concept, 'oauth-server-to-server').filter((name) => !ofJwt.has(name));
  for (const name of required) {
    const empty = fieldOf(entity, name);
    const isOpen = empty?.items.some(({ text }) => isUnused(text));
    if (name === 'scopes' || (says(entity, name) && !isOpen)) continue;
    // The key is there, only misspelled, and has a fix of its own.
    if (!empty && hasSimilarKey(name, entity)) continue;
    const reference = namedReference(entity, name);
    const [claimed] = claimedTexts(entity, name);
    const blank = reference ?? claimed ?? blankOf(name);
    if (empty && name === 'clientSecret' && empty.jwtForm) continue;
    const usual = name === 'clientSecret' ? NOTES.secret : dialect.names[name]?.note;
    const unnamed = claimed === undefined ? NOTES.blank : undefined;
    const note = reference ? NOTES.reference : (usual ?? unnamed);
    if (empty) edit.set(empty, blank, note);
    else edit.add(name, blank, anchor(entity, name), note);
  }
}

/**
 * A field that stays, behind which a new one reads well: the last that the schema names before the
 * scopes.
 */
function anchor(entity: Entity, added: string): Field | undefined {
  const names = fieldNames(entity.concept);
  const before = names.slice(0, names.indexOf('scopes')).toReversed();
  const fields = before.flatMap((name) => entity.fields.get(name) ?? []);
  // Where an entity is no object but the parts of a text, all of its fields are its own.
  const place = placeOf(added, entity);
  return fields.find(
    (field) =>
      (!place || stands(field, place)) &&
      !isJwtOnly(field, entity.dialect) &&
      !(field.jwtForm && oauthForm(entity, field.name)),
  );
}
