import type { ConfigDocument } from '../model/document';
import type { Entity } from '../model/entity';
import { notationOfEmpty } from '../model/notation';
import { newWorkspace, type Workspace, workspaceOf } from '../model/workspace';
import { explainingSchema, shownKey } from '../rules/field-name';
import { fieldSchema } from '../schema/catalog';
import { syntaxes } from '../syntax';
import type { Typing } from '../syntax/typing';
import type { TextEdit } from '../text/edit';
import { type Span, span } from '../text/span';
import { text } from '../texts';
import { type Block, blocksFor, blocksIn } from './completion-blocks';
import { draftOf, fieldCount, listDraft } from './completion-drafts';
import { blocksOfName, isAnybodys } from './completion-files';
import { begunPlaces, placesAt } from './completion-find';
import { holderDraft } from './completion-holders';
import { keysAt, labelOfKey, type NewKey } from './completion-keys';
import type { CompletionPlace, ValuePlace } from './completion-place';
import { scopesFor } from './completion-solutions';
import {
  blanksAsTabStops,
  tabStop,
  withoutTabStops,
  writtenDraft,
  writtenMembers,
} from './completion-tab-stops';
import { type Candidate, candidatesFor } from './completion-values';
import { fieldTexts } from './field-texts';

/** Something that can be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'block';
  /** Beside the label, in a few words. */
  readonly detail: string | undefined;
  /** What it is, as Markdown. */
  readonly documentation: string | undefined;
  /** What a person types to find it. */
  readonly filter: string;
  /** The whole word around the cursor. */
  readonly replaced: Span;
  /** The part of it before the cursor, where what is behind it may stay. */
  readonly inserted: Span;
  readonly newText: string;
  /** The same with tab stops, in the words of the protocol. */
  readonly snippet: string | undefined;
  /** What changes elsewhere along with it. */
  readonly also: readonly TextEdit[];
}

/**
 * What can be written at an offset, the likeliest first: keys that are allowed and not there,
 * values, whole blocks. What other files of the workspace use is proposed, too; never a secret, and
 * nothing of JWT.
 */
export function complete(
  document: ConfigDocument,
  offset: number,
  known?: Workspace,
): readonly Completion[] {
  const workspace = workspaceOf(document, known);
  const scene = { document, workspace, offset };
  const found = placesAt(document, offset).flatMap((place) => completionsAt(place, scene));
  return withoutTwins(found);
}

/**
 * What an empty file can begin with that its name shows to be one of ours. A `.env` may be
 * anybody's, so that it gets something only where a person asks for it.
 */
export function completeEmpty(
  path: string,
  source: string,
  offset: number,
  known: Workspace = newWorkspace([]),
  isAsked = true,
): readonly Completion[] {
  if (source.length > 1000 || !NOTHING.test(source)) return [];
  if (!isAsked && isAnybodys(path)) return [];
  const blocks = blocksOfName(path, known);
  const id = notationOfEmpty(path);
  if (blocks.length === 0 || id === undefined) return [];
  const [typing] = syntaxes[id].typing?.(source, offset) ?? [];
  return typing ? blocks.flatMap((each) => blockCompletion(each, typing, offset)) : [];
}

/** Blanks, braces with nothing in them, or the beginning of XML. */
const NOTHING = /^[\s\uFEFF]*(?:\{\s*\}?|(?:<\?xml[^<>]*\?>\s*)?<?)\s*$/;

/** What can be written in a text of which one of those keys would show that it is one of ours. */
export const completeBegun = (
  path: string,
  source: string,
  offset: number,
  keys: readonly string[],
  workspace: Workspace = newWorkspace([]),
): readonly Completion[] =>
  withoutTwins(
    begunPlaces(path, source, offset, keys).flatMap(({ document, places }) =>
      places.flatMap((place) => completionsAt(place, { document, workspace, offset })),
    ),
  );

interface Scene {
  readonly offset: number;
  readonly document: ConfigDocument;
  readonly workspace: Workspace;
}

function completionsAt(place: CompletionPlace, scene: Scene): readonly Completion[] {
  const { document, workspace } = scene;
  const { typing } = place;
  switch (place.kind) {
    case 'value':
      return valueCompletions(place, scene);
    case 'other':
      return typing.keyOnly ? [] : blocks(blocksIn(place, document, workspace));
    case 'entry':
      return blocks(blocksFor(place.entity, document, workspace).map(asEntry));
    default: {
      const { entity, inside } = { inside: [], ...place };
      const keys = keysAt({ ...place, inside }, document, workspace);
      const isFresh = inside.length === 0 && isEmpty(place) && !typing.keyOnly;
      return [
        ...(isFresh ? blocks(blocksFor(entity, document, workspace)) : []),
        ...keys.flatMap((each) => keyCompletion(each, entity, typing, scene.offset)),
      ];
    }
  }

  function blocks(all: readonly Block[]): readonly Completion[] {
    return all.flatMap((each) => blockCompletion(each, typing, scene.offset));
  }
}

const isEmpty = (place: Exclude<CompletionPlace, ValuePlace>): boolean =>
  place.kind !== 'key' || (place.entity.fields.size === 0 && place.owner.properties.length <= 1);

type Said = Pick<Completion, 'label' | 'kind' | 'detail' | 'documentation' | 'filter'>;

/**
 * What is replaced, and whether what stands behind the cursor may stay; nothing where it cannot be
 * written.
 */
