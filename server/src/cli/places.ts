import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { realPathOf, realPlaceOf } from './files';
import { slashed } from './git';

/**
 * Where a file stands below a folder, with `/`, whatever links lead there; undefined where it
 * stands outside.
 */
export function placeBelow(folder: string, file: string): string | undefined {
  const relative = path.relative(realPathOf(folder), realPlaceOf(file));
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

/** Tells whether a file is one of these, or stands below one, whatever links lead there. */
export function within(places: readonly string[]): (file: string) => boolean {
  const real = new Set(places.map(realPathOf));
  return (file) => {
    for (let at = realPathOf(file); ; at = path.dirname(at)) {
      if (real.has(at)) return true;
      if (at === path.dirname(at)) return false;
    }
  };
}
