// Which names files of ours can have. The client reads it as well, so it stands alone.

const ENDINGS = [
  ...['yaml', 'yml', 'json', 'jsonc', 'hjson', 'xml', 'properties', 'ini', 'config', 'sample'],
  ...['sh', 'bash', 'ksh', 'zsh', 'bat', 'cmd', 'ps1', 'mk', 'groovy', 'dockerfile'],
];

const NAMES = ['Dockerfile', 'Containerfile', 'Jenkinsfile', 'Makefile'];

/**
 * The names of files that can be ours, as globs. Scripts without an ending are too hard to tell
 * from other files.
 */
export const FILE_NAMES: readonly string[] = [
  ...ENDINGS.map((ending) => `*.${ending}`),
  ...NAMES.flatMap((name) => [name, `${name}.*`]),
  ...['*.env', '*.env.*', '*.env_*', '*.env-*'],
  ...['dist', 'example', 'sample', 'template'].flatMap((ending) =>
    ['env', '*_env', '*-env'].map((name) => `${name}.${ending}`),
  ),
  ...['*.aio', '*.aio_*'],
];

/** The same as one glob. */
export const FILES_PATTERN = `**/{${FILE_NAMES.join(',')}}`;

/** Whether a file has one of those names. */
export const hasReadableName = (path: string): boolean => READABLE.test(path);

const READABLE = new RegExp(
  `(^|[\\\\/])(${FILE_NAMES.map((name) => name.replaceAll('.', '\\.').replaceAll('*', '[^\\\\/]*')).join('|')})$`,
  'i',
);

/** The languages that editors see in such files. */
export const LANGUAGES: readonly string[] = [
  ...['json', 'jsonc', 'yaml', 'xml', 'dotenv', 'properties', 'ini', 'osgi-config'],
  ...['shellscript', 'bat', 'powershell', 'dockerfile', 'makefile', 'groovy'],
  // What the editor and well-known extensions call some files of the languages above.
  ...['dockercompose', 'github-actions-workflow', 'azure-pipelines', 'ansible', 'helm'],
  ...['jenkinsfile', 'env', 'hjson', 'json5', 'java-properties'],
];
