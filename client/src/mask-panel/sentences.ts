import type { NameTrial } from '../../../server/src/features/mask-trial';
import { isSaved, type PanelState } from './state';
import { pageText } from './texts';

/** How many names match, and how many do so in doubt. */
export function countOf({ names, trial }: PanelState): string {
  const { length } = names;
  if (length === 0) return pageText('noNames');
  const of = (wanted: NameTrial['outcome']) =>
    trial?.names.filter(({ outcome }) => outcome === wanted).length ?? 0;
  const [matched, doubtful] = [of('matched'), of('doubtful')];
  return doubtful === 0
    ? pageText('count', matched, length)
    : pageText('countDoubtful', matched, doubtful, length);
}

/** What is said of the mask in the file, unless a notice says it already. */
export function fileText(state: PanelState): string {
  if (state.written === undefined) return state.notice === '' ? pageText('gone') : '';
  return pageText(isSaved(state) ? 'saved' : 'changed');
}
