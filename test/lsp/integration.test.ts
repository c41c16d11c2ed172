import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { WorkspaceDiagnosticRequest } from 'vscode-languageserver/node';
import { consoleOf, envOf, MISMATCH, RENEWED } from '../support/integration';
import { TestClient } from '../support/server';
import { FOLDER } from './samples';

const consoleUri = `${FOLDER}/console.json`;
const envUri = `${FOLDER}/.env`;

let client: TestClient;
const start = async (files: Record<string, string>, section = {}) => {
  client = await TestClient.start({ folders: [FOLDER], lists: true, files, section });
};
afterEach(() => client.end());

/**
 * Waits until an open file has these findings; the client has to be told that it has others now.
 */
async function foundIn(uri: string, codes: readonly string[]): Promise<void> {
  for (;;) {
    const { refreshes } = client;
    if (String(await client.codes(uri)) === String(codes)) return;
    await client.until(() => client.refreshes > refreshes);
  }
}

describe('the files of one integration', () => {
  it('are compared, with the place in the other file', async () => {
    await start({ [consoleUri]: consoleOf({ client_id: RENEWED }), [envUri]: envOf() });
    await client.open(envUri, envOf());
    await foundIn(envUri, [MISMATCH]);
    const [finding] = await client.diagnostics(envUri);
    assert.match(String(finding?.message), /is not what `?console\.json`? says/);
    const [related, ...more] = finding?.relatedInformation ?? [];
    assert.deepEqual(more, []);
    assert.equal(related?.location.uri, consoleUri);
    const line = consoleOf({ client_id: RENEWED }).split('\n')[related.location.range.start.line];
    assert.match(line ?? '', new RegExp(`"client_id": "${RENEWED}"`));
  });

  it('are compared anew when one of them is renewed', async () => {
    await start({ [consoleUri]: consoleOf(), [envUri]: envOf() });
    await client.open(envUri, envOf());
    await client.indexed();
    await foundIn(envUri, []);
    await client.write(consoleUri, consoleOf({ client_id: RENEWED }));
    await foundIn(envUri, [MISMATCH]);
    await client.write(consoleUri, consoleOf());
    await foundIn(envUri, []);
    await client.open(consoleUri, consoleOf({ client_id: RENEWED }));
    await foundIn(envUri, [MISMATCH]);
    assert.deepEqual(await client.codes(consoleUri), []);
  });

  it('are many in a large workspace, and each is looked up', async () => {
    const files: Record<string, string> = {};
    for (let index = 0; index < 100; index++) {
      const id = index.toString(16).padStart(8, '0');
      const own = (text: string) =>
        text
          .replaceAll('9f1c2ab3', id)
          .replaceAll('6A1B2C3D', id.toUpperCase())
          .replaceAll('01234567', id);
      files[`${FOLDER}/${index}/console.json`] = own(consoleOf());
      files[`${FOLDER}/${index}/.env`] = own(envOf());
    }
    files[`${FOLDER}/7/console.json`] = consoleOf({ client_id: RENEWED });
    await start(files, { workspace: { diagnostics: 'all' } });
    const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
    });
    assert.equal(items.length, 200);
    const told = items.flatMap((each) =>
      each.kind === 'full' ? each.items.map(({ code }) => `${each.uri} ${code}`) : [],
    );
    assert.deepEqual(told, [`${FOLDER}/7/.env ${MISMATCH}`]);
  });
});
