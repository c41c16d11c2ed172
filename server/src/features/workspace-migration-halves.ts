import type { CheckContext } from '../check';
import type { ConfigDocument } from '../model/document';
import { newWorkspace } from '../model/workspace';
import { otherHalf } from '../rules/token-provider';
import { continued, type Migration, migrate } from './workspace-migration';

/** A file, and what it is checked with. */
export interface Migratable {
  readonly document: ConfigDocument;
  readonly context: CheckContext;
}

/**
 * What migrations ask of other files: a credential may stand in two of them, and the one with the
 * secret follows the other. Nothing else in it is changed. Given all files of the workspace, and
 * what was found for some of them.
 */
export function followingMigrations(
  files: readonly Migratable[],
  found: ReadonlyMap<ConfigDocument, Migration>,
): ReadonlyMap<ConfigDocument, Migration> {
  const after = (document: ConfigDocument) => found.get(document)?.document ?? document;
  const migrated = new Set([...found.values()].map(({ document }) => document));
  const workspace = newWorkspace(
    files.map(({ document }) => after(document)),
    files[0]?.context.workspace?.folders,
  );
  const following = new Map<ConfigDocument, Migration>();
  for (const { document: original, context } of files) {
    const document = after(original);
    const follows = document.entities.some((entity) => {
      if (entity.dialect.credential?.part !== 'secret') return false;
      const other = otherHalf(entity, { document, workspace });
      return other !== undefined && migrated.has(other.document);
    });
    const step = follows ? migrate(document, { ...context, workspace }, FINISHES) : undefined;
    const before = found.get(original);
    if (step) {
      following.set(original, before ? continued(original, before, step, step.document) : step);
    }
  }
  return following;
}

/** The rules that tell of what a migration has left undone. */
const FINISHES = ['half-migrated'];
