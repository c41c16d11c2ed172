import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LiveWorkspace } from '../../server/src/lsp/live-workspace';
import { type ConfigDocument, readDocument } from '../../server/src/model/document';
import { newWorkspace } from '../../server/src/model/workspace';
import { documentOf } from '../support/check';
import { oauth } from '../support/samples';

/** A question that remembers about which files it was asked. */
function counted() {
  const asked: string[] = [];
  const question = ({ path, text }: ConfigDocument) => {
    asked.push(path);
    return text.length;
  };
  return { asked, question };
}

describe('a question about a document', () => {
  it('is asked once in a workspace', () => {
    const document = documentOf('/shop/a.ims-integration.yaml', oauth());
    const { asked, question } = counted();
    const workspace = newWorkspace([document]);
    assert.equal(workspace.about(document, question), document.text.length);
    assert.equal(workspace.about(document, question), document.text.length);
    assert.deepEqual(asked, [document.path]);
  });

  it('is not asked again about others where one is as it is now', () => {
    const named = (name: string, text = oauth()) =>
      documentOf(`/shop/${name}.ims-integration.yaml`, text);
    const { asked, question } = counted();
    const before = newWorkspace(['a', 'b', 'c'].map((name) => named(name)));
    for (const each of before.documents) before.about(each, question);
    const [changed, added] = [named('b', oauth('# fixed')), named('d')];
    const after = before.with(changed).with(added);
    assert.deepEqual(
      after.documents.map(({ path }) => path),
      [...before.documents, added].map(({ path }) => path),
    );
    for (const each of after.documents) after.about(each, question);
    assert.deepEqual(asked.slice(3), [changed.path, added.path]);
  });

  it('is asked again only about the file that somebody types in', () => {
    const texts = new Map(
      ['a', 'b', 'c'].map((name) => [`file:///shop/${name}.ims-integration.yaml`, oauth()]),
    );
    const stored = new Map<string, ConfigDocument | undefined>();
    const read = (uri: string) =>
      stored.set(uri, readDocument(uri.slice('file://'.length), texts.get(uri) ?? ''));
    for (const uri of texts.keys()) read(uri);
    const live = new LiveWorkspace({
      folders: () => ['file:///shop'],
      contains: () => true,
      isOpen: () => false,
      isIgnored: () => false,
      open: () => undefined,
      stored: (uri) => stored.get(uri),
    });
    live.touchAll(texts.keys());
    const { asked, question } = counted();
    const [uri = ''] = texts.keys();
    const askAll = () => {
      const { workspace } = live.around(uri);
      return workspace?.documents.map((each) => workspace.about(each, question));
    };
    const [before] = askAll() ?? [];
    assert.equal(asked.length, 3);
    texts.set(uri, oauth('# typed'));
    read(uri);
    live.touch(uri);
    const [after] = askAll() ?? [];
    assert.notEqual(after, before);
    assert.deepEqual(asked.slice(3), ['/shop/a.ims-integration.yaml']);
  });
});
