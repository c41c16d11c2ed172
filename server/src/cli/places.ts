import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { slashed } from './git';

/** Where a file stands below a folder, with `/`; undefined where it stands outside. */
export function placeBelow(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file);
  const isOutside = relative === '..' || relative.startsWith(`..${path.sep}`);
  return isOutside || path.isAbsolute(relative) ? undefined : slashed(relative);
}

/** The address of a file: relative to a folder that it stands in, absolute elsewhere. */
export function addressOf(folder: string, file: string): { uri: string; isBelow: boolean } {
  const place = placeBelow(folder, file);
  return place === undefined
    ? { uri: pathToFileURL(file).href, isBelow: false }
    : { uri: place.split('/').map(encodeURIComponent).join('/'), isBelow: true };
}
