import type { ConfigDocument } from '../model/document';
import type { Workspace } from '../model/workspace';
import { type Span, touches } from '../text/span';
import { namePlaces } from './navigation-names';
import { type IdPlace, idPlaces, placesById } from './navigation-places';

export interface Definitions {
  /** The id under the cursor. */
  readonly origin: Span;
  /** Where it is described first-hand. */
  readonly places: readonly IdPlace[];
}

/**
 * Where the thing is described that is named under the cursor: an environment by its entry, what
 * the Developer Console made by its download, or else by our own notation. Undefined where nothing
 * is named; without places where no file describes it.
 */
export function definitions(
  document: ConfigDocument,
  offset: number,
  known?: Workspace,
): Definitions | undefined {
  const all = placesOf(document, offset, known);
  return all && { origin: all.at.span, places: definitionsAmong(all.places) };
}

/** All places that name the same as the one under the cursor, in the order of the files. */
export function references(
  document: ConfigDocument,
  offset: number,
  known?: Workspace,
  withDefinitions = true,
): readonly IdPlace[] {
  const places = placesOf(document, offset, known)?.places ?? [];
  if (withDefinitions) return places;
  const described = new Set(definitionsAmong(places));
  return places.filter((place) => !described.has(place));
}

export interface Highlight {
  readonly span: Span;
  readonly isDefinition: boolean;
}

/**
 * The places in the document that name the same as the one under the cursor: an id, a variable, or
 * a secret.
 */
export function highlights(document: ConfigDocument, offset: number): readonly Highlight[] {
  const here = idPlaces(document);
  const at = closest(here, offset, ({ span }) => span);
  if (at) {
    return here
      .filter(({ id }) => id === at.id)
      .map(({ span, isEnvironment, rank }) => ({
        span,
        isDefinition: isEnvironment && rank !== undefined,
      }));
  }
  const names = namePlaces(document);
  const named = closest(names, offset, ({ whole }) => whole);
  return names
    .filter(({ id }) => id === named?.id)
    .map(({ span, isDefinition }) => ({ span, isDefinition }));
}

/** The first description of each file, of those that are closest to the origin. */
function definitionsAmong(places: readonly IdPlace[]): readonly IdPlace[] {
  const best = Math.min(...places.map(({ rank }) => rank ?? Number.POSITIVE_INFINITY));
  const seen = new Set<ConfigDocument>();
  return places.filter(({ document, rank }) => {
    if (rank === undefined || rank > best || seen.has(document)) return false;
    seen.add(document);
    return true;
  });
}

interface Found {
  readonly at: IdPlace;
  readonly places: readonly IdPlace[];
}

/**
 * The workspace may know an older text of the document, so that its own places are looked up in
 * itself.
 */
function placesOf(
  document: ConfigDocument,
  offset: number,
  known: Workspace | undefined,
): Found | undefined {
  const own = idPlaces(document);
  const at = closest(own, offset, ({ span }) => span);
  if (!at) return undefined;
  const elsewhere = known?.once(placesById).get(at.id) ?? [];
  const { path } = document;
  const others = elsewhere.filter((place) => place.document.path !== path);
  const places = [
    ...others.filter((place) => place.document.path < path),
    ...own.filter(({ id }) => id === at.id),
    ...others.filter((place) => place.document.path > path),
  ];
  return { at, places: at.isEnvironment ? ofOneProject(at, places) : places };
}

/**
 * Two files that describe an environment of one name speak of two; any other file may mean both.
 */
function ofOneProject(at: IdPlace, places: readonly IdPlace[]): readonly IdPlace[] {
  const describing = new Set(
    places.filter(({ rank }) => rank !== undefined).map(({ document }) => document),
  );
  if (!describing.has(at.document)) return places;
  return places.filter(({ document }) => document === at.document || !describing.has(document));
}

/** Of places that touch the cursor the one that begins there. */
const closest = <T>(
  places: readonly T[],
  offset: number,
  spanOf: (place: T) => Span,
): T | undefined => places.findLast((place) => touches(spanOf(place), offset));
