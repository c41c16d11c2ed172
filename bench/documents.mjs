import fs from 'node:fs';

/** An account as people write it, about 1 KB. */
export const smallAccount = () => `# The account of the web shop.
name: Adobe_Experience_Cloud
label: Adobe Experience Cloud
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

/** A project with as many accounts and integrations as fill so many characters. */
export function largeProject(size) {
  const accounts = [];
  const integrations = [];
  for (let index = 0; (accounts.length + integrations.length) * 380 < size; index++) {
    accounts.push(`  - name: account_${index}
    label: Account ${index}
    imsServer: https://ims-na1.adobelogin.com
    imsScope: [openid, AdobeID, session, read_organizations]
    clientId: Campaign-Acme
    clientSecret: \${ACME_SECRET_${index}}
    callbackServer: https://campaign${index}.acme.example
    orgId: 3F2504E04F8941D39A0C0305@AdobeOrg
    associationMask: Campaign - acme${index} - (.*)
    tenant: acme
`);
    integrations.push(`  - title: Integration ${index}
    authType: oauth-server-to-server
    orgId: 3F2504E04F8941D39A0C0305@AdobeOrg
    clientId: 9f1c2ab34d5e6f708192a3b4c5d6e7f8
    clientSecret: \${SECRET_${index}}
    scopes:
      - openid
      - AdobeID
      - user_management_sdk
`);
  }
  return `externalAccounts:\n${accounts.join('')}integrations:\n${integrations.join('')}`;
}

/** Our schemas as one schema for each file, for a server that knows nothing of sections. */
export function peerSchemas() {
  const account = schemaOf('external-account');
  const list = (items) => ({ type: 'array', items });
  return {
    'external-account': account,
    'project-for-peer': {
      type: 'object',
      properties: {
        environments: list(schemaOf('campaign-environment')),
        externalAccounts: list(account),
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