function completion(
  typing: Typing,
  offset: number,
  source: string | undefined,
  said: Said,
  replaced: Span = typing.word,
): readonly Completion[] {
  if (source === undefined) return [];
  const { text: newText, snippet } = withoutTabStops(source);
  const isWord = newText === said.filter && typing.part('') === '';
  const inserted = isWord ? span(replaced.start, offset) : replaced;
  return [{ ...said, replaced, inserted, newText, snippet, also: typing.also }];
}

function keyCompletion(
  found: NewKey,
  entity: Entity,
  typing: Typing,
  offset: number,
): readonly Completion[] {
  const { key, draft, names, required } = found;
  const label = shownKey(key);
  const title = labelOfKey(found, entity);
  return completion(typing, offset, writtenMembers(typing, [[key, draft]]), {
    label,
    kind: 'key',
    detail: required ? `${title} (${text('complete.required')})` : title,
    documentation: keyTexts(key, names, entity),
    filter: label,
  });
}

function keyTexts(key: string, names: readonly string[], entity: Entity): string | undefined {
  const { concept, dialect } = entity;
  const [name = ''] = names;
  const group = names.length > 1 ? fieldSchema(concept, shownKey(key)) : undefined;
  // An element has no text of its own: what stands in it is explained.
  if (names.length > 1 && !group) {
    const all = names.flatMap((each) => explainingSchema(each, entity) ?? []);
    return all.map(({ title, description }) => `**${title}**: ${description}`).join('\n\n');
  }
  const schema = group ?? explainingSchema(name, entity);
  if (!schema) return undefined;
  const shape = dialect.names[name]?.shape;
  const { tag } = dialect.credential ?? {};
  const flows = tag?.field === name ? tag.values : undefined;
  return fieldTexts({ key: shownKey(key), schema, concept, shape, flows }).join('\n\n');
}

function blockCompletion(
  { label, detail, about, members, filter = label }: Block,
  typing: Typing,
  offset: number,
): readonly Completion[] {
  const count = fieldCount(Object.fromEntries(members));
  const said = {
    label,
    kind: 'block',
    detail: detail ?? text('complete.fields', { count }),
    documentation: about,
    filter,
  } as const;
  return completion(typing, offset, writtenMembers(typing, members), said);
}

/** A block under a name of its own. */
function asEntry(block: Block): Block {
  const name = block.members.find(([key]) => key === 'name')?.[1];
  const rest = Object.fromEntries(block.members.filter(([key]) => key !== 'name'));
  return { ...block, members: [[typeof name === 'string' ? name : tabStop('my-entry'), rest]] };
}

function valueCompletions(place: ValuePlace, scene: Scene): readonly Completion[] {
  const { entity, field, item } = place;
  const whole = item.whole && !item.listed ? wholeValue(place, scene) : [];
  if (whole.length > 0) return whole;
  const all = candidatesFor(field.name, entity, scene.document, scene.workspace).filter(
    ({ text: said }) => !item.others.includes(said),
  );
  const single = all.flatMap((each) => valueCompletion(each, place, scene));
  const isList = fieldSchema(entity.concept, field.name)?.format === 'scopes';
  const isFirst = isList && item.whole && !item.listed && item.others.length === 0;
  return isFirst ? [...allScopes(place, scene.offset), ...single] : single;
}

/** What holds other things begins with the first of them, or with all of its fields. */
function wholeValue({ entity, field, typing }: ValuePlace, scene: Scene): readonly Completion[] {
  const { document, workspace } = scene;
  const keys = keysAt({ entity, inside: [field.key] }, document, workspace);
  const fields = Object.fromEntries(keys.map(({ key, draft }) => [key, draft]));
  const draft = holderDraft(entity, field.name) ?? (keys.length > 0 ? fields : undefined);
  const schema = fieldSchema(entity.concept, field.name);
  if (draft === undefined || !schema) return [];
  const { title: label, description: documentation } = schema;
  const said = { label, kind: 'block', detail: undefined, documentation, filter: label } as const;
  const written = writtenDraft(draft, (each) => typing.value?.(each));
  return completion(typing, scene.offset, written, said);
}

function allScopes({ entity, field, typing }: ValuePlace, offset: number) {
  const scopes = scopesFor(entity);
  const label = scopes.join(',');
  const documentation = text('complete.scopesToCompare');
  const said = { label, kind: 'value', detail: undefined, documentation, filter: label } as const;
  const source = typing.value?.(listDraft(scopes, field.shape));
  // Inside of quotes there is no list.
  if (field.shape === 'list' && !source?.includes('[')) return [];
  return completion(typing, offset, source, said);
}

function valueCompletion(
  candidate: Candidate,
  { field, item, typing }: ValuePlace,
  scene: Scene,
): readonly Completion[] {
  const filled = { ...candidate, text: blanksAsTabStops(candidate.text) };
  const draft = draftOf(filled, item.listed ? 'text' : field.shape);
  const part = item.write ? item.write(filled.text) : filled.text;
  const source = item.whole
    ? writtenDraft(draft, (each) => typing.value?.(each))
    : writtenDraft(part, (each) => typing.part(each));
  const isSwitch = typeof draft === 'string' && candidate.switch !== undefined;
  const label = isSwitch ? draft : candidate.text;
  const documentation = candidate.detail;
  const said = { label, kind: 'value', detail: undefined, documentation, filter: label } as const;
  return completion(typing, scene.offset, source, said, item.span);
}

/** Two ways to understand a place may propose the same. */
function withoutTwins(all: readonly Completion[]): readonly Completion[] {
  const seen = new Set<string>();
  return all.filter(({ label, kind, newText, replaced }) => {
    // What may be in a map or in a list is one thing to people.
    const key = `${label}\n${kind === 'block' ? '' : newText}\n${replaced.start}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
