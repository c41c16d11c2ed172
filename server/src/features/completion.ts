import type { ConfigDocument } from '../model/document';
import type { Entity } from '../model/entity';
import { newWorkspace, type Workspace, workspaceOf } from '../model/workspace';
import { explainingSchema, shownKey } from '../rules/field-name';
import { fieldSchema } from '../schema/catalog';
import { syntaxes } from '../syntax';
import type { DraftMember, Typing } from '../syntax/typing';
import type { TextEdit } from '../text/edit';
import { type Span, span } from '../text/span';
import { text } from '../texts';
import { type Block, blocksFor, blocksIn, blocksOfName } from './completion-blocks';
import { draftOf, listDraft } from './completion-drafts';
import { withoutHoles } from './completion-holes';
import { keysAt, labelOfKey, type NewKey } from './completion-keys';
import { type CompletionPlace, placesAt, type ValuePlace } from './completion-place';
import { scopesFor } from './completion-solutions';
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
 * What can be written at an offset, the likeliest first: keys that are allowed and not there, values, whole blocks.
 * What other files of the workspace use is proposed, too; never a secret, and nothing of JWT.
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

/** What an empty file can begin with that its name shows to be one of ours. */
export function completeEmpty(
  path: string,
  source: string,
  offset: number,
  known: Workspace = newWorkspace([]),
): readonly Completion[] {
  if (source.trim() !== '' || source.length > 1000) return [];
  const blocks = blocksOfName(path, known);
  if (blocks.length === 0) return [];
  const id = /\.cfg\.json$/.test(path) ? 'json' : /\.config$/.test(path) ? 'osgi-config' : 'yaml';
  const syntax = syntaxes[id];
  const typings = syntax.typing?.(source, offset) ?? [];
  return typings
    .slice(0, 1)
    .flatMap((typing) => blocks.map((each) => blockCompletion(each, typing, offset)));
}

interface Scene {
  readonly document: ConfigDocument;
  readonly workspace: Workspace;
  readonly offset: number;
}

function completionsAt(place: CompletionPlace, scene: Scene): readonly Completion[] {
  const { document, workspace, offset } = scene;
  const { typing } = place;
  switch (place.kind) {
    case 'value':
      return valueCompletions(place, scene);
    case 'other':
      if (typing.keyOnly) return [];
      return blocksIn(place, document, workspace).map((each) =>
        blockCompletion(each, typing, offset),
      );
    case 'entry':
      return blocksFor(place.entity, document, workspace).map((each) =>
        entryCompletion(each, typing, offset),
      );
    default: {
      const inside = place.kind === 'key' ? place.inside : [];
      const keys = keysAt({ inside, ...place }, document, workspace);
      const isFresh = inside.length === 0 && isEmpty(place) && !typing.keyOnly;
      const isBracketed = place.kind === 'new' && WITH_BRACKETS.has(document.syntax.id);
      const blocks = isFresh ? blocksFor(place.entity, document, workspace) : [];
      return [
        ...keys.map((each) => keyCompletion(each, place.entity, typing, offset, isBracketed)),
        ...blocks.map((each) => wholeCompletion(each, typing, offset, isBracketed)),
      ];
    }
  }
}

const WITH_BRACKETS: ReadonlySet<string> = new Set(['json', 'hjson']);

const isEmpty = (place: Exclude<CompletionPlace, ValuePlace>): boolean =>
  place.kind !== 'key' || (place.entity.fields.size === 0 && place.owner.properties.length <= 1);

/** What is replaced, and whether what stands behind the cursor may stay. */
function completion(
  typing: Typing,
  offset: number,
  source: string,
  rest: Pick<Completion, 'label' | 'kind' | 'detail' | 'documentation' | 'filter'> & {
    readonly at?: Span | undefined;
  },
): Completion {
  const { at: replaced = typing.word, ...said } = rest;
  const { text: newText, snippet } = withoutHoles(source);
  const isWord = newText === said.filter && typing.part('') === '';
  const inserted = isWord ? span(replaced.start, offset) : replaced;
  return { ...said, replaced, inserted, newText, snippet, also: typing.also };
}

