import type { ConfigDocument } from '../model/document';
import type { Entity, Field } from '../model/entity';
import type { Workspace } from '../model/workspace';
import { explainingSchema } from '../rules/field-name';
import { conceptSchema } from '../schema/catalog';
import { overlaps, type Span } from '../text/span';
import { text } from '../texts';
import { type FileLink, fileLinks } from './links-files';
import { idPlaces } from './navigation-places';

/** A place that leads to a file, or to a page of Adobe's. */
export type DocumentLink = FileLink | PageLink;

interface PageLink {
  readonly span: Span;
  readonly target: { readonly page: string };
  /** What it leads to. */
  readonly tooltip: string;
}

/**
 * Where a document leads to, in the order of the text: from keys and names to Adobe's page about them, and from
 * the paths of keys and credentials to their files. Files are only those of the workspace, and those beside the
 * document or below its folder. No link is made of a secret.
 */
export function documentLinks(
  document: ConfigDocument,
  workspace?: Workspace,
): readonly DocumentLink[] {
  const links = new Map<number, DocumentLink>();
  const found = [
    ...fileLinks(document, workspace?.folders ?? []),
    ...document.entities
      .flatMap(pageLinks)
      .map((link) => ({ ...link, span: unquoted(link.span, document) })),
  ];
  // The names that lead to other files of the workspace lead nowhere else.
  const taken = new Set(idPlaces(document).map(({ span }) => span.start));
  for (const link of found) {
    const { start } = link.span;
    if (!taken.has(start) && !links.has(start)) links.set(start, link);
  }
  return [...links.values()].sort((one, other) => one.span.start - other.span.start);
}

/** Keys of JSON stand in quotes, which belong to no name. */
function unquoted(span: Span, { text: source }: ConfigDocument): Span {
  const { start, end } = span;
  const isQuoted = end - start > 2 && /^["']$/.test(source[start] ?? '');
  return isQuoted && source[end - 1] === source[start] ? { start: start + 1, end: end - 1 } : span;
}

function pageLinks(entity: Entity): readonly PageLink[] {
  const fields = [...entity.fields.values()].flat().flatMap((field) => fieldLink(entity, field));
  return [...headLink(entity), ...fields];
}

/** Of an entity that has a name which stands for it: a tag, or the key of a map. A first key is a field like others. */
function headLink({ concept, head, span, home, container }: Entity): readonly PageLink[] {
  const isFirstKey = home?.properties[0]?.keySpan.start === head.start;
  if (container || isFirstKey || head === span || head.start === head.end) return [];
  const { title, 'x-link': page } = conceptSchema(concept);
  return page ? [pageLink(head, page, title)] : [];
}

/** At the key; where an id has none of its own, the key is its place, and leads to other files. */
function fieldLink(entity: Entity, field: Field): readonly PageLink[] {
  const { keySpan, value } = field;
  if (keySpan.start === keySpan.end || overlaps(keySpan, value.span)) return [];
  const schema = explainingSchema(field.name, entity);
  const page = schema?.['x-link'];
  return schema && page ? [pageLink(keySpan, page, schema.title)] : [];
}

const pageLink = (span: Span, page: string, title: string): PageLink => ({
  span,
  target: { page },
  tooltip: text('link.page', { title }),
});
