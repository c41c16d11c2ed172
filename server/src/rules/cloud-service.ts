import type { ConfigDocument } from '../model/document';
import type { Entity, Field } from '../model/entity';
import { grouped } from '../model/grouped';
import { baseName } from '../model/path';
import type { Workspace } from '../model/workspace';

/**
 * Whether an OSGi configuration is for AEM as a Cloud Service, where secrets stand in variables: it
 * is written in JSON, and lies where a project for the Cloud Service keeps its configurations, or
 * such variables are used in it or beside it. No other AEM is known to fill them in.
 */
export function isForCloudService(document: ConfigDocument, workspace: Workspace): boolean {
  if (!isJson(document)) return false;
  if (/(^|\/)osgiconfig\/config[^/]*\//.test(document.path)) return true;
  return workspace.once(projectsWithVariables).has(projectOf(document));
}

/**
 * Whether an OSGi configuration, in whichever notation, stands in a project for AEM as a Cloud
 * Service: another one there is for it, or this one uses its variables.
 */
export function isInCloudServiceProject(document: ConfigDocument, workspace: Workspace): boolean {
  if (VARIABLE.test(document.text)) return true;
  return workspace.once(projectsForCloudService).has(projectOf(document));
}

const projectsForCloudService = (workspace: Workspace): ReadonlySet<string> =>
  new Set(workspace.documents.filter((each) => isForCloudService(each, workspace)).map(projectOf));

const projectsWithVariables = ({ documents }: Workspace): ReadonlySet<string> =>
  new Set(documents.filter((each) => isJson(each) && VARIABLE.test(each.text)).map(projectOf));

const isJson = ({ path }: ConfigDocument): boolean => /\.cfg\.json$/i.test(path);

const VARIABLE = /\$\[(env|secret):\w+/;

/** The folder with the configurations of all run modes; each has a folder of its own in it. */
const projectOf = ({ path }: ConfigDocument): string =>
  path.replace(/((^|\/)config(\.[^/]*)?)?(^|\/)[^/]*$/, '');

/**
 * The variable of Cloud Manager that takes the place of a secret. A component has the same one in
 * all run modes, and no two components share one.
 */
export function secretReference(
  field: Pick<Field, 'name'>,
  entity: Entity,
  document: ConfigDocument,
  workspace: Workspace,
): string {
  const components = workspace.once(secretsOfComponents).get(field.name);
  const own = components?.get(baseName(document.path)) ?? [];
  const known = own.find(({ text }) => REFERENCE.test(text));
  if (known) return known.text;
  const usual = variableFor(field.name);
  const others = (components?.size ?? 0) - (own.length > 0 ? 1 : 0);
  return `$[secret:${others > 0 ? `${usual}_${upperSnake(entity.label ?? '')}` : usual}]`;
}

/**
 * What components have for a field, by its name and by the name of their files, which is alike in
 * all run modes.
 */
function secretsOfComponents({ documents }: Workspace) {
  const texts = documents.filter(isJson).flatMap(({ path, entities }) =>
    entities
      .flatMap(({ fields }) => [...fields.values()].flat())
      .flatMap(({ name, items }) => items.map(({ text }) => ({ name, file: baseName(path), text })))
      .filter(({ text }) => text !== ''),
  );
  const byName = grouped(texts, ({ name }) => name);
  return new Map([...byName].map(([name, all]) => [name, grouped(all, ({ file }) => file)]));
}

const REFERENCE = /^\$\[secret:\w+\]$/;

/** The name that a secret usually has outside of the file. */
export const variableFor = (name: string): string => `IMS_${upperSnake(name)}`;

const upperSnake = (name: string): string =>
  name
    .replace(/(?<=[a-z\d])(?=[A-Z])|\W+(?=\w)/g, '_')
    .replace(/\W/g, '')
    .toUpperCase()
    .slice(0, 70);
