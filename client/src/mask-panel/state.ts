import type { NameTrial } from '../../../server/src/features/mask-trial';

/**
 * What the panel shows. A part of it is remembered by the page itself, so that it can be restored.
 */
export interface PanelState extends Place {
  /** What the file is called. */
  readonly file: string;
  /** The mask in the file; undefined where there is none any more. */
  readonly written: string | undefined;
  /** The mask as it is tried, which may be another one than the file's. */
  readonly draft: string;
  /** Whether names were chosen before, so that none are filled in. */
  readonly hasNames: boolean;
  readonly names: readonly string[];
  readonly proposals: readonly Proposal[];
  readonly trial: Trial | undefined;
  /** What went otherwise than asked. */
  readonly notice: string;
}

/** Which mask of which file is tried. */
export interface Place {
  readonly uri: string;
  /** Its position among the masks of the file. */
  readonly index: number;
  /** What the account is called; undefined until it is known. */
  readonly label: string | undefined;
}

export interface Proposal {
  readonly name: string;
  readonly origin: string;
}

/** What the server says of a mask of a file. */
export interface FileMask {
  readonly label: string;
  readonly text: string;
  readonly range: { readonly start: Line; readonly end: Line };
  readonly proposals: readonly Proposal[];
}

interface Line {
  readonly line: number;
}

/** What the server says of a draft and names. */
export interface Trial {
  readonly mask: string;
  readonly group?: { readonly from: number; readonly to: number } | undefined;
  readonly problem?: { readonly message: string } | undefined;
  readonly names: readonly NameTrial[];
}

export type PanelEvent =
  | { readonly type: 'file'; readonly masks: readonly FileMask[] }
  | { readonly type: 'moved'; readonly uri: string; readonly file: string }
  | { readonly type: 'draft'; readonly text: string }
  | { readonly type: 'reset' }
  | { readonly type: 'add'; readonly name: string }
  | { readonly type: 'edit'; readonly index: number; readonly name: string }
  | { readonly type: 'remove'; readonly index: number }
  | { readonly type: 'tried'; readonly trial: Trial | undefined }
  | { readonly type: 'notice'; readonly text: string };

/** So many names are filled in where nobody has chosen any, and can be tried at all. */
const FIRST_NAMES = 4;
export const MOST_NAMES = 200;
/** Longer texts nobody types. */
const LONGEST = 10_000;

/** A panel before anything is known of its file. */
export function newPanel(place: Place, file: string, names?: readonly string[]): PanelState {
  return {
    ...place,
    file,
    written: undefined,
    draft: '',
    hasNames: names !== undefined,
    names: names ?? [],
    proposals: [],
    trial: undefined,
    notice: '',
  };
}

/** What the panel shows after something has happened. */
export function afterEvent(state: PanelState, event: PanelEvent): PanelState {
  const { names } = state;
  switch (event.type) {
    case 'file':
      return withFile(state, event.masks);
    case 'moved':
      return { ...state, uri: event.uri, file: event.file };
    case 'draft':
      return { ...state, draft: event.text.slice(0, LONGEST), notice: '' };
    case 'reset':
      return { ...state, draft: state.written ?? state.draft, notice: '' };
    case 'add':
      if (names.includes(event.name) || names.length >= MOST_NAMES) return state;
      return withNames(state, [...names, event.name.slice(0, LONGEST)]);
    case 'edit': {
      const name = event.name.slice(0, LONGEST);
      return withNames(
        state,
        names.map((each, index) => (index === event.index ? name : each)),
      );
    }
    case 'remove':
      return withNames(
        state,
        names.filter((_, index) => index !== event.index),
      );
    case 'tried':
      return { ...state, trial: event.trial };
    case 'notice':
      return { ...state, notice: event.text };
  }
}

const withNames = (state: PanelState, names: readonly string[]): PanelState => ({
  ...state,
  names,
  hasNames: true,
});

/** The file decides, unless another mask is being tried already. */
function withFile(state: PanelState, masks: readonly FileMask[]): PanelState {
  const index = indexOf(state, masks);
  const mask = masks[index];
  if (!mask) return { ...state, written: undefined, proposals: [] };
  const { label, text, proposals } = mask;
  const isBack = state.written === undefined;
  const isUntouched = isBack ? state.draft === '' : isSaved(state);
  const first = proposals.slice(0, FIRST_NAMES).map(({ name }) => name);
  return {
    ...state,
    index,
    label,
    written: text,
    draft: isUntouched ? text : state.draft,
    names: state.hasNames ? state.names : first,
    proposals,
    // It may have said that the mask is gone.
    notice: isBack ? '' : state.notice,
  };
}

