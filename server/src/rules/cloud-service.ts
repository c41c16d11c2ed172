import type { ConfigDocument } from '../model/document';
import type { Entity, Field } from '../model/entity';
import { baseName } from '../model/path';
import type { Workspace } from '../model/workspace';

/**
 * Whether an OSGi configuration is for AEM as a Cloud Service, where secrets stand in variables: it is written in
 * JSON, and lies where a project for the Cloud Service keeps its configurations, or such variables are used in it
 * or beside it. No other AEM is known to fill them in.
 */
export function isForCloudService(document: ConfigDocument, { documents }: Workspace): boolean {
  if (!isJson(document)) return false;
  if (/(^|\/)osgiconfig\/config[^/]*\//.test(document.path)) return true;
  const project = projectOf(document);
  return [document, ...documents.filter(isJson).filter((each) => projectOf(each) === project)].some(
    ({ text }) => VARIABLE.test(text),
  );
}

const isJson = ({ path }: ConfigDocument): boolean => /\.cfg\.json$/i.test(path);

const VARIABLE = /\$\[(env|secret):\w+/;

/** The folder with the configurations of all run modes; each has a folder of its own in it. */
const projectOf = ({ path }: ConfigDocument): string =>
  path.replace(/((^|\/)config(\.[^/]*)?)?(^|\/)[^/]*$/, '');

/**
 * The variable of Cloud Manager that takes the place of a secret. A component has the same one in all run modes,
 * and no two components share one.
 */
export function secretReference(
  field: Field,
  entity: Entity,
  document: ConfigDocument,
  { documents }: Workspace,
): string {
  const others = documents
    .filter((each) => each.path !== document.path && isJson(each))
    .flatMap(({ path, entities }) => entities.map((each) => ({ path, entity: each })))
    .flatMap(({ path, entity: each }) =>
      (each.fields.get(field.name) ?? []).map(({ items }) => ({
        path,
        text: items[0]?.text ?? '',
      })),
    );
  const isSame = (path: string) => baseName(path) === baseName(document.path);
  const known = others.find(({ path, text }) => isSame(path) && REFERENCE.test(text));
  if (known) return known.text;
  const usual = variableFor(field.name);
  const isTaken = others.some(({ path, text }) => !isSame(path) && text !== '');
  return `$[secret:${isTaken ? `${usual}_${upperSnake(entity.label ?? '')}` : usual}]`;
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
