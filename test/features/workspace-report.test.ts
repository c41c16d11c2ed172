import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../server/src/check';
import { workspaceJson } from '../../server/src/cli/workspace-json';
import { checklist } from '../../server/src/features/workspace-checklist';
import { type WorkspaceReport, workspaceReport } from '../../server/src/features/workspace-report';
import {
  checklistMarkdown,
  reportMarkdown,
  safe,
} from '../../server/src/features/workspace-report-markdown';
import { imsText } from '../../server/src/features/workspace-report-words';
import { type TreeItem, workspaceTree } from '../../server/src/features/workspace-tree';
import { newWorkspace } from '../../server/src/model/workspace';
import { noSettings, type Settings } from '../../server/src/rules/settings';
import { documentOf, TODAY } from '../support/check';
import { lines } from '../support/marks';

const ORG = '5B7C0DE15A1E0F2A0A495C11@AdobeOrg';
const ID = '0123456789abcdef0123456789abcdef';
const ACCOUNT = '5B7C0DE15A1E0F2A0A495C12@techacct.adobe.com';

function reportOn(
  files: Readonly<Record<string, string>>,
  today = TODAY,
  settings: Settings = noSettings,
): WorkspaceReport {
  const documents = Object.entries(files).map(([path, text]) => documentOf(path, text));
  const workspace = newWorkspace(documents, ['']);
  const reported = documents.map((document) => ({
    path: document.path,
    document,
    findings: check(document, { settings, today, workspace }),
  }));
  return workspaceReport(reported, workspace, today);
}

const integration = (more = '', secret = '${SECRET}') =>
  lines`
  title: Target
  authType: jwt
  orgId: ${ORG}
  clientId: ${ID}
  clientSecret: ${secret}
  metascopes: [ent_user_sdk]
  privateKey: \${KEY}
`.concat(more);

const environment = (more: string) =>
  `environments:\n  shop:\n    ${more.replaceAll(', ', '\n    ')}\n`;

const command = (option: string, instance = 'shop') =>
  `nlserver config -instance:${instance} ${option}:${ORG}/${ID}/${ACCOUNT}/$SECRET${option === '-setimsoauth' ? '' : '/$KEY'}\n`;

const serverFile = `<serverconf><shared><ims authIMSTAClientId="${ID}" authIMSTAId="${ACCOUNT}" authIMSTAPrivateKey="@a2V5"/></shared></serverconf>\n`;

