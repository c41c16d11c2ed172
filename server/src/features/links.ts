import type { ConfigDocument } from '../model/document';
import type { Entity, Field } from '../model/entity';
import type { Workspace } from '../model/workspace';
import { explainingSchema } from '../rules/field-name';
import { overlaps, type Span } from '../text/span';
import { text } from '../texts';
import { consoleLinks, type PageLink } from './links-console';
import { type FileLink, fileLinks } from './links-files';
import { idPlaces } from './navigation-places';

/** A place that leads to a file, or to a page of Adobe's. */
export type DocumentLink = FileLink | PageLink;

/**
 * Where a document leads to, in the order of the text: to each of Adobe's pages once, from the
 * first key that it is about, from ids to their pages of the Developer Console, and from the paths
 * of keys and credentials to their files. Files are only those of the workspace, those beside the
 * document or below its folder, and those that the document says to be in the home folder, whose
 * path is `home`. No link is made of a secret.
 */
export function documentLinks(
  document: ConfigDocument,
  workspace?: Workspace,
  home?: string,
): readonly DocumentLink[] {
  const links = new Map<number, DocumentLink>();
  const pages = document.entities
    .flatMap(pageLinks)
    .map((link) => ({ ...link, span: unquoted(link.span, document) }));
  // The names that lead to other files of the workspace lead nowhere else.
  const taken = new Set(idPlaces(document).map(({ span }) => span.start));
  const files = fileLinks(document, workspace?.folders ?? [], home);
  for (const link of [...files, ...consoleLinks(document), ...onceEach(pages)]) {
    const { start } = link.span;
    if (!taken.has(start) && !links.has(start)) links.set(start, link);
  }
  return [...links.values()].sort((one, other) => one.span.start - other.span.start);
}

/**
 * The first link to each page: every hover leads to its page as well, and a text full of underlines
 * is hard to read.
 */
function onceEach(links: readonly PageLink[]): readonly PageLink[] {
  const first = new Map<string, PageLink>();
  for (const link of links) {
    const found = first.get(link.target.page);
    if (!found || link.span.start < found.span.start) first.set(link.target.page, link);
  }
  return [...first.values()];
}

/** Keys of JSON stand in quotes, which belong to no name. */
function unquoted(span: Span, { text: source }: ConfigDocument): Span {
  const { start, end } = span;
  const isQuoted = end - start > 2 && /^["']$/.test(source[start] ?? '');
  return isQuoted && source[end - 1] === source[start] ? { start: start + 1, end: end - 1 } : span;
}

const pageLinks = (entity: Entity): readonly PageLink[] =>
  [...entity.fields.values()].flat().flatMap((field) => fieldLink(entity, field));

/** At the key; where an id has none of its own, the key is its place, and leads to other files. */
function fieldLink(entity: Entity, field: Field): readonly PageLink[] {
  const { keySpan, value } = field;
  if (keySpan.start === keySpan.end || overlaps(keySpan, value.span)) return [];
  const schema = explainingSchema(field.name, entity);
  const page = schema?.['x-link'];
  if (!schema || !page) return [];
  return [{ span: keySpan, target: { page }, tooltip: text('link.page', { title: schema.title }) }];
}
