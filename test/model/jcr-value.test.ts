import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type JcrType,
  readJcrValue,
  writeJcrItem,
  writeJcrValue,
} from '../../server/src/model/jcr-value';
import type { Value } from '../../server/src/syntax/change';

/**
 * A text, its type, its items (a text alone where it is no list), and the parts where they stand.
 */
type Row = readonly [
  text: string,
  type: JcrType | undefined,
  value: string | readonly string[],
  places: readonly string[],
];

const READ: readonly Row[] = [
  ['x', undefined, 'x', ['x']],
  ['', undefined, '', ['']],
  ['a,b', undefined, 'a,b', ['a,b']],
  ['{Boolean}true', 'Boolean', 'true', ['true']],
  ['{Long}5', 'Long', '5', ['5']],
  ['{String}[a,b]', 'String', ['a', 'b'], ['a', 'b']],
  ['[a,b]', undefined, ['a', 'b'], ['a', 'b']],
  ['[a, b]', undefined, ['a', ' b'], ['a', ' b']],
  ['[]', undefined, [], []],
  ['[\\0]', undefined, [''], ['\\0']],
  ['[a,]', undefined, ['a', ''], ['a', '']],
  ['[,]', undefined, ['', ''], ['', '']],
  ['[a\\,b,c\\\\]', undefined, ['a,b', 'c\\'], ['a\\,b', 'c\\\\']],
  ['[a]]', undefined, ['a]'], ['a]']],
  ['[a\\]', undefined, ['a]'], ['a\\]']],
  ['[a,b', undefined, ['a', 'b'], ['a', 'b']],
  ['[', undefined, [], []],
  ['\\[a]', undefined, '[a]', ['\\[a]']],
  ['\\{x}', undefined, '{x}', ['\\{x}']],
  ['{CLIENT_ID}', undefined, '{CLIENT_ID}', ['{CLIENT_ID}']],
  ['{{client.id}}', undefined, '{{client.id}}', ['{{client.id}}']],
  ['${secret}', undefined, '${secret}', ['${secret}']],
  ['$[secret:NAME]', undefined, '$[secret:NAME]', ['$[secret:NAME]']],
  ['[$[env:A],b]', undefined, ['$[env:A]', 'b'], ['$[env:A]', 'b']],
  ['{Long', undefined, '{Long', ['{Long']],
  ['a\\u0041\\\\b', undefined, 'aA\\b', ['a\\u0041\\\\b']],
  ['a\\', undefined, 'a', ['a\\']],
];

const WRITTEN: readonly (readonly [value: Value, type: JcrType | undefined, text: string])[] = [
  ['x', undefined, 'x'],
  ['x', 'String', 'x'],
  ['a,b', undefined, 'a,b'],
  ['[a\\b]', undefined, '\\[a\\\\b]'],
  ['{a}', undefined, '\\{a}'],
  ['$[secret:A]', undefined, '$[secret:A]'],
  ['false', 'Boolean', '{Boolean}false'],
  ['$[env:A]', 'Boolean', '$[env:A]'],
  ['/a', 'Path', '{Path}/a'],
  [true, undefined, '{Boolean}true'],
  [5, undefined, '{Long}5'],
  [5, 'Double', '{Double}5'],
  [1.5, 'Long', '{Double}1.5'],
  [['a', 'b'], undefined, '[a,b]'],
  [['a', 'b'], 'Name', '{Name}[a,b]'],
  [['a,b', '[c]', '{d}', '\\'], undefined, '[a\\,b,[c],{d},\\\\]'],
  [[''], undefined, '[\\0]'],
  [['', ''], undefined, '[,]'],
  [[], undefined, '[]'],
];

describe('a value in the XML of a repository', () => {
  for (const [text, type, value, places] of READ) {
    it(`is read: ${JSON.stringify(text)}`, () => {
      const read = readJcrValue(text);
      const texts = read.items.map((item) => item.text);
      assert.deepEqual({ type: read.type, value: read.list ? texts : texts[0] }, { type, value });
      assert.deepEqual(
        read.items.map(({ from, to }) => text.slice(from, to)),
        places,
      );
    });
  }

  for (const [value, type, text] of WRITTEN) {
    it(`is written: ${text}`, () => {
      assert.equal(writeJcrValue(value, type), text);
      const { list, items } = readJcrValue(text);
      const texts = items.map((item) => item.text);
      assert.deepEqual(list ? texts : texts[0], typeof value === 'object' ? value : `${value}`);
    });
  }

  it('says where each of its characters stands', () => {
    const text = '[a\\,b,c]';
    const [first, second] = readJcrValue(text).items;
    assert.deepEqual(first?.offsets, [1, 2, 4, 5]);
    assert.equal(second?.offsets, undefined);
    const replaced = text.slice(0, 4) + writeJcrItem('x,', true) + text.slice(5);
    assert.deepEqual(readJcrValue(replaced).items[0]?.text, 'a,x,');
  });

  it('is read up to any place', () => {
    const text = '{String}[a\\,b,\\u0041,\\0,c]';
    for (let end = 0; end <= text.length; end++) {
      for (const { text: said, from, to, offsets } of readJcrValue(text.slice(0, end)).items) {
        assert.ok(0 <= from && from <= to && to <= end);
        if (offsets) assert.equal(offsets.length, said.length + 1);
      }
    }
  });
});
