import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { CodeAction } from 'vscode-languageserver';
import { type ClientOptions, editsOf, TestClient } from '../support/server';
import { ACCOUNT, account, INTEGRATION, jwt, oauth } from './samples';

let client: TestClient;
const start = async (options?: ClientOptions) => {
  client = await TestClient.start(options);
  return client;
};
afterEach(() => client.end());

describe('code actions', () => {
  it('mend a callback server', async () => {
    await start();
    await client.open(ACCOUNT, account);
    const [fix] = await client.actions(ACCOUNT, 'http://');
    assert.deepEqual([fix?.title, fix?.kind, fix?.isPreferred], ['Use “https”', 'quickfix', true]);
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
    assert.ok(Object.values(annotations).every(({ label }) => label));
    const noted = editsOf(INTEGRATION, preview?.edit).flatMap((edit) =>
      'annotationId' in edit ? [annotations[String(edit.annotationId)]] : [],
    );
    // An editor leaves out what is to be confirmed, unless a person ticks it.
    assert.ok(noted.length > 0 && noted.every((note) => note && !note.needsConfirmation));
    const [opener] = preview?.edit?.documentChanges ?? [];
    assert.ok(opener && 'kind' in opener && opener.kind === 'create' && opener.annotationId);
    assert.deepEqual([opener.uri, opener.options], [INTEGRATION, { ignoreIfExists: true }]);
    assert.ok(annotations[opener.annotationId]?.needsConfirmation);
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
    const title = 'Ignore “callback-not-https” in this workspace';
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

  it('rename a file along with its migration, where the client can', async () => {
    const folder = 'file:///shop/config/';
    const name = 'com.adobe.granite.auth.oauth.accesstoken.provider';
    const uri = `${folder}${name}.1a2b.config`;
    const text = 'auth.token.provider.client.id="a"\nauth.token.provider.keypair.alias="tags"\n';
    await start();
    await client.open(uri, text, 'osgi-config');
    const title = `Migrate to OAuth Server-to-Server, and rename this file to “${name}-1a2b.config”`;
    const actions = await client.actions(uri, 'keypair');
    for (const each of [title, `${title} with preview`]) {
      const action = actions.find((found) => found.title === each);
      const all = action?.edit?.documentChanges ?? [];
      const [rename, change, ...more] = all.slice(each === title ? 0 : 1);
      assert.deepEqual(rename, {
        kind: 'rename',
        oldUri: uri,
        newUri: `${folder}${name}-1a2b.config`,
      });
      assert.deepEqual(more, []);
      assert.ok(change && 'edits' in change && change.edits.length > 0);
      assert.equal(change.textDocument.uri, `${folder}${name}-1a2b.config`);
    }
    await client.end();
    await start({ capabilities: {} });
    await client.open(uri, text, 'osgi-config');
    const byHand = (all: readonly CodeAction[]) =>
      all.find((each) => each.title === `${title} by hand`)?.edit;
    assert.match(
      client.applied(uri, byHand(await client.actions(uri, 'keypair'))),
      /client_credentials/,
    );
    await client.end();
    await start();
    const unsaved = uri.replace('file://', 'untitled:');
    await client.open(unsaved, text, 'osgi-config');
    const edit = byHand(await client.actions(unsaved, 'keypair'));
    assert.ok(edit?.documentChanges?.every((change) => 'edits' in change));
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
