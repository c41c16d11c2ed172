import { fill } from './text/message';

/** Every text of the features and the language server that a user sees, by id; rules keep theirs in their meta. */
export const texts = {
  'hover.format': 'Format: {format}',
  'hover.example': 'Example: {example}',
  'hover.examples': 'Examples: {examples}',
  'hover.values': 'Values:',
  'hover.value': '`{value}`: {meaning}',
  'hover.deprecatedValue': '`{value}` (deprecated): {meaning}',
  'hover.default': 'Default: `{value}`',
  'hover.suggestions': 'For example {values}; any other text is allowed.',
  'hover.jwtOnly': 'Only Service Account (JWT) credentials have this field.',
  'hover.oauth': 'With OAuth Server-to-Server: {fate}.',
  'hover.oauthKey': 'With OAuth Server-to-Server its key is `{key}`.',
  'hover.checks': 'Checks:',
  'hover.check': '`{id}`: {summary}',
  'hover.link': '[Documentation of Adobe]({url})',
  'hover.scope': '**Scope** `{scope}`',
  'hover.metascope': '**Metascope** `{metascope}` of {api}',
  'hover.metascopeSure': 'With OAuth Server-to-Server it becomes the scopes {scopes}.',
  'hover.metascopeLikely':
    "With OAuth Server-to-Server it probably becomes the scopes {scopes}; compare them with the credential's page in the Developer Console.",
  'hover.metascopeUnknown':
    "Which scopes it becomes with OAuth Server-to-Server is written on the credential's page in the Developer Console.",
  'hover.accountType': '**Type** `{type}`: {meaning}',
  'hover.profiles':
    '**Product profiles** of the Admin Console that this mask expects for operator groups:',
  'hover.profilesOfPrefix':
    '**Product profiles** of the Admin Console for operator groups, if this mask is the plain beginning of their names, as Adobe describes it, too:',
  'hover.profile': '`{group}` → `{profile}`',
  'hover.profileMessageCenter': '`{group}` → `{profile}`, for technical accounts of Message Center',
  'hover.profilesMore': 'and {count} more',
  'hover.profilesAdmin':
    'A profile whose name contains "admin" also gives access to the Campaign Control Panel.',
  'hover.true': 'switched on',
  'hover.false': 'switched off',

  'format.association-mask':
    "a regular expression with one group, `(.*)`, in the place of the operator group's name",
  'format.callback-server': 'an address that starts with `https://`',
  'format.certificate': 'a certificate in PEM form',
  'format.client-id':
    '32 lower-case hexadecimal digits, or `cm-p…-e…-integration-…` where AEM made it',
  'format.date-time-text': 'a date with time, as in ISO 8601',
  'format.ims-server': "the address of one of Adobe's IMS hosts",
  'format.json-array': 'an array of JSON, such as `["…", "…"]`',
  'format.metascopes': 'a list of metascopes, or one text with commas',
  'format.org-id': '24 hexadecimal digits and `@AdobeOrg`',
  'format.private-key': 'a private key in PEM form, or the path of its file',
  'format.product-context': 'one word',
  'format.scopes': 'a list of scopes, or one text with commas',
  'format.technical-account-email': 'a UUID and `@techacct.adobe.com`',
  'format.technical-account-id': '24 hexadecimal digits and `@techacct.adobe.com`',
  'format.token-endpoint': 'an address whose path begins with `/ims/`',

  'deprecated.field': 'Only Service Account (JWT) credentials have `{key}`.',

  'flow.jwt': 'Service Account (JWT)',
  'flow.oauth-server-to-server': 'OAuth Server-to-Server',
  'flow.mixed': 'Service Account (JWT) and OAuth Server-to-Server',

  'action.preview': '{title} with preview',
  'action.byHand': '{title} by hand',
  'action.ignoreLine': 'Ignore `{rule}` on this line',
  'action.ignoreFile': 'Ignore `{rule}` in this file',
  'action.ignoreWorkspace': 'Ignore `{rule}` in this workspace',
  'action.fixAll': 'Fix all problems that are safe to fix',

  'convert.noPackage':
    'Only a package of Adobe Campaign that holds external accounts can be converted, and this file is none.',
  'convert.broken':
    'The package has a syntax error, so that nobody can tell what is missing. Correct it first.',
  'convert.noAccount':
    'The package holds no external account of type Adobe Experience Cloud, and only that one is converted.',
  'convert.origin': 'From the package {file}.',
  'convert.fillIn': 'Fill in what stands in angle brackets: the package does not say it.',
  'convert.enabled':
    'The package does not say whether the account is enabled; without `enabled` it counts as switched on.',
  'convert.blanks': 'To be filled in, in {name}: {fields}.',
  'convert.leftOut': 'Left out of {name}, which has no such fields: {names}.',
  'convert.others': 'Other accounts of the package are not converted: {names}.',
  'convert.unnamed': 'an account without a name',

  'log.started': 'The language server is ready.',
  'log.failed': '{request} failed: {error}',
  'log.unknownLevel': 'imsConfig.rules: the level of {rule} is none of {levels}; it is ignored.',
  'log.settingsFile': '{file}: {message}',
  'log.indexed':
    'Looked at {files} files of the workspace. Kept for comparisons between files: {ours}. Left out: {ignored} that git or ims-config.yaml ignores, {large} that are too large, {unreadable} that cannot be read, {full} for lack of room.',
  'log.indexCancelled':
    'Looking through the workspace was cancelled; only files that were read before are compared.',
  'log.tooManyFiles':
    'The workspace has more than {count} files that could be IMS configuration; those beyond are not compared with other files.',
  'log.fileTooLarge':
    '{file} is larger than {size} MB; it is not compared with other files while it is closed.',
  'log.indexFull':
    '{file} is not compared with other files while it is closed: there are too many of them.',

  'progress.index': 'Looking for IMS configuration',
} as const;

export type TextId = keyof typeof texts;

/** The text of that id, with its `{name}` placeholders filled in. */
export const text = (id: TextId, data?: Readonly<Record<string, string | number>>): string =>
  fill(texts[id], data);

/** Whether there is a text of that id. */
export const hasText = (id: string): id is TextId => Object.hasOwn(texts, id);
