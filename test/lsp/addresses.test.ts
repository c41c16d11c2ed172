import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentPath, folderOf, pathOf, relativePath } from '../../server/src/lsp/addresses';
import { worthReading } from '../../server/src/model/document';
import { LANGUAGES } from '../../server/src/model/file-names';

describe('addresses', () => {
  it('become paths, decoded', () => {
    assert.equal(pathOf('file:///c%3A/my%20files/a.yaml'), '/c:/my files/a.yaml');
    assert.equal(pathOf('vscode-vfs://github/o/r/a.json?x#y'), '/o/r/a.json');
    assert.equal(pathOf('untitled:Untitled-1'), 'Untitled-1');
    assert.equal(pathOf('file:///100%/a.yaml'), '/100%/a.yaml');
    assert.equal(pathOf(''), '');
  });

  it('get the ending of their language where they have none of ours', () => {
    assert.equal(documentPath('untitled:Untitled-1', 'json'), 'Untitled-1.json');
    assert.equal(documentPath('untitled:Untitled-1', 'plaintext'), 'Untitled-1');
    assert.equal(documentPath('file:///a.yaml', 'json'), '/a.yaml');
    assert.equal(documentPath('file:///a.txt', 'xml'), '/a.txt.xml');
  });

  it('of unsaved documents have an ending in every language of files that can be ours', () => {
    for (const language of LANGUAGES) {
      const path = documentPath('untitled:Untitled-1', language);
      assert.ok(worthReading(path), `${language}: ${path}`);
    }
  });

  it('lie in folders', () => {
    const folders = ['file:///web', 'file:///web/shop/', 'vscode-vfs://github/web/shop'];
    assert.equal(folderOf('file:///web/shop/a/b.yaml', folders), 'file:///web/shop/');
    assert.equal(folderOf('file:///webshop/b.yaml', folders), undefined);
    assert.equal(relativePath('file:///web/my%20shop/b.yaml', 'file:///web'), 'my shop/b.yaml');
    assert.equal(relativePath('vscode-vfs://github/web/b.yaml', 'file:///web'), undefined);
  });
});
