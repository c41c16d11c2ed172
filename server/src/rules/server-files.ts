import type { ConfigDocument } from '../model/document';
import { type Entity, says } from '../model/entity';
import type { Workspace } from '../model/workspace';
import type { Concept } from '../schema/catalog';
import { placeName } from './placement';

/**
 * The configuration of a Campaign server is spread over files: `serverConf.xml` for all instances, and
 * `config-<instance>.xml` for each, whose attributes win.
 */

/** Whether a file is the configuration of all instances, by its name. */
export const isForAllInstances = ({ path }: ConfigDocument): boolean =>
  /serverconf/i.test(baseName(path));

/** The instance whose configuration a file is; `config-default.xml` belongs to none. */
export function instanceOf({ path }: ConfigDocument): string | undefined {
  const name = /^config-(.+?)\.xml(?:\.\w+)?$/i.exec(baseName(path))?.[1];
  return name?.toLowerCase() === 'default' ? undefined : name;
}

/**
 * The `serverConf.xml` of an instance's file: the one beside it, or else the only one of the workspace, unless
 * that is another environment's.
 */
export function sharedFileOf(
  document: ConfigDocument,
  workspace: Workspace,
): ConfigDocument | undefined {
  if (isForAllInstances(document)) return undefined;
  const all = serverFiles(workspace).filter(isForAllInstances);
  const beside = all.filter(({ path }) => folderOf(path) === folderOf(document.path));
  const named = beside.filter(({ path }) => /^serverconf\.xml$/i.test(baseName(path)));
  if (beside.length > 0) return only(named) ?? only(beside);
  const place = placeName(document, workspace);
  const near = all.filter((each) => {
    const there = placeName(each, workspace);
    return !place || !there || place === there;
  });
  return only(near);
}

/** The other files that configure the same server: the instances' of a `serverConf.xml`, or that of an instance. */
export function filesBeside(
  document: ConfigDocument,
  workspace: Workspace,
): readonly ConfigDocument[] {
  if (!isForAllInstances(document)) {
    const shared = sharedFileOf(document, workspace);
    return shared ? [shared] : [];
  }
  return serverFiles(workspace).filter(
    (each) => sharedFileOf(each, workspace)?.path === document.path,
  );
}

/** The things of a concept that these files configure. */
export const entitiesOf = (
  documents: readonly ConfigDocument[],
  concept: Concept,
): readonly Entity[] =>
  documents.flatMap(({ entities }) => entities.filter((entity) => entity.concept === concept));

/** Whether one of these says something in a field. */
export const anySays = (entities: readonly Entity[], name: string): boolean =>
  entities.some((entity) => says(entity, name));

const serverFiles = ({ documents }: Workspace) =>
  documents.filter(({ kind }) => kind.id === 'campaign-server-config');

const only = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
