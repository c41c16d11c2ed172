import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import { type ClientOptions, editor, editsOf, TestClient } from '../support/server';
import { lines } from '../support/marks';

const ACCOUNT = 'file:///shop/shop.external-account.yaml';
const INTEGRATION = 'file:///shop/target.ims-integration.yaml';

const account = lines`
  name: Adobe_Experience_Cloud
  label: Adobe Experience Cloud
  imsServer: https://ims-na1.adobelogin.com
  clientId: Campaign-Shop
  callbackServer: http://campaign.shop.org # the test instance
  orgId: 5B7C0DE15A1E0F2A0A495C11@AdobeOrg
  associationMask: Campaign - shop - (.*)
`;

const jwt = lines`
  # The integration that the offers come from.
  title: Target
  authType: jwt # since 2021
  # The organization of the shop.
  orgId: 5B7C0DE15A1E0F2A0A495C11@AdobeOrg
  clientId: 3f6b21c9a0d84e57b1c2d3e4f5061728
  clientSecret: \${TARGET_SECRET}
  metascopes:
    - ent_user_sdk
  privateKey: \${TARGET_PRIVATE_KEY}
`;

const oauth = lines`
  # The integration that the offers come from.
  title: Target
  authType: oauth-server-to-server # since 2021
  # The organization of the shop.
  orgId: 5B7C0DE15A1E0F2A0A495C11@AdobeOrg
  clientId: 3f6b21c9a0d84e57b1c2d3e4f5061728
  clientSecret: \${TARGET_SECRET}
  scopes:
    - openid
    - AdobeID
    - user_management_sdk
`;

let client: TestClient;
const start = async (options?: ClientOptions) => {
  client = await TestClient.start(options);
  return client;
};
afterEach(() => client.end());

