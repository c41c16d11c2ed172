import type { ConfigDocument } from '../model/document';
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
  path.replace(/\/config[^/]*\/.*$|[^/]*$/, '');
