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
  'mask.title': 'Association Mask',
  'mask.none': 'This file has no association mask.',
  'mask.choose': 'Which association mask do you want to try?',
  'mask.failed': 'The mask could not be written. The output channel of the extension says more.',
  'mask.changed': 'The file has changed meanwhile. Nothing was written; try again.',
  'mask.gone': 'The mask is no longer in the file. It can still be tried here.',
} as const;

/** The text of that id, with `{0}` replaced. */
export function text(id: keyof typeof texts, value?: string | number): string {
  return texts[id].replace('{0}', String(value ?? ''));
}
