import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { env } from '../../server/src/syntax/properties';
import { textSpan } from '../../server/src/syntax/tree';
import { nodeAt } from './change-table';
import { syntaxContract } from './contract';
import { parseTable } from './parse-table';

const object = (...rows: string[]) => `# head\n${rows.map((row) => `${row}\n`).join('')}`;

syntaxContract('env', {
  syntax: env,
  sample: {
    text: object('one=uno', '# above', 'export two="due"', "three='tre'"),
    after: {
      set: object('one=uno', '# above', 'export two="zwei drei"', "three='tre'"),
      replaceText: object('one=uno', '# above', 'export two="döe"', "three='tre'"),
      rename: object('one=uno', '# above', 'export zwei="due"', "three='tre'"),
      removeFirst: object('# above', 'export two="due"', "three='tre'"),
      removeMiddle: object('one=uno', '# above', "three='tre'"),
      removeLast: object('one=uno', '# above', 'export two="due"'),
      removeNeighbors: object('# above', "three='tre'"),
      insertFirst: object('zero=nulla', 'one=uno', '# above', 'export two="due"', "three='tre'"),
      insertMiddle: object('one=uno', 'new=nuovo', '# above', 'export two="due"', "three='tre'"),
      insertLast: object(
        'one=uno',
        '# above',
        'export two="due"',
        "three='tre'",
        "four='quattro'",
        "five='cinque'",
      ),
      several: object('one=eins', '# above', 'export two="due"', 'export four="quattro"'),
    },
    broken: [
      'A=',
      '=',
      'A',
      'A="',
      "A='b",
      'A=`\n`',
      'export',
      'export =',
      'A="\\',
      'A=b\r',
      ':',
      'A:',
    ],
  },
});

describe('.env reads', () => {
  parseTable(env, [
    ['', '', undefined],
    ['# only a comment', '', undefined],
    ['A=b', '', { A: 'b' }],
    ['A = b ', '', { A: 'b' }],
    ['  A=b\r\n\tB=c', '', { A: 'b', B: 'c' }],
    ['A: b\nC:d=e', '', { A: 'b', 'C:d': 'e' }],
    ['export A=b\nexport\tB="c"\nexport=d\nexport E', '', { A: 'b', B: 'c', export: 'd' }],
    ['A=\nB= \nC=""\nD=\'\'', '', { A: '', B: '', C: '', D: '' }],
    ['A=b # c\nB="c" # d\nC=\'d\'# e\nD= # e', '', { A: 'b', B: 'c', C: 'd', D: '' }],
    ['A=b#c\nB="c # d"\nC=#fff', '', { A: 'b#c', B: 'c # d', C: '#fff' }],
    ['A=["x", "y"] # z', '', { A: '["x", "y"]' }],
    ['A=\'["x"]\'\nB="["x","y"]"\nC="[\\"x\\"]"', '', { A: '["x"]', B: '["x","y"]', C: '["x"]' }],
    ['A="b\\nc\\"d\\\\t"\nB=\'b\\nc\'\nC=b\\nc', '', { A: 'b\nc"d\\\\t', B: 'b\\nc', C: 'b\\nc' }],
    ['A="b\r\nc"\nB=\'d\ne\' # f\nC=`"\'`', '', { A: 'b\nc', B: 'd\ne', C: '"\'' }],
    ["A='C:\\x\\'\nB='y'", '', { A: 'C:\\x\\', B: 'y' }],
    ['A="b"c\nB=it\'s\nC="b" "c"', '', { A: '"b"c', B: "it's", C: 'b" "c' }],
    ['AIO_ims_contexts_Projéct__A_x=1', '', { AIO_ims_contexts_Projéct__A_x: '1' }],
    [
      'A=1\nA=2',
      '',
      [
        ['A', '1'],
        ['A', '2'],
      ],
    ],
    ['«@AdobeOrg»\nA=b', 'unexpected-token', { A: 'b' }],
    ['«AIO_ims_contexts_x-»\n__y_scopes=[]', 'unexpected-token', { __y_scopes: '[]' }],
    ['«...» \n', 'unexpected-token', undefined],
    ['«two words=b»', 'unexpected-token', undefined],
    ['«=b»', 'key-expected', undefined],
    ['A=b\n«c\r\n  d» \n\n«e»', 'unexpected-token unexpected-token', { A: 'b' }],
    ['A=«"b c» \nB=d', 'unclosed-string', { A: 'b c', B: 'd' }],
    ["A=«'»", 'unclosed-string', { A: '' }],
  ]);

  it('knows where each character of a text stands', () => {
    const node = nodeAt(env.parse('\uFEFFA="x\\ny\r\n💥z"').root, 'A');
    assert.ok(node.type === 'scalar' && node.text === 'x\ny\n💥z');
    assert.deepEqual(textSpan(node, 1, 2), { start: 5, end: 7 });
    assert.deepEqual(textSpan(node, 3, 4), { start: 8, end: 10 });
    assert.deepEqual(textSpan(node, 6, 7), { start: 12, end: 13 });
  });

  it('keeps comments without their markers', () => {
    const { comments } = env.parse('# a\nA=b  # c\n"D"="e"#f');
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['a', 'c', 'f'],
    );
    assert.deepEqual(comments[1]!.span, { start: 9, end: 12 });
  });
});