describe('a credential in the report of a workspace', () => {
  /** State and reason of the first credential. */
  const cases: readonly (readonly [
    what: string,
    files: Readonly<Record<string, string>>,
    expected: string,
  ])[] = [
    ['JWT in our own notation', { 'a.ims-integration.yaml': integration() }, 'migratable'],
    [
      'OAuth',
      { 'a.ims-integration.yaml': 'authType: oauth-server-to-server\nclientId: a\n' },
      'current',
    ],
    [
      'what Adobe provisions',
      { 'a.ims-integration.yaml': integration('autoProvisioned: true\n') },
      'adobe auto-provisioned',
    ],
    [
      'what a comment ignores',
      { 'a.ims-integration.yaml': `# ims-config-ignore-file jwt-credential\n${integration()}` },
      'by-hand ignored',
    ],
    [
      "a download of AEM's own console",
      {
        'a.json':
          '{ "imsEndpoint": "ims-na1.adobelogin.com", "metascopes": "ent_aem_cloud_api", "privateKey": "", "technicalAccount": { "clientId": "cm-p1-e2-integration-1", "clientSecret": "" } }',
      },
      'by-hand new-account',
    ],
    [
      'variables of own code',
      {
        '.env': `ADOBE_CLIENT_ID=${ID}\nADOBE_CLIENT_SECRET=x\nADOBE_TECHNICAL_ACCOUNT_ID=${ACCOUNT}\nADOBE_PRIVATE_KEY=k\nADOBE_META_SCOPES=ent_user_sdk\n`,
      },
      'by-hand own-code',
    ],
    ['a command with JWT', { 'a.sh': command('-setimsjwtauth') }, 'migratable'],
    ['an older command', { 'a.sh': command('-setimsauth') }, 'by-hand old-command'],
    ['a command with OAuth', { 'a.sh': command('-setimsoauth') }, 'current'],
    [
      'a command for a server that is too old',
      { 'a.sh': command('-setimsjwtauth'), 'b.ims.yaml': environment('version: 7.3.5') },
      'by-hand server-too-old',
    ],
    [
      'a command for a hosted server',
      {
        'a.sh': command('-setimsjwtauth'),
        'b.ims.yaml': environment('version: 7.4.1, hosting: hosted'),
      },
      'adobe hosted',
    ],
    ['the file of a server', { 'config-shop.xml': serverFile }, 'by-hand server-command'],
    [
      'the file of a hosted server',
      { 'config-shop.xml': serverFile, 'b.ims.yaml': environment('hosting: hosted') },
      'adobe hosted',
    ],
    ['what says nothing', { 'a.ims-integration.yaml': 'title: a\n' }, 'unknown'],
  ];
  for (const [what, files, expected] of cases) {
    it(`is ${expected}: ${what}`, () => {
      const [credential] = reportOn(files).credentials;
      const { state, reason } = credential ?? {};
      assert.equal([state, reason].filter(Boolean).join(' '), expected);
    });
  }

  it('has the deadline that comes first', () => {
    const deadline = (day: string | undefined, today?: string) => {
      const keys = day === undefined ? {} : { '0123456789abcdef0123456789abcdef01234567': day };
      const text = JSON.stringify({ API_KEY: ID, ORG_ID: ORG, PUBLIC_KEYS_WITH_EXPIRY: keys });
      return reportOn({ 'a.json': text }, today).credentials[0]?.deadline;
    };
    const adobe = { day: '2026-03-01', by: 'adobe' };
    assert.deepEqual(deadline(undefined), { ...adobe, isOver: true });
    assert.deepEqual(deadline(undefined, '2026-03-01'), { ...adobe, isOver: false });
    assert.deepEqual(deadline('05/01/2025', '2025-04-01'), {
      ...{ day: '2025-05-01', by: 'certificate', isOver: false },
    });
    assert.deepEqual(deadline('05/01/2027'), { ...adobe, isOver: true });
  });

  it('is called by what it is where it has no name', () => {
    const { credentials } = reportOn({ 'config-shop.xml': serverFile });
    assert.equal(credentials[0]?.label, 'Technical account of the server');
  });

  it('has the findings in it, and of a file with nothing else all of them', () => {
    const { credentials, findings } = reportOn({
      'a.ims.yaml': `integrations:\n  - title: a\n    authType: jwt\n  - title: b\n    authType: oauth-server-to-server\n`,
    });
    const [first, second] = credentials;
    assert.ok((first?.findings.error ?? 0) > 0);
    const sum = (first?.findings.error ?? 0) + (second?.findings.error ?? 0);
    assert.equal(sum, findings.error);
  });

  it('has what is said of it, and not what is said of another one in the midst of its lines', () => {
    const variables = (name: string, values: Readonly<Record<string, string>>) =>
      Object.entries(values).map(([key, value]) => `AIO_ims_contexts_${name}_${key}=${value}`);
    const shared = { client__id: ID, client__secret: 'x', ims__org__id: ORG };
    const jwt = variables('old', {
      ...shared,
      technical__account__id: ACCOUNT,
      meta__scopes: '["ent_user_sdk"]',
      private__key: 'k',
    });
    const oauth = variables('new', {
      client__id: ID,
      client__secrets: '["x"]',
      technical__account__id: ACCOUNT,
      technical__account__email: 'a@techacct.adobe.com',
      ims__org__id: ORG,
      scopes: '["openid"]',
    });
    const mixed = [oauth[0], ...jwt, ...oauth.slice(1)].join('\n');
    const { credentials } = reportOn({ '.env': `${mixed}\n` });
    const stateOf = (flow: string) => {
      const found = credentials.find((each) => each.flow?.startsWith(flow));
      return [found?.state, (found?.findings.error ?? 0) > 0, found?.migration !== undefined];
    };
    assert.deepEqual(stateOf('jwt'), ['migratable', true, true]);
    assert.deepEqual(stateOf('oauth'), ['current', false, false]);
  });

  it('has what is said of it outside of its span', () => {
    const context = {
      client_id: ID,
      client_secrets: ['p8e-AbCdEfGhIjKlMnOpQrStUvWxYz012345'],
      technical_account_email: '01234567-89ab-cdef-0123-456789abcdef@techacct.adobe.com',
      technical_account_id: ACCOUNT,
      scopes: ['openid', 'AdobeID'],
      ims_org_id: ORG,
    };
    const text = JSON.stringify({ ims: { contexts: { 'aio-cli-plugin-cloudmanager': context } } });
    const [found] = reportOn({ '.aio': text }).credentials;
    assert.deepEqual(
      [found?.state, found?.migration?.title],
      ['migratable', 'Add `oauth_enabled` with `true`'],
    );
  });
});

