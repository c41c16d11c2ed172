import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { hover } from '../../server/src/features/hover';
import { outline } from '../../server/src/features/outline';
import { readDocument } from '../../server/src/model/document';
import type { Entity } from '../../server/src/model/entity';
import { explainingSchema, shownKey } from '../../server/src/rules/field-name';
import { encloses } from '../../server/src/text/span';
import { root } from '../support/root';

describe('every credential of the examples', () => {
  const folder = join(root, 'examples');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const document = readDocument(file, text);
    const entities = document?.entities.filter(isCredential) ?? [];
    if (!document || entities.length === 0) continue;

    it(`explains its fields on key and value, and has them in the outline: ${file.slice(folder.length + 1)}`, () => {
      const heads = new Set(document.entities.map(({ head }) => head.start));
      const shown = JSON.stringify(outline(document));
      for (const entity of entities) {
        for (const field of [...entity.fields.values()].flat()) {
          const title = explainingSchema(field.name, entity)?.title;
          if (title === undefined) continue;
          const places = [field.keySpan, ...field.items.map(({ span }) => span)];
          for (const { start, end } of places) {
            // A head is explained as the whole that it stands for.
            if (start === end || heads.has(start)) continue;
            const said = hover(document, Math.floor((start + end) / 2))?.markdown ?? '';
            assert.ok(said.includes(`**${title}**`), `${field.key} at ${start}: ${said}`);
          }
          // What several credentials share stands in the outline once, or not at all.
          if (!encloses(entity.span, field.keySpan)) continue;
          assert.ok(shown.includes(JSON.stringify(shownKey(field.key))), field.key);
        }
      }
    });
  }
});

function isCredential({ concept, dialect }: Entity): boolean {
  return concept === 'ims-credential' && !dialect.unjudged;
}
