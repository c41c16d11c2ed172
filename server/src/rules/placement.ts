import type { ConfigDocument } from '../model/document';
import { type Entity, textOf } from '../model/entity';
import { placeIn, type Workspace } from '../model/workspace';
import { isHosted, known } from './environment';

/**
 * The environment that a file's name or folders speak of, in one word: `extaccount_dev.xml` and
 * `development/extaccount.xml` both say `dev`. Undefined where they speak of none.
 */
export function placeName(document: ConfigDocument, workspace: Workspace): string | undefined {
  const parts = placeIn(document, workspace)
    .replace(/\.\w+$/, '')
    .split('/');
  return parts.map(placeWord).findLast((word) => word !== undefined);
}

/** The same of any name: of an instance, or of an environment. */
export function placeWord(name: string): string | undefined {
  const words = name
    .replace(/pre[-_ ]?prod(uction)?/gi, 'preprod')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  const found = words.findLast((word) => Object.hasOwn(PLACES, word));
  return found === undefined ? undefined : PLACES[found];
}

const PLACES: Readonly<Record<string, string>> = {
  dev: 'dev',
  develop: 'dev',
  development: 'dev',
  sandbox: 'sandbox',
  int: 'int',
  integration: 'int',
  test: 'test',
  qa: 'qa',
  uat: 'uat',
  stage: 'stage',
  staging: 'stage',
  stg: 'stage',
  preprod: 'preprod',
  prod: 'prod',
  prd: 'prod',
  production: 'prod',
  live: 'prod',
};

/**
 * The environments that a file may be about, of those that the workspace describes: the one that the instance's
 * name or the file's place names, or all of them. A rule speaks only where it holds for each.
 */
export function environmentsFor(
  document: ConfigDocument,
  workspace: Workspace,
  instance?: string,
): readonly Entity[] {
  const all = workspace.documents
    .flatMap(({ entities }) => entities)
    .filter(({ concept }) => concept === 'campaign-environment');
  const named = instance ? all.filter((each) => nameOf(each) === instance.toLowerCase()) : [];
  if (named.length > 0) return named;
  const place = (instance && placeWord(instance)) ?? placeName(document, workspace);
  if (place === undefined) return all;
  const placed = all.filter((each) => placesOf(each).includes(place));
  // Of a workspace that describes another environment only, nothing is known here.
  return placed.length > 0 ? placed : all.filter((each) => placesOf(each).length === 0);
}

/** Whether Adobe runs the servers of every environment that a file may be about. */
export function isHostedFor(
  document: ConfigDocument,
  workspace: Workspace,
  instance?: string,
): boolean {
  const environments = environmentsFor(document, workspace, instance);
  return environments.length > 0 && environments.every(isHosted);
}

const nameOf = (environment: Entity) => textOf(environment, 'name')?.text.toLowerCase();

/** What the name of an environment and its stage say, in the words of `placeWord`. */
const placesOf = (environment: Entity): readonly string[] =>
  [known(environment, 'name'), known(environment, 'stage')].flatMap(
    (value) => (value && placeWord(value.text)) ?? [],
  );
