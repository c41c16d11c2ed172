import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { osgiConfig } from '../../server/src/syntax/osgi-config';
import { changeTable, editsOf } from './change-table';
import { applyChanges, assertSound } from './contract';

describe('an edit of an OSGi configuration', () => {
  changeTable(osgiConfig, [
    // Values.
    ['escapes', 'a="x"', (e) => [e.set('a', 'p = "q\\r"\n\t')], 'a="p\\ \\=\\ \\"q\\\\r\\"\\n\\t"'],
    ['empties', 'a="x" # c', (e) => [e.set('a', '')], 'a="" # c'],
    ['sets a missing value', 'a=\nb="x"', (e) => [e.set('a', 'y')], 'a="y"\nb="x"'],
    ['sets a value and its sign', 'a\nb="x"', (e) => [e.set('a', 'y')], 'a="y"\nb="x"'],
    ['sets a value and its sign alike', 'a\nb = "x"', (e) => [e.set('a', 'y')], 'a = "y"\nb = "x"'],
    ['puts a value in quotes', 'a=true', (e) => [e.set('a', 'x')], 'a="x"'],
    ['sets a text over several lines', 'a="x\ny"\nb="z"', (e) => [e.set('a', 'w')], 'a="w"\nb="z"'],

    // Types.
    ['keeps the type', 'a=T"x"', (e) => [e.set('a', 'y')], 'a=T"y"'],
    ['… of a boolean', 'a=b"true"', (e) => [e.set('a', false)], 'a=b"false"'],
    ['… of a boolean by its text', 'a=B"true"', (e) => [e.set('a', 'false')], 'a=B"false"'],
    ['… of a number', 'a=L"1"\nb=i"1"', (e) => [e.set('a', 2), e.set('b', '2')], 'a=L"2"\nb=i"2"'],
    [
      '… of a number with a fraction',
      'a=D"0"',
      (e) => [e.set('a', 1.5)],
      'a=D"4609434218613702656"',
    ],
    ['drops what does not fit', 'a=I"1"', (e) => [e.set('a', '$[env:A]')], 'a="$[env:A]"'],
    ['widens a number', 'a=S"1"', (e) => [e.set('a', 70000)], 'a=I"70000"'],
    ['writes a number', 'a="x"', (e) => [e.set('a', 5_000_000_000)], 'a=L"5000000000"'],
    ['writes a boolean', 'a="x"', (e) => [e.set('a', true)], 'a=B"true"'],

    // Characters.
    ['replaces', 'a="x\\ y"', (e) => [e.text('a', 1, 2, '=')], 'a="x\\=y"'],
    ['inserts', 'a="x\r\ny"', (e) => [e.text('a', 2, 2, 'z')], 'a="x\r\nzy"'],
    [
      'replaces at several places',
      'a="p\\ ,\\ q"',
      (e) => [e.text('a', 0, 1, 'x'), e.text('a', 1, 2, '')],
      'a="x,\\ q"',
    ],
    ['replaces digits', 'a=I"15"', (e) => [e.text('a', 1, 2, '6')], 'a=I"16"'],
    ['replaces digits by a text', 'a=I"15"', (e) => [e.text('a', 1, 2, 'x')], 'a="1x"'],
    ['replaces in a value without quotes', 'a=yes', (e) => [e.text('a', 0, 1, 'Y')], 'a="Yes"'],

    // Keys.
    ['renames', 'a="x"', (e) => [e.rename('a', 'b c=d')], 'b\\ c\\=d="x"'],
    ['renames to what looks like a comment', 'a="x"', (e) => [e.rename('a', '#b')], '\\#b="x"'],

    // Entries.
    ['removes the only one', '# c\na="x"\n', (e) => [e.remove('a')], '# c\n'],
    ['removes the last line', 'a="x"\r\nb="y"', (e) => [e.remove('b')], 'a="x"'],
    ['removes all lines of a text', 'a="x\ny\nz"\nb="y"\n', (e) => [e.remove('a')], 'b="y"\n'],
    [
      'removes all lines of a list',
      'a="x"\nb=[ \\\n  "y", \\\n  ]\nc="z"\n',
      (e) => [e.remove('b')],
      'a="x"\nc="z"\n',
    ],
    ['removes on a line', 'a="x" b="y" c="z"', (e) => [e.remove('b')], 'a="x" c="z"'],
    ['keeps blank lines', 'a="x"\n\nb="y"\n\nc="z"', (e) => [e.remove('b')], 'a="x"\n\n\nc="z"'],
    ['adds with the sign', 'a = "x"', (e) => [e.insert('', 'a', 'b', 'y')], 'a = "x"\nb = "y"'],
    [
      'adds with the indentation',
      '  a="x"',
      (e) => [e.insert('', 'a', 'b', 'y')],
      '  a="x"\n  b="y"',
    ],
    ['adds a list', 'a="x"', (e) => [e.insert('', 'a', 'b', ['p', 'q'])], 'a="x"\nb=["p", "q"]'],
    [
      'adds a list like another',
      'a=[ \\\r\n  "x", \\\r\n  ]\r\n',
      (e) => [e.insert('', 'a', 'b', ['p', 'q'])],
      'a=[ \\\r\n  "x", \\\r\n  ]\r\nb=[ \\\r\n  "p", \\\r\n  "q", \\\r\n  ]\r\n',
    ],
    [
      'adds behind a text over lines',
      'a="x\ny"\nb="z"',
      (e) => [e.insert('', 'a', 'n', 1)],
      'a="x\ny"\nn=I"1"\nb="z"',
    ],
    ['adds on a line', 'a="x" b="y"', (e) => [e.insert('', 'a', 'n', 'v')], 'a="x" n="v" b="y"'],
    [
      'replaces the only one',
      'a="x"',
      (e) => [e.remove('a'), e.insert('', undefined, 'n', 'v')],
      'n="v"',
    ],

    // Lists.
    ['turns a text into a list', 'a="x,y"', (e) => [e.set('a', ['x', 'y'])], 'a=["x", "y"]'],
    ['turns a list into a text', 'a=( \\\n"x", \\\n)', (e) => [e.set('a', 'y z')], 'a="y\\ z"'],
    ['keeps a vector', 'a=("x","y")', (e) => [e.set('a', ['x', 'z', 'w'])], 'a=("x","z","w")'],
    ['empties a list', 'a=[ \\\n  "x", \\\n  ]', (e) => [e.set('a', [])], 'a=[]'],
    ['fills a list', 'a=[]', (e) => [e.set('a', ['x', 'y'])], 'a=["x", "y"]'],
    [
      'fills a list like another',
      'a=()\nb=[ \\\n  "x" \\\n]',
      (e) => [e.set('a', ['p', 'q'])],
      'a=( \\\n  "p", \\\n  "q" \\\n)\nb=[ \\\n  "x" \\\n]',
    ],
    [
      'shortens a list without a last comma',
      'a=[ \\\n  "x", \\\n  "y" \\\n]',
      (e) => [e.drop('a/1')],
      'a=[ \\\n  "x" \\\n]',
    ],
    [
      'lengthens it',
      'a=[ \\\n  "x", \\\n  "y" \\\n]',
      (e) => [e.item('a', 1, 'z')],
      'a=[ \\\n  "x", \\\n  "y", \\\n  "z" \\\n]',
    ],
    [
      'adds a first item',
      'a=( \\\n  "x", \\\n)',
      (e) => [e.item('a', undefined, 'w')],
      'a=( \\\n  "w", \\\n  "x", \\\n)',
    ],
    [
      'adds without backslashes',
      'a=[\n\t"x",\n]',
      (e) => [e.item('a', 0, 'y')],
      'a=[\n\t"x",\n\t"y",\n]',
    ],
    [
      'removes beside the bracket',
      'a=["x", \\\n   "y"]',
      (e) => [e.drop('a/0')],
      'a=[ \\\n   "y"]',
    ],
    ['keeps the type of a list', 'a=I["1","2"]', (e) => [e.set('a', ['1', '3'])], 'a=I["1","3"]'],
    [
      'drops it where an item does not fit',
      'a=I["1"]',
      (e) => [e.item('a', 0, 'x')],
      'a=["1", "x"]',
    ],
    [
      'replaces in an item',
      'a=["x:y"]',
      (e) => [e.text('a/0', 1, 2, '\\ = ')],
      'a=["x\\\\\\ \\=\\ y"]',
    ],
  ]);

  it('changes a broken text without an exception', () => {
    for (const text of ['a="x', 'a=["x"', 'a=[ \\\n  "x, \\\n', 'a', 'b=x\na=', 'a=["x")']) {
      const { root } = assertSound(osgiConfig, text);
      const e = editsOf(osgiConfig, text);
      assert.ok(root);
      for (const value of ['y', ['y'], 3, false] as const) {
        applyChanges(osgiConfig, text, [e.set('a', value)]);
        applyChanges(osgiConfig, text, [e.insert('', 'a', 'n', value)]);
      }
      applyChanges(osgiConfig, text, [e.remove('a'), e.insert('', undefined, 'n', 'v')]);
    }
  });
});
