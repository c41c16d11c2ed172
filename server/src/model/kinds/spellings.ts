import type { FieldName } from '../dialect';
import type { Shape } from '../shape';

/**
 * How people call a field in what their own code reads; keys in small letters, without punctuation.
 */
export interface Spelling {
  readonly name: string;
  readonly keys: readonly string[];
  /** Values that show what the key means, where it may mean anything. */
  readonly when?: RegExp | undefined;
  readonly shape?: Shape | undefined;
}

/** Spellings seen in Adobe's samples and in public projects, whatever the notation. */
export const COMMON: readonly Spelling[] = [
  { name: 'orgId', keys: ['orgid', 'imsorgid', 'imsorg', 'imsorganizationid', 'organizationid'] },
  { name: 'orgId', keys: ['iss', 'org'], when: /@AdobeOrg$/i },
  { name: 'clientId', keys: ['apikey', 'clientid'] },
  { name: 'clientSecret', keys: ['clientsecret'] },
  {
    name: 'technicalAccountId',
    keys: ['technicalaccountid', 'technicalaccount', 'techaccountid', 'techacctid', 'techacct'],
  },
  { name: 'technicalAccountId', keys: ['sub', 'techid'], when: /@techacct\.adobe\.com$/i },
  { name: 'technicalAccountEmail', keys: ['technicalaccountemail', 'techaccountemail'] },
  { name: 'metascopes', keys: ['metascopes', 'metascope'] },
  { name: 'scopes', keys: ['scopes', 'scope'] },
  { name: 'privateKey', keys: ['privatekey'] },
  { name: 'passphrase', keys: ['passphrase'] },
];

/** A host of Adobe's sign-in. */
export const IMS_HOST = /^(https?:\/\/)?ims-[\w-]+\.adobelogin\.com\/?$/i;

/** A call for a token. */
export const TOKEN_CALL = /\/ims\/(exchange|token)\b/i;

/** A key as spellings of it are compared. */
export const bareKey = (key: string): string => key.replace(/[^A-Za-z\d]/g, '').toLowerCase();

/** What a key stands for whose value holds those texts. */
export const spellingOf = (
  key: string,
  texts: readonly string[],
  spellings: readonly Spelling[],
): Spelling | undefined =>
  spellings.find(
    ({ keys, when }) => keys.includes(key) && (!when || texts.some((text) => when.test(text))),
  );

/** How people's own code takes a list apart is not known. */
export const LIST_SHAPES: Readonly<Record<string, Shape>> = {
  scopes: 'comma-or-json-text',
  metascopes: 'comma-or-json-text',
};

/** The table of the keys that are there; of several for one field the first is its name. */
export function tableOf(
  found: readonly { readonly name: string; readonly path: string; readonly shape: Shape }[],
): Readonly<Record<string, FieldName>> {
  const table: Record<string, FieldName> = {};
  for (const { name, path, shape } of found) {
    const known = table[name];
    table[name] = known ? { ...known, also: [...(known.also ?? []), path] } : { path, shape };
  }
  return table;
}
