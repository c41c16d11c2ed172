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
export const CONTENT_MARKER =
  /"ORG_ID"|technicalAccount|cm-p\d+-e\d+|nms:extAccount|xtk:group|<serverconf[\s>/]|"jsConnector"|"tri?gg?ers?"\s*:\s*\[|-setims\w{0,20}auth/i;

/** The languages of files that can be ours. */
export const LANGUAGES: readonly string[] = [
  ...['json', 'jsonc', 'yaml', 'xml'],
  ...['shellscript', 'bat', 'powershell', 'dockerfile', 'makefile', 'groovy'],
  // What the editor and well-known extensions call some files of the languages above.
  ...['dockercompose', 'github-actions-workflow', 'azure-pipelines', 'ansible', 'helm'],
  'jenkinsfile',
];

const ENDINGS = [
  ...['yaml', 'yml', 'json', 'jsonc', 'xml', 'sample'],
  ...['sh', 'bash', 'ksh', 'zsh', 'bat', 'cmd', 'ps1', 'mk', 'groovy', 'dockerfile'],
];
const NAMES = ['Dockerfile', 'Containerfile', 'Jenkinsfile', 'Makefile'];

/** The names of files that can be ours, as one glob. */
export const FILES_PATTERN = `**/{${[
  ...ENDINGS.map((ending) => `*.${ending}`),
  ...NAMES.flatMap((name) => [name, `${name}.*`]),
].join(',')}}`;

const OWN_NAME =
  /\.(external-account|ims-integration|ims)\.(ya?ml|json)$|[\\/]ims-config\.yaml$|(^|[\\/])NmsPipeline_Config[^\\/]*\.json$/i;

/** A cheap test that every file of ours passes, and hardly any other. */
export function couldBeOurs({ fileName, languageId, head }: OpenDocument): boolean {
  if (OWN_NAME.test(fileName)) return true;
  if (!LANGUAGES.includes(languageId) && !READABLE.test(fileName)) return false;
  return CONTENT_MARKER.test(head());
}

/** Whether a file of the workspace that is not open may be read: its name says that it can be ours. */
export const mayBeRead = (path: string): boolean => READABLE.test(path) && !leadsAway(path);

const READABLE = new RegExp(
  `\\.(${ENDINGS.join('|')})$|(^|[\\\\/])(${NAMES.join('|')})(\\.[^\\\\/]*)?$`,
  'i',
);

/** Whether a path does not end where its beginning says. */
export const leadsAway = (path: string): boolean => /(^|[\\/])\.\.?([\\/]|$)/.test(path);
