import type { ReportedFile } from '../features/workspace-report-things';
import { baseName, folderOf } from '../model/path';
import type { Span } from '../text/span';
import { pathOf } from './addresses';
import type { Gathered } from './workspace-gathering';

/**
 * A place as a link that editors follow. `changed` gives the address of a file that has been changed, and perhaps
 * renamed, since: it is linked as a whole, because nobody knows its lines any more.
 */
export const linkTo =
  (checkedOf: Gathered['checkedOf'], changed?: (file: ReportedFile) => string | undefined) =>
  (file: ReportedFile, { start }: Span): string => {
    const { snapshot } = checkedOf(file);
    const now = changed?.(file);
    if (now !== undefined) return link(folderOf(file.path) + baseName(pathOf(now)), now);
    const line = snapshot.positionAt(start).line + 1;
    return link(`${file.path}:${line}`, `${snapshot.uri}#L${line}`);
  };

const link = (shown: string, uri: string): string =>
  `[${shown.replace(/[[\]\\`|*_<>]/g, '\\$&')}](<${uri.replace(/[<>\s]/g, encodeURIComponent)}>)`;
