import type { Dialect } from '../model/dialect';
import type { ConfigDocument } from '../model/document';
import { writtenValue } from '../model/edit';
import type { Entity } from '../model/entity';
import { type Shape, shapeForm } from '../model/shape';
import type { Workspace } from '../model/workspace';
import { fieldSchema } from '../schema/catalog';
import type { Draft, DraftMember, DraftObject } from '../syntax/typing';
import { holderDraft } from './completion-holders';
import { idChoices, sortOf } from './completion-known';
import { blanksAsTabStops, tabStop } from './completion-tab-stops';
import type { Candidate } from './completion-values';
import { candidatesFor } from './completion-values';

/** Notations in which a boolean is no text. */
const WITH_BOOLEANS: ReadonlySet<string> = new Set(['json', 'hjson', 'osgi-config']);

/** How a value is written as all that a field of that shape holds. */
export const draftOf = (
  { text, switch: on }: Pick<Candidate, 'text' | 'switch'>,
  shape: Shape,
): Draft => (on === undefined ? listDraft([text], shape) : switchDraft(on, shape));

function switchDraft(on: boolean, shape: Shape): string | boolean {
  const written = writtenValue(on, shape);
  return typeof written === 'boolean' ? written : String(written);
}

/**
 * Members of the fields of a dialect, each with a text or a switch, or with all texts of a list.
 */
export const fieldMembers = (
  { names }: Pick<Dialect, 'names'>,
  values: Readonly<Record<string, string | boolean | readonly string[]>>,
): readonly DraftMember[] =>
  placedIn(
    names,
    Object.entries(values).map(([name, value]) => {
      const written = writtenValue(value, names[name]?.shape ?? 'text');
      return [name, typeof written === 'number' ? String(written) : written];
    }),
  );

/** Members under the names of a dialect; what stands in objects of its own lies in them. */
export function placedIn(
  names: Dialect['names'],
  members: readonly (readonly [name: string, value: Draft])[],
): readonly DraftMember[] {
  const root: Record<string, Draft> = {};
  for (const [name, value] of members) {
    const parts = names[name]?.path.split('/') ?? [];
    const key = parts.pop() ?? name;
    let home = root;
    for (const part of parts) {
      const inner = home[part];
      const next: Record<string, Draft> = isObject(inner) ? { ...inner } : {};
      home[part] = next;
      home = next;
    }
    home[key] = value;
  }
  return Object.entries(root);
}

const isObject = (draft: Draft | undefined): draft is DraftObject =>
  typeof draft === 'object' && !Array.isArray(draft);

/**
 * How many fields are written, wherever in it they stand; a list of plain values is one of them.
 */
export const fieldCount = (draft: Draft): number => {
  if (typeof draft !== 'object') return 1;
  const counts = Object.values(draft).map(fieldCount);
  const isPlain = Array.isArray(draft) && draft.every((each) => typeof each !== 'object');
  return isPlain ? 1 : counts.reduce((sum, each) => sum + each, 0);
};

/** How texts are written as all that a field of that shape holds. */
export function listDraft(texts: readonly string[], shape: Shape): Draft {
  const { list, also } = shapeForm(shape);
  const holdsOne = list === 'none' || list === 'lines' || also === 'one';
  const [only] = texts;
  const written = writtenValue(holdsOne && texts.length === 1 ? only! : texts, shape);
  return typeof written === 'number' ? String(written) : written;
}

/**
 * What a new field is written with: the value that it can only have, or a place to fill in, where
 * at first these texts stand if no others are known.
 */
export function newValue(
  name: string,
  entity: Entity,
  document: ConfigDocument,
  workspace: Workspace,
  ...unknown: readonly string[]
): Draft {
  const holder = holderDraft(entity, name);
  if (holder !== undefined) return holder;
  const { shape = 'text', path = name } = entity.dialect.names[name] ?? {};
  const format = fieldSchema(entity.concept, name)?.format;
  const reference =
    IN_VARIABLES.has(document.kind.id) && format ? entity.dialect.reference : undefined;
  if (reference) return tabStop(reference(path));
  const all = candidatesFor(name, entity, document, workspace);
  const [first] = all;
  const isSwitch = all.some((each) => each.switch !== undefined);
  if (first && isSwitch) {
    const choices = all.flatMap((each) =>
      each.switch === undefined ? [] : [switchDraft(each.switch, shape)],
    );
    const [usual] = choices;
    const isBare = WITH_BOOLEANS.has(document.syntax.id) && typeof usual === 'boolean';
    return isBare ? usual : tabStop(...choices);
  }
  const texts = format === 'scopes' || !isShort(all) ? [] : all.map((each) => each.text);
  const [only = ''] = texts.length === 1 ? texts : [];
  const parts = blanksAsTabStops(only);
  const sort = sortOf(entity.concept, name);
  const isFirstMeant = all.filter(({ partner }) => partner).length === 1;
  const choices = sort && texts.length > 0 ? idChoices(name, sort, texts, isFirstMeant) : texts;
  const said = parts === only ? tabStop(...(choices.length > 0 ? choices : unknown)) : parts;
  return listDraft([said], shape);
}

/** Kinds of files that lie in repositories, and whose readers take all ids from variables. */
const IN_VARIABLES: ReadonlySet<string> = new Set(['app-builder-manifest', 'github-workflow']);

/**
 * Whether there is anything to choose from at a glance; where there is more, what is typed is
 * completed.
 */
export const isShort = (choices: readonly unknown[]): boolean =>
  choices.length > 0 && choices.length <= 8;
