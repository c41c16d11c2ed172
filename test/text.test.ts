import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, compatible } from '../server/src/text/edit';
import { code, enumerate, fill, plain, shortened, spoken } from '../server/src/text/message';
import { occurrencesOf } from '../server/src/text/occurrences';
import { firstTouching, span, touches } from '../server/src/text/span';

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

describe('a plain message', () => {
  it('has no emphasis, and code as it is', () => {
    assert.equal(plain('**Set** `a/**` to **b** or `**/c`'), 'Set `a/**` to b or `**/c`');
    assert.equal(plain("It's 5 ` **now**"), "It's 5 ` now");
  });
});

describe('occurrencesOf', () => {
  it('finds the longest of the texts at each place, and joins those that overlap', () => {
    const find = occurrencesOf(['abcd', 'abcdef', 'defg', 'xyz', 'wxyz', 'ab'], 3);
    const found = (text: string) => find(text).map(({ start, end }) => text.slice(start, end));
    const cases: readonly (readonly [text: string, found: readonly string[]])[] = [
      ['', []],
      ['abc ab', []],
      ['-abcd-xyz', ['abcd', 'xyz']],
      ['abcdefg', ['abcdefg']],
      ['wxyz', ['wxyz']],
      ['abcdabcd', ['abcd', 'abcd']],
    ];
    for (const [text, parts] of cases) assert.deepEqual(found(text), parts, text);
    assert.deepEqual(occurrencesOf([], 3)('abc'), []);
  });
});

describe('firstTouching', () => {
  it('finds what stands at an offset, of two neighbors the first', () => {
    const all = [span(1, 3), span(3, 3), span(3, 5), span(8, 9)].map((each) => ({ span: each }));
    for (let offset = 0; offset < 11; offset++) {
      const expected = all.find((each) => touches(each.span, offset));
      assert.equal(firstTouching(all, offset), expected, `${offset}`);
    }
    assert.equal(firstTouching([], 0), undefined);
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
