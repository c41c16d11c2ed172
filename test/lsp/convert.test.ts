import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { type ClientOptions, TestClient } from '../support/server';
import { ACCOUNT, account, FIRST, FOLDER, packageOf } from './samples';

let client: TestClient;
const start = async (options?: ClientOptions) => {
  client = await TestClient.start({ folders: [FOLDER], ...options });
  return client;
};
afterEach(() => client.end());

interface Answer {
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly notes: readonly string[];
}
const convert = (uri: string) =>
  client.connection.sendRequest<Answer>('imsConfig/convert', { uri });

const SECRET = 'p8e-Zq3xT1vB7nM5kL9wR2yU4iO6aS8dF0gH';
const withSecret = packageOf('first').replace(
  'active="1"',
  `active="1" type="99" clientSecret="${SECRET}"`,
);

describe('the conversion of a package', () => {
  it('gives a file of our own notation, without secrets', async () => {
    await start();
    await client.open(FIRST, withSecret);
    const { files, notes } = await convert(FIRST);
    assert.deepEqual(
      files.map(({ name }) => name),
      ['first.external-account.yaml'],
    );
    assert.match(files[0]?.content ?? '', /callbackServer: https:\/\/campaign\.shop\.org/);
    assert.ok(notes.some((note) => note.includes('clientSecret')));
    assert.ok(notes.some((note) => note.includes('type')));
    assert.ok(!client.sent.includes(SECRET));
  });

  it('reads a package that is closed, in the index or not', async () => {
    for (const lists of [true, false]) {
      await start({ files: { [FIRST]: withSecret }, lists });
      if (lists) await client.indexed();
      assert.equal((await convert(FIRST)).files.length, 1);
      if (lists) client.end();
    }
  });

  it('looks at nothing outside of the workspace', async () => {
    const elsewhere = 'file:///elsewhere/first.xml';
    const around = 'file:///shop/../elsewhere/first.xml';
    const hidden = 'file:///shop/%2e%2e/elsewhere/first.xml';
    await start({
      files: { [elsewhere]: withSecret, [around]: withSecret, [hidden]: withSecret },
    });
    for (const uri of [elsewhere, around, hidden]) {
      assert.deepEqual((await convert(uri)).files, [], uri);
    }
    await client.open(elsewhere, withSecret);
    assert.equal((await convert(elsewhere)).files.length, 1);
  });

  it('answers nothing to what is no question', async () => {
    await start();
    for (const params of [undefined, null, 1, {}, { uri: 1 }]) {
      for (const method of ['convert', 'describe', 'rulePage']) {
        assert.equal(await client.connection.sendRequest(`imsConfig/${method}`, params), null);
      }
    }
    assert.ok(!client.logged.some((line) => line.includes('failed')));
  });

  it('says why there is nothing to convert', async () => {
    await start();
    await client.open(ACCOUNT, account);
    for (const uri of [ACCOUNT, 'file:///shop/none.xml']) {
      const { files, notes } = await convert(uri);
      assert.deepEqual(files, []);
      assert.match(notes.join(), /Only a package/);
    }
  });
});