describe('an environment in the report of a workspace', () => {
  /** Readiness for IMS and for v8, and the steps that are done. */
  const cases: readonly (readonly [more: string, ims: string, v8: string, done: string])[] = [
    ['stage: production', 'unknown', 'unknown', ''],
    ['version: 7.3.4', 'upgrade-first', 'unknown', ''],
    ['version: 7.3.3.IMS, endUsers: native', 'ready', 'not-yet', ''],
    ['version: 7.3.5, clientConsole: { version: 7.3.5 }', 'ready', 'unknown', 'upgrade'],
    ['version: 7.3.5, clientConsole: { version: 7.3.4 }', 'ready', 'unknown', ''],
    ['version: 7.4.1, endUsers: ims', 'ready', 'unknown', 'users'],
    [
      'version: 7.4.1, endUsers: ims, technicalOperators: ims, nativeRestrictions: true',
      'moved',
      'ready',
      'users technical restrictions',
    ],
    [
      'version: 7.4.1, endUsers: ims, technicalOperators: native, nativeRestrictions: true',
      'ready',
      'not-yet',
      'users',
    ],
    ['version: 7.4.1, endUsers: ims, nativeRestrictions: true', 'ready', 'unknown', 'users'],
    [
      'version: 7.3.5, endUsers: ims, technicalOperators: ims, nativeRestrictions: true',
      'moved',
      'ready',
      'users technical',
    ],
    ['version: 7.4.1, endUsers: ldap', 'ready', 'not-yet', ''],
    ['version: 8.5.1, endUsers: native', 'upgrade-first', 'is-v8', ''],
    ['version: 8.6.4, endUsers: native', 'ready', 'is-v8', ''],
    ['build: 9383, integrationPackageInstalled: true', 'unknown', 'unknown', ''],
    [
      'product: campaign-classic, build: 9383, clientConsole: { version: 7.4.1 }',
      'ready',
      'unknown',
      'upgrade',
    ],
  ];
  for (const [more, ims, v8, done] of cases) {
    it(`is ${ims} for IMS and ${v8} for v8: ${more}`, () => {
      const [found] = reportOn({ 'a.ims.yaml': environment(more) }).environments;
      assert.deepEqual([found?.ims, found?.v8], [ims, v8]);
      const steps = Object.entries(found?.steps ?? {}).filter(([, state]) => state === 'done');
      assert.equal(steps.map(([step]) => step).join(' '), done);
    });
  }

  it('has the step of the account done where a file describes that account, too', () => {
    const stateWith = (account: string) =>
      reportOn({
        'a.ims.yaml': environment('integrationPackageInstalled: true, connectWithAdobeId: true'),
        'b.external-account.yaml': account,
      }).environments[0]?.steps.account;
    assert.equal(stateWith('label: MAC\nenvironment: shop\n'), 'done');
    assert.equal(stateWith('label: MAC\nenvironment: other\n'), 'unknown');
    assert.equal(stateWith('label: MAC\n'), 'unknown');
  });

  const reasons: readonly (readonly [more: string, said: RegExp])[] = [
    ['stage: production', /^Not known: the file does not name the release$/],
    ['version: "8.5", product: campaign-v8', /^Not known: product and release as written/],
    ['build: 9383', /^Not known: product and release as written/],
    ['version: 7.4.1', /^Ready/],
  ];
  for (const [more, said] of reasons) {
    it(`says of ${more}: ${said.source}`, () => {
      const full = `${more}, endUsers: native, technicalOperators: native`;
      const [found] = reportOn({ 'a.ims.yaml': environment(full) }).environments;
      assert.match(found ? imsText(found) : '', said);
    });
  }
});

