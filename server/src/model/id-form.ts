/** Which of Adobe's ids and secrets a text has the form of, whatever field it stands in. */
export type IdForm =
  | 'org-id'
  | 'user-id'
  | 'technical-account-id'
  | 'technical-account-email'
  | 'console-client-id'
  | 'aem-client-id'
  | 'client-secret'
  | 'number';

/**
 * The form of a text without blanks around it. Domains and suffixes are compared without case,
 * because people mangle it; whether a field wants another case is for its rule to say.
 */
export function idForm(text: string): IdForm | undefined {
  return FORMS.find(([, pattern]) => pattern.test(text))?.[0];
}

const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';

const FORMS: readonly (readonly [IdForm, RegExp])[] = [
  ['org-id', /^[0-9a-f]{24}@adobeorg$/i],
  ['user-id', /^[^@\s]+@[0-9a-f]{24}\.e$/i],
  ['technical-account-id', /^[0-9a-f]{24}@techacct\.adobe\.com$/i],
  ['technical-account-email', new RegExp(`^${UUID}@techacct\\.adobe\\.com$`, 'i')],
  ['console-client-id', /^[0-9a-f]{32}$/],
  ['aem-client-id', /^cm-p\d+-e\d+(-integration(-\d+)?)?$/],
  // Older secrets are plain UUIDs, which may be many things.
  ['client-secret', /^[ps]\d?e-[\w-]{32}$/],
  ['number', /^\d+$/],
];
