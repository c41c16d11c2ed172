// Packs the examples into one text, so that the extension has them in every editor, the browser's
// as well.
import fs from 'node:fs';
import path from 'node:path';

/**
 * The files of a folder as one JSON object of paths and texts. Throws where one of them is no
 * UTF-8.
 */
export function packExamples(folder) {
  const names = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.replaceAll(path.sep, '/'))
    .sort();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const texts = names.map((name) => [
    name,
    decoder.decode(fs.readFileSync(path.join(folder, name))),
  ]);
  return JSON.stringify(Object.fromEntries(texts));
}
