import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { NewFileKind } from '../../server/src/features/new-file';
import { ORG, oauth } from '../support/samples';
import { type ClientOptions, TestClient } from '../support/server';
import { FOLDER } from './samples';

let client: TestClient;
const start = async (options?: ClientOptions) => {
  client = await TestClient.start({ folders: [FOLDER], ...options });
};
afterEach(() => client.end());

interface Answer {
  readonly text: string;
  readonly snippet?: string;
  readonly languages: readonly string[];
}
const newFile = (params: unknown) =>
  client.connection.sendRequest<Answer | null>('imsConfig/newFile', params);

describe('new files', () => {
  it('are offered, each of which can be made', async () => {
    await start();
    const kinds = await client.connection.sendRequest<NewFileKind[]>('imsConfig/newFileKinds');
    assert.ok(kinds.length > 5);
    for (const { id, title, description, folder, beginning, stem, endings } of kinds) {
      assert.ok(!`${title}${description}`.includes('`'), id);
      assert.ok(!/jwt/i.test(title));
      const uri = `${FOLDER}/${folder}/${beginning}${stem}${endings[0]}`;
      const file = await newFile({ kind: id, uri });
      assert.ok(file?.snippet, id);
      assert.ok(file.languages.length > 0, id);
    }
  });

  it('are known to the server as soon as they are open, saved or not', async () => {
    await start();
    for (const kind of ['external-account', 'ims-integration', 'ims-project']) {
      const ending = kind === 'ims-project' ? 'ims' : kind;
      const uri = `untitled:/shop/new.${ending}.yaml`;
      const file = await newFile({ kind, uri });
      await client.open(uri, file?.text ?? '', 'yaml');
      assert.ok((await client.codes(uri)).includes('placeholder-left'), kind);
    }
  });

  it('have the ids of the workspace', async () => {
    const uri = `${FOLDER}/shop.ims-integration.yaml`;
    await start({ files: { [uri]: oauth() }, lists: true });
    await client.indexed();
    const file = await newFile({ kind: 'aio-config', uri: `${FOLDER}/.aio` });
    assert.ok(file?.text.includes(ORG));
    assert.deepEqual(file?.languages, ['yaml']);
  });

  it('are not made of what is no question', async () => {
    await start();
    const uri = 'untitled:/shop/a.ims.yaml';
    for (const params of [undefined, 1, {}, { kind: 'ims-project' }, { kind: 'none', uri }]) {
      assert.equal(await newFile(params), null);
    }
    assert.equal(await newFile({ kind: 'ims-project', uri: 'untitled:/shop/a.yaml' }), null);
    assert.ok(!client.logged.some((line) => line.includes('failed')));
  });
});
