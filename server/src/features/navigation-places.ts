import type { ConfigDocument } from '../model/document';
import type { Entity, TextValue } from '../model/entity';
import { valueKind } from '../model/value';
import type { Workspace } from '../model/workspace';
import type { Span } from '../text/span';
import { inComments } from './comment-places';
import { sortOf, type ValueSort } from './completion-known';

/** A place where an id stands that several files may share. */
export interface IdPlace {
  readonly document: ConfigDocument;
  /** The characters of the id. */
  readonly span: Span;
  /** Equal where the same thing is meant, however it is spelled. */
  readonly id: string;
  readonly isEnvironment: boolean;
  /**
   * How close to its origin the thing is described here: in what Adobe gave (0), or in our own
   * notation (1), where environments have their entries. Undefined where it is only mentioned.
   */
  readonly rank: number | undefined;
  /** The description, or the id alone. */
  readonly whole: Span;
}

/** All places of the workspace, by their ids. Ask it with `workspace.once`. */
export function placesById(workspace: Workspace): ReadonlyMap<string, readonly IdPlace[]> {
  const found = new Map<string, IdPlace[]>();
  const places = workspace.documents.flatMap((each) => workspace.about(each, idPlaces));
  for (const place of places) {
    const same = found.get(place.id);
    if (same) same.push(place);
    else found.set(place.id, [place]);
  }
  return found;
}

/**
 * The ids of a document, in the order of the text: in their fields, and wherever else one stands
 * that cannot be mistaken. What stands in comments, what only refers to an id and what is still to
 * be filled in is none.
 */
export function idPlaces(document: ConfigDocument): readonly IdPlace[] {
  const places = new Map<number, IdPlace>();
  for (const entity of document.entities) {
    for (const [name, fields] of entity.fields) {
      const sort = sortIn(entity, name);
      if (!sort) continue;
      for (const { items } of fields) {
        for (const item of items) add(places, placeOf(document, entity, sort, item));
      }
    }
  }
  const inFields = [...places.values()];
  for (const place of evidentPlaces(document, inFields)) add(places, place);
  return [...places.values()].sort((one, other) => one.span.start - other.span.start);
}

/** Several entities may have one field in common; the description is the better one. */
function add(places: Map<number, IdPlace>, place: IdPlace | undefined): void {
  const known = place && places.get(place.span.start);
  if (place && (!known || (place.rank ?? 9) < (known.rank ?? 9))) {
    places.set(place.span.start, place);
  }
}

const sortIn = ({ concept }: Entity, name: string): ValueSort | undefined =>
  concept === 'campaign-environment' && name === 'name' ? 'environment' : sortOf(concept, name);

function placeOf(
  document: ConfigDocument,
  entity: Entity,
  sort: ValueSort,
  value: TextValue,
): IdPlace | undefined {
  const id = idOf(sort, value);
  if (id === undefined) return undefined;
  const isEnvironment = sort === 'environment';
  const rank = rankOf(document, entity, isEnvironment);
  const span = narrowed(document, value);
  return {
    document,
    span,
    id,
    isEnvironment,
    rank,
    whole: rank === undefined ? span : around(entity.span, span),
  };
}

/**
 * Without the quotes of a key, and without what else a place holds where it is not known where a
 * text stands.
 */
function narrowed({ text: source }: ConfigDocument, { text, span }: TextValue): Span {
  const at = source.slice(span.start, span.end).indexOf(text);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + text.length };
}

const around = (one: Span, other: Span): Span => ({
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
});

function rankOf(
  { kind }: ConfigDocument,
  { concept, dialect }: Entity,
  isEnvironment: boolean,
): number | undefined {
  if (isEnvironment) return concept === 'campaign-environment' ? 0 : undefined;
  if (concept === 'ims-credential' && kind.isDownload) return 0;
  return dialect.style === 'closed' ? 1 : undefined;
}

/** What a value stands for; the form tells more than the field, where people mix them up. */
function idOf(sort: ValueSort, { text, kind }: TextValue): string | undefined {
  if (sort === 'environment') {
    // An environment may well be called "test".
    const isName = (kind === 'literal' || kind === 'test') && /^[^\r\n]{1,80}$/.test(text);
    return isName ? `environment ${text.toLowerCase()}` : undefined;
  }
  if (kind !== 'literal') return undefined;
  const evident = evidentId(text) ?? clientId(text);
  if (evident !== undefined) return evident;
  if (sort === 'org-id' && HEXADECIMAL.test(text)) return evidentId(`${text}@AdobeOrg`);
  if (sort === 'technical-account-id' && HEXADECIMAL.test(text)) {
    return evidentId(`${text}@techacct.adobe.com`);
  }
  return sort === 'campaign-client' && /^[\w .-]{2,60}$/.test(text) ? `client ${text}` : undefined;
}

const HEXADECIMAL = /^[0-9a-f]{24}$/i;

const clientId = (text: string): string | undefined =>
  /^([0-9a-f]{32}|cm-p\d+-e\d+-integration-\d+)$/.test(text) ? `client ${text}` : undefined;

const evidentId = (text: string): string | undefined =>
  EVIDENT.test(text) ? `account ${text.toLowerCase()}` : undefined;

const EVIDENT =
  /^([0-9a-f]{24}@(AdobeOrg|techacct\.adobe\.com)|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@techacct\.adobe\.com)$/i;

/**
 * Organizations and technical accounts in claims, in texts inside texts, and in keys that nobody
 * knows; and the client ids of the document wherever else it has them.
 */
function evidentPlaces(document: ConfigDocument, known: readonly IdPlace[]): readonly IdPlace[] {
  const starts = new Set(known.map(({ span }) => span.start));
  const ids = new Set(known.map(({ id }) => id));
  const isComment = inComments(document);
  return evidentSpans(document.text, ids).flatMap((span) => {
    const text = document.text.slice(span.start, span.end);
    const id = evidentId(text) ?? clientId(text);
    if (id === undefined || starts.has(span.start) || valueKind(text) !== 'literal') return [];
    if (isComment(span)) return [];
    return [{ document, span, id, isEnvironment: false, rank: undefined, whole: span }];
  });
}

function evidentSpans(text: string, known: ReadonlySet<string>): readonly Span[] {
  // Their ends are rare, so that little of a text is looked at twice.
  const accounts = [...text.matchAll(ENDINGS)].flatMap(({ 0: ending, index }) => {
    const before = BEFORE.exec(text.slice(Math.max(0, index - 40), index))?.[0];
    return before ? [{ start: index - before.length, end: index + ending.length }] : [];
  });
  const clients = [...text.matchAll(AUDIENCE)].map(({ 0: found, index }) => ({
    start: index + 3,
    end: index + found.length,
  }));
  const others = [...text.matchAll(CLIENT)].flatMap(({ 0: found, index }) =>
    known.has(`client ${found}`) ? [{ start: index, end: index + found.length }] : [],
  );
  return [...accounts, ...clients, ...others];
}

const ENDINGS = /@(?:AdobeOrg|techacct\.adobe\.com)(?![\w-])/gi;
const BEFORE = /(?<![\w-])(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
/** What a client id looks like, and many other things. */
const CLIENT = /(?<![\w-])[0-9a-f]{32}(?![\w-])/g;
/** The client that a JWT is meant for. */
const AUDIENCE = /\/c\/[0-9a-f]{32}(?![\w-])/g;