describe('the checklist of a workspace', () => {
  const sections = (files: Readonly<Record<string, string>>) =>
    checklist(reportOn(files)).map(({ id }) => id);

  it('has what there is something to do for', () => {
    assert.deepEqual(sections({ 'a.ims-integration.yaml': integration() }), ['console', 'compare']);
    assert.deepEqual(sections({ 'a.sh': command('-setimsjwtauth') }), [
      'console',
      'compare',
      'servers',
    ]);
    assert.deepEqual(
      sections({ 'a.ims-integration.yaml': integration('autoProvisioned: true\n') }),
      ['adobe'],
    );
    assert.deepEqual(sections({ 'a.ims-integration.yaml': 'title: a\n' }), []);
  });

  it('takes environments in the order of their stages, and restrictions last', () => {
    const report = reportOn({
      'a.ims.yaml': lines`
        environments:
          live: { stage: production, version: 7.4.1 }
          odd: { version: 7.4.1 }
          v8: { stage: staging, version: 8.6.1 }
          try: { stage: development, version: 7.4.1, hosting: hosted }
      `,
    });
    const found = checklist(report);
    assert.deepEqual(
      found.map(({ title }) => title),
      ['try', 'v8', 'odd', 'live'].map((name) => `Adobe Campaign: ${name}`),
    );
    assert.match(found[0]?.intro ?? '', /^Adobe runs these servers/);
    assert.match(found[3]?.steps.at(-1)?.text ?? '', /^Last, .*`admin`, `aemserver`/);
    assert.ok(!found[1]?.steps.some(({ text }) => text.startsWith('Last')));
  });

  it('is general where accounts of Campaign stand in files and no environments', () => {
    const [section] = checklist(
      reportOn({ 'a.external-account.yaml': 'label: Shop\nclientId: shop\n' }),
    );
    assert.equal(section?.title, 'Adobe Campaign: the move to IMS');
    assert.equal(section?.steps.length, 7);
  });

  it('names the instances of commands, unless the name could be taken for something else', () => {
    const commands = (instance: string) =>
      checklistMarkdown(
        reportOn({ 'a.sh': command('-setimsjwtauth', instance) }),
        () => 'here',
      ).match(/-instance:\S+/)?.[0];
    assert.equal(commands('shop_prod'), '-instance:shop_prod');
    assert.equal(commands('$INSTANCE'), '-instance:$INSTANCE');
    assert.equal(commands('"a;b"'), '-instance:<instance>');
  });

  it('names fields and files of secrets, and the keys as they are called after the migration', () => {
    const secret = 'p8e-0123456789abcdefghijklmnopqrstuv';
    const report = reportOn({
      'download.json': JSON.stringify({
        API_KEY: ID,
        CLIENT_SECRET: secret,
        ORG_ID: ORG,
        PUBLIC_KEYS_WITH_EXPIRY: {},
      }),
      'b.ims-integration.yaml': integration('', secret),
    });
    const text =
      reportMarkdown(report, ({ path }) => path) +
      JSON.stringify(
        checklist(report).map((each) => [
          each.title,
          each.steps.map((step) => [step.text, step.places.map((place) => place.text)]),
        ]),
      );
    assert.ok(!text.includes(secret));
    assert.match(text, /- `CLIENT_SECRETS`: download\.json/);
    assert.match(text, /- `clientSecret`: b\.ims-integration\.yaml/);
    assert.match(text, /- `privateKey`: b\.ims-integration\.yaml/);
  });

  it('counts one credential in several files once', () => {
    const [section] = checklist(
      reportOn({
        'a.ims-integration.yaml': integration(),
        'b.ims-integration.yaml': integration(),
      }),
    );
    const [open] = section?.steps ?? [];
    assert.deepEqual(
      open?.places.map(({ text, spots }) => [text, spots.map(({ file }) => file.path)]),
      [[`Target, client id \`${ID}\``, ['a.ims-integration.yaml', 'b.ims-integration.yaml']]],
    );
  });
});

