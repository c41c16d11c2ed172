import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, compatible } from '../server/src/text/edit';
import { span } from '../server/src/text/span';

describe('applyEdits', () => {
  it('applies edits in the order of the text and keeps the order of insertions', () => {
    const edits = [
      { span: span(4, 5), newText: 'E' },
      { span: span(0, 0), newText: '1' },
      { span: span(0, 0), newText: '2' },
    ];
    assert.equal(applyEdits('abcde', edits), '12abcdE');
  });

  it('refuses edits that overlap', () => {
    const edits = [
      { span: span(0, 2), newText: '' },
      { span: span(1, 3), newText: '' },
    ];
    assert.equal(compatible(edits), false);
    assert.throws(() => applyEdits('abc', edits), /overlap/);
  });
});
