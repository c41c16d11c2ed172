import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hoverAt } from '../support/hover';
import { lines } from '../support/marks';

interface Case {
  /** Completes "explains …". */
  readonly name: string;
  readonly file: string;
  /** With `‸` at the cursor and `«…»` around what the hover covers. */
  readonly code: string;
  /** Other files of the workspace. */
  readonly others?: Readonly<Record<string, string>>;
  readonly says: readonly string[];
  readonly silentOf?: readonly string[];
}

const ACCOUNT = 'shop.external-account.yaml';
const INTEGRATION = 'target.ims-integration.yaml';

const account = (attributes: string) =>
  `<package><entities schema="nms:extAccount"><extAccount ${attributes}/></entities></package>`;

const cases: readonly Case[] = [
  {
    name: 'a field that only JWT has in the eyes of the program that reads it',
    file: 'workspace.properties',
    code: 'aio_ims_org_id=a\naio_api_key=b\n«aio_tech‸nical_account_id»=c\n',
    says: ['Only Service Account (JWT) credentials have this field', 'Server-to-Server: removed'],
  },
  {
    name: 'a field of an access-token provider, in XML',
    file: 'com.adobe.granite.auth.oauth.accesstoken.provider-a.xml',
    code: '<jcr:root jcr:primaryType="sling:OsgiConfig" «auth.token.provider.authorization.gr‸ants»="client_credentials"/>',
    says: ['**Grant type** `auth.token.provider.authorization.grants`', 'client_credentials'],
  },
  {
    name: 'a key: label, meaning, format, example, checks and link',
    file: ACCOUNT,
    code: '«callback‸Server»: http://shop.org\n',
    says: [
      '**Callback server** `callbackServer`',
      'The address of your own Campaign instance',
      'Format: an address that starts with `https://`',
      'Example: `https://campaign.example.com`',
      '`callback-not-https`: A callback server',
      'https://experienceleague.adobe.com',
    ],
  },
  {
    name: 'a value',
    file: ACCOUNT,
    code: 'callbackServer: «http://sh‸op.org»\n',
    says: ['**Callback server** `callbackServer`'],
  },
  {
    name: 'a quoted value',
    file: ACCOUNT,
    code: 'orgId: "«01234‸56789ABCDEF01234567@AdobeOrg»"\n',
    says: ['**IMS organization ID** `orgId`', '24 hexadecimal digits'],
  },
  {
    name: 'a key without a value',
    file: ACCOUNT,
    code: '«or‸gId»:\n',
    says: ['**IMS organization ID** `orgId`'],
  },
  {
    name: 'the choices of a field with their meanings, and a nested field',
    file: 'shop.ims.yaml',
    code: lines`
      environments:
        - name: production
          clientConsole:
            «browser‸Engine»: webview2
    `,
    says: [
      '**Browser engine** `browserEngine`',
      'Values:',
      '`webview2`: The Microsoft Edge WebView2 runtime',
      '`internet-explorer-11`: ',
    ],
  },
  {
    name: 'the key under which fields are grouped',
    file: 'shop.ims.yaml',
    code: 'environments:\n  - name: production\n    «client‸Console»:\n      version: 7.4.1\n',
    says: ['**Client console** `clientConsole`'],
  },
  {
    name: 'a default',
    file: ACCOUNT,
    code: '«enab‸led»: true\n',
    says: ['Default: `true`', '`true`: switched on'],
  },
  {
    name: 'the way to sign in without advertising JWT',
    file: INTEGRATION,
    code: '«auth‸Type»: jwt\n',
    says: ['`jwt` (deprecated): ', 'With OAuth Server-to-Server: becomes oauth-server-to-server.'],
    silentOf: ['`jwt`: ', 'Example: `jwt`'],
  },
  {
    name: 'what becomes of a field that only JWT has',
    file: INTEGRATION,
    code: 'authType: jwt\n«meta‸scopes»: [ent_campaign_sdk]\n',
    says: [
      'Only Service Account (JWT) credentials have this field.',
      'With OAuth Server-to-Server: replaced by scopes.',
    ],
  },
  {
    name: 'a scope',
    file: INTEGRATION,
    code: 'scopes:\n  - openid\n  - «read_‸organizations»\n',
    says: ['**Scope** `read_organizations`', 'Reads the organizations', '**Scopes** `scopes`'],
  },
  {
    name: 'a scope inside of a text with commas',
    file: INTEGRATION,
    code: 'scopes: openid, «target‸_sdk», AdobeID\n',
    says: ['**Scope** `target_sdk`'],
  },
  {
    name: 'a metascope whose scopes are known',
    file: INTEGRATION,
    code: 'metascopes: [«ent_user‸_sdk»]\n',
    says: [
      '**Metascope** `ent_user_sdk` of User Management',
      'becomes the scopes',
      '`user_management_sdk`',
    ],
  },
  {
    name: 'a metascope whose scopes are unknown, written as an address',
    file: INTEGRATION,
    code: 'metascopes: «https://ims-na1.adobelogin.com/s/ent_places‸_sdk»\n',
    says: ['**Metascope** `ent_places_sdk` of Places', 'is written on the credential'],
  },
  {
    name: 'the account, its package and its console at its name',
    file: ACCOUNT,
    code: 'name: «Adobe_‸Experience_Cloud»\n',
    says: [
      '**Adobe Experience Cloud external account**',
      'Integration with the Adobe Experience Cloud',
      'up-to-date client console',
      '**Internal name** `name`',
    ],
  },
  {
    name: 'an entity at its key in a map',
    file: 'shop.ims.yaml',
    code: 'externalAccounts:\n  «Adobe_‸Cloud»:\n    label: Cloud\n',
    says: ['**Adobe Experience Cloud external account**'],
    silentOf: ['**Internal name**'],
  },
  {
    name: 'a section of a project',
    file: 'shop.ims.yaml',
    code: '«external‸Accounts»:\n  - name: a\n',
    says: ['**External accounts** `externalAccounts`'],
  },
  {
    name: 'an attribute of a package by its own name',
    file: 'accounts.xml',
    code: '<package><entities schema="nms:extAccount"><extAccount name="MAC" «imsRights‸Mask»="(.*)"/></entities></package>',
    says: ['**Association mask** `imsRightsMask`'],
  },
  {
    name: 'the value of an attribute',
    file: 'accounts.xml',
    code: '<package><entities schema="nms:extAccount"><extAccount name="MAC" active="«‸1»"/></entities></package>',
    says: ['**Enabled** `active`', '`1`: switched on', '`0`: switched off'],
  },
  {
    name: 'the type of an account whose number is public',
    file: 'accounts.xml',
    code: account('name="aem" type="«1‸2»"'),
    says: ['**Type** `12`: Adobe Experience Manager', '**Type** `type`'],
  },
  {
    name: 'the type of an account whose number is not public, and guesses nothing',
    file: 'accounts.xml',
    code: account('name="ftp" type="«9‸9»"'),
    says: ['**Type** `type`', 'has not published all of them'],
    silentOf: ['`99`'],
  },
  {
    name: 'the type of the Experience Cloud account, whose number is not public',
    file: 'accounts.xml',
    code: account('name="MAC" «ty‸pe»="12"'),
    says: ['**Type** `type`', 'is not public'],
    silentOf: ['`12`'],
  },
  {
    name: 'the product profiles of a mask',
    file: ACCOUNT,
    code: 'associationMask: «Campaign - acme ‸- (.*)»\n',
    says: [
      '**Product profiles** of the Admin Console that this mask expects for operator groups:\n\n- `admin` → `Campaign - acme - admin`\n- `delivery` → `Campaign - acme - delivery`\n',
      '- `workflowSupervisor` → `Campaign - acme - workflowSupervisor`',
      '- `messagecenter` → `Campaign - acme - messagecenter`, for technical accounts of Message Center',
      'Campaign Control Panel',
      '**Association mask** `associationMask`',
    ],
    silentOf: ['more'],
  },
  {
    name: 'the product profiles of the groups that the package and the workspace name, first',
    file: 'accounts.xml',
    code: `<package>
      <entities schema="nms:extAccount"><extAccount name="MAC" imsRightsMask="«Luma (‸.+) - v8»"/></entities>
      <entities schema="xtk:group"><group name="shop"/><group name="delivery"/><group name="a\`b"/></entities>
    </package>`,
    others: {
      'groups.xml': `<package><entities schema="xtk:group">
        <group name="press &amp; events" label="Press"/><group name="shop"/><group name="editors"/><group name="&lt;group>"/><group/>
      </entities></package>`,
    },
    says: [
      'operator groups:\n\n- `shop` → `Luma shop - v8`\n- `delivery` → `Luma delivery - v8`\n- `press & events` → `Luma press & events - v8`\n- `editors` → `Luma editors - v8`\n- `admin`',
      '- `local` → `Luma local - v8`\n- and 2 more\n',
    ],
    silentOf: ['a`b', '&lt;', '<group>'],
  },
  {
    name: 'a mask that is the plain beginning of a name, with its blank',
    file: ACCOUNT,
    code: 'associationMask: "«Campaign - acme‸ -» "\n',
    says: [
      'if this mask is the plain beginning of their names, as Adobe describes it, too:',
      '`delivery` → `Campaign - acme - delivery`',
    ],
  },
  {
    name: 'a mask that does not tell the names of profiles',
    file: ACCOUNT,
    code: 'associationMask: «Campaign - (acme|l‸uma) - (.*)»\n',
    says: ['**Association mask** `associationMask`'],
    silentOf: ['Product profiles', '→'],
  },
  {
    name: 'a mask that is still to be filled in',
    file: ACCOUNT,
    code: 'associationMask: «Campaign - <tenan‸t> - (.*)»\n',
    says: ['**Association mask** `associationMask`'],
    silentOf: ['→'],
  },
  {
    name: 'an operator group of a package',
    file: 'groups.xml',
    code: '<package><entities schema="xtk:group"><«gro‸up» name="shop"/></entities></package>',
    says: ['**Operator group**', 'product profile of the Admin Console'],
  },
  {
    name: 'an account of a package at its tag',
    file: 'accounts.xml',
    code: '<package><entities schema="nms:extAccount"><«extAcc‸ount» name="MAC"/></entities></package>',
    says: [
      '**Adobe Experience Cloud external account**',
      'Integration with the Adobe Experience Cloud',
    ],
  },
  {
    name: 'a key of a console download, and how OAuth calls it',
    file: 'download.json',
    code: '{ "ORG_ID": "", "TECHNICAL_ACCOUNT_ID": "", «"API_‸KEY"»: "0123", "CLIENT_SECRET": "" }',
    says: ['**Client ID** `API_KEY`', 'its key is `CLIENT_ID`'],
  },
];

