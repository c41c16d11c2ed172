import type { PlaceText } from '../features/workspace-report-markdown';
import { oneLine, type ReportedFile } from '../features/workspace-report-things';
import { baseName, folderOf } from '../model/path';
import { pathOf } from './addresses';
import type { Gathered } from './workspace-gathering';

/**
 * Places as links of Markdown. Their addresses stand at its end, so that people can read the text
 * as it is written.
 */
export interface PlaceLinks {
  readonly place: PlaceText;
  /** The text that has such places in it, with their addresses behind it. */
  complete(markdown: string): string;
}

/**
 * Makes links that editors follow. `changed` gives the address of a file that has been changed, and
 * perhaps renamed, since: it is linked as a whole, because nobody knows its lines any more.
 */
export function placeLinks(
  checkedOf: Gathered['checkedOf'],
  changed?: (file: ReportedFile) => string | undefined,
): PlaceLinks {
  /** By what is shown, which Markdown reads without regard to capitals. */
  const addresses = new Map<string, { readonly shown: string; readonly uri: string }>();

  function link(name: string, address: string): string {
    const shown = oneLine(name).replace(MARKS, '\\$&');
    const uri = `<${address.replace(/[<>\s]/g, encodeURIComponent)}>`;
    const key = shown.toLowerCase();
    const known = addresses.get(key) ?? { shown, uri };
    addresses.set(key, known);
    return known.uri === uri ? `[${shown}]` : `[${shown}](${uri})`;
  }

  return {
    place(file, { start }) {
      const { snapshot } = checkedOf(file);
      const now = changed?.(file);
      if (now !== undefined) return link(folderOf(file.path) + baseName(pathOf(now)), now);
      const line = snapshot.positionAt(start).line + 1;
      return link(`${file.path}:${line}`, `${snapshot.uri}#L${line}`);
    },
    complete(markdown) {
      const lines = [...addresses.values()].map(({ shown, uri }) => `[${shown}]: ${uri}\n`);
      return lines.length === 0 ? markdown : `${markdown}\n${lines.join('')}`;
    },
  };
}

/** An underscore between letters marks nothing, and a bar only in a table, which escapes it. */
const MARKS = /[[\]\\`*<>]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
