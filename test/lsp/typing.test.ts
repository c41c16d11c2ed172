import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { CancellationTokenSource, DocumentDiagnosticRequest } from 'vscode-languageserver/node';
import { TODAY } from '../support/check';
import { type ClientOptions, editor, TestClient } from '../support/server';

const FILE = 'file:///shop/all.ims.yaml';

/** So much that a check of it takes a while. */
const TEXT = `externalAccounts:\n${Array.from(
  { length: 2000 },
  (_, index) => `  - label: account ${index}\n    imsServer: http://ims-na1.adobelogin.com\n`,
).join('')}`;

let client: TestClient;
/** How often something was checked: each time the server asks which day it is. */
let checks: () => number;

const start = async (options?: ClientOptions) => {
  // Of this server alone: those of earlier tests may still be at work.
  let count = 0;
  const today = () => {
    count++;
    return TODAY;
  };
  checks = () => count;
  client = await TestClient.start({ ...options, host: { today } });
  await client.open(FILE, TEXT);
};
afterEach(() => client.end());

const type = (from: number, to: number) =>
  client.type(FILE, `account ${from}\n`, `account ${to}\n`);

describe('while somebody types', () => {
  it('a hover is answered before the check that was asked for with it', async () => {
    await start();
    await client.report(FILE);
    const answered: string[] = [];
    const saying = (what: string) => () => answered.push(what);
    await type(0, 1000);
    await Promise.all([
      client.report(FILE).then(saying('report')),
      client.hover(FILE, 'imsServer').then(saying('hover')),
    ]);
    assert.deepEqual(answered, ['hover', 'report']);
  });

  it('a check that is canceled does not happen', async () => {
    await start();
    await client.report(FILE);
    const before = checks();
    await type(0, 1000);
    const { token, cancel } = source();
    const params = { textDocument: { uri: FILE } };
    const report = client.connection.sendRequest(DocumentDiagnosticRequest.type, params, token);
    // An answer to what was asked behind it: by now it has begun.
    await client.connection.sendRequest('imsConfig/describe', { uri: 'file:///shop/none' });
    cancel();
    assert.deepEqual(await report, { kind: 'full', items: [] });
    assert.equal(checks(), before);
    await client.report(FILE);
    assert.equal(checks(), before + 1);
  });

  it('many changes are checked once', async () => {
    await start({ capabilities: { ...editor, textDocument: {} } });
    await client.until(() => client.published.length > 0);
    const before = checks();
    for (let count = 0; count < 100; count++) await type(count, 1000 + count);
    await client.until(() => client.published.length > 1);
    assert.equal(client.published.at(-1)?.version, 101);
    assert.equal(checks(), before + 1);
  });
});

function source() {
  const tokens = new CancellationTokenSource();
  return { token: tokens.token, cancel: () => tokens.cancel() };
}
