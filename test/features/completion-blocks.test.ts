import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeEmpty } from '../../server/src/features/completion';
import { completeUnknown } from '../../server/src/features/completion-unknown';
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
        associationMask: Campaign - ‸<tenant>‸ - (.*)
        productContext: ‸dma_campaign_classic‸
        server: ‸https://marketing.adobe.com‸
        tenant: ‸<tenant>‸
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
        '‸my_context‸:\n      client_id: ‸<client-id>,CLIENT‸\n      client_secrets: [‸<client-secret>‸]\n      technical_account_id: ‸<technical-account-id>‸\n      technical_account_email: ‸<technical-account-email>‸\n      ims_org_id: ‸<organization-id>‸\n      scopes: [openid, AdobeID]'.replace(
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
    'clientId="‸&lt;client-id>‸"',
    'callbackServer="https://‸&lt;campaign-server>‸"',
    'imsOrgId="‸&lt;organization-id>‸"',
    'imsRightsMask="Campaign - ‸&lt;tenant>‸ - (.*)"',
    'server="‸https://marketing.adobe.com‸"',
    'tenant="‸&lt;tenant>‸"',
  ];
  const account = `<extAccount\n        ${attributes.join('\n        ')}/>`;
  testCompletions('package.xml', [
    ['an element', inPackage('‸'), 'extAccount', inPackage(account)],
    [
      'an element in the tabs of the file',
      inPackage('‸').replaceAll('  ', '\t'),
      'extAccount',
      inPackage(account).replaceAll('  ', '\t'),
    ],
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
      'Access-token provider',
      /auth\.token\.provider\.authorization\.grants="client_credentials"\n/,
    ],
    [
      'com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl-a.config',
      '',
      'Client secret',
      /^auth\.ims\.client\.secret="‸<client-secret>‸"\n/,
    ],
    [
      'com.adobe.granite.auth.oauth.accesstoken.provider~a.xml',
      '',
      'Access-token provider',
      /^<jcr:root\n {4}xmlns:sling="[\s\S]*auth\.token\.provider\.orgId="‸&lt;organization-id>‸"\n {4}auth\.token\.provider\.default\.claims="\[&quot;iss&quot; : /,
    ],
    [
      'com.adobe.granite.auth.oauth.accesstoken.provider~a/.content.xml',
      '<?xml version="1.0" encoding="UTF-8"?>\n<',
      'Access-token provider',
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<jcr:root\n/,
    ],
    [
      'app/.env',
      '',
      'IMS context for OAuth Server-to-Server',
      /^AIO_ims_contexts_my__context_client__id=‸<client-id>‸\n/,
    ],
    [
      'connector-umapi.yml',
      '',
      'User Sync Tool connector',
      /^authentication_method: oauth\nenterprise:\n {2}org_id: ‸<organization-id>‸\n/,
    ],
    [
      'pdfservices-api-credentials.json',
      '{}',
      'OAuth Server-to-Server credential',
      /^\{\n? *"client_credentials": \{/,
    ],
    [
      'com.adobe.aio.aem.workspace.internal.WorkspaceSupplierImpl.cfg.json',
      '{\n  \n}',
      'aio-lib-java workspace',
      /^\{\n {2}"aio\.project\.id": "‸<project-id>‸",\n {2}"aio\.consumer\.org\.id": "‸<consumer-org-id>‸",\n {2}"aio\.ims\.org\.id": "‸<organization-id>‸",\n {2}"aio\.workspace\.id": "‸<workspace-id>‸",[\s\S]*"aio\.oauth\.scopes": "‸[^"]*read_client_secret[^"]*‸"/,
    ],
  ];
  for (const [path, text, label, after] of rows) {
    it(path, () => {
      const offset = text.startsWith('{')
        ? Math.min(4, text.length - 1)
        : text.startsWith('<')
          ? text.length
          : 0;
      const found = completeEmpty(path, text, offset).find((each) => each.label === label);
      assert.ok(found);
      assert.match(taken(text, found), after);
    });
  }

  it('is silent where the name tells nothing, or something is there', () => {
    assert.deepEqual(completeEmpty('a.yaml', '', 0), []);
    assert.deepEqual(completeEmpty('com.example.Foo.config', '', 0), []);
    assert.deepEqual(completeEmpty('a.xml', '', 0), []);
    assert.deepEqual(completeEmpty('.aio', 'foo: 1\n', 0), []);
  });
});

describe('completion of the command that makes a step one of ours', () => {
  const step = (command: string) =>
    `jobs:\n  a:\n    steps:\n      - uses: adobe/aio-apps-action@3.3.0\n        with:\n          ${command}\n          CLIENTID: x\n`;
  const rows = [
    ['nothing', 'command: ‸', 'command: oauth_sts'],
    ['no blank', 'command:‸', 'command: oauth_sts'],
    ['a part of it', 'command: oa‸u', 'command: oauth_sts'],
    ['quotes', 'command: "‸"', 'command: "oauth_sts"'],
    ['an open quote', "command: '‸", "command: 'oauth_sts'"],
  ] as const;
  for (const [what, before, after] of rows) {
    it(what, () => {
      const { text, cursor = 0 } = marked(step(before));
      const [found] = completeUnknown('.github/workflows/a.yml', text, cursor);
      assert.ok(found);
      assert.equal(taken(text, found), step(after));
    });
  }

  const inputs = (code: string) => {
    const { text, cursor = 0 } = marked(code);
    return completeUnknown('.github/workflows/a.yml', text, cursor);
  };
  const APPS = [
    ...['command', 'IMSORGID', 'CLIENTID', 'CLIENTSECRET'],
    ...['TECHNICALACCOUNTID', 'TECHNICALACCOUNTEMAIL', 'SCOPES'],
  ];
  const empty = (typed: string) =>
    `jobs:\n  a:\n    steps:\n      - uses: adobe/aio-apps-action@3.3.0\n        with:\n          ${typed}`;

  it('offers the inputs of the action before there is a command', () => {
    const labels = (code: string) => inputs(code).map(({ label }) => label);
    for (const typed of ['‸', '‸\n', 'com‸', 'os: ubuntu-latest\n          ‸\n']) {
      assert.deepEqual(labels(empty(typed)), APPS, typed);
    }
    const rest = APPS.filter((each) => each !== 'CLIENTID');
    assert.deepEqual(labels(empty('CLIENTID: x\n          ‸')), rest);
    const execution = 'aio-cloudmanager-create-execution-action';
    const cloudManager = labels(empty('‸').replace('aio-apps-action', execution));
    assert.deepEqual(cloudManager, [...APPS.slice(1, -1), 'OAUTHENABLED']);
  });

  it('writes an input in its line', () => {
    for (const [label, line] of [
      ['command', 'command: oauth_sts'],
      ['CLIENTID', 'CLIENTID: ‸${{ secrets.CLIENTID }}‸'],
    ] as const) {
      for (const typed of ['‸', 'c‸']) {
        const found = inputs(empty(typed)).find((each) => each.label === label);
        assert.ok(found, label);
        assert.equal(taken(empty(typed), found), empty(line));
      }
    }
  });

  it('is silent elsewhere', () => {
    for (const code of [
      empty('command: deploy\n          ‸\n'),
      empty('‸\n          command: deploy\n'),
      empty('‸').replace('with:', 'env:'),
      empty('‸').replace('aio-apps-action', 'aio-cli-setup-action'),
      empty('os: a\n        ‸'),
      empty('os: a\n      - ‸'),
      step('os: ‸'),
      step('command: ‸').replace('apps-action', 'other-action'),
      'jobs:\n  command: ‸\n# adobe/aio-apps-action\n',
      step('# command: ‸'),
    ]) {
      const { text, cursor = 0 } = marked(code);
      assert.deepEqual(completeUnknown('.github/workflows/a.yml', text, cursor), [], code);
    }
  });
});
