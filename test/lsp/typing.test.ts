import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { CancellationTokenSource, DocumentDiagnosticRequest } from 'vscode-languageserver/node';
import { HandClock } from '../support/clock';
import { type ClientOptions, editor, TestClient } from '../support/server';

/** Outside of the workspace, so that nothing but what a test asks for has it checked. */
const FILE = 'memfs:/shop/all.ims.yaml';

const ACCOUNTS = 200;

/** So much that a check of it takes several slices. */
const TEXT = `externalAccounts:\n${Array.from(
  { length: ACCOUNTS },
  (_, index) => `  - label: account ${index}\n    callbackServer: http://campaign.acme.example\n`,
).join('')}`;

let client: TestClient;
let clock: HandClock;
/** How many pauses there are in a check of the whole text. */
let whole: number;

const pulling = async () => {
  await start();
  await client.report(FILE);
  // One is made before it.
  whole = clock.pauses - 1;
  assert.ok(whole > 10);
};

async function start(options?: ClientOptions): Promise<void> {
  clock = new HandClock();
  client = await TestClient.start({ ...options, host: { clock } });
  await client.open(FILE, TEXT);
}

/** Pauses that begin from now on. */
function counting() {
  const before = clock.pauses;
  return () => clock.pauses - before;
}

/** A check of a text that was just typed in, held in its third turn. */
async function underWay() {
  await pulling();
  clock.hold();
  await type(0, 1000);
  const pauses = counting();
  const report = client.report(FILE);
  await clock.turns(3);
  return { pauses, report };
}

afterEach(() => client.end());

const type = (from: number, to: number) =>
  client.type(FILE, `account ${from}\n`, `account ${to}\n`);

const hover = () => client.hover(FILE, 'callbackServer');

const messages = (report: unknown) => JSON.stringify(report).split('"message"').length - 1;

describe('while somebody types', () => {
  for (const turns of [0, 1, 3]) {
    it(`a hover is answered in the ${turns}. turn of a check`, async () => {
      await pulling();
      clock.hold();
      await type(0, 1000);
      const answered: string[] = [];
      const report = client.report(FILE).then(() => answered.push('report'));
      await Promise.race([clock.turns(turns), report]);
      const { contents } = (await hover()) ?? {};
      assert.ok(contents);
      answered.push('hover');
      clock.release();
      await report;
      assert.deepEqual(answered, ['hover', 'report']);
    });

    it(`a check that is canceled in its ${turns}. turn ends there`, async () => {
      await pulling();
      clock.hold();
      await type(0, 1000);
      const pauses = counting();
      const { token, cancel } = source();
      const params = { textDocument: { uri: FILE } };
      const report = client.connection.sendRequest(DocumentDiagnosticRequest.type, params, token);
      await clock.turns(turns);
      cancel();
      // An answer to what was asked behind it: by now it has been heard.
      await hover();
      clock.release();
      assert.deepEqual(await report, { kind: 'full', items: [] });
      assert.equal(pauses(), turns + 1);
      await client.report(FILE);
      assert.equal(pauses(), turns + 1 + 1 + whole);
    });
  }

  it('a check of a text that is outdated is given up, and the new text is checked', async () => {
    const { pauses, report } = await underWay();
    const more = 'http://campaign.acme.example\n    enabled: maybe\n';
    await client.type(FILE, 'http://campaign.acme.example\n', more);
    await hover();
    clock.release();
    assert.match(JSON.stringify(await report), /enabled/);
    // Typing pauses before the check of either text.
    assert.equal(pauses(), 1 + 3 + 1 + whole);
  });

  it('a check of a file that is closed is given up', async () => {
    const { pauses, report } = await underWay();
    await client.close(FILE);
    await client.connection.sendRequest('imsConfig/describe', { uri: 'memfs:/shop/none' });
    clock.release();
    assert.equal(messages(await report), 0);
    assert.ok(pauses() < whole);
  });

  it('all who ask share one check', async () => {
    await pulling();
    await type(0, 1000);
    const pauses = counting();
    const [one, other, actions] = await Promise.all([
      client.report(FILE),
      client.report(FILE),
      client.actions(FILE, 'http:'),
    ]);
    assert.ok(messages(one) > ACCOUNTS);
    assert.deepEqual(one, other);
    assert.ok(actions.length > 0);
    assert.equal(pauses(), 2 + whole);
  });

  it('who cancels takes nothing from others that share the check', async () => {
    await pulling();
    clock.hold();
    await type(0, 1000);
    const pauses = counting();
    const { token, cancel } = source();
    const params = { textDocument: { uri: FILE } };
    const report = client.report(FILE);
    const canceled = client.connection.sendRequest(DocumentDiagnosticRequest.type, params, token);
    // By now both have been heard.
    await hover();
    await clock.turns(3);
    cancel();
    await hover();
    clock.release();
    assert.deepEqual(await canceled, { kind: 'full', items: [] });
    assert.ok(messages(await report) > ACCOUNTS);
    assert.equal(pauses(), 2 + whole);
  });

  it('many changes are checked once', async () => {
    await start({ capabilities: { ...editor, textDocument: {} } });
    await client.until(() => client.published.length > 0);
    // It opened, and had its first text.
    whole = clock.pauses - 2;
    clock.hold();
    const pauses = counting();
    for (let count = 0; count < 100; count++) await type(count, 1000 + count);
    await hover();
    clock.release();
    await client.until(() => client.published.length > 1);
    await hover();
    assert.deepEqual(
      client.published.map(({ version }) => version),
      [1, 101],
    );
    // One behind each change, until the next one.
    assert.equal(pauses(), 100 + whole);
  });

  it('a change puts off the check of the one before', async () => {
    await start({ capabilities: { ...editor, textDocument: {} } });
    await client.until(() => client.published.length > 0);
    clock.hold();
    const pauses = counting();
    await type(0, 1000);
    await type(1, 1001);
    await hover();
    clock.endFirst();
    await hover();
    assert.equal(pauses(), 2);
  });
});

function source() {
  const tokens = new CancellationTokenSource();
  return { token: tokens.token, cancel: () => tokens.cancel() };
}