describe('hover', () => {
  for (const { name, file, code, others, says, silentOf = [] } of cases) {
    it(`explains ${name}`, () => {
      const { markdown = '' } = hoverAt(file, code, others) ?? {};
      for (const part of says)
        assert.ok(markdown.includes(part), `"${part}" is not in\n${markdown}`);
      for (const part of silentOf)
        assert.ok(!markdown.includes(part), `"${part}" is in\n${markdown}`);
    });
  }

  it('never shows a secret, nor an example of one', () => {
    const secret = 'p8e-Zq3xT1vB7nM5kL9wR2yU4iO6aS8dF0gH';
    for (const code of [
      `«client‸Secret»: ${secret}\n`,
      `clientSecret: «p8e‸${secret.slice(3)}»\n`,
    ]) {
      const { markdown = '' } = hoverAt(INTEGRATION, code) ?? {};
      assert.match(markdown, /\*\*Client Secret\*\*/);
      assert.ok(!markdown.includes(secret.slice(6)));
      assert.ok(!markdown.includes('Example'));
    }
  });

  it('hides a secret that stands as a scope', () => {
    const code = 'clientSecret: ent_user_sdk\nscopes: [ent_‸user_sdk]\n';
    assert.ok(!hoverAt(INTEGRATION, code)?.markdown.includes('ent_user_sdk'));
  });

  for (const [name, code] of [
    ['an unknown key', 'na‸mme: x\n'],
    ['a comment', '# cli‸entId\nname: x\n'],
    ['an empty line', 'name: x\n\n‸\n'],
  ] as const) {
    it(`says nothing of ${name}`, () => assert.equal(hoverAt(ACCOUNT, code), undefined));
  }

  const labels = {
    name: 'Internal name',
    label: 'Label',
    type: 'Type',
    active: 'Enabled',
    packageAutoExport: 'Automatically exported in packages',
    imsServer: 'IMS server',
    userScope: 'IMS scope',
    clientId: 'IMS client identifier',
    clientSecret: 'IMS client secret',
    callbackServer: 'Callback server',
    imsOrgId: 'IMS organization ID',
    imsRightsMask: 'Association mask',
    productContext: 'Product context',
    server: 'Server',
    tenant: 'Tenant',
  };
  for (const [attribute, label] of Object.entries(labels)) {
    it(`calls ${attribute} as the client console does`, () => {
      const { markdown = '' } =
        hoverAt(
          'a.xml',
          account(`imsOrgId="" «${attribute}‸»="a"`).replace(
            'imsOrgId=""',
            attribute === 'name' ? 'imsServer="a"' : 'name="MAC"',
          ),
        ) ?? {};
      assert.ok(markdown.startsWith(`**${label}** \`${attribute}\``), markdown);
    });
  }
});
