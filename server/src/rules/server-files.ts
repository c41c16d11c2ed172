import type { ConfigDocument } from '../model/document';
import { type Entity, says } from '../model/entity';
import { baseName, folderOf } from '../model/path';
import type { Workspace } from '../model/workspace';
import type { Concept } from '../schema/catalog';
import { placeName } from './placement';

/**
 * The configuration of a Campaign server is spread over files: `serverConf.xml` for all instances,
 * and `config-<instance>.xml` for each, whose attributes win.
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
 * The `serverConf.xml` of an instance's file: the one beside it, or else the only one of the
 * workspace, unless that is another environment's.
 */
export function sharedFileOf(
  document: ConfigDocument,
  workspace: Workspace,
): ConfigDocument | undefined {
  return workspace.once(serverPairs).sharedBy.get(document);
}

/**
 * The other files that configure the same server: the instances' of a `serverConf.xml`, or that of
 * an instance.
 */
export function filesBeside(
  document: ConfigDocument,
  workspace: Workspace,
): readonly ConfigDocument[] {
  const { sharedBy, instancesOf } = workspace.once(serverPairs);
  if (isForAllInstances(document)) return instancesOf.get(document) ?? [];
  return [sharedBy.get(document) ?? []].flat();
}

/** Which files of a workspace configure one server. */
interface ServerPairs {
  readonly sharedBy: ReadonlyMap<ConfigDocument, ConfigDocument>;
  readonly instancesOf: ReadonlyMap<ConfigDocument, readonly ConfigDocument[]>;
}

function serverPairs(workspace: Workspace): ServerPairs {
  const servers = workspace.documents.filter(({ kind }) => kind.id === 'campaign-server-config');
  const shared = servers
    .filter(isForAllInstances)
    .map((document) => ({ document, place: placeName(document, workspace) }));
  const sharedBy = new Map<ConfigDocument, ConfigDocument>();
  const instancesOf = new Map<ConfigDocument, ConfigDocument[]>();
  for (const document of servers.filter((each) => !isForAllInstances(each))) {
    const found = sharedAmong(shared, document, placeName(document, workspace));
    if (!found) continue;
    sharedBy.set(document, found);
    instancesOf.set(found, [...(instancesOf.get(found) ?? []), document]);
  }
  return { sharedBy, instancesOf };
}

interface SharedFile {
  readonly document: ConfigDocument;
  readonly place: string | undefined;
}

function sharedAmong(
  all: readonly SharedFile[],
  { path }: ConfigDocument,
  place: string | undefined,
): ConfigDocument | undefined {
  const beside = all.filter(({ document }) => folderOf(document.path) === folderOf(path));
  const named = beside.filter(({ document }) => /^serverconf\.xml$/i.test(baseName(document.path)));
  if (beside.length > 0) return (only(named) ?? only(beside))?.document;
  return only(all.filter((each) => !place || !each.place || place === each.place))?.document;
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

const only = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);
