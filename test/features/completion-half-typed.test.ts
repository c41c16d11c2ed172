import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type Completion, complete } from '../../server/src/features/completion';
import { type ConfigDocument, readDocument } from '../../server/src/model/document';
import { type KnownAnswers, newWorkspace } from '../../server/src/model/workspace';
import type { ConfigNode } from '../../server/src/syntax/tree';
import { applyEdits } from '../../server/src/text/edit';
import { root } from '../support/root';

const folder = path.join(root, 'examples');
const documents = fs
  .readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))
  .flatMap((file) => readDocument(file, fs.readFileSync(file, 'utf8')) ?? []);
const answers: KnownAnswers = new WeakMap();

/** A line up to its sign, what is before its value, and its value. */
const LINE = /^([ \t]*(?:- )?(?:<[\w:]+ )?["']?[\w.@$-]+["']?[ \t]*[:=])([ \t]*["']?)([^"'\r\n]*)/;

/** A value that goes on below; without its bracket that would stand alone. */
const OPEN = /[[{]\s*(?:\/\/.*)?$/;

/** What a person may have typed of a line. */
function beginningsOf(line: string): readonly string[] {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const [, key, lead = '', value = ''] = OPEN.test(line) ? [] : (LINE.exec(line) ?? []);
  if (key === undefined) return [indent];
  const [bare, half] = [lead.replace(/["']$/, ''), value.slice(0, 2)];
  const all = [indent, key.slice(0, indent.length + 3), key, `${key} `, key + lead];
  return [...new Set([...all, key + lead + half, `${key}${bare}"${half}`])];
}

/** A text that is half typed, before and behind the cursor. */
type HalfTyped = readonly [before: string, behind: string];

/** Every line of a text half typed, now and then as its last one. */
function* halfTyped(text: string): Generator<HalfTyped> {
  const lines = [...text.matchAll(/.*\S.*/g)].filter(([line]) => !/^\s*(?:#|\/\/)/.test(line));
  for (const [count, { 0: line, index }] of lines.entries()) {
    // Of lines that are alike each is asked about in another half of the ways.
    for (const typed of beginningsOf(line).filter((_, way) => (way + count) % 2 === 0)) {
      const before = text.slice(0, index) + typed;
      yield [before, text.slice(index + line.length)];
      if (count % 8 === 0) yield [before, ''];
    }
  }
}

/** A third of all, another one each time. */
const someOf = (all: readonly Completion[], count: number): readonly Completion[] =>
  all.filter((_, index) => (index + count) % 3 === 0);

/** How often an object says the same key again. */
function twins(node: ConfigNode | undefined): number {
  if (!node || node.type === 'scalar') return 0;
  if (node.type === 'array') return node.items.reduce((sum, item) => sum + twins(item), 0);
  const own = node.properties.filter(({ inherited }) => !inherited);
  const keys = new Set(own.map(({ key }) => key));
  return own.reduce((sum, { value }) => sum + twins(value), own.length - keys.size);
}

const holds = ({ entities }: ConfigDocument, text: string): boolean =>
  entities.some(({ fields }) =>
    [...fields.values()].flat().some(({ items }) => items.some((item) => item.text === text)),
  );

/** What is wrong with a text after something was taken. */
function defectOf({ path: file, ...document }: ConfigDocument, taken: Completion): string {
  const { replaced, newText, label, kind, also } = taken;
  const written = applyEdits(document.text, [...also, { span: replaced, newText }]);
  const after = readDocument(file, written);
  if (!after) return 'It is none of ours any more.';
  if (after.problems.length > document.problems.length) return 'It is broken.';
  if (twins(after.root) > twins(document.root)) return 'It has a key twice.';
  const isThere = kind !== 'value' || label.split(',').every((each) => holds(after, each));
  return isThere ? '' : 'It does not hold the value.';
}

describe('completion of what is half typed', () => {
  for (const { path: file, text } of documents) {
    it(`leaves ${path.relative(folder, file)} as healthy as it was`, () => {
      for (const [count, [before, behind]] of [...halfTyped(text)].entries()) {
        const document = readDocument(file, before + behind);
        if (!document) continue;
        const others = documents.filter((each) => each.path !== file);
        const workspace = newWorkspace([...others, document], [folder], answers);
        for (const each of someOf(complete(document, before.length, workspace), count)) {
          const defect = defectOf(document, each);
          assert.equal(defect, '', `${each.label} behind ${before.slice(-80)}: ${each.newText}`);
        }
      }
    });
  }
});