describe('a credential of AEM in two files', () => {
  const PROVIDER = 'com.adobe.granite.auth.oauth.accesstoken.provider';
  const CUSTOMIZER = 'com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl';
  const provider = (flow: 'jwt' | 'oauth') =>
    flow === 'jwt'
      ? `name="Tags"\nauth.token.provider.client.id="${ID}"\nauth.access.token.request="https://ims-na1.adobelogin.com/ims/exchange/jwt"\nauth.token.provider.keypair.alias="a"\nauth.access.token.request.customizer.type="customizer.1"\n`
      : `name="Tags"\nauth.token.provider.client.id="${ID}"\nauth.access.token.request="https://ims-na1.adobelogin.com/ims/token/v3"\nauth.token.provider.authorization.grants="client_credentials"\nauth.token.provider.scope="openid"\nauth.access.token.request.customizer.type="customizer.1"\n`;
  const secret = 'auth.ims.client.secret="$[secret:TAGS]"\ncustomizer.type="customizer.1"\n';
  const pair = (flow: 'jwt' | 'oauth', before: string) =>
    reportOn({
      [`config/${CUSTOMIZER}${before}1.config`]: secret,
      [`config/${PROVIDER}${before}1.config`]: provider(flow),
    });

  it('is told of the secret what its provider says', () => {
    const [first, second] = pair('jwt', '.').credentials;
    assert.deepEqual([first?.flow, first?.state, first?.reason], ['jwt', 'by-hand', 'other-half']);
    assert.equal(first?.deadline?.day, second?.deadline?.day);
    assert.equal(second?.state, 'migratable');
    const [done] = pair('oauth', '-').credentials;
    assert.deepEqual([done?.flow, done?.state], ['oauth-server-to-server', 'current']);
  });

  it('is told of a secret whose provider is not there that nothing is known', () => {
    const [only] = reportOn({ [`config/${CUSTOMIZER}.1.config`]: secret }).credentials;
    assert.deepEqual([only?.flow, only?.state], [undefined, 'unknown']);
  });

  it('has both files renamed, and the secret compared', () => {
    const report = pair('jwt', '.');
    const found = checklist(report);
    const steps = (id: string) => found.find((each) => each.id === id)?.steps ?? [];
    assert.deepEqual(
      steps('files').map(({ text, places }) => [
        text,
        places.flatMap(({ spots }) => spots.map(({ file }) => file.path)),
      ]),
      [PROVIDER, CUSTOMIZER].map((name) => [
        `Rename this file to \`${name}-1.config\`.`,
        [`config/${name}.1.config`],
      ]),
    );
    const compared = steps('compare').flatMap(({ places }) => places.map(({ text }) => text));
    assert.ok(compared.includes('`auth.ims.client.secret`'), compared.join());
    assert.equal(steps('console')[0]?.places.length, 1);
    const renamed = checklist(report, { isMigrated: () => true, isRenamed: () => true });
    assert.ok(!renamed.some(({ id }) => id === 'files'));
    const waiting = checklist(report, { isMigrated: () => false, isRenamed: () => false });
    assert.ok(!waiting.some(({ id }) => id === 'files'));
  });
});

