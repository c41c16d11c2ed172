import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { env } from '../../server/src/syntax/properties';
import { applyEdits } from '../../server/src/text/edit';
import { changeTable, editsOf } from './change-table';

describe('an edit of .env', () => {
  changeTable(env, [
    ['sets other values', 'A=b\nC=d', (e) => [e.set('A', 3), e.set('C', true)], 'A=3\nC=true'],
    ['leaves blanks without quotes', 'A=b', (e) => [e.set('A', 'x y')], 'A=x y'],
    ['… but for a shell', 'export A=b', (e) => [e.set('A', 'x y')], 'export A="x y"'],
    ['quotes a number sign', 'A=b', (e) => [e.set('A', 'x#y')], 'A="x#y"'],
    ['quotes blanks at the ends', 'A=b # c', (e) => [e.set('A', ' x ')], 'A=" x " # c'],
    ['quotes quotes', 'A=b', (e) => [e.set('A', '"x"')], 'A=\'"x"\''],
    [
      'takes other quotes',
      'A="b"\nC=\'d\'',
      (e) => [e.set('A', 'x"y'), e.set('C', "it's")],
      'A=\'x"y\'\nC="it\'s"',
    ],
    ['takes a third kind of quotes', 'A=b', (e) => [e.set('A', '#\'"')], 'A=`#\'"`'],
    ['escapes where nothing else helps', 'A=b', (e) => [e.set('A', '#\'"`')], 'A="#\'\\"`"'],
    ['escapes where the file does', 'A="b\\"c"', (e) => [e.set('A', 'x"y')], 'A="x\\"y"'],
    ['escapes line breaks', 'A=b', (e) => [e.set('A', 'x\ny')], 'A="x\\ny"'],
    ['keeps a backslash', 'A="b"', (e) => [e.set('A', 'C:\\new')], "A='C:\\new'"],
    ['… that the value has', 'A="C:\\x"', (e) => [e.text('A', 0, 1, 'D')], 'A="D:\\x"'],
    ['… at the end', 'A="b"', (e) => [e.set('A', 'x\\')], "A='x\\'"],
    [
      'keeps lines as lines',
      'A="b\r\nc" # d\r\n',
      (e) => [e.set('A', 'x\ny')],
      'A="x\r\ny" # d\r\n',
    ],
    ['keeps lines in single quotes', "A='b'\n", (e) => [e.set('A', 'x\n#y')], "A='x\n#y'\n"],
    ['closes quotes', 'A="b\nC=d', (e) => [e.set('A', 'x')], 'A="x"\nC=d'],
    [
      'sets an empty value',
      'A=\nB= # c\nC = # d\nD:\nE=""',
      (e) => ['A', 'B', 'C', 'D', 'E'].map((key) => e.set(key, 'x')),
      'A=x\nB=x # c\nC = x # d\nD: x\nE="x"',
    ],
    [
      'empties a value',
      'A = b\nB="c"\nC=d # e',
      (e) => ['A', 'B', 'C'].map((key) => e.set(key, '')),
      'A =\nB=""\nC= # e',
    ],
    ['keeps a JSON array', 'A=["b", "c"]', (e) => [e.set('A', ['x', 'y"z'])], 'A=["x", "y\\"z"]'],
    [
      '… that is written tightly',
      'A=["b"]\nB=\'["c","d"]\'',
      (e) => [e.set('A', ['x', 'y']), e.set('B', ['z', 'z'])],
      'A=["x","y"]\nB=\'["z","z"]\'',
    ],
    ['joins any other list', 'A=b', (e) => [e.set('A', ['x', 'y'])], 'A=x,y'],
    [
      'replaces characters',
      'A="a\\nb" # c',
      (e) => [e.text('A', 2, 3, 'x\ny')],
      'A="a\\nx\\ny" # c',
    ],
    [
      'replaces at several places',
      'A=a,b,c',
      (e) => [e.text('A', 0, 1, 'x'), e.text('A', 3, 5, '')],
      'A=x,b',
    ],
    ['replaces and quotes', 'A=ab', (e) => [e.text('A', 1, 1, ' # ')], 'A="a # b"'],
    ['replaces nothing', 'A=', (e) => [e.text('A', 0, 0, 'x')], 'A=x'],
    ['keeps the array beside', 'A=["b", "c"]', (e) => [e.text('A', 7, 8, 'x')], 'A=["b", "x"]'],
    ['renames', 'export  A = b', (e) => [e.rename('A', 'C_D')], 'export  C_D = b'],
    ['renames one of two', 'A=1\nA=2', (e) => [e.rename('A', 'B')], 'A=1\nB=2'],
    ['removes all lines of a value', 'A="b\nc"\nD=e\n', (e) => [e.remove('A')], 'D=e\n'],
    ['removes all', 'A=b\n\nC=d\n', (e) => [e.remove('A'), e.remove('C')], '\n'],
    ['removes the last lines', '# a\nA=b\nC=d', (e) => [e.remove('A'), e.remove('C')], '# a'],
    [
      'removes and inserts first',
      '# a\r\nA=b',
      (e) => [e.remove('A'), e.insert('', undefined, 'X', 'y')],
      '# a\r\nX=y',
    ],
    [
      'inserts below a comment behind',
      'A=b # c\nD=e',
      (e) => [e.insert('', 'A', 'X', 'y')],
      'A=b # c\nX=y\nD=e',
    ],
    [
      'inserts below all lines of a value',
      'A="b\nc"\nD=e',
      (e) => [e.insert('', 'A', 'X', 'y')],
      'A="b\nc"\nX="y"\nD=e',
    ],
    [
      'inserts in the style of the neighbor',
      "  export A = 'b'\nD=e",
      (e) => [e.insert('', 'A', 'X', 'y')],
      "  export A = 'b'\n  export X = 'y'\nD=e",
    ],
    [
      'inserts an array beside others',
      'A=b\nC=["d"]',
      (e) => [e.insert('', 'A', 'X', ['y', 'z'])],
      'A=b\nX=["y","z"]\nC=["d"]',
    ],
    ['inserts any other list', 'A=b', (e) => [e.insert('', 'A', 'X', ['y', 'z'])], 'A=b\nX=y,z'],
    ['inserts an empty value', 'A = b', (e) => [e.insert('', 'A', 'X', '')], 'A = b\nX ='],
  ]);

  for (const [before, key, after] of [
    ['A=b # c\nD=e\n', 'A', '# c\nD=e\n'],
    ['A=b\n# above\nD="e\nf" # g', 'D', 'A=b\n# above\n# g'],
    ['  export A=b # c', 'A', '  # c'],
  ] as const) {
    it(`leaves the comment behind a removed value on its own line: ${JSON.stringify(before)}`, () => {
      const edits = env.edit(before, [editsOf(env, before).remove(key)]);
      assert.equal(applyEdits(before, edits), after);
    });
  }
});
