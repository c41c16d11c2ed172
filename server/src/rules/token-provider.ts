import type { ConfigDocument } from '../model/document';
import { type Entity, textOf } from '../model/entity';
import type { RuleContext } from './rule';

/** One of the two configurations that make a credential in AEM. */
export interface Half {
  readonly entity: Entity;
  readonly document: ConfigDocument;
}

/**
 * The other half of a credential that stands in two files: the secret of an access-token provider, or the provider
 * of a secret. Both name the same customizer; where one of them names none, they are the only two of their folder.
 */
export function otherHalf(entity: Entity, context: RuleContext): Half | undefined {
  const role = roleOf(entity);
  if (!role) return undefined;
  const others = context.workspace.documents
    .filter((document) => document.path !== context.document.path)
    .flatMap((document) => document.entities.map((each) => ({ entity: each, document })))
    .filter((half) => roleOf(half.entity) === (role === 'secret' ? 'provider' : 'secret'));
  const name = textOf(entity, 'customizer')?.text;
  const same = name && others.filter((half) => textOf(half.entity, 'customizer')?.text === name);
  if (same && same.length > 0) return nearest(same, context.document);
  const beside = others.filter(({ document }) => folderOf(document) === folderOf(context.document));
  const [only, ...more] = beside;
  return more.length === 0 && only && !(name && says(only)) ? only : undefined;
}

/** A half is known by what its dialect has no name for. */
function roleOf({ dialect: { names } }: Entity): 'provider' | 'secret' | undefined {
  if (!names.customizer) return undefined;
  return names.clientSecret ? 'secret' : 'provider';
}

/** Each run mode has a pair of its own. */
const nearest = (halves: readonly Half[], document: ConfigDocument): Half | undefined =>
  halves.find((half) => folderOf(half.document) === folderOf(document)) ??
  (halves.length === 1 ? halves[0] : undefined);

const says = ({ entity }: Half): boolean => textOf(entity, 'customizer') !== undefined;

const folderOf = ({ path }: ConfigDocument): string => path.slice(0, path.lastIndexOf('/') + 1);
