import { secretReferenceMalformed } from '../../server/src/rules/secret-reference-malformed';
import { testRule } from '../support/testRule';

const FILE = 'com.adobe.aio.aem.workspace.internal.WorkspaceSupplierImpl.cfg.json';

const workspace = (secret: string) =>
  `{ "aio.ims.org.id": "$[env:org]", "aio.api.key": "$[env:key]", "aio.client.secret": "${secret}" }`;

const valid = (name: string, secret: string) => ({ name, file: FILE, code: workspace(secret) });

testRule(secretReferenceMalformed, {
  valid: [
    valid('names of letters, digits and underscores', '$[secret:_Client_Secret2]'),
    valid('a default and a type', '$[env:CLIENT_SECRET;default=none;type=String]'),
    valid('properties of the framework, which have dots', '$[prop:sling.home]'),
    valid('several references in a text', '$[env:HOST]/$[env:PATH]'),
    valid('references of other tools', '${env:client-secret} $(secret:client-secret)'),
    valid('a text that is no reference', 'costs $[5]'),
    valid('a name of a hundred characters', `$[secret:${'a'.repeat(100)}]`),
    {
      name: 'files that AEM does not read',
      file: 'shop.ims-integration.yaml',
      code: 'clientSecret: $[secret:client-secret]\n',
    },
  ],
  invalid: [
    {
      name: 'a hyphen in a name',
      file: FILE,
      code: workspace('«$[secret:client-secret]»'),
      messages: ['Cloud Manager takes no variable of that name'],
      severity: 'error',
      fixed: null,
    },
    { name: 'a digit first', file: FILE, code: workspace('«$[env:2_secrets]»') },
    { name: 'a name of one character', file: FILE, code: workspace('«$[env:a]»') },
    {
      name: 'a name that is too long',
      file: FILE,
      code: workspace(`«$[secret:${'a'.repeat(101)}]»`),
    },
    { name: 'no name', file: FILE, code: workspace('«$[secret:]»') },
    { name: 'blanks in a name', file: FILE, code: workspace('«$[secret: client_secret]»') },
    {
      name: 'a bad name before a default',
      file: FILE,
      code: workspace('«$[env:client.secret;default=x]»'),
    },
    {
      name: 'a type that AEM does not know',
      file: FILE,
      code: workspace('«$[secrets:CLIENT_SECRET]»'),
      messages: ['$[secret:NAME]'],
    },
    {
      name: 'a reference that is not closed',
      file: FILE,
      code: workspace('«$[secret:CLIENT_SECRET»'),
      messages: ['Write `$[secret:NAME]`'],
    },
    {
      name: 'a reference in a setting of somebody else',
      file: 'com.shop.ImsClient.cfg.json',
      code: '{ "imsOrgId": "$[env:org]", "clientSecret": "$[secret:cs]", "mark": "«$[env:water-mark]»" }',
    },
    {
      name: 'a reference in an attribute of XML',
      file: 'com.shop.ImsClient.xml',
      code: '<jcr:root jcr:primaryType="sling:OsgiConfig" imsOrgId="a" clientSecret="«$[secret:a-b]»"/>',
    },
  ],
});
