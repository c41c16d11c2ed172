import fs from 'node:fs';

/** One value that is edited: right as it stands, wrong for every server with the other word. */
export const EDITED = { right: 'enabled: true', wrong: 'enabled: maybe' };

/** An account as people write it, about 1 KB. */
export const smallAccount = () => `# The account of the web shop.
name: Adobe_Experience_Cloud
label: Adobe Experience Cloud
${EDITED.right}
imsServer: https://ims-na1.adobelogin.com
imsScope: openid,AdobeID,session,read_organizations,additional_info.projectedProductContext
clientId: Campaign-Acme
clientSecret: \${ACME_SECRET}
# Campaign redirects here.
callbackServer: https://campaign.acme.example
orgId: 3F2504E04F8941D39A0C0305@AdobeOrg
associationMask: Campaign - acme - (.*)
productContext: dma_campaign_classic
tenant: acme
${'# A line of notes that somebody left here for the next person.\n'.repeat(8)}`;

/**
 * A project of so many characters, half of it accounts and half integrations; of some every sixth
 * account is wrong.
 */
export function largeProject(size, { wrong = false } = {}) {
  const accounts = [];
  const integrations = [];
  for (let length = 0, index = 0; length < size; index++) {
    accounts.push(account(index, wrong && index % 6 === 0 ? EDITED.wrong : EDITED.right));
    integrations.push(integration(index));
    length += accounts.at(-1).length + integrations.at(-1).length;
  }
  return `externalAccounts:\n${accounts.join('')}integrations:\n${integrations.join('')}`;
}

const account = (index, enabled) => `  - name: account_${index}
    label: Account ${index}
    ${enabled}
    imsServer: https://ims-na1.adobelogin.com
    imsScope: [openid, AdobeID, session, read_organizations]
    clientId: Campaign-Acme
    clientSecret: \${ACME_SECRET_${index}}
    callbackServer: https://campaign${index}.acme.example
    orgId: 3F2504E04F8941D39A0C0305@AdobeOrg
    associationMask: Campaign - acme${index} - (.*)
    tenant: acme
`;

const integration = (index) => `  - title: Integration ${index}
    authType: oauth-server-to-server
    orgId: 3F2504E04F8941D39A0C0305@AdobeOrg
    clientId: 9f1c2ab34d5e6f708192a3b4c5d6e7f8
    clientSecret: \${SECRET_${index}}
    scopes:
      - openid
      - AdobeID
      - user_management_sdk
`;

/** The same as `largeProject` in JSON, with one property on each line. */
export function largeJson(size, options) {
  const lines = largeProject(size * 0.75, options).split('\n');
  const read = (part) => part.map((item) => Object.fromEntries(item));
  const sections = { externalAccounts: [], integrations: [] };
  let section = sections.externalAccounts;
  for (const line of lines) {
    const [, dash, key, value] = /^ {2}(-| ) (\w+): ?(.*)$/.exec(line) ?? [];
    if (line.startsWith('integrations:')) section = sections.integrations;
    if (dash === '-') section.push([]);
    if (key) section.at(-1).push([key, jsonValue(key, value)]);
  }
  const { externalAccounts, integrations } = sections;
  return JSON.stringify(
    { externalAccounts: read(externalAccounts), integrations: read(integrations) },
    null,
    2,
  );
}

function jsonValue(key, value) {
  if (key === 'scopes') return ['openid', 'AdobeID', 'user_management_sdk'];
  if (value.startsWith('[')) return value.slice(1, -1).split(', ');
  return value === 'true' ? true : value;
}

/** Our schemas as one schema for each file, for a server that knows nothing of sections. */
export function peerSchemas() {
  const external = schemaOf('external-account');
  const list = (items) => ({ type: 'array', items });
  return {
    'external-account': external,
    'project-for-peer': {
      type: 'object',
      properties: {
        environments: list(schemaOf('campaign-environment')),
        externalAccounts: list(external),
        integrations: list(schemaOf('ims-credential')),
      },
    },
  };
}

function schemaOf(concept) {
  const file = new URL(`../schemas/${concept}.schema.json`, import.meta.url);
  const { $id, ...schema } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return schema;
}
