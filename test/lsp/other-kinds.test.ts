import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { readDocument } from '../../server/src/model/document';
import { lines } from '../support/marks';
import { root } from '../support/root';
import { type ClientOptions, TestClient } from '../support/server';
import { FOLDER } from './samples';

let client: TestClient;
const start = async (options?: ClientOptions) => {
  client = await TestClient.start(options);
  return client;
};
afterEach(() => client.end());

const failures = () => client.logged.filter((line) => line.includes('failed'));

const examples = readdirSync(path.join(root, 'examples'), { recursive: true })
  .map(String)
  .filter((name) => statSync(path.join(root, 'examples', name)).isFile())
  .map((name) => ({ name, text: readFileSync(path.join(root, 'examples', name), 'utf8') }))
  .filter(({ name, text }) => readDocument(`/shop/${name}`, text));

const textOf = (name: string) => examples.find((each) => each.name === name)?.text ?? '';

describe('files of every kind', () => {
  it('get answers while they are typed', async () => {
    await start();
    for (const { name, text } of examples) {
      const uri = `${FOLDER}/${name}`;
      await client.open(uri, '', 'plaintext');
      const step = Math.ceil(text.length / 10);
      for (let length = step; length < text.length + step; length += step) {
        await client.type(uri, client.document(uri).getText(), text.slice(0, length));
        const { end } = client.rangeOf(uri, '');
        const at = { textDocument: { uri }, position: end };
        await Promise.all([
          client.report(uri),
          client.symbols(uri),
          client.connection.sendRequest('textDocument/hover', at),
          client.actions(uri, text.slice(0, length).split('\n').at(-1)),
        ]);
      }
      await client.close(uri);
    }
    assert.deepEqual(failures(), []);
  });

  it('are the same in whatever language an editor sees in them', async () => {
    await start();
    const provider = 'com.adobe.granite.auth.oauth.accesstoken.provider.1700000000000.config';
    const cases = [
      ['app-builder/.env', ['dotenv', 'env', 'properties', 'shellscript', 'plaintext', 'ini']],
      ['app-builder/.aio', ['plaintext', 'hjson', 'json', 'yaml']],
      [`aem/6.5/config/${provider}`, ['osgi-config', 'xml', 'plaintext', 'properties']],
      ['app-builder/.github/workflows/deploy.yml', ['yaml', 'github-actions-workflow']],
      ['tools/usermanagement.config', ['plaintext', 'ini', 'xml', 'osgi-config']],
    ] as const;
    for (const [name, languages] of cases) {
      const uri = `${FOLDER}/${name}`;
      const found: string[] = [];
      for (const language of languages) {
        await client.open(uri, textOf(name), language);
        found.push(JSON.stringify([await client.codes(uri), await client.symbols(uri)]));
        await client.close(uri);
      }
      assert.equal(new Set(found).size, 1, name);
      assert.match(found[0] ?? '', /jwt-credential/);
    }
  });
});

describe('a file that gets another name with its migration', () => {
  const PROVIDER = 'com.adobe.granite.auth.oauth.accesstoken.provider';
  const CUSTOMIZER = 'com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl';
  const provider = lines`
    auth.token.provider.client.id="9f1c2ab34d5e6f708192a3b4c5d6e7f8"
    auth.token.provider.orgId="3F2504E04F8941D39A0C0305@AdobeOrg"
    auth.access.token.request="https://ims-na1.adobelogin.com/ims/exchange/jwt"
    auth.token.provider.keypair.alias="tags"
    token.request.customizer.type="tags"
  `;
  const customizer = lines`
    auth.ims.client.secret="{0123456789abcdef}"
    customizer.type="tags"
  `;

  for (const folder of [FOLDER, 'vscode-vfs://github/shop']) {
    it(`is followed by the file of its secret, in ${folder}`, async () => {
      const [old, secret] = [
        `${folder}/${PROVIDER}.1a.config`,
        `${folder}/${CUSTOMIZER}.1a.config`,
      ];
      const files = { [old]: provider, [secret]: customizer };
      await start({ folders: [folder, 'file:///other'], files, lists: true });
      await client.indexed();
      await client.open(old, provider, 'osgi-config');
      await client.open(secret, customizer, 'osgi-config');
      assert.deepEqual(await client.codes(secret), []);
      const [migrate] = await client.actions(old, 'keypair');
      const [rename, change] = migrate?.edit?.documentChanges ?? [];
      assert.ok(rename && 'kind' in rename && rename.kind === 'rename');
      assert.ok(change && 'edits' in change);
      const { newUri } = rename;
      assert.equal(newUri, `${folder}/${PROVIDER}-1a.config`);
      const after = client.applied(old, {
        changes: { [old]: change.edits.filter((edit) => 'newText' in edit) },
      });

      await client.close(old);
      await client.remove(old);
      await client.open(newUri, after, 'osgi-config');
      await client.write(newUri, after);
      assert.deepEqual(await client.codes(newUri), ['placeholder-left']);
      assert.deepEqual(await client.codes(secret), ['half-migrated']);
      const [follow, ...more] = await client.actions(secret, 'auth.ims.client.secret', [
        'quickfix',
      ]);
      assert.ok(!more.some(({ edit }) => JSON.stringify(edit).includes('rename')));
      assert.deepEqual(follow?.edit?.documentChanges, [
        { kind: 'rename', oldUri: secret, newUri: `${folder}/${CUSTOMIZER}-1a.config` },
      ]);
      assert.deepEqual(failures(), []);
    });
  }
});