describe('diagnostics', () => {
  it('are pulled, on the very value and with a link', async () => {
    await start();
    await client.open(ACCOUNT, account);
    const [diagnostic, ...more] = await client.diagnostics(ACCOUNT);
    assert.deepEqual(more, []);
    assert.deepEqual(diagnostic?.range, {
      start: client.rangeOf(ACCOUNT, 'http:').start,
      end: client.rangeOf(ACCOUNT, '://campaign').start,
    });
    assert.equal(diagnostic?.severity, DiagnosticSeverity.Error);
    assert.equal(diagnostic?.source, 'ims-config');
    assert.equal(diagnostic?.code, 'callback-not-https');
    assert.match(diagnostic?.codeDescription?.href ?? '', /docs\/rules\/callback-not-https\.md$/);
    assert.ok(!String(diagnostic?.message).includes('**'));
  });

  it('are not sent twice', async () => {
    await start();
    await client.open(ACCOUNT, account);
    const first = await client.report(ACCOUNT);
    assert.equal(first.kind, 'full');
    assert.deepEqual(await client.report(ACCOUNT, first.resultId), {
      kind: 'unchanged',
      resultId: first.resultId,
    });
    await client.type(ACCOUNT, 'http://campaign', 'https://campaign');
    const second = await client.report(ACCOUNT, first.resultId);
    assert.deepEqual(second.kind === 'full' && second.items, []);
  });

  it('mark what only JWT has as deprecated, behind the findings', async () => {
    await start();
    await client.open(INTEGRATION, jwt);
    const all = await client.diagnostics(INTEGRATION);
    const tagged = all.filter(({ tags }) => tags?.includes(DiagnosticTag.Deprecated));
    assert.deepEqual(
      tagged.map(({ range }) => range),
      [client.rangeOf(INTEGRATION, 'metascopes'), client.rangeOf(INTEGRATION, 'privateKey')],
    );
    assert.ok(tagged.every(({ code, severity }) => code === 'jwt-credential' && severity === 4));
    assert.equal(all[0]?.code, 'jwt-credential');
    assert.equal(all[0]?.tags, undefined);
  });

  it('are pushed to clients that cannot pull, and taken back', async () => {
    await start({ capabilities: {} });
    const { capabilities } = await client.initialized;
    assert.equal(capabilities.diagnosticProvider, undefined);
    await client.open(ACCOUNT, account);
    await client.until(() => client.published.length === 1);
    assert.deepEqual(
      client.published[0]?.diagnostics.map(({ code }) => code),
      ['callback-not-https'],
    );
    await client.type(ACCOUNT, 'http://campaign', 'https://campaign');
    await client.until(() => client.published.length === 2);
    assert.deepEqual(client.published[1], { uri: ACCOUNT, version: 2, diagnostics: [] });
    await client.close(ACCOUNT);
    await client.until(() => client.published.length === 3);
  });

  it('leave files alone that are none of ours', async () => {
    await start();
    const uri = 'file:///shop/compose.yaml';
    await client.open(uri, 'callbackServer: http://localhost\nauthType: jwt\n');
    assert.deepEqual(await client.diagnostics(uri), []);
    assert.equal(await client.hover(uri, 'callbackServer'), null);
    assert.deepEqual(await client.symbols(uri), []);
    assert.deepEqual(await client.actions(uri), []);
    assert.deepEqual(await client.actions(uri, '', ['source.fixAll']), []);
    assert.equal(await client.connection.sendRequest('imsConfig/describe', { uri }), null);
  });

  it('are given for a document that is not saved yet', async () => {
    await start();
    const uri = 'untitled:Untitled-1';
    await client.open(
      uri,
      '{ "ORG_ID": "", "TECHNICAL_ACCOUNT_ID": "", "PUBLIC_KEYS_WITH_EXPIRY": {} }',
      'json',
    );
    assert.ok((await client.codes(uri)).includes('jwt-credential'));
  });

  it('leave broken JSON to the editor, and broken YAML where another extension reports it', async () => {
    await start({ initializationOptions: { yamlSyntaxErrors: true } });
    const json = 'file:///shop/a.external-account.json';
    const xml = 'file:///shop/a.xml';
    await client.open(json, '{ "name": ');
    await client.open(
      xml,
      '<package><entities schema="nms:extAccount"><extAccount name="a></package>',
    );
    await client.open(ACCOUNT, 'name: a\nname: b\n');
    assert.ok(!(await client.codes(json)).includes('syntax-error'));
    assert.ok((await client.codes(xml)).includes('syntax-error'));
    assert.ok((await client.codes(ACCOUNT)).includes('duplicate-key'));
    await client.connection.sendNotification('imsConfig/yamlSyntaxErrors', {
      yamlSyntaxErrors: false,
    });
    await client.until(() => client.refreshes === 1);
    assert.ok(!(await client.codes(ACCOUNT)).includes('duplicate-key'));
    assert.ok((await client.codes(xml)).includes('syntax-error'));
  });
});

