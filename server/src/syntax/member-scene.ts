import { encloses, type Span } from '../text/span';
import { indentAt, startsLine } from './source-lines';

/** The members of an object or array in brackets, with commas between them. */
export interface MemberList {
  /** What stands between the brackets. */
  readonly inner: Span;
  /** False where the closing bracket is missing. */
  readonly closed: boolean;
  readonly members: readonly Span[];
  /** The comments of the whole text. */
  readonly comments: readonly Span[];
  /** Line breaks, and no commas, tell its members apart. */
  readonly lines?: boolean | undefined;
}

/** Members by their number; new ones as they are written, without a comma. */
export interface MemberChanges {
  readonly removed: ReadonlyMap<number, string | undefined>;
  readonly inserted: readonly {
    /** The member it follows, -1 for none. */
    readonly after: number;
    readonly text: string;
    readonly note?: string | undefined;
  }[];
}

/** How the text around is written. */
export interface MemberStyle {
  readonly lineBreak: string;
  readonly indentUnit: string;
  /** What stands between two members on one line: `, ` or `,`. */
  readonly separator: string;
  /** What stands inside the brackets of a list on one line. */
  readonly padding: string;
  /** Whether a list that was empty gets a line for each member. */
  readonly expand: boolean;
}

/** A list, its changes, and what both say about commas and lines. */
export interface MemberScene {
  readonly text: string;
  readonly list: MemberList;
  readonly changes: MemberChanges;
  readonly style: MemberStyle;
  /** The comma behind each member. */
  readonly commas: readonly (number | undefined)[];
  /** Whether a comma stands behind the last member, which is kept so. */
  readonly trailing: boolean;
  /** The indentation of members that begin a line; undefined where all stand on one. */
  readonly indent: string | undefined;
  /** What stands between two members on lines of their own. */
  readonly comma: ',' | '';
}

/** The comments between the members. */
export const commentsOf = ({ inner, members, comments }: MemberList): readonly Span[] =>
  comments.filter(
    (each) => encloses(inner, each) && !members.some((member) => encloses(member, each)),
  );

/** Looks at the text around the members. */
export function sceneOf(
  text: string,
  list: MemberList,
  changes: MemberChanges,
  style: MemberStyle,
): MemberScene {
  const { members, inner, comments } = list;
  const commas = members.map(({ end }, index) => {
    const until = members[index + 1]?.start ?? inner.end;
    for (let at = end; at < until; at++) {
      const comment = comments.find(({ start }) => start === at);
      if (comment) at = comment.end - 1;
      else if (text[at] === ',') return at;
    }
    return undefined;
  });
  const own = members.find(({ start }) => startsLine(text, start));
  const open = () => indentAt(text, Math.max(inner.start - 1, 0));
  const lines = members.length === 0 && /\n/.test(text.slice(inner.start, inner.end));
  const inLines = lines || (list.lines === true && members.length > 0);
  const indent = own ? indentAt(text, own.start) : inLines ? open() + style.indentUnit : undefined;
  const comma = list.lines ? '' : ',';
  const trailing = commas.at(-1) !== undefined;
  return { text, list, changes, style, commas, trailing, indent, comma };
}