describe('a thing in the view of a workspace', () => {
  const cases: readonly (readonly [
    what: string,
    files: Readonly<Record<string, string>>,
    spoken: RegExp,
  ])[] = [
    [
      'an integration by its last day, without the finding that names it, too',
      { 'a.ims-integration.yaml': integration() },
      /^Target\. IMS integration\. Can be migrated\. Signs in with: Service Account \(JWT\)\. No Service Account \(JWT\) credential works after 1 March 2026[^.]*\. Findings: [1-9][^.]*\. In a\.ims-integration\.yaml\.$/,
    ],
    [
      'what needs nothing without counting',
      {
        'a.ims-integration.yaml': integration()
          .replace('authType: jwt', 'authType: oauth-server-to-server')
          .replace(/metascopes.*\n|privateKey.*\n/g, '')
          .concat('scopes: [openid, AdobeID]\n'),
      },
      / No findings\. In a\.ims-integration\.yaml\.$/,
    ],
    [
      'an environment by the product as people call it',
      { 'a.ims.yaml': environment('product: campaign-classic, version: 7.4.1, hosting: hybrid') },
      /^shop\. [^.]*\. Adobe Campaign Classic, 7\.4\.1, hybrid\. /,
    ],
    [
      'an account that nobody has named by what it is, once',
      { 'a.external-account.yaml': 'orgId: x\n' },
      /^Adobe Campaign external account\. Findings: /,
    ],
  ];
  for (const [what, files, expected] of cases) {
    it(`names ${what}`, () => {
      const [item] = workspaceTree(reportOn(files)).flatMap(({ items }) => items);
      assert.match(item?.spoken ?? '', expected);
      assert.ok(!item?.spoken.includes('`'));
      const said = item?.tooltip.split('1 March 2026').length ?? 0;
      assert.ok(said <= 2, item?.tooltip);
    });
  }
});

