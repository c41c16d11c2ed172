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

  'complete.required': 'required',
  'complete.reference': 'A reference to the place where the secret is kept.',
  'complete.usedIn': 'Used in {files}.',
  'complete.buildOf': 'The first build of {version}.',
  'complete.stagingHost': "A staging host of Adobe's Identity Management System.",
  'complete.productionHost': "A production host of Adobe's Identity Management System.",
  'complete.tokenEndpoint': 'Where OAuth Server-to-Server credentials ask for their tokens.',
  'complete.default': 'The default.',
  'complete.allScopes': 'All scopes of {solution}',
  'complete.oauthCredential': 'OAuth Server-to-Server credential',
  'complete.integration': 'OAuth integration with {solution}',
  'complete.scopesToCompare':
    "OAuth Server-to-Server. Compare the scopes with those on the credential's page in the Developer Console.",
  'complete.aioContext': 'IMS context for OAuth Server-to-Server',
  'complete.osgiProvider': 'Access-token provider with OAuth Server-to-Server',
  'complete.osgiCustomizer': 'Client secret of an access-token provider',
  'complete.osgiWorkspace': 'aio-lib-java workspace with OAuth Server-to-Server',

  'mask.space': 'a space',
  'mask.tab': 'a tab',
  'mask.noBreakSpace': 'a no-break space',
  'mask.hyphen': 'a hyphen (`-`)',
  'mask.otherHyphen': 'a typographic hyphen',
  'mask.noBreakHyphen': 'a no-break hyphen',
  'mask.enDash': 'an en dash (`–`)',
  'mask.emDash': 'an em dash (`—`)',
  'mask.minus': 'a minus sign (`−`)',
  'mask.character': 'the character U+{code}',
  'mask.mismatch.placeholder':
    '`{placeholder}` is left in the mask as it was in a sample. Write there what your product profiles have in its place.',
  'mask.mismatch.placeholder-in-name':
    '`{placeholder}` is left in the name as it was in a sample. Write the name of your product profile.',
  'mask.mismatch.leading-blank': 'The name begins with a blank, and the mask does not.',
  'mask.mismatch.trailing-blank': 'The name ends with a blank, and the mask does not.',
  'mask.mismatch.mask-leading-blank': 'The mask begins with a blank, and the name does not.',
  'mask.mismatch.dash': 'The name has {found} where the mask has {expected}.',
  'mask.mismatch.blank-kind': 'The name has {found} where the mask has {expected}.',
  'mask.mismatch.capitals':
    'The name has `{found}` and the mask `{expected}`: capital letters count in a pattern.',
  'mask.mismatch.extra-blank': 'The name has {blank} before `{next}` that the mask does not have.',
  'mask.mismatch.missing-blank':
    'The mask has a space before `{next}` that the name does not have.',
  'mask.mismatch.ends': 'The name ends where the mask goes on with `{rest}`.',
  'mask.mismatch.ends-before-blank': 'The name ends where the mask still has a space.',
  'mask.mismatch.one-too-many':
    'The name has one character too many, `{character}`: `{found}` instead of `{expected}`.',
  'mask.mismatch.one-missing':
    'A character is missing in the name, `{character}`: `{found}` instead of `{expected}`.',
  'mask.mismatch.one-other':
    'The name has `{found}` where the mask has `{expected}`: one character is another one.',
  'mask.mismatch.swapped':
    "The name has `{found}` where the mask has `{expected}`: two characters are in each other's place.",
  'mask.mismatch.missing-part': 'The part `{part}` of the mask is missing in the name.',
  'mask.mismatch.other-beginning': 'The name begins with `{found}`, the mask with `{expected}`.',
  'mask.mismatch.other-instance':
    'The name has `{found}` where the mask has `{expected}`: it seems to belong to another tenant or instance.',
  'mask.mismatch.other-end': 'The name does not end with `{expected}`, as the mask does.',
  'mask.mismatch.unexpected': 'The name does not go on as the mask wants it with `{part}`.',
  'mask.mismatch.ends-in-pattern': 'The name ends where the mask still wants `{part}`.',
  'mask.mismatch.too-long': 'The name goes on where the mask ends.',
  'mask.problem.empty': 'The mask is empty, so that nobody is given any right.',
  'mask.problem.reference':
    'The file only refers to the mask, so that nobody knows it here. Write the mask itself to try it; leave the file as it is.',
  'mask.problem.long': 'The mask is too long to be tried.',
  'mask.problem.unknown':
    'The mask cannot be tried here. It looks around or back (`(?=…)`, `\\1` and the like), or repeats too much; whether Campaign takes it is not known either.',
  'mask.problem.none':
    'The mask has no group for the name of the operator group, such as `(.*)`. It names one only if Campaign reads it as a prefix.',
  'mask.problem.several':
    'The mask has several groups. Only one can be the name of the operator group; the first one is shown.',
  'mask.problem.nothing-to-repeat':
    'The mask is no regular expression: nothing that could be repeated stands before this character.',
  'mask.problem.open-group': 'The mask is no regular expression: this parenthesis is never closed.',
  'mask.problem.closed-group':
    'The mask is no regular expression: this parenthesis was never opened.',
  'mask.problem.open-class': 'The mask is no regular expression: this bracket is never closed.',
  'mask.problem.other': 'The mask is no regular expression.',
  'mask.emptyName': 'There is no name to try yet.',
  'mask.matched': 'Operator group `{group}`.',
  'mask.otherGroup':
    'Matches, but the operator group is called `{known}`, not `{group}`: capital letters may count.',
  'mask.blankGroup': 'Matches, but the operator group would be `{group}`, with a blank at an end.',
  'mask.nothingLeft': 'Matches, but no name is left for the operator group.',
  'mask.noGroup': 'Matches, but the mask has no group, so that no operator group is named.',
  'mask.severalGroups':
    'Matches, but the mask has several groups. If the first one counts, the operator group is `{group}`.',
  'mask.prefixOnly': 'Matches only if the mask is a prefix: then the operator group is `{group}`.',
  'mask.unmatched': 'Does not match.',
  'mask.untested': 'Not tried.',
  'mask.tooMuch': 'Mask and name together are too large to be tried.',
  'mask.pattern.matched': 'It matches, and its group is `{group}`.',
  'mask.pattern.noGroup': 'It matches, and has no group.',
  'mask.pattern.unmatched': 'It does not match the whole name.',
  'mask.prefix.matched': 'The name begins with `{prefix}`, and `{group}` is left.',
  'mask.prefix.unmatched': 'The name does not begin with `{prefix}`.',
  'mask.prefix.none': 'The mask cannot be read as the beginning of a name.',
  'mask.origin.own': 'as this mask expects it',
  'mask.origin.other': 'as the mask of {label} expects it',
  'mask.changed':
    'The mask in the file is another one by now. Nothing was written; compare the two first.',
  'mask.gone': 'The mask is no longer in the file. Nothing was written.',
  'mask.unwritable': 'This text cannot be written in the place of the mask. Nothing was written.',
  'mask.lens': 'Try this association mask',

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
