/** Every text of the client that a user sees; those of package.json are in package.nls.json. */
const texts = {
  'client.name': 'IMS Configuration',
  'status.name': 'IMS Configuration: Kind and Findings of the Active File',
  'status.noFindings': 'No findings',
  'status.oneFinding': '1 finding',
  'status.findings': '{0} findings',
  'status.showProblems': 'Show Problems',
  'convert.noFile': 'Open a package of Adobe Campaign first.',
  'convert.failed':
    'The package could not be converted. The output channel of the extension says more.',
  'mask.title': 'Association mask',
  'mask.none': 'This file has no association mask.',
  'mask.noneOpen':
    'No open file has an association mask. Open one that has, such as an external account of Campaign.',
  'mask.choose': 'Which association mask do you want to try?',
  'mask.failed': 'The mask could not be written. The output channel of the extension says more.',
  'mask.changed': 'The file has changed meanwhile. Nothing was written; try again.',
  'mask.gone': 'The mask is no longer in the file. It can still be tried here.',
  'newFile.title': 'New IMS Configuration',
  'newFile.kind': 'What kind of file?',
  'newFile.solution': 'What is it for? The solution decides on the scopes.',
  'newFile.name': 'The name of the file, which can also lie in a folder.',
  'newFile.elsewhere': 'The file has to lie in {0}.',
  'newFile.beginning': 'The name has to begin with {0}, because the file is known by it.',
  'newFile.ending': 'The name has to end with one of these, because the file is known by it: {0}',
  'newFile.reading': 'The file would not be known by that name. Choose one such as {0}.',
  'newFile.taken': 'There is a file of that name already. Choose another one.',
  'newFile.unnamed': 'Save the file as {0}, because it is known by its name.',
  'newFile.save': 'Save As…',
  'newFile.failed': 'The file could not be made. The output channel of the extension says more.',
  'examples.title': 'Where to put the example workspace',
  'examples.copy': 'Copy Examples Here',
  'examples.choose': 'Which example do you want to open? It is a copy that is not saved.',
  'examples.failed':
    'The examples could not be copied to {0}. Choose a folder that you may write to.',
  'workspace.looking': 'Looking at the IMS configuration of the workspace',
  'workspace.open': 'Open',
  'workspace.failed':
    'The report could not be made. The output channel of the extension says more.',
  'workspace.badge': '{0} files can be migrated to OAuth Server-to-Server',
  'workspace.badgeOne': '1 file can be migrated to OAuth Server-to-Server',
  'workspace.credential': '1 credential',
  'workspace.credentials': '{0} credentials',
  'workspace.environment': '1 environment',
  'workspace.environments': '{0} environments',
  'workspace.account': '1 account',
  'workspace.accounts': '{0} accounts',
  'migrate.title': 'Migrate to OAuth Server-to-Server',
  'migrate.titlePreview': 'Migrate to OAuth Server-to-Server, with Preview',
  'migrate.choose': 'Which files? One undo takes it all back.',
  'migrate.withPreview': 'Migrate with Preview',
  'migrate.renames': 'renamed to {0}',
  'migrate.working': 'Migrating to OAuth Server-to-Server',
  'migrate.nothing': 'There is nothing here that can be migrated by an edit.',
  'migrate.changed': 'A file has changed meanwhile. Nothing was migrated; try again.',
  'migrate.unreadable':
    'Files that the editor cannot read as they are encoded were left alone: {0}. Reopen them with their encoding, and migrate them there.',
  'migrate.done': '{0} files are migrated.',
  'migrate.doneOne': 'The file is migrated.',
  'migrate.doneNone': 'No file is migrated.',
  'migrate.left':
    '{0} files are not, or not as a whole, because changes of them were left out. The list names what waits.',
  'migrate.leftOne':
    '1 file is not, or not as a whole, because changes of it were left out. The list names what waits.',
  'migrate.more':
    '{0} other files beside them belong to the same credentials and were changed too.',
  'migrate.moreOne': '1 other file beside them belongs to the same credential and was changed too.',
  'migrate.unsaved': 'The changes are not saved yet.',
  'migrate.listed': 'The list of what remains by hand is open.',
  'migrate.save': 'Save',
} as const;

export type TextId = keyof typeof texts;

/** The text of that id, with `{0}` replaced. */
export function text(id: TextId, value?: string | number): string {
  return texts[id].replace('{0}', String(value ?? ''));
}
