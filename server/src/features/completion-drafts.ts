import type { ConfigDocument } from '../model/document';
import type { Entity } from '../model/entity';
import type { Shape } from '../model/shape';
import type { Workspace } from '../model/workspace';
import { fieldSchema } from '../schema/catalog';
import type { Draft } from '../syntax/typing';
import { holderDraft } from './completion-holders';
import { blanksAsHoles, hole } from './completion-holes';
import type { Candidate } from './completion-values';
import { candidatesFor } from './completion-values';

/** Notations in which a boolean is no text. */
const WITH_BOOLEANS: ReadonlySet<string> = new Set(['json', 'hjson', 'osgi-config']);

/** How a value is written as all that a field of that shape holds. */
export function draftOf(
  { text, switch: on }: Pick<Candidate, 'text' | 'switch'>,
  shape: Shape,
  { syntax, path }: Pick<ConfigDocument, 'syntax' | 'path'>,
): Draft {
  if (on !== undefined) {
    if (shape === 'flag') return on ? '1' : '0';
    if (shape === 'jcr-text') return `{Boolean}${on}`;
    const isText = syntax.id === 'xml' || path.endsWith('.properties');
    return isText ? String(on) : on;
  }
  switch (shape) {
    case 'list':
    case 'list-or-json-text':
      return [text];
    case 'list-or-comma-text':
      return syntax.id === 'yaml' || syntax.id === 'json' ? [text] : text;
    case 'json-text':
      return JSON.stringify([text]);
    case 'jcr-list':
      return `[${text.replace(/[\\,]/g, '\\$&')}]`;
    default:
      return text;
  }
}

/** How several texts are written as all that a field holds. */
export function listDraft(texts: readonly string[], shape: Shape): Draft {
  switch (shape) {
    case 'list':
    case 'list-or-json-text':
    case 'list-or-comma-text':
      return texts;
    case 'json-text':
      return JSON.stringify(texts);
    case 'jcr-list':
      return `[${texts.join(',')}]`;
    default:
      return texts.join(',');
  }
}

/**
 * What a new field is written with: the value that it can only have, or a place to fill in, where at first these
 * texts stand if no others are known.
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
  if (reference) return hole(reference(path));
  const all = candidatesFor(name, entity, document, workspace);
  const [first] = all;
  const isSwitch = all.some((each) => each.switch !== undefined);
  if (first && isSwitch) {
    const written = all.map((each) => draftOf(each, shape, document));
    const isBare = WITH_BOOLEANS.has(document.syntax.id) && written.every(isBoolean);
    return isBare ? written[0]! : hole(...written.map(String));
  }
  const texts = format === 'scopes' || all.length > MANY ? [] : all.map((each) => each.text);
  const [only = ''] = texts.length === 1 ? texts : [];
  const parts = blanksAsHoles(only);
  const said = parts === only ? hole(...(texts.length > 0 ? texts : unknown)) : parts;
  return draftOf({ text: said }, shape, document);
}

/** Kinds of files that lie in repositories, and whose readers take all ids from variables. */
const IN_VARIABLES: ReadonlySet<string> = new Set(['app-builder-manifest', 'github-workflow']);

const isBoolean = (draft: Draft): boolean => typeof draft === 'boolean';

/** A list of choices is no help any more; what is typed there is completed. */
const MANY = 8;