describe('settings', () => {
  const SETTINGS = 'file:///shop/ims-config.yaml';

  it('of the client change what is found', async () => {
    await start({
      section: { rules: { 'callback-not-https': 'warning', 'jwt-credential': 'loud' } },
    });
    await client.open(ACCOUNT, account);
    assert.equal((await client.diagnostics(ACCOUNT))[0]?.severity, DiagnosticSeverity.Warning);
    assert.ok(
      client.logged.some((line) => line.includes('jwt-credential') && !line.includes('loud')),
    );
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { imsConfig: { rules: { 'callback-not-https': 'off' } } },
    });
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(await client.codes(ACCOUNT), []);
  });

  it('of the workspace are read through the client, and read again when they change', async () => {
    const files = { [SETTINGS]: 'rules:\n  callback-not-https: info\n  nonsense: off\n' };
    await start({ files, folders: ['file:///shop'] });
    await client.open(ACCOUNT, account);
    assert.equal((await client.diagnostics(ACCOUNT))[0]?.severity, DiagnosticSeverity.Information);
    assert.ok(client.logged.some((line) => line.includes('nonsense')));
    files[SETTINGS] = 'ignore: ["*.external-account.yaml"]\n';
    const changes = [{ uri: SETTINGS, type: 2 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(await client.diagnostics(ACCOUNT), []);
  });

  it('of the client win over those of the workspace', async () => {
    const content = 'overrides:\n  - files: ["*.yaml"]\n    rules: { callback-not-https: off }\n';
    await start({
      files: { [SETTINGS]: content },
      folders: ['file:///shop/'],
      section: { rules: { 'callback-not-https': 'hint' } },
    });
    await client.open(ACCOUNT, account);
    assert.equal((await client.diagnostics(ACCOUNT))[0]?.severity, DiagnosticSeverity.Hint);
  });

  it('are those of the folders that are open', async () => {
    const files = { [SETTINGS]: 'rules: { callback-not-https: off }' };
    const capabilities = { ...editor, workspace: { ...editor.workspace, workspaceFolders: true } };
    await start({ files, capabilities });
    await client.open(ACCOUNT, account);
    assert.deepEqual(await client.codes(ACCOUNT), ['callback-not-https']);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///shop', name: 'shop' }], removed: [] },
    });
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(await client.codes(ACCOUNT), []);
  });

  it('are checked themselves', async () => {
    await start({ folders: ['file:///shop'] });
    await client.open(SETTINGS, 'rules:\n  callback-not-http: off\n');
    const [problem] = await client.diagnostics(SETTINGS);
    assert.match(String(problem?.message), /callback-not-https/);
  });

  it('say which files git tracks, and are not asked for others', async () => {
    const asked: string[] = [];
    const isTracked = async (uri: string) => {
      asked.push(uri);
      return true;
    };
    await start({ host: { isTracked } });
    await client.open(ACCOUNT, account);
    await client.diagnostics(ACCOUNT);
    assert.deepEqual(asked, []);
    const uri = 'file:///shop/download.json';
    await client.open(
      uri,
      '{ "ORG_ID": "", "TECHNICAL_ACCOUNT_ID": "", "CLIENT_SECRETS": ["p8e-Zq3xT1vB7nM5kL9wR2yU4iO6aS8dF0gH"] }',
    );
    const severity = (await client.diagnostics(uri)).find(
      ({ code }) => code === 'secret-in-plain-text',
    )?.severity;
    assert.deepEqual([asked, severity], [[uri], DiagnosticSeverity.Warning]);
  });
});

