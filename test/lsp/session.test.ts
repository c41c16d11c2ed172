import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { type ClientOptions, editor, TestClient } from '../support/server';
import { ACCOUNT, account, INTEGRATION, jwt } from './samples';

let client: TestClient;
const start = async (options?: ClientOptions) => {
  client = await TestClient.start(options);
  return client;
};
afterEach(() => client.end());

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
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'ims-config',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
  });
});
