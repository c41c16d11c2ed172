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
} as const;

/** The text of that id, with `{0}` replaced. */
export function text(id: keyof typeof texts, value?: string | number): string {
  return texts[id].replace('{0}', String(value ?? ''));
}