describe('code actions', () => {
  it('mend a callback server', async () => {
    await start();
    await client.open(ACCOUNT, account);
    const [fix] = await client.actions(ACCOUNT, 'http://');
    assert.deepEqual([fix?.title, fix?.kind, fix?.isPreferred], ['Use `https`', 'quickfix', true]);
    assert.deepEqual(fix?.diagnostics, await client.diagnostics(ACCOUNT));
    assert.equal(client.applied(ACCOUNT, fix?.edit), account.replace('http://c', 'https://c'));
  });

  it('migrate an integration in one edit', async () => {
    await start();
    await client.open(INTEGRATION, jwt);
    const actions = await client.actions(INTEGRATION, 'jwt');
    const migrate = actions.find(({ title }) => title === 'Migrate to OAuth Server-to-Server');
    assert.equal(migrate?.edit?.changeAnnotations, undefined);
    assert.ok(!JSON.stringify(migrate).includes('annotationId'));
    assert.equal(client.applied(INTEGRATION, migrate?.edit), oauth);
  });

  it('migrate with a preview of what must be verified', async () => {
    await start();
    await client.open(INTEGRATION, jwt);
    const title = 'Migrate to OAuth Server-to-Server with preview';
    const preview = (await client.actions(INTEGRATION, 'jwt')).find((each) => each.title === title);
    const annotations = preview?.edit?.changeAnnotations ?? {};
    assert.ok(Object.keys(annotations).length > 0);
    assert.ok(
      Object.values(annotations).every(
        ({ needsConfirmation, label }) => needsConfirmation && label,
      ),
    );
    const noted = editsOf(INTEGRATION, preview?.edit).filter((edit) => 'annotationId' in edit);
    assert.ok(noted.length > 0);
    assert.equal(client.applied(INTEGRATION, preview?.edit), oauth);
  });

  it('have no preview where the client knows no annotations', async () => {
    await start({ capabilities: {} });
    await client.open(INTEGRATION, jwt);
    const actions = await client.actions(INTEGRATION, 'jwt');
    assert.ok(!actions.some(({ title }) => title.includes('preview')));
    const migrate = actions.find(({ title }) => title.startsWith('Migrate'));
    assert.equal(migrate?.edit?.documentChanges, undefined);
    assert.equal(client.applied(INTEGRATION, migrate?.edit), oauth);
  });

  it('apply every safe fix, and then have nothing more to do', async () => {
    await start();
    const bad = account
      .replace('Campaign - shop - (.*)', '"Campaign - shop - (.*) "')
      .replaceAll('\n', '\r\n');
    await client.open(ACCOUNT, bad);
    assert.ok(!(await client.actions(ACCOUNT)).some(({ kind }) => kind?.startsWith('source')));
    for (const kind of ['source', 'source.fixAll', 'source.fixAll.imsConfig']) {
      const actions = await client.actions(ACCOUNT, '', [kind]);
      assert.deepEqual(
        actions.map((each) => each.kind),
        ['source.fixAll.imsConfig'],
      );
    }
    const [fixAll] = await client.actions(ACCOUNT, '', ['source.fixAll']);
    const after = client.applied(ACCOUNT, fixAll?.edit);
    const good = bad.replace('http://c', 'https://c').replace('(.*) "', '(.*)"');
    assert.equal(after, good);
    await client.apply(ACCOUNT, fixAll?.edit);
    assert.deepEqual(await client.actions(ACCOUNT, '', ['source.fixAll']), []);
  });

  it('leave what is unsafe out of the fixes for all', async () => {
    await start();
    await client.open(INTEGRATION, jwt);
    assert.deepEqual(await client.actions(INTEGRATION, '', ['source.fixAll.imsConfig']), []);
  });

  it('ignore a rule in a workspace without settings, and in one with', async () => {
    const SETTINGS = 'file:///shop/ims-config.yaml';
    const files: Record<string, string> = {};
    await start({ files, folders: ['file:///shop'] });
    await client.open(ACCOUNT, account);
    const title = 'Ignore `callback-not-https` in this workspace';
    const made = (await client.actions(ACCOUNT, 'http://')).find((each) => each.title === title);
    assert.deepEqual(made?.edit?.documentChanges?.[0], {
      kind: 'create',
      uri: SETTINGS,
      options: { ignoreIfExists: true },
    });
    assert.equal(editsOf(SETTINGS, made?.edit)[0]?.newText, 'rules:\n  callback-not-https: off\n');
    files[SETTINGS] = 'ignore: [x]\n';
    const changed = (await client.actions(ACCOUNT, 'http://')).find((each) => each.title === title);
    assert.equal(changed?.edit?.documentChanges?.length, 1);
    assert.deepEqual(editsOf(SETTINGS, changed?.edit)[0]?.range.start, { line: 1, character: 0 });
  });

  it('ignore nothing in a workspace where there is none', async () => {
    await start();
    await client.open(ACCOUNT, account);
    const titles = (await client.actions(ACCOUNT, 'http://')).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => title.includes('workspace')),
      [],
    );
  });

  it('open a template for AEM credentials', async () => {
    await start();
    const uri = 'file:///shop/service.json';
    await client.open(
      uri,
      '{ "imsEndpoint": "ims-na1.adobelogin.com", "metascopes": "ent_aem_cloud_api", "privateKey": "", "technicalAccount": { "clientId": "cm-p1-e2-integration-1", "clientSecret": "" } }',
    );
    const action = (await client.actions(uri)).find(({ command }) => command);
    assert.equal(action?.command?.command, 'imsConfig.openText');
    assert.equal(action?.command?.arguments?.[0].language, 'json');
    assert.equal(action?.edit, undefined);
  });
});

