import type { Span } from '../text/span';
import type { YamlLayout } from './yaml-layout';
import { writeText } from './yaml-write';

/** A text that is edited, with all that a change must know. */
export interface YamlScene {
  readonly text: string;
  readonly layout: YamlLayout;
  readonly comments: readonly Span[];
  readonly lineBreak: string;
  /** How far the items of a list stand behind its key. */
  readonly listIndent: string;
}

/** The items of a list, each on a line that begins as given. */
export const blockItems = (value: readonly string[], line: string): string =>
  value.map((item) => `${line}- ${writeText(item, 'block', '')}`).join('');
