import { readDocument } from '../../server/src/model/document';
import { fieldSchema } from '../../server/src/schema/catalog';
import { applyEdits, type TextEdit } from '../../server/src/text/edit';
import type { Span } from '../../server/src/text/span';
import type { SampleFile } from './sample-files';

/** Secrets that give themselves away wherever they turn up, in any case, and in parts. */
export const CANARY = /c?anary|canar/i;

/** How secrets look: by no form that anybody knows, as Adobe's, as a key, as a token. */
export const FORMS: Readonly<Record<string, (count: number) => string>> = {
  'without a form': (count) => `qCanary${count}canaryCANARY7x`,
  "in Adobe's form": (count) => `p8e-canary${count}CANARYcanaryCANARYcanaryAA`,
  'as a private key': (count) =>
    `-----BEGIN PRIVATE KEY-----MIIcanary${count}CANARYcanary-----END PRIVATE KEY-----`,
  'as a token': (count) => `eyJcanaryCANARY${count}.eyJcanaryCANARY.canaryCANARY`,
};

/** Where a secret is beside its own place. */
export type Beside = 'nowhere else' | 'in a comment beside' | 'in what the thing is called';

/**
 * A file with a secret in the place of every value that the schemas call secret, and of those that
 * nobody knows but by the sound of their keys. Undefined where it has no place for one.
 */
export function planted(
  { file, text }: SampleFile,
  secretOf: (count: number) => string,
  beside: Beside,
): SampleFile | undefined {
  const document = readDocument(file, text);
  const places = document?.entities.flatMap(({ concept, fields, others }) => [
    ...[...fields.values()]
      .flat()
      .filter(({ name }) => fieldSchema(concept, name)?.writeOnly === true)
      .flatMap(({ items }) => items.map(({ span }) => span)),
    ...others.flatMap(({ property: { key, value } }) =>
      /secret|password/i.test(key) && value.type === 'scalar' ? [value.content] : [],
    ),
  ]);
  if (!document || !places || places.length === 0) return undefined;
  const distinct = withoutOverlaps(places);
  const edits: TextEdit[] = distinct.map((span, count) => ({ span, newText: secretOf(count) }));
  if (beside === 'in a comment beside') {
    const start = Math.max(0, text.lastIndexOf('\n', (distinct[0]?.start ?? 0) - 1) + 1);
    const at = document.syntax.commentPlace?.(text, start, document.parsed) ?? start;
    const comment = document.syntax.comment(`it was ${secretOf(0)}, and ${secretOf(99)} before`);
    edits.push({ span: { start: at, end: at }, newText: `${comment}\n` });
  }
  if (beside === 'in what the thing is called') {
    const names = document.entities.flatMap(({ fields }) =>
      ['title', 'label', 'name'].flatMap((name) => fields.get(name) ?? []),
    );
    const spans = withoutOverlaps(names.flatMap(({ items }) => items.map(({ span }) => span)));
    for (const { end } of spans)
      edits.push({ span: { start: end, end }, newText: ` ${secretOf(0)}` });
  }
  return { file, text: applyEdits(text, withoutMeetings(edits)) };
}

/** Several credentials may share a value, or hold one inside of another. */
function withoutOverlaps(spans: readonly Span[]): readonly Span[] {
  let last = -1;
  return [...spans]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const isNew = start > last;
      if (isNew) last = end;
      return isNew;
    });
}

function withoutMeetings(edits: readonly TextEdit[]): readonly TextEdit[] {
  const kept = withoutOverlaps(edits.map(({ span }) => span));
  return edits.filter(({ span }) => kept.includes(span));
}