function keyCompletion(
  found: NewKey,
  entity: Entity,
  typing: Typing,
  offset: number,
  isBracketed: boolean,
): Completion {
  const { key, draft, names, required } = found;
  const label = shownKey(key);
  const member: DraftMember = [key, draft];
  // Brackets of JSON are missing as well.
  const source = isBracketed ? typing.value({ [key]: draft }) : typing.members([member]);
  const title = labelOfKey(found, entity);
  return completion(typing, offset, source, {
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
  const schema = group ?? explainingSchema(name, entity);
  if (!schema) return undefined;
  const shape = dialect.names[name]?.shape;
  const flows = dialect.tag?.field === name ? dialect.tag.values : undefined;
  return fieldTexts({ key: shownKey(key), schema, concept, shape, flows }).join('\n\n');
}

/** A block as members of the object that is typed in. */
const blockCompletion = (block: Block, typing: Typing, offset: number): Completion =>
  completion(typing, offset, typing.members(block.members), described(block));

const described = ({ label, detail, filter = label }: Block) => ({
  label,
  kind: 'block' as const,
  detail: undefined,
  documentation: detail,
  filter,
});

/** A block in the place of an entity. */
function wholeCompletion(
  block: Block,
  typing: Typing,
  offset: number,
  isBracketed: boolean,
): Completion {
  if (!isBracketed) return blockCompletion(block, typing, offset);
  const value = typing.value(Object.fromEntries(block.members));
  return completion(typing, offset, value, described(block));
}

/** A block under a name of its own. */
function entryCompletion(block: Block, typing: Typing, offset: number): Completion {
  const name = block.members.find(([key]) => key === 'name')?.[1];
  const rest = Object.fromEntries(block.members.filter(([key]) => key !== 'name'));
  const key = typeof name === 'string' ? name : ENTRY;
  return completion(typing, offset, typing.members([[key, rest]]), described(block));
}

const ENTRY = 'my-entry';

function valueCompletions(place: ValuePlace, scene: Scene): readonly Completion[] {
  const { entity, field, item, typing } = place;
  const { document, workspace, offset } = scene;
  const all = candidatesFor(field.name, entity, workspace).filter(
    ({ text: said }) => !item.others.includes(said),
  );
  const single = all.map((each) => valueCompletion(each, place, document, offset));
  const isList = fieldSchema(entity.concept, field.name)?.format === 'scopes';
  const isFirst = isList && item.whole && !item.listed && item.others.length === 0;
  if (!isFirst) return single;
  const scopes = scopesFor(entity);
  const source = typing.value(listDraft(scopes, field.shape));
  const joined = completion(typing, offset, source, {
    label: scopes.join(','),
    kind: 'value',
    detail: undefined,
    documentation: text('complete.scopesToCompare'),
    filter: scopes.join(','),
  });
  return [joined, ...single];
}

function valueCompletion(
  candidate: Candidate,
  { field, item, typing }: ValuePlace,
  document: ConfigDocument,
  offset: number,
): Completion {
  const said = item.write ? item.write(candidate.text) : candidate.text;
  const shape = item.listed ? 'text' : field.shape;
  const draft = draftOf(candidate, shape, document);
  const source = item.whole ? typing.value(draft) : typing.part(said);
  const label =
    typeof draft === 'string' && candidate.switch !== undefined ? draft : candidate.text;
  return completion(typing, offset, source, {
    label,
    kind: 'value',
    detail: undefined,
    documentation: candidate.detail,
    filter: label,
    at: item.span,
  });
}

/** Two ways to understand a place may propose the same. */
function withoutTwins(all: readonly Completion[]): readonly Completion[] {
  const seen = new Set<string>();
  return all.filter(({ label, newText, replaced }) => {
    const key = `${label}\n${newText}\n${replaced.start}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
