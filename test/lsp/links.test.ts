import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { type DocumentLink, DocumentLinkRequest } from 'vscode-languageserver/node';
import { marked } from '../support/marks';
import { ACCOUNT_ID, CLIENT, ORG } from '../support/samples';
import { TestClient } from '../support/server';

let client: TestClient;
afterEach(() => client.end());

const connector = (key: string) =>
  `«authentication_method»: jwt\nenterprise:\n  org_id: ${ORG}\n  api_key: ${CLIENT}\n  client_secret: geheim-1234\n  tech_acct: ${ACCOUNT_ID}\n  priv_key_path: «${key}»\n`;

/** The links of a file in a workspace of one folder, which are exactly at the marked places. */
async function links(
  folder: string,
  uri: string,
  code: string,
  home?: string,
): Promise<readonly DocumentLink[]> {
  client = await TestClient.start({ folders: [folder], host: { home } });
  const { text, spans } = marked(code);
  await client.open(uri, text);
  const params = { textDocument: { uri } };
  const found = (await client.connection.sendRequest(DocumentLinkRequest.type, params)) ?? [];
  const document = client.document(uri);
  const places = spans.map(({ start, end }) => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  }));
  if (spans.length > 0)
    assert.deepEqual(
      found.map(({ range }) => range),
      places,
    );
  return found;
}

describe('links over the protocol', () => {
  it('are announced', async () => {
    client = await TestClient.start();
    const { capabilities } = await client.initialized;
    assert.deepEqual(capabilities.documentLinkProvider, {});
  });

  it("lead to Adobe's pages, and to files by their addresses", async () => {
    const uri = 'file:///shop/my%20sync/connector-umapi.yml';
    const [page, key] = await links('file:///shop', uri, connector('../keys/a+b 1.key'));
    assert.match(page?.target ?? '', /^https:\/\/developer\.adobe\.com\//);
    assert.match(page?.tooltip ?? '', /^Adobe's documentation of /);
    assert.equal(key?.target, 'file:///shop/keys/a%2Bb%201.key');
    assert.equal(key?.tooltip, 'The file of the private key');
    assert.ok(!client.sent.includes('geheim'));
  });

  it('stay in the place where the file is', async () => {
    const uri = 'vscode-vfs://github/acme/shop/connector-umapi.yml';
    const [, key] = await links('vscode-vfs://github/acme/shop', uri, connector('private.key'));
    assert.equal(key?.target, 'vscode-vfs://github/acme/shop/private.key');
  });

  it('lead into the home folder, where the file has one', async () => {
    const home = 'file:///home/kim%20a';
    const uri = 'file:///shop/connector-umapi.yml';
    const [, key] = await links('file:///shop', uri, connector('~/private.key'), home);
    assert.equal(key?.target, 'file:///home/kim%20a/private.key');
    client.end();
    const far = 'vscode-vfs://github/acme/shop';
    const text = marked(connector('~/private.key')).text;
    const found = await links(far, `${far}/connector-umapi.yml`, text, home);
    assert.ok(found.every(({ target }) => target?.startsWith('https://')));
  });

  it('lead to no file from a text that lies nowhere', async () => {
    for (const uri of ['untitled:connector-umapi.yml', 'git:/shop/connector-umapi.yml?%7B%7D']) {
      const found = await links('file:///shop', uri, marked(connector('private.key')).text);
      assert.ok(
        found.every(({ target }) => target?.startsWith('https://')),
        uri,
      );
      client.end();
    }
  });

  it('are none in files of others', async () => {
    const uri = 'file:///shop/values.yaml';
    assert.deepEqual(await links('file:///shop', uri, 'private_key_file: private.key\n'), []);
  });
});
