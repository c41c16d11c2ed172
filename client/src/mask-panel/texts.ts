/** Every text of the page; results and reasons come from the server. */
const pageTexts = {
  mask: 'Association mask',
  maskHelp:
    'Enter writes the mask into the file, Escape brings back the one that stands there. Adobe describes the mask both as a pattern, whose group is the name of the operator group, and as a plain prefix of the name of the product profile; both readings are shown.',
  write: 'Write into the File',
  reset: 'Reset',
  saved: 'This is the mask of the file.',
  changed: 'Not written into the file yet.',
  gone: 'The mask is no longer in the file. It can still be tried here.',
  operatorGroup: 'operator group',
  noGroup: 'no group',
  names: 'Names of product profiles',
  namesHelp:
    'Enter adds a name. Delete in an empty field, or on the button beside a name, removes it.',
  noNames: 'No names yet. Add one, or take one of those below.',
  name: 'Product profile {0}',
  remove: 'Remove {0}',
  newName: 'Another name',
  add: 'Add',
  proposals: 'From the workspace',
  addProposal: 'Add {0}, {1}',
  inName: 'Name',
  inMask: 'Mask',
  missing: 'missing here',
  readings: 'Both readings',
  asPattern: 'As a pattern',
  asPrefix: 'As a prefix',
  matched: 'Matched',
  doubtful: 'Doubtful',
  unmatched: 'Not matched',
  untested: 'Not tried',
  count: '{0} of {1} names matched.',
  countDoubtful: '{0} matched, {1} doubtful, of {2} names.',
} as const;

/** The text of that id, with `{0}`, `{1}` and so on replaced. */
export const pageText = (id: keyof typeof pageTexts, ...values: readonly (string | number)[]) =>
  pageTexts[id].replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));
