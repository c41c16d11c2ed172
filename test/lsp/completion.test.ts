import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import {
  type ClientCapabilities,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionTriggerKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { marked } from '../support/marks';
import { ORG } from '../support/samples';
import { type ClientOptions, editor, TestClient } from '../support/server';

let client: TestClient;
afterEach(() => client.end());

const FILE = 'file:///shop/a.ims-integration.yaml';

const withSkills = (completionItem: object): ClientCapabilities => ({
  ...editor,
  textDocument: { ...editor.textDocument, completion: { completionItem } },
});

/** What VS Code can. */
const able = withSkills({
  snippetSupport: true,
  insertReplaceSupport: true,
  insertTextModeSupport: { valueSet: [1, 2] },
});

/** What is offered at the `‸` of a text. */
async function offered(
  uri: string,
  code: string,
  options: ClientOptions = { capabilities: able },
): Promise<readonly CompletionItem[]> {
  client = await TestClient.start(options);
  const { text, cursor = 0 } = marked(code);
  await client.open(uri, text);
  return ask(uri, cursor);
}

async function ask(
  uri: string,
  offset: number,
  context?: CompletionContext,
): Promise<readonly CompletionItem[]> {
  const position = client.document(uri).positionAt(offset);
  const params = { textDocument: { uri }, position, ...(context && { context }) };
  const list = (await client.connection.sendRequest(
    CompletionRequest.type,
    params,
  )) as CompletionList;
  assert.equal(list.isIncomplete, false);
  return list.items;
}

const named = (items: readonly CompletionItem[], label: string): CompletionItem => {
  const found = items.find((item) => item.label === label);
  assert.ok(found, `${label} is not offered`);
  return found;
};

describe('completion over the protocol', () => {
  it('is announced', async () => {
    client = await TestClient.start();
    const { capabilities } = await client.initialized;
    assert.ok(capabilities.completionProvider?.triggerCharacters?.includes('"'));
  });

  it('offers keys with tab stops and documentation', async () => {
    const items = await offered(FILE, 'title: x\nsc‸op\n');
    const { kind, detail, documentation, textEdit, insertTextFormat, insertTextMode, filterText } =
      named(items, 'scopes');
    assert.deepEqual([kind, detail, filterText], [10, 'Scopes (required)', 'scopes']);
    assert.match(JSON.stringify(documentation), /What the access token may be used for/);
    assert.deepEqual([insertTextFormat, insertTextMode], [2, 1]);
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };
    assert.deepEqual(textEdit, { newText: 'scopes: [${1}]', insert: range, replace: range });
  });

  it('says beside blocks what is in them, in the list where the client can', async () => {
    const uri = 'file:///shop/com.adobe.granite.auth.oauth.accesstoken.provider~a.cfg.json';
    const detail = 'OAuth Server-to-Server';
    const [plain] = await offered(uri, '‸', { capabilities: withSkills({}) });
    assert.deepEqual([plain?.label, plain?.detail], ['Access-token provider', detail]);
    await client.end();
    const skilled = withSkills({ labelDetailsSupport: true });
    const [found] = await offered(uri, '‸', { capabilities: skilled });
    assert.deepEqual([found?.detail, found?.labelDetails], [undefined, { description: detail }]);
    await client.end();
    const account = 'file:///shop/a.external-account.yaml';
    const [block] = await offered(account, '‸', { capabilities: skilled });
    assert.deepEqual(block?.labelDetails, { description: '12 fields' });
  });

  it('comes before what the editor proposes itself', async () => {
    const items = await offered('file:///shop/a.ims-integration.json', '{ ‸ }');
    assert.ok(items.length > 0 && items.every(({ sortText = '' }) => sortText < '$schema'));
  });

  it('keeps its order', async () => {
    const items = await offered(FILE, '‸');
    const sorted = [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
    assert.deepEqual(sorted, items);
    assert.match(items[0]?.label ?? '', /^OAuth integration/);
  });

  it('writes plain text for clients without snippets', async () => {
    const items = await offered(FILE, 'sc‸op\n', { capabilities: withSkills({}) });
    const { textEdit, insertTextFormat, insertTextMode } = named(items, 'scopes');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
    assert.deepEqual(textEdit, { newText: 'scopes: []', range });
    assert.deepEqual([insertTextFormat, insertTextMode], [1, undefined]);
  });

  it('lets the client choose what becomes of the rest of a word', async () => {
    const items = await offered(FILE, 'scopes: [open‸xyz]\n');
    assert.deepEqual(named(items, 'openid').textEdit, {
      newText: 'openid',
      insert: { start: { line: 0, character: 9 }, end: { line: 0, character: 13 } },
      replace: { start: { line: 0, character: 9 }, end: { line: 0, character: 16 } },
    });
  });

  it('begins an empty .env only where a person asks for it', async () => {
    const uri = 'file:///shop/.env';
    const typed = { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: ' ' };
    assert.deepEqual(await offered(uri, ' ‸'), []);
    assert.deepEqual(await ask(uri, 1, typed), []);
    const asked = await ask(uri, 1, { triggerKind: CompletionTriggerKind.Invoked });
    assert.equal(asked.length, 1);
  });

  it('adds the comma that is missing', async () => {
    const uri = 'file:///shop/a.ims-integration.json';
    const items = await offered(uri, '{\n  "title": "x"\n  ‸\n}\n', {
      capabilities: withSkills({}),
    });
    const { textEdit, additionalTextEdits = [] } = named(items, 'solution');
    assert.ok(textEdit && 'range' in textEdit);
    assert.equal(
      TextDocument.applyEdits(client.document(uri), [textEdit, ...additionalTextEdits]),
      '{\n  "title": "x",\n  "solution": ""\n}\n',
    );
  });

  it('offers what other files of the workspace use', async () => {
    const folder = 'file:///shop';
    const files = { [`${folder}/other.ims-integration.yaml`]: `orgId: ${ORG}\n` };
    client = await TestClient.start({ capabilities: able, folders: [folder], files, lists: true });
    await client.open(FILE, 'orgId: ');
    await client.indexed();
    const [found] = await ask(FILE, 7);
    assert.equal(found?.label, ORG);
  });

  it('begins an empty file whose name tells what it is', async () => {
    const items = await offered('file:///shop/.aio', '‸');
    assert.deepEqual(
      items.map(({ label }) => label),
      ['IMS context for OAuth Server-to-Server'],
    );
  });

  it('offers the inputs of an action of Adobe in a workflow that has none yet', async () => {
    const step =
      '    steps:\n      - uses: adobe/aio-apps-action@3.3.0\n        with:\n          ‸\n';
    const uri = 'file:///shop/.github/workflows/deploy.yml';
    const items = await offered(uri, `jobs:\n  deploy:\n${step}`);
    const labels = items.map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 3), ['command', 'IMSORGID', 'CLIENTID']);
  });

  it('says nothing in files of others, and nothing where it fails', async () => {
    assert.deepEqual(await offered('file:///shop/values.yaml', 'orgId: ‸'), []);
    const params = {
      textDocument: { uri: 'file:///shop/closed.yaml' },
      position: { line: 9, character: 9 },
    };
    const list = await client.connection.sendRequest(CompletionRequest.type, params);
    assert.deepEqual(list, { isIncomplete: false, items: [] });
  });
});
