import type { ConfigDocument } from '../model/document';
import { type Entity, textOf } from '../model/entity';
import { placeIn, type Workspace } from '../model/workspace';
import { isHosted, known } from './environment';

/**
 * The environment that a file's name or folders speak of, in one word: `extaccount_dev.xml` and
 * `development/extaccount.xml` both say `dev`. The name comes first, then the nearest folder.
 * Undefined where they speak of none, or of two at once.
 */
export function placeName(document: ConfigDocument, workspace: Workspace): string | undefined {
  const parts = placeIn(document, workspace).split('/').map(placesIn);
  return only(parts.findLast(({ size }) => size > 0));
}

/** The same of any name: of an instance, or of an environment. */
export const placeWord = (name: string): string | undefined => only(placesIn(name));

/** Whether two names of environments are spellings of one: `shop-prod` and `Shop Production`. */
export const isSameName = (one: string, other: string): boolean =>
  spelledAlike(one) === spelledAlike(other);

const spelledAlike = (name: string) =>
  name
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .map((word) => PLACES.get(word) ?? word)
    .join(' ');

const only = (places: ReadonlySet<string> | undefined): string | undefined => {
  const [place, ...more] = places ?? [];
  return place === undefined || place === UNSURE || more.length > 0 ? undefined : place;
};

function placesIn(name: string): ReadonlySet<string> {
  const words = wordsOf(name).filter((word) => !OF_FILES.has(word));
  const places = words.map((word, index) => {
    const place = PLACES.get(word);
    // "Live Nation" and "Test & Target" are no environments, `extaccount_live` is one.
    return place && AMBIGUOUS.has(word) && index < words.length - 1 ? undefined : place;
  });
  return new Set(places.filter((place) => place !== undefined));
}

/** The words of a name in lower case, without numbers; `pre-prod` and `nonProd` are one each. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(
      /(?<!\p{L})(pr[e\xe9]|non|not)[^\p{L}]+(?=(prod|prd|production|live)(?!\p{L}))/gu,
      '$1',
    )
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');

/** More than one environment may be meant. */
const UNSURE = '?';

const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  dev: ['dev', 'develop', 'development'],
  sandbox: ['sandbox'],
  int: ['int'],
  test: ['test'],
  qa: ['qa'],
  uat: ['uat'],
  stage: ['stage', 'staging', 'stg'],
  preprod: ['pre', 'pré'].flatMap((pre) => withProduction(pre)),
  prod: withProduction(''),
  [UNSURE]: ['non', 'not'].flatMap((not) => withProduction(not)),
};

function withProduction(start: string): readonly string[] {
  return ['prod', 'prd', 'production', 'live'].map((word) => start + word);
}

const PLACES: ReadonlyMap<string, string> = new Map(
  Object.entries(SPELLINGS).flatMap(([place, words]) => words.map((word) => [word, place])),
);

/**
 * Words that names of companies, products and programs have as well: they count at the end of a
 * name only.
 */
const AMBIGUOUS: ReadonlySet<string> = new Set(['live', 'stage', 'test', 'int', 'sandbox']);

/** Words that say what a file is, or what an instance does, and not where. */
const OF_FILES: ReadonlySet<string> = new Set(
  (
    'ext extaccount extaccounts external account accounts package packages pkg config conf serverconf server ' +
    'option options instance campaign acc ims mac env environment mkt mid rt exec ' +
    'xml yaml yml json jsonc sample sh bash ksh zsh bat cmd ps mk groovy dockerfile containerfile'
  ).split(' '),
);

/**
 * The environments that a file may be about, of those that the workspace describes: the one that
 * the instance's name or the file's place names, or all of them. A rule speaks only where it holds
 * for each.
 */
export function environmentsFor(
  document: ConfigDocument,
  workspace: Workspace,
  instance?: string,
): readonly Entity[] {
  const all = workspace.once(environmentsOf);
  const named = instance ? all.filter((each) => nameOf(each) === instance.toLowerCase()) : [];
  if (named.length > 0) return named;
  const place = (instance && placeWord(instance)) ?? placeName(document, workspace);
  if (place === undefined) return all;
  const placed = all.filter((each) => placesOf(each).includes(place));
  // Of a workspace that describes another environment only, nothing is known here.
  return placed.length > 0 ? placed : all.filter((each) => placesOf(each).length === 0);
}

const environmentsOf = ({ documents }: Workspace): readonly Entity[] =>
  documents
    .flatMap(({ entities }) => entities)
    .filter(({ concept }) => concept === 'campaign-environment');

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