/** Accounts may be added before it, or renamed. */
function indexOf({ index, label }: Place, masks: readonly FileMask[]): number {
  if (label === undefined || masks[index]?.label === label) return index;
  const same = masks.findIndex((mask) => mask.label === label);
  return same < 0 ? index : same;
}

/**
 * Where a file is after another one, or a folder, was renamed; undefined where it is none of that.
 */
export function renamed(uri: string, before: string, after: string): string | undefined {
  const folder = before.endsWith('/') ? before : `${before}/`;
  if (uri === before) return after;
  return uri.startsWith(folder) ? after + uri.slice(folder.length - 1) : undefined;
}

/**
 * Whether a key takes the row of a name away: in its field only where there is no character left to
 * delete.
 */
export const isRemoval = (key: string, name: string): boolean =>
  name === '' && (key === 'Delete' || key === 'Backspace');

/** Whether the mask that is tried is the one of the file. */
export const isSaved = ({ written, draft }: PanelState): boolean => written === draft;

/** Whether another trial is needed. */
export const needsTrial = (before: PanelState | undefined, now: PanelState): boolean =>
  before?.draft !== now.draft || before.names !== now.names || before.proposals !== now.proposals;

/** What the page asks of the panel; undefined where it is nothing of the sort. */
export function requestOf(message: unknown): PanelRequest | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const [type, text, name, index] = ['type', 'text', 'name', 'index'].map((key) =>
    Reflect.get(message, key),
  );
  if (type === 'ready' || type === 'reset') return { type };
  if ((type === 'draft' || type === 'write') && typeof text === 'string') return { type, text };
  if (type === 'shown') return { type, shown: Reflect.get(message, 'shown') };
  if (type === 'add' && typeof name === 'string') return { type, name };
  if (typeof index !== 'number') return undefined;
  if (type === 'edit' && typeof name === 'string') return { type, index, name };
  return type === 'remove' ? { type, index } : undefined;
}

export type PanelRequest =
  | Exclude<PanelEvent, { readonly type: 'file' | 'moved' | 'tried' | 'notice' }>
  | { readonly type: 'ready' }
  | { readonly type: 'write'; readonly text: string }
  /** What the page has put on the screen, for tests. */
  | { readonly type: 'shown'; readonly shown: unknown };

/** A page counts what it asks, so that it can be told what was heard. */
export type NumberedRequest = PanelRequest & { readonly number: number };

/** The number of what a page asks; undefined where it has none. */
export function numberOf(message: unknown): number | undefined {
  const number: unknown =
    typeof message === 'object' && message !== null ? Reflect.get(message, 'number') : undefined;
  return typeof number === 'number' ? number : undefined;
}

/** What a page remembered of a panel; undefined where it is nothing of the sort. */
export function rememberedPanel(value: unknown): PanelState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const get = (key: string): unknown => Reflect.get(value, key);
  const [uri, index, label, draft, file] = ['uri', 'index', 'label', 'draft', 'file'].map(get);
  const names = namesOf(get('names'));
  if (typeof uri !== 'string' || typeof index !== 'number' || typeof draft !== 'string') {
    return undefined;
  }
  const place = { uri, index, label: typeof label === 'string' ? label : undefined };
  const written = get('written');
  return {
    ...newPanel(place, typeof file === 'string' ? file : '', names),
    draft,
    written: typeof written === 'string' ? written : undefined,
  };
}

/** Names as they were stored; undefined where there are none. */
export function namesOf(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter((each) => typeof each === 'string').slice(0, MOST_NAMES);
}

/** The parts of a text around places of it, in their order. */
export function split(
  text: string,
  place: { readonly from: number; readonly to: number } | undefined,
): readonly [before: string, inside: string, behind: string] {
  if (!place) return [text, '', ''];
  return [text.slice(0, place.from), text.slice(place.from, place.to), text.slice(place.to)];
}

/** The proposals that are not among the names yet. */
export const openProposals = ({ proposals, names }: PanelState): readonly Proposal[] =>
  proposals.filter(({ name }) => !names.includes(name));
