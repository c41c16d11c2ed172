import type { Span } from '../text/span';
import type { ConfigNode } from './tree';

/** Where a value stands, which a change of it must know and the tree does not say. */
export interface Place {
  /** Inside of brackets. */
  readonly flow: boolean;
  readonly owner: 'root' | 'key' | 'item';
  /** Where the value may begin: behind the colon or dash, and an anchor or tag. */
  readonly behind: number;
  /**
   * What must stand before a value where none is yet: a blank, or also the colon that is missing.
   */
  readonly lead: string;
  /** The column of the key or dash. */
  readonly column: number;
}

/** One member of a collection, with its dash, anchor and tag. */
export interface Member {
  readonly span: Span;
  /** The span by which the tree knows it; undefined for a merge key. */
  readonly known: Span | undefined;
  /** The quote of its value, to write others alike. */
  readonly quote: string;
  /** The quote of its key. */
  readonly keyQuote: string;
}

export interface Layout {
  readonly place: Place;
  /** Undefined for a scalar. */
  readonly members?: readonly Member[] | undefined;
  readonly block: boolean;
  readonly closed: boolean;
}

/** What was learnt about the nodes of a text, and how it is indented. */
export interface YamlLayout {
  readonly nodes: ReadonlyMap<string, Layout>;
  readonly mapIndent: number | undefined;
  readonly listIndent: number | undefined;
}

/** A layout that is being learnt. */
export interface LayoutNotes {
  readonly nodes: Map<string, Layout>;
  mapIndent: number | undefined;
  listIndent: number | undefined;
}

/** Finds the layout of a node, also of one that another reading of the same text has made. */
export const placeKey = ({ type, span }: ConfigNode): string => `${type} ${span.start} ${span.end}`;
