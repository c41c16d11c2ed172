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
 * The other half of a credential that stands in two files: the secret of an access-token provider,
 * or the provider of a secret. Both name the same customizer; where one of them names none, they
 * are the only two of their folder.
 */
export function otherHalf(
  entity: Entity,
  { document, workspace }: Pick<RuleContext, 'document' | 'workspace'>,
): Half | undefined {
  const part = partOf(entity);
  if (!part) return undefined;
  const halves = workspace.once(halvesOf)[part === 'secret' ? 'provider' : 'secret'];
  const isOther = (half: Half) => half.document.path !== document.path;
  const name = textOf(entity, 'customizer')?.text;
  const same = ((name && halves.byCustomizer.get(name)) || []).filter(isOther);
  if (same.length > 0) return nearest(same, document);
  const [only, ...more] = (halves.byFolder.get(folderOf(document.path)) ?? []).filter(isOther);
  return more.length === 0 && only && !(name && says(only)) ? only : undefined;
}

interface Halves {
  readonly byCustomizer: ReadonlyMap<string, readonly Half[]>;
  readonly byFolder: ReadonlyMap<string, readonly Half[]>;
}

function halvesOf({ documents }: Workspace): Readonly<Record<Part, Halves>> {
  const all = documents.flatMap((document) =>
    document.entities.map((entity) => ({ entity, document })),
  );
  const halvesFor = (part: Part): Halves => {
    const halves = all.filter(({ entity }) => partOf(entity) === part);
    return {
      byCustomizer: grouped(halves, ({ entity }) => textOf(entity, 'customizer')?.text),
      byFolder: grouped(halves, ({ document }) => folderOf(document.path)),
    };
  };
  return { provider: halvesFor('provider'), secret: halvesFor('secret') };
}

const partOf = ({ dialect }: Entity) => dialect.credential?.part;

type Part = NonNullable<ReturnType<typeof partOf>>;

/** Each run mode has a pair of its own. */
const nearest = (halves: readonly Half[], document: ConfigDocument): Half | undefined =>
  halves.find((half) => folderOf(half.document.path) === folderOf(document.path)) ??
  (halves.length === 1 ? halves[0] : undefined);

const says = ({ entity }: Half): boolean => textOf(entity, 'customizer') !== undefined;
