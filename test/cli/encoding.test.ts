import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encode } from '../../server/src/cli/encoding';
import { decode } from '../../server/src/text/encoding';

describe('encoding', () => {
  const declared = '<?xml version="1.0" encoding="ISO-8859-1"?><a>ö</a>';
  const files: readonly (readonly [name: string, bytes: Buffer, text: string, encoding: string])[] =
    [
      ['UTF-8', Buffer.from('ö€😀'), 'ö€😀', 'utf8'],
      ['UTF-8 with a BOM', Buffer.from('\uFEFFö'), '\uFEFFö', 'utf8'],
      [
        'UTF-16, little end first',
        Buffer.from('\uFEFFö\uD800', 'utf16le'),
        '\uFEFFö\uD800',
        'utf16le',
      ],
      ['UTF-16, big end first', Buffer.from('\uFEFFö', 'utf16le').swap16(), '\uFEFFö', 'utf16be'],
      ['what is no UTF-8', Buffer.from([0x61, 0xff, 0x80]), 'a\xff\x80', 'latin1'],
      ['half of UTF-16', Buffer.from([0xff, 0xfe, 0x61]), '\xff\xfea', 'latin1'],
      ['declared ISO-8859-1', Buffer.from(declared, 'latin1'), declared, 'latin1'],
      [
        'UTF-8 that declares something else',
        Buffer.from(declared),
        declared.replace('ö', 'Ã¶'),
        'latin1',
      ],
      ['nothing', Buffer.alloc(0), '', 'utf8'],
    ];

  for (const [name, bytes, text, encoding] of files) {
    it(`reads ${name}, and gives the same bytes back`, () => {
      const decoded = decode(bytes);
      assert.deepEqual(decoded, { text, encoding });
      assert.deepEqual(encode(decoded), bytes);
    });
  }

  it('writes no character that the encoding lacks', () => {
    assert.equal(encode({ text: '€', encoding: 'latin1' }), undefined);
  });
});
