import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDocument } from '../../server/src/model/document';
import { rules } from '../../server/src/rules';
import type { Example } from '../../server/src/rules/rule';
import { root } from './root';

/** A text and the name that makes it a file of its kind. */
export interface SampleFile {
  readonly file: string;
  readonly text: string;
}

/** The files of a folder of the project. */
export const filesBelow = (folder: string): readonly SampleFile[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file: path.relative(root, file), text: readFileSync(file, 'utf8') }));

/** The files in the examples of all rules, and those beside them. */
const documented: readonly SampleFile[] = rules
  .flatMap(({ meta }) => [meta.docs.invalid, meta.docs.valid])
  .flatMap((example) => [example, ...(example.beside ?? [])])
  .map(({ file, text }: Example) => ({ file, text }));

/** Every file of the project that is one of ours, each once, in the order of their paths. */
export const sampleFiles: readonly SampleFile[] = distinct([
  ...filesBelow('examples'),
  ...filesBelow('test/golden'),
  ...filesBelow('test/fixtures'),
  ...documented,
]).filter(({ file, text }) => readDocument(file, text) !== undefined);

function distinct(files: readonly SampleFile[]): readonly SampleFile[] {
  const byKey = new Map(files.map((each) => [`${each.file}\n${each.text}`, each]));
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
