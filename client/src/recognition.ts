/** What is known of an open document before anything is loaded for it. */
export interface OpenDocument {
  readonly fileName: string;
  readonly languageId: string;
  /** The beginning of its text; called only where the name does not decide. */
  readonly head: () => string;
}

/** So many characters are looked at; every file of ours that is known by content shows itself in them. */
export const HEAD_LENGTH = 64 * 1024;

/** Words of which every file of ours that is known by its content has one. */
export const CONTENT_MARKER = /"ORG_ID"|technicalAccount|cm-p\d+-e\d+|nms:extAccount/i;

const OWN_NAME = /\.(external-account|ims-integration|ims)\.(ya?ml|json)$|[\\/]ims-config\.yaml$/i;
const LANGUAGES: readonly string[] = ['json', 'jsonc', 'yaml', 'xml'];

/** A cheap test that every file of ours passes, and hardly any other. */
export function couldBeOurs({ fileName, languageId, head }: OpenDocument): boolean {
  if (OWN_NAME.test(fileName)) return true;
  if (!LANGUAGES.includes(languageId) && !/\.sample$/i.test(fileName)) return false;
  return CONTENT_MARKER.test(head());
}
