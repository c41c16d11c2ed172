import { fill } from './text/message';

/**
 * Every text of the features and the language server that a user sees, by id; rules keep theirs in
 * their meta.
 */
export const texts = {
  'hover.format': 'Format: {format}',
  'hover.example': 'Example: {example}',
  'hover.examples': 'Examples: {examples}',
  'hover.values': 'Values:',
  'hover.value': '`{value}`: {meaning}',
  'hover.deprecatedValue': '`{value}` (deprecated): {meaning}',
  'hover.byHand':
    "Adobe's own files of this kind have no such key; where it stands, somebody has added it.",
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
  'action.migrateWorkspace': 'Migrate files of this workspace to OAuth Server-to-Server…',
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
  'complete.usedInMore': 'Used in {files} and {count} more.',
  'complete.buildOf': 'The first build of {version}.',
  'complete.stagingHost': "A staging host of Adobe's Identity Management System.",
  'complete.productionHost': "A production host of Adobe's Identity Management System.",
  'complete.tokenEndpoint': 'Where OAuth Server-to-Server credentials ask for their tokens.',
  'complete.default': 'The default.',
  'complete.oauthCredential': 'OAuth Server-to-Server credential',
  'complete.integration': 'OAuth integration with {solution}',
  'complete.scopesToCompare':
    "OAuth Server-to-Server. Compare the scopes with those on the credential's page in the Developer Console.",
  'complete.aioContext': 'IMS context for OAuth Server-to-Server',
  'complete.fields': '{count} fields',
  'complete.osgiProvider': 'Access-token provider',
  'complete.osgiCustomizer': 'Client secret',
  'complete.osgiCustomizer.of': 'of an access-token provider',
  'complete.osgiWorkspace': 'aio-lib-java workspace',

  'link.page': "Adobe's documentation of {title}",
  'link.privateKey': 'The file of the private key',
  'link.certificate': 'The file of the certificate',
  'link.secrets': 'The file of the secrets',
  'link.credentials': 'The file of the credential',
  'link.variables': 'The file of the environment variables',
  'link.configuration': 'The file of the configuration',
  'link.console': 'The Developer Console',
  'link.consoleProject':
    "The project in the Developer Console, at the address that Adobe's documentation shows",
  'link.consoleWorkspace':
    "The workspace in the Developer Console, at the address that Adobe's documentation shows",
  'link.consoleCredential':
    "The credential in the Developer Console, at the address that Adobe's documentation shows",

  'new.externalAccount': 'External account',
  'new.externalAccount.what': 'With which people sign in to Adobe Campaign',
  'new.integration': 'IMS integration',
  'new.integration.what': 'The credential with which a program signs in',
  'new.project': 'IMS project',
  'new.project.what': 'Environments, external accounts and integrations in one file',
  'new.package': 'Campaign package',
  'new.package.what': 'An `<extAccount>` to import into Adobe Campaign',
  'new.dotenv': 'Environment variables',
  'new.dotenv.what': 'An IMS context in an .env file, for App Builder and aio',
  'new.aio': 'aio configuration',
  'new.aio.what': 'An IMS context in an .aio file',
  'new.workflow': 'GitHub workflow',
  'new.workflow.what': 'A step that signs in for App Builder',
  'new.workflow.name': 'Deploy',
  'new.scopes': '{count} scopes: {scopes}, …',
  'new.workflow.step': 'Sign in',
  'new.osgiProvider': 'AEM access-token provider',
  'new.osgiProvider.what': 'OSGi configuration: how AEM asks for its tokens',
  'new.osgiCustomizer': 'AEM access-token secret',
  'new.osgiCustomizer.what': 'OSGi configuration: the client secret of a provider',
  'new.osgiWorkspace': 'AEM workspace of aio-lib-java',
  'new.osgiWorkspace.what': 'OSGi configuration: I/O Events and other APIs in AEM',
  'new.userSync': 'User Sync Tool connector',
  'new.userSync.what': 'How the tool reaches the User Management API',

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
  'mask.mismatch.missing-blank': 'The name lacks a space before `{next}` that the mask has.',
  'mask.mismatch.missing-dash': 'The name lacks {dash} before `{next}` that the mask has.',
  'mask.mismatch.accent':
    'The name and the mask have `{letter}`, but made of other characters: in one of them the accent is a character of its own. Type it anew.',
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
  'mask.mismatch.unexpected': 'The name does not go on as the mask wants it, with {part}.',
  'mask.mismatch.other-start': 'The name does not begin as the mask wants it, with {part}.',
  'mask.mismatch.ends-in-pattern': 'The name ends where the mask still wants {part}.',
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
  'mask.samplePart':
    'Matches with the group `{group}`, but `{placeholder}` is left as it was in a sample: the product profile has something else in its place.',
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
  'mask.origin.other': 'as the mask of {label} in {file} expects it',
  'mask.changed':
    'The mask in the file is another one by now. Nothing was written; compare the two first.',
  'mask.gone': 'The mask is no longer in the file. Nothing was written.',
  'mask.unwritable': 'This text cannot be written in the place of the mask. Nothing was written.',
  'mask.lens': 'Try this association mask',

  'report.title': 'IMS configuration of this workspace',
  'report.nothing': 'There are no credentials and no environments of Adobe IMS here.',
  'report.summary.credentials': 'Credentials: {count}',
  'report.summary.migratable': '{count} can be migrated',
  'report.summary.by-hand': '{count} by hand',
  'report.summary.adobe': '{count} left to Adobe',
  'report.summary.current': '{count} up to date',
  'report.summary.unknown': '{count} not known',
  'report.summary.findings': 'Findings in all files: {findings}.',
  'report.serverAccount': 'Technical account of the server',
  'report.heading.credentials': 'Credentials',
  'report.heading.environments': 'Campaign environments',
  'report.heading.accounts': 'External accounts',
  'report.column.credential': 'Credential',
  'report.column.environment': 'Environment',
  'report.column.account': 'Account',
  'report.column.place': 'File',
  'report.column.flow': 'Signs in with',
  'report.column.deadline': 'Last day',
  'report.column.state': 'Migration',
  'report.column.findings': 'Findings',
  'report.column.release': 'Release and hosting',
  'report.column.ims': 'Move to IMS',
  'report.column.v8': 'Campaign v8',
  'report.flow.unknown': 'not said in the file',
  'report.state.migratable': 'Can be migrated',
  'report.state.begun': 'Its migration can be finished',
  'report.state.by-hand': 'By hand',
  'report.state.adobe': 'Left to Adobe',
  'report.state.current': 'Up to date',
  'report.state.unknown': 'Not known',
  'report.standing': '{state}: {reason}',
  'report.account': 'External account',
  'report.tip.file': 'In {file}',
  'report.tip.flow': 'Signs in with: {flow}',
  'report.tip.findings': 'Findings: {findings}',
  'report.tip.noFindings': 'No findings',
  'report.product.campaign-classic': 'Adobe Campaign Classic',
  'report.product.campaign-v8': 'Adobe Campaign v8',
  'report.tip.renames': 'The file gets the name `{name}`.',
  'report.group.environments': 'Campaign environments',
  'report.reason.auto-provisioned': 'Adobe provisioned it and migrates it',
  'report.reason.hosted': 'Adobe hosts the server',
  'report.reason.server-too-old': 'the server has to be upgraded first',
  'report.reason.server-command': 'a command on the server replaces it',
  'report.reason.old-command': 'the command has to be written anew',
  'report.reason.new-account': 'it needs a new technical account',
  'report.reason.other-half': 'it follows the file of its access-token provider',
  'report.reason.unclear-parts': 'the parts of the command cannot be told apart for sure',
  'report.reason.own-code': 'your own code reads it',
  'report.reason.jwt-only': 'what reads it knows JWT only',
  'report.reason.postman': 'the requests of your collections read it',
  'report.reason.pdf-services': 'it needs a new download and a newer SDK',
  'report.reason.aepp': 'its scopes have to be added',
  'report.reason.aio-import': '`aio` writes it at the next import',
  'report.reason.ignored': 'the settings or a comment ignore it',
  'report.reason.no-edit': 'it cannot be changed here without changing something else',
  'report.deadline.adobe.over':
    'No Service Account (JWT) credential works after {day}, and that day is over.',
  'report.deadline.adobe.ahead': 'No Service Account (JWT) credential works after {day}.',
  'report.deadline.certificate.over': 'Its last certificate expired on {day}.',
  'report.deadline.certificate.ahead': 'Its last certificate expires on {day}.',
  'report.day.adobe.over': '{day} (over)',
  'report.day.adobe.ahead': '{day}',
  'report.day.certificate.over': '{day} (certificate, over)',
  'report.day.certificate.ahead': '{day} (certificate)',
  'report.ims.moved': 'Everybody signs in through IMS',
  'report.ims.ready': 'Ready: the release lets everybody move',
  'report.ims.upgrade-first': 'Upgrade first, to {recommended} or newer',
  'report.ims.upgrade-hosted': 'Adobe has to upgrade it first',
  'report.ims.no-release': 'Not known: the file does not name the release',
  'report.ims.unknown':
    'Not known: product and release as written do not tell whether everybody can move',
  'report.v8.is-v8': 'This is Campaign v8',
  'report.v8.ready': 'Ready: nobody signs in otherwise than through IMS',
  'report.v8.not-yet': 'Not yet: from 8.6 on there is no other sign-in than IMS',
  'report.v8.unknown': 'Not known: the file does not say how everybody signs in',
  'report.count.error.one': '1 error',
  'report.count.error.many': '{count} errors',
  'report.count.warning.one': '1 warning',
  'report.count.warning.many': '{count} warnings',
  'report.count.info.one': '1 notice',
  'report.count.info.many': '{count} notices',
  'report.count.hint.one': '1 hint',
  'report.count.hint.many': '{count} hints',
  'report.place': '{what}: {where}',
  'report.place.client': '{label}, client id `{id}`',
  'report.checklist': 'What remains to be done by hand',
  'report.checklist.intro':
    'Files can be edited for you, and the rest cannot. Tick off what is done, from top to bottom.',
  'report.checklist.nothing': 'Nothing remains to be done by hand.',
  'report.section.waiting': 'Files that are not migrated yet',
  'report.section.console': 'In the Developer Console',
  'report.section.compare': 'Secrets, scopes and keys',
  'report.section.files': 'Files to be renamed',
  'report.section.code': 'Your own code, and tools',
  'report.section.aem': 'New technical accounts in AEM',
  'report.section.servers': 'On Campaign servers',
  'report.section.campaign': 'Adobe Campaign: the move to IMS',
  'report.section.environment': 'Adobe Campaign: {name}',
  'report.section.adobe': 'Left to Adobe',
  'report.step.waiting':
    'Migrate these, too: with the command "Migrate Workspace", or at the lightbulb in each file.',
  'report.step.console.open':
    'Open each of these credentials in the Developer Console, and see whether Adobe has converted it already. Where not, add the OAuth Server-to-Server credential: client id, technical account, APIs and product profiles stay the same.',
  'report.step.console.delete':
    'When everything below signs in with OAuth Server-to-Server, and the page of the credential says that the old one was last used more than 24 hours ago, delete the Service Account (JWT) credential there. While both are there, no API can be added and no secret be replaced.',
  'report.step.secrets':
    "Compare these client secrets with the credential's page in the Developer Console, and store a new one where the value is kept: the OAuth credential may have a new one.",
  'report.step.keys':
    'When nothing signs in with JWT any more, delete the private keys, also from vaults, variables and key stores.',
  'report.step.rename': 'Rename this file to `{name}`.',
  'report.step.ignored':
    'The settings or a comment ignore these Service Account (JWT) credentials, so that nothing was done about them. Decide whether that is still right.',
  'report.step.server.upgrade':
    'Upgrade these servers to {since} first: older ones do not know `-setimsoauth`.',
  'report.step.server.command':
    'As the user `neolane`, on every container (Campaign {since} or newer): `{command}`. The secret ends up in the history of the shell; remove it there.',
  'report.step.server.pipelined':
    'Where Experience Cloud Triggers are used, set `authType="{value}"` on `pipelined` in the configuration of the instance. It is the right value for OAuth as well.',
  'report.step.server.reload':
    'Run `nlserver config -reload`, then restart the server, and `pipelined` with it.',
  'report.step.server.key':
    'When the server signs in with the new credential, remove the private key from its configuration.',
  'report.campaign.order':
    'Take these steps one after the other, in staging before production, and the restrictions last.',
  'report.campaign.hosted':
    'Adobe runs these servers, upgrades them and configures IMS. Ask Adobe when; operators, product profiles and the programs that call the API remain yours.',
  'report.campaign.unknown':
    'No file here describes the environments, so that nobody can tell what is done. Take these steps one after the other, in staging before production, and the restrictions last.',
  'report.step.campaign.upgrade':
    'Server and client console are of a release that Adobe names for the move; Adobe recommends {recommended} or newer.',
  'report.step.campaign.account':
    'The package **Integration with the Adobe Experience Cloud** is installed, the external account of type Adobe Experience Cloud is set up, and **Connect with an Adobe ID** is on in the client console.',
  'report.step.campaign.emails':
    'Every native operator has an email address of its own (**Contact points**); no two have the same.',
  'report.step.campaign.profiles':
    'The Admin Console has a product profile for each operator group, named as the association mask expects it.',
  'report.step.campaign.users': 'End users sign in through IMS.',
  'report.step.campaign.technical':
    'Technical operators are technical accounts of the Developer Console. Campaign shows their operators only after the first call of its API.',
  'report.step.campaign.restrictions':
    'Last, when nobody signs in otherwise any more: the restrictions (`imsConfig`) are on. The built-in operators {operators} have to stay on their list.',
  'report.step.adobe':
    'Adobe migrates these. Do not migrate them by hand; keep the product up to date, and ask Adobe where one fails.',
  'migrate.confirm': 'Look at the changes before they are applied. This one changes nothing.',
  'progress.report': 'Looking at IMS configuration',

  'log.started': 'The language server is ready.',
  'log.failed': '{request} failed: {error}',
  'log.unknownLevel': 'imsConfig.rules: the level of {rule} is none of {levels}; it is ignored.',
  'log.settingsFile': '{file}: {message}',
  'settings.extends.missing':
    'There is no file `{path}`, or it cannot be read. Write the path of a settings file, from the folder of the file that extends it.',
  'settings.extends.broken': '`{path}` is no YAML. Open it to see what is wrong in it.',
  'settings.extends.through': 'In `{file}`, which is extended here: {problem}',
  'settings.extends.not-relative':
    '`{path}` is no relative path. Write the path from the folder of the file that extends it, such as `../base.ims-config.yaml`.',
  'settings.extends.circle':
    '`{path}` leads back to settings that extend this file, so that they extend each other in a circle. Take one of them out.',
  'settings.extends.many':
    '`{path}` is one file too many: these settings extend more than anybody can follow. Extend fewer.',
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
