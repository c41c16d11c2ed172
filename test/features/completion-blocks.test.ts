import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeEmpty } from '../../server/src/features/completion';
import { applyEdits } from '../../server/src/text/edit';
import { findingsOf } from '../support/check';
import { completionsAt, taken, testCompletions } from '../support/completion';
import { lines, marked } from '../support/marks';
import { CLIENT } from '../support/samples';

describe('completion of whole blocks', () => {
  testCompletions('a.external-account.yaml', [
    [
      'an account',
      '‸',
      'Adobe Experience Cloud external account',
      lines`
        name: ‸Adobe_Experience_Cloud,Adobe_Marketing_Cloud,MAC‸
        label: ‸Adobe Experience Cloud‸
        imsServer: ‸https://ims-na1.adobelogin.com,https://adobeid-na1.services.adobe.com‸
        imsScope: [openid, AdobeID, session, read_organizations, additional_info.projectedProductContext]
        clientId: ‸<client-id>‸
        clientSecret: ‸\${CAMPAIGN_IMS_SECRET}‸
        callbackServer: https://‸<campaign-server>‸
        orgId: ‸<organization-id>‸
        associationMask: ‸Campaign - tenant_id - (.*)‸
        productContext: ‸dma_campaign_classic‸
      `.trimEnd(),
    ],
  ]);

  testCompletions('a.ims-integration.yaml', [
    [
      'an integration with its scopes',
      '‸',
      'OAuth integration with Adobe Target',
      lines`
        title: ‸Adobe Target‸
        solution: target
        authType: ‸oauth-server-to-server‸
        orgId: ‸<organization-id>‸
        clientId: ‸<client-id>‸
        clientSecret: ‸\${IMS_CLIENT_SECRET}‸
        technicalAccountId: ‸<technical-account-id>‸
        technicalAccountEmail: ‸<technical-account-email>‸
        scopes: [openid, AdobeID, read_organizations, additional_info.projectedProductContext, target_sdk, additional_info.roles]
      `.trimEnd(),
    ],
  ]);

  testCompletions('a.ims.yaml', [
    [
      'an environment in a list',
      'environments:\n  - ‸\n',
      'Campaign environment',
      lines`
        environments:
          - name: ‸<name>‸
            stage: ‸production,development,staging‸
            product: ‸campaign-classic,campaign-v8‸
            version: ‸<version>‸
            build: ‸<build>‸
            hosting: ‸on-premise,hybrid,hosted‸
            connectWithAdobeId: ‸true,false‸
            endUsers: ‸ims,native,ldap‸
            technicalOperators: ‸ims,native,ldap‸
      `,
    ],
  ]);

  const aio = (context: string) =>
    `ims:\n  contexts:\n    shop:\n      client_id: ${CLIENT}\n      technical_account_id: x\n    ${context}\n`;
  testCompletions('.aio', [
    [
      'a context',
      aio('‸'),
      'IMS context for OAuth Server-to-Server',
      aio(
        '‸my_context‸:\n      client_id: ‸CLIENT‸\n      client_secrets: [‸<client-secret>‸]\n      technical_account_id: ‸<technical-account-id>‸\n      technical_account_email: ‸<technical-account-email>‸\n      ims_org_id: ‸<organization-id>‸\n      scopes: [openid, AdobeID]'.replace(
          'CLIENT',
          CLIENT,
        ),
      ),
    ],
  ]);

  const inPackage = (account: string) =>
    `<package>\n  <entities schema="nms:extAccount">\n    ${account}\n  </entities>\n</package>\n`;
  const attributes = [
    'name="‸Adobe_Experience_Cloud‸"',
    'label="‸Adobe Experience Cloud‸"',
    'active="1"',
    'imsServer="https://ims-na1.adobelogin.com"',
    'userScope="openid,AdobeID,session,read_organizations,additional_info.projectedProductContext"',
    'clientId="‸&lt;client-id&gt;‸"',
    'callbackServer="https://‸&lt;campaign-server&gt;‸"',
    'imsOrgId="‸&lt;organization-id&gt;‸"',
    'imsRightsMask="Campaign - ‸tenant_id‸ - (.*)"',
  ];
  const account = `<extAccount\n        ${attributes.join('\n        ')}/>`;
  testCompletions('package.xml', [
    ['an element', inPackage('‸'), 'extAccount', inPackage(account)],
    ['an element behind its bracket', inPackage('<‸'), 'extAccount', inPackage(account)],
    ['an element that begins', inPackage('<ext‸'), 'extAccount', inPackage(account)],
    [
      'the attributes of an element',
      inPackage('<extAccount ‸/>'),
      'Adobe Experience Cloud external account',
      inPackage(`<extAccount ${attributes.join(' ')}/>`),
    ],
  ]);

  it('leave nothing to find but what is to be filled in', () => {
    const texts: readonly (readonly [string, string])[] = [
      ['a.external-account.yaml', '‸'],
      ['a.external-account.json', '{\n  ‸\n}'],
      ['a.ims-integration.yaml', '‸'],
      ['a.ims-integration.json', '‸'],
      ['a.ims.yaml', 'integrations:\n  - ‸\n'],
      ['package.xml', inPackage('‸')],
    ];
    for (const [file, code] of texts) {
      const blocks = completionsAt(file, code).filter(({ kind }) => kind === 'block');
      assert.ok(blocks.length > 0, file);
      for (const { label, replaced, newText } of blocks) {
        const written = applyEdits(marked(code).text, [{ span: replaced, newText }]);
        const rules = findingsOf(file, written).map(({ rule }) => rule);
        const rest = rules.filter((rule) => !TO_FILL_IN.has(rule));
        assert.deepEqual(rest, [], `${label}: ${written}`);
      }
    }
  });
});

const TO_FILL_IN: ReadonlySet<string> = new Set([
  'placeholder-left',
  'association-mask-placeholder',
]);

describe('completion in an empty file', () => {
  const rows: readonly (readonly [path: string, text: string, label: string, after: RegExp])[] = [
    [
      '/a/.aio',
      '',
      'IMS context for OAuth Server-to-Server',
      /^ims:\n {2}contexts:\n {4}‸my_context‸:\n {6}client_id: ‸/,
    ],
    [
      'com.adobe.granite.auth.oauth.accesstoken.provider-a.config',
      '\n',
      'Access-token provider with OAuth Server-to-Server',
      /auth\.token\.provider\.authorization\.grants="client_credentials"\n/,
    ],
    [
      'com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl-a.config',
      '',
      'Client secret of an access-token provider',
      /^auth\.ims\.client\.secret="‸<client-secret>‸"\n/,
    ],
    [
      'com.adobe.aio.aem.workspace.internal.WorkspaceSupplierImpl.cfg.json',
      '{\n  \n}',
      'aio-lib-java workspace with OAuth Server-to-Server',
      /^\{\n {2}"aio\.ims\.org\.id": "‸<organization-id>‸"/,
    ],
  ];
  for (const [path, text, label, after] of rows) {
    it(path, () => {
      const offset = text.startsWith('{') ? 4 : 0;
      const found = completeEmpty(path, text, offset).find((each) => each.label === label);
      assert.ok(found);
      assert.match(taken(text, found), after);
    });
  }

  it('is silent where the name tells nothing, or something is there', () => {
    assert.deepEqual(completeEmpty('a.yaml', '', 0), []);
    assert.deepEqual(completeEmpty('com.example.Foo.config', '', 0), []);
    assert.deepEqual(completeEmpty('.aio', 'foo: 1\n', 0), []);
  });
});
