import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, compatible } from '../server/src/text/edit';
import { code, enumerate, fill, shortened, spoken } from '../server/src/text/message';
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

describe('what is shown or read as it is', () => {
  it('has no Markdown', () => {
    assert.equal(spoken('**Set** `a` to `<b>`'), 'Set “a” to “<b>”');
    assert.equal(spoken("It's 5 `"), "It's 5 `");
  });
});

describe('fill', () => {
  it('lets nothing that is filled in between back-ticks end there', () => {
    assert.equal(
      fill('`{a}` is {b}.', { a: 'x`|![z](u) `\r\ny', b: code('c`') }),
      "`x'|![z](u) ' y` is `c'`.",
    );
    assert.equal(fill('`a` {a} `${A} {a}`', { a: 'x`' }), "`a` x` `${A} x'`");
    assert.equal(enumerate(['a`', 'b\n']), "`a'` and `b `");
  });

  it('leaves out the middle of what is too long', () => {
    assert.equal(shortened('0123456789', 10), '0123456789');
    assert.equal(shortened('0123456789a', 10), '012…56789a');
  });
});
