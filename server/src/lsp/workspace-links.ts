import type { ReportedFile } from '../features/workspace-report-things';
import type { Span } from '../text/span';
import type { Gathered } from './workspace-gathering';

/** A place as a link that editors follow. */
export const linkTo =
  (checkedOf: Gathered['checkedOf']) =>
  (file: ReportedFile, { start }: Span): string => {
    const { snapshot } = checkedOf(file);
    const line = snapshot.positionAt(start).line + 1;
    const shown = `${file.path}:${line}`.replace(/[[\]\\`|*_<>]/g, '\\$&');
    return `[${shown}](<${snapshot.uri.replace(/[<>\s]/g, encodeURIComponent)}#L${line}>)`;
  };
