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
  readonly says: readonly string[];
  readonly silentOf?: readonly string[];
}

const ACCOUNT = 'shop.external-account.yaml';
const INTEGRATION = 'target.ims-integration.yaml';

const cases: readonly Case[] = [
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
  for (const { name, file, code, says, silentOf = [] } of cases) {
    it(`explains ${name}`, () => {
      const { markdown = '' } = hoverAt(file, code) ?? {};
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
});
