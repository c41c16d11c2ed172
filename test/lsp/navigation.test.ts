import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  type DefinitionLink,
  DefinitionRequest,
  type DocumentHighlight,
  DocumentHighlightRequest,
  type Location,
  type Range,
  ReferencesRequest,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lines, marked } from '../support/marks';
import { CLIENT, ORG } from '../support/samples';
import { type ClientOptions, editor, TestClient } from '../support/server';
import { FOLDER } from './samples';

let client: TestClient;
afterEach(() => client.end());

const PROJECT = `${FOLDER}/acme.ims.yaml`;
const ACCOUNT = `${FOLDER}/accounts/shop%20a.external-account.yaml`;
const SCRIPT = `${FOLDER}/set.sh`;

const project = lines`
  environments:
    «production»:
      stage: production
  integrations:
    - orgId: ${ORG}
      clientId: ${CLIENT}
`;
const account = 'name: x\nenvironment: «prod‸uction»\n';
const script = `#!/bin/sh\nnlserver config -instance:«production» -setimsoauth:${ORG}/${CLIENT}/x/$SECRET\n`;

const files = () => ({
  [PROJECT]: marked(project).text,
  [ACCOUNT]: marked(account).text,
  [SCRIPT]: marked(script).text,
});

/** Opens a file of the workspace when the other ones are known, and tells where its cursor is. */
async function open(uri: string, code: string, options: ClientOptions = {}) {
  client = await TestClient.start({ folders: [FOLDER], files: files(), lists: true, ...options });
  await client.indexed();
  const { text, cursor = 0 } = marked(code);
  await client.open(uri, text);
  return { textDocument: { uri }, position: client.document(uri).positionAt(cursor) };
}

/** The marked places of a file. */
const marksOf = (code: string): readonly Range[] => {
  const { text, spans } = marked(code);
  const document = TextDocument.create('file:///a', '', 1, text);
  return spans.map(({ start, end }) => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  }));
};

const withLinks: ClientCapabilities = {
  ...editor,
  textDocument: { ...editor.textDocument, definition: { linkSupport: true } },
};

describe('navigation over the protocol', () => {
  it('is announced', async () => {
    client = await TestClient.start();
    const { capabilities } = await client.initialized;
    assert.deepEqual(
      [
        capabilities.definitionProvider,
        capabilities.referencesProvider,
        capabilities.documentHighlightProvider,
      ],
      [true, true, true],
    );
  });

  it('goes to the definition in another file', async () => {
    const params = await open(ACCOUNT, account);
    const found = await client.connection.sendRequest(DefinitionRequest.type, params);
    assert.deepEqual(found, [{ uri: PROJECT, range: marksOf(project)[0] }]);
  });

  it('tells editors that can use it what is under the cursor, and all that is described', async () => {
    const params = await open(ACCOUNT, account, { capabilities: withLinks });
    const found = await client.connection.sendRequest(DefinitionRequest.type, params);
    const [link] = found as DefinitionLink[];
    assert.deepEqual(link?.originSelectionRange, marksOf(account)[0]);
    assert.deepEqual(link?.targetSelectionRange, marksOf(project)[0]);
    assert.deepEqual(link?.targetRange.end, { line: 2, character: 21 });
  });

  it('finds references in all files, open or not', async () => {
    const params = await open(ACCOUNT, account);
    const ask = (includeDeclaration: boolean) =>
      client.connection.sendRequest(ReferencesRequest.type, {
        ...params,
        context: { includeDeclaration },
      });
    const expected: Location[] = [
      { uri: ACCOUNT, range: marksOf(account)[0]! },
      { uri: PROJECT, range: marksOf(project)[0]! },
      { uri: SCRIPT, range: marksOf(script)[0]! },
    ];
    assert.deepEqual(await ask(true), expected);
    assert.deepEqual(
      await ask(false),
      expected.filter(({ uri }) => uri !== PROJECT),
    );
  });

  it('knows texts as they are typed', async () => {
    const params = await open(ACCOUNT, account);
    await client.open(PROJECT, marked(project).text);
    await client.type(PROJECT, '  production:', '\n  production:');
    const found = await client.connection.sendRequest(DefinitionRequest.type, params);
    const range = { start: { line: 2, character: 2 }, end: { line: 2, character: 12 } };
    assert.deepEqual(found, [{ uri: PROJECT, range }]);
    await client.type(PROJECT, '  production:', '  staging:');
    assert.deepEqual(await client.connection.sendRequest(DefinitionRequest.type, params), []);
  });

  it('highlights what is the same in the file', async () => {
    const code = `integrations:\n  - orgId: «${ORG}»\n  - orgId: "«${ORG}‸»"\n`;
    const params = await open(`${FOLDER}/b.ims.yaml`, code);
    const found = await client.connection.sendRequest(DocumentHighlightRequest.type, params);
    assert.deepEqual(
      (found as DocumentHighlight[]).map(({ range }) => range),
      marksOf(code),
    );
    assert.deepEqual(found?.[0]?.kind, 2);
  });

  it('answers a file outside of the workspace by itself', async () => {
    const code = `title: x\norgId: «${ORG}‸»\n`;
    const params = await open('file:///elsewhere/a.ims-integration.yaml', code);
    const found = await client.connection.sendRequest(ReferencesRequest.type, {
      ...params,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(found, [
      { uri: 'file:///elsewhere/a.ims-integration.yaml', range: marksOf(code)[0] },
    ]);
  });

  it('answers empty where it is no longer wanted', async () => {
    const params = await open(ACCOUNT, account);
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest(
      ReferencesRequest.type,
      { ...params, context: { includeDeclaration: true } },
      source.token,
    );
    source.cancel();
    assert.deepEqual(await asked.catch(() => []), []);
  });

  it('says nothing in files of others', async () => {
    const params = await open(`${FOLDER}/values.yaml`, 'environment: produc‸tion\n');
    assert.equal(await client.connection.sendRequest(DefinitionRequest.type, params), null);
    const highlights = await client.connection.sendRequest(DocumentHighlightRequest.type, params);
    assert.deepEqual(highlights, []);
    const closed = { textDocument: { uri: PROJECT }, position: { line: 1, character: 4 } };
    assert.equal(await client.connection.sendRequest(DefinitionRequest.type, closed), null);
  });
});
