import type { ConfigDocument } from '../model/document';
import { type Entity, textOf } from '../model/entity';
import { grouped } from '../model/grouped';
import { folderOf } from '../model/path';
import type { Workspace } from '../model/workspace';
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
export function otherHalf(entity: Entity, { document, workspace }: RuleContext): Half | undefined {
  const role = roleOf(entity);
  if (!role) return undefined;
  const halves = workspace.once(halvesOf)[role === 'secret' ? 'provider' : 'secret'];
  const isOther = (half: Half) => half.document.path !== document.path;
  const name = textOf(entity, 'customizer')?.text;
  const same = ((name && halves.byCustomizer.get(name)) || []).filter(isOther);
  if (same.length > 0) return nearest(same, document);
  const [only, ...more] = (halves.byFolder.get(folderOf(document.path)) ?? []).filter(isOther);
  return more.length === 0 && only && !(name && says(only)) ? only : undefined;
}

type Role = 'provider' | 'secret';

interface Halves {
  readonly byCustomizer: ReadonlyMap<string, readonly Half[]>;
  readonly byFolder: ReadonlyMap<string, readonly Half[]>;
}

function halvesOf({ documents }: Workspace): Readonly<Record<Role, Halves>> {
  const all = documents.flatMap((document) =>
    document.entities.map((entity) => ({ entity, document })),
  );
  const ofRole = (role: Role): Halves => {
    const halves = all.filter(({ entity }) => roleOf(entity) === role);
    return {
      byCustomizer: grouped(halves, ({ entity }) => textOf(entity, 'customizer')?.text),
      byFolder: grouped(halves, ({ document }) => folderOf(document.path)),
    };
  };
  return { provider: ofRole('provider'), secret: ofRole('secret') };
}

/** A half is known by what its dialect has no name for. */
function roleOf({ dialect: { names } }: Entity): Role | undefined {
  if (!names.customizer) return undefined;
  return names.clientSecret ? 'secret' : 'provider';
}

/** Each run mode has a pair of its own. */
const nearest = (halves: readonly Half[], document: ConfigDocument): Half | undefined =>
  halves.find((half) => folderOf(half.document.path) === folderOf(document.path)) ??
  (halves.length === 1 ? halves[0] : undefined);

const says = ({ entity }: Half): boolean => textOf(entity, 'customizer') !== undefined;
