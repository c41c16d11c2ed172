/** How settings of programs call a field; keys are compared without case and punctuation. */
export interface Spelling {
  readonly name: string;
  readonly keys: readonly string[];
  /** Values that show what the key means, where it may mean anything. */
  readonly when?: RegExp | undefined;
}

/** A host of Adobe's sign-in, or a place to fill one in. */
export const HOST = /^(https?:\/\/)?ims-[\w-]+\.adobelogin\.com\/?$/i;
const HOST_OR_NONE = /adobelogin\.com|^\s*$|^[<{$]/i;

/** Spellings seen in Adobe's samples and in public projects. */
export const SPELLINGS: readonly Spelling[] = [
  { name: 'orgId', keys: ['orgid', 'imsorgid', 'imsorg', 'imsorganizationid', 'organizationid'] },
  { name: 'orgId', keys: ['iss', 'org'], when: /@AdobeOrg$/i },
  { name: 'clientId', keys: ['apikey', 'clientid'] },
  { name: 'clientSecret', keys: ['secret', 'clientsecret'] },
  {
    name: 'technicalAccountId',
    keys: ['technicalaccountid', 'technicalaccount', 'techaccountid', 'techacctid', 'techacct'],
  },
  { name: 'technicalAccountId', keys: ['sub', 'techid'], when: /@techacct\.adobe\.com$/i },
  { name: 'technicalAccountEmail', keys: ['technicalaccountemail', 'techaccountemail'] },
  { name: 'metascopes', keys: ['metascopes', 'metascope'] },
  { name: 'scopes', keys: ['scopes', 'scope', 'oauthscopes'] },
  {
    name: 'privateKey',
    keys: [
      ...['keypath', 'keyfile', 'privatekey', 'privatekeypath', 'privatekeyfile'],
      ...['privkeyfilename', 'privkeypath', 'privkeydata'],
      ...['pkcs8filepath', 'encodedpkcs8', 'pkcs12filepath'],
    ],
  },
  { name: 'passphrase', keys: ['passphrase', 'pkcs12password'] },
  { name: 'imsServer', keys: ['imshost', 'imsurl', 'imsendpoint'], when: HOST_OR_NONE },
  {
    name: 'tokenEndpoint',
    keys: ['imsexchange', 'imsendpointjwt', 'imstokenurl', 'tokenendpoint', 'tokenurl'],
    when: /\/ims\/(exchange|token)\b/i,
  },
];