describe('the server', () => {
  it('explains, outlines and describes', async () => {
    await start();
    await client.open(INTEGRATION, jwt);
    const hover = await client.hover(INTEGRATION, 'orgId');
    assert.match(JSON.stringify(hover?.contents), /Organization ID/);
    assert.deepEqual(hover?.range, client.rangeOf(INTEGRATION, 'orgId'));
    const [symbol] = await client.symbols(INTEGRATION);
    assert.deepEqual([symbol?.name, symbol?.detail], ['Target', 'Service Account (JWT)']);
    assert.equal(symbol?.children?.length, 7);
    const description = await client.connection.sendRequest<{ kind: string; title: string }>(
      'imsConfig/describe',
      { uri: INTEGRATION },
    );
    assert.deepEqual(description, {
      kind: 'ims-integration',
      title: 'IMS integration',
      findings: 1,
    });
  });

  it('answers empty when it fails, and logs no word of the document', async () => {
    const today = () => {
      throw new TypeError('a secret word\n    at secret (secret:1:1)');
    };
    await start({ host: { today } });
    await client.open(ACCOUNT, account);
    assert.deepEqual(await client.report(ACCOUNT), { kind: 'full', items: [] });
    assert.deepEqual(await client.actions(ACCOUNT), []);
    assert.equal(await client.connection.sendRequest('imsConfig/describe', { uri: ACCOUNT }), null);
    const failures = client.logged.filter((line) => line.includes('TypeError'));
    assert.equal(failures.length, 3);
    assert.match(failures[0] ?? '', /\n\s+at .+:\d+:\d+/);
    assert.ok(!failures.some((line) => line.includes('secret')));
    // What needs no day goes on.
    assert.ok(await client.hover(ACCOUNT, 'callbackServer'));
  });

  it('never says a secret', async () => {
    await start();
    const canary = 'p8e-Zq3xT1vB7nM5kL9wR2yU4iO6aS8dF0gH';
    const key = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC';
    const texts = {
      [ACCOUNT]: `${account}clientSecret: ${canary}\nserver: x${canary}\n`,
      [INTEGRATION]: jwt
        .replace('${TARGET_SECRET}', canary)
        .replace('Target\n', `Target ${canary}\n`)
        .replace(
          '${TARGET_PRIVATE_KEY}',
          `|\n  -----BEGIN PRIVATE KEY-----\n  ${key}\n  -----END PRIVATE KEY-----`,
        ),
      'file:///shop/download.json': `{ "ORG_ID": "x", "TECHNICAL_ACCOUNT_ID": "${canary}", "CLIENT_SECRET": "${canary}", "API_KEY": "${canary}", "PRIVATE_KEY": "${key}" }`,
      'file:///shop/a.xml': `<package><entities schema="nms:extAccount"><extAccount name="${canary}" imsServer="http://x" clientSecret="${canary}" password="${key}"/></entities></package>`,
    };
    for (const [uri, text] of Object.entries(texts)) {
      await client.open(uri, text);
      assert.ok(
        (await client.diagnostics(uri)).length > 0,
        `${uri} has no finding: ${client.logged}`,
      );
      assert.ok((await client.symbols(uri)).length > 0, `${uri} has no outline`);
      for (const word of [canary, key, 'name', 'clientSecret', 'CLIENT_SECRET', 'privateKey']) {
        if (text.includes(word)) await client.hover(uri, word);
      }
      for (const { title, command, diagnostics } of await client.actions(uri)) {
        assert.ok(!JSON.stringify([title, command, diagnostics]).includes(canary));
      }
      await client.connection.sendRequest('imsConfig/describe', { uri });
    }
    // A migration carries a secret to its new place: only as text to write there.
    const words = client.sent.replace(/"newText":"(?:[^"\\]|\\.)*"/g, '""');
    for (const secret of [canary.slice(4), key]) {
      const at = words.indexOf(secret);
      assert.equal(at, -1, words.slice(at - 200, at + 40));
    }
  });

  it('forgets what is closed', async () => {
    await start();
    for (let index = 0; index < 200; index++) {
      const uri = `file:///shop/${index}.external-account.yaml`;
      await client.open(uri, account);
      if (index % 50 === 0) await client.diagnostics(uri);
      void client.hover(uri, 'callbackServer');
      await client.close(uri);
      void client.report(uri);
    }
    await client.report('file:///shop/none.yaml');
    assert.equal(client.server.remembered(), 0);
  });

  it('keeps up with typing', async () => {
    await start();
    await client.open(ACCOUNT, '');
    for (const character of account) {
      const text = client.document(ACCOUNT).getText();
      await client.type(ACCOUNT, text, text + character);
      void client.report(ACCOUNT);
    }
    assert.deepEqual(await client.codes(ACCOUNT), ['callback-not-https']);
    assert.deepEqual(
      client.logged.filter((line) => line.includes('failed')),
      [],
    );
  });

  it('promises only what the client can use', async () => {
    await start({ capabilities: editor });
    const { capabilities } = await client.initialized;
    assert.equal(capabilities.executeCommandProvider, undefined);
    assert.ok(capabilities.diagnosticProvider);
  });
});
