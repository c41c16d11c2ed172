import { hasReadableName, LANGUAGES } from '../../server/src/model/file-names';
import { CONTENT_MARKER, OWN_NAME } from './markers';

/** What is known of an open document before anything is loaded for it. */
export interface OpenDocument {
  readonly fileName: string;
  readonly languageId: string;
  /** The beginning of its text; called only where the name does not decide. */
  readonly head: () => string;
}

/**
 * So many characters are looked at; every file of ours that is known by content shows itself in
 * them.
 */
export const HEAD_LENGTH = 64 * 1024;

/** A cheap test that every file of ours passes, and hardly any other. */
export function couldBeOurs({ fileName, languageId, head }: OpenDocument): boolean {
  if (OWN_NAME.test(fileName.replaceAll('\\', '/'))) return true;
  if (!LANGUAGES.includes(languageId) && !hasReadableName(fileName)) return false;
  return CONTENT_MARKER.test(head());
}

/**
 * Whether a file of the workspace that is not open may be read: its name says that it can be ours.
 */
export const mayBeRead = (path: string): boolean => hasReadableName(path) && !leadsAway(path);

/** Whether a path does not end where its beginning says. */
export const leadsAway = (path: string): boolean => /(^|[\\/])\.\.?([\\/]|$)/.test(path);