describe('the Markdown of a report', () => {
  it('says which days are over', () => {
    const keys = { '0123456789abcdef0123456789abcdef01234567': '05/01/2025' };
    const text = JSON.stringify({ API_KEY: ID, ORG_ID: ORG, PUBLIC_KEYS_WITH_EXPIRY: keys });
    const files = { 'a.json': text, 'b.ims-integration.yaml': integration() };
    const days = (today: string) =>
      [
        ...reportMarkdown(reportOn(files, today), () => 'here').matchAll(
          /\| ([^|]*20\d\d[^|]*) \|/g,
        ),
      ]
        .map(([, cell]) => cell)
        .join(', ');
    assert.equal(days('2025-04-30'), '1 May 2025 (certificate), 1 March 2026');
    assert.equal(days('2026-03-01'), '1 May 2025 (certificate, over), 1 March 2026');
    assert.equal(days('2026-03-02'), '1 May 2025 (certificate, over), 1 March 2026 (over)');
  });

  it('says what is found in an environment', () => {
    const report = reportOn({ 'a.ims.yaml': environment('version: 7.3.4') });
    assert.match(
      reportMarkdown(report, () => 'here'),
      /^- shop: Release 7\.3\.4 is not among/m,
    );
  });

  it('stays Markdown, whatever things are called', () => {
    const report = reportOn({
      'a.ims-integration.yaml': integration().replace(
        'title: Target',
        'title: "a | b <img> [x](y) `c | *d*\\n# e"',
      ),
    });
    const text = reportMarkdown(report, () => 'here');
    const [row = ''] = text.split('\n').filter((line) => line.includes('a \\|'));
    assert.ok(
      row.startsWith(
        '| a \\| b \\<img\\> \\[x\\](y) \\`c \\| \\*d\\* \\# e (IMS integration) | here |',
      ),
      row,
    );
    assert.ok(!/^# e/m.test(text));
    const [item] = workspaceTree(report)[0]?.items ?? [];
    assert.ok(item?.tooltip.startsWith('**a \\| b \\<img\\>'));
  });

  it('shows no secret, in whatever field it stands', () => {
    const secret = 'p8e-abcdefghijklmnopqrstuvwxyz012345';
    const fields = (names: string) => names.split(' ').map((name) => `${name}: ${secret}\n`);
    const environmentFields = fields(
      'name stage product version build hosting endUsers technicalOperators',
    );
    const report = reportOn({
      'a.ims.yaml': `environments:\n  ${secret}:\n    ${environmentFields.join('    ')}`,
      'b.ims-integration.yaml': `authType: jwt\n${fields('title orgId clientId clientSecret metascopes technicalAccountId product').join('')}`,
      'c.external-account.yaml': fields('label environment clientId callbackServer').join(''),
      '.env': `AIO_ims_contexts_old_private__key=k\nAIO_ims_contexts_old_client__id=${secret}\nAIO_ims_contexts_old_client__secret=${secret}\n`,
    });
    const { credentials, environments, accounts } = report;
    assert.deepEqual([credentials.length, environments.length, accounts.length], [2, 1, 1]);
    const place = () => 'here';
    const shown = [
      reportMarkdown(report, place),
      checklistMarkdown(report, place),
      workspaceJson(report),
      JSON.stringify(workspaceTree(report).map(({ items }) => items.map(withoutPlace))),
    ];
    for (const text of shown) assert.ok(!text.includes('abcdefghijkl'), text);
  });

  it('asks to fill in what a migration leaves blank', () => {
    const lines = [
      `client__id=${ID}`,
      'client__secret=x',
      `technical__account__id=${ACCOUNT}`,
      `ims__org__id=${ORG}`,
      'meta__scopes=["ent_user_sdk"]',
      'private__key=k',
    ];
    const shown = (more: readonly string[]) =>
      reportMarkdown(
        reportOn({
          '.env': [...lines, ...more].map((each) => `AIO_ims_contexts_a_${each}\n`).join(''),
        }),
        () => 'here',
      );
    assert.match(shown([]), /^- \[ \] A blank is written/m);
    assert.doesNotMatch(shown(['technical__account__email=a@techacct.adobe.com']), /A blank/);
  });

  it('keeps code with a bar in one piece, in a sentence and in a cell', () => {
    const report = reportOn({
      'a.ims.yaml': `environments:\n  shop:\n    version: 7.3.5\n    endUsers: ims\n`,
    });
    const shown = reportMarkdown(report, () => 'here');
    assert.match(shown, /`internal\|monitoring/);
    assert.doesNotMatch(shown, /\\`internal/);
    assert.equal(safe('a `b|c` d|e'), 'a `b|c` d\\|e');
  });

  it('says of a command with a part too many why no edit moves it', () => {
    const parts = `${ORG}/${ID}/${ACCOUNT}/${'x'.repeat(20)}/${'y'.repeat(20)}`;
    const [found] = reportOn({
      'a.sh': `nlserver config -instance:prod -setimsjwtauth:${parts}\n`,
    }).credentials;
    assert.deepEqual([found?.state, found?.reason], ['by-hand', 'unclear-parts']);
  });

  it('quotes what a file says without letting it become Markdown', () => {
    const live = '`|![z](http://e.vil/a.png) `\\n\\n# b';
    const report = reportOn({
      'a.ims.yaml': `environments:\n  shop:\n    product: "x${live}"\n    stage: "${live}"\n`,
      'b.ims-integration.yaml': integration().replace(ORG, `"${live}"`),
      'c.ims-integration.yaml': integration().replace('Target', '"```![z](http://e.vil)`"'),
    });
    const place = () => 'here';
    const shown = [
      reportMarkdown(report, place),
      ...workspaceTree(report).flatMap(({ items }) => items.map(({ tooltip }) => tooltip)),
    ].join('\n');
    assert.match(shown, /z\\?\]/);
    const withoutCode = shown.replace(/(?<!`)`[^`\n]+`(?!`)/g, '');
    assert.ok(!/(?<!\\)!\[|(?<!\\)\]\(|^# b/m.test(withoutCode), withoutCode);
  });
});

const withoutPlace = ({ file: _file, span: _span, ...item }: TreeItem) => item;
