import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Change, Value } from '../../server/src/syntax/change';
import type { SyntaxProblemCode } from '../../server/src/syntax/syntax';
import {
  type ArrayNode,
  type ConfigNode,
  type ObjectNode,
  type Property,
  property,
  type ScalarNode,
  textSpan,
} from '../../server/src/syntax/tree';
import { xml } from '../../server/src/syntax/xml';
import { lines, marked } from '../support/marks';
import { applyChanges, assertSound, syntaxContract } from './contract';

const PACKAGE = lines`
  <?xml version='1.0' encoding='ISO-8859-1'?>
  <!-- exported by hand -->
  <package author="Administrator (admin)" buildNumber="9383" buildVersion="7.4">
   <desc>Sign-in &amp; more</desc>
   <entities schema="nms:extAccount">
    <!-- ims-config-ignore callback-not-https -->
    <extAccount name="Adobe_Experience_Cloud" label='the "cloud"'
                callbackServer="http://campaign.example.com" imsRightsMask="Campaign - (.*)">
     <folder _operation="none" name="nmsExternalAccount"/>
     <params><![CDATA[<raw a="b">]]></params>
    </extAccount>
    <extAccount name="other"/>
   </entities>
  </package>
`;

const SERVER = lines`
  <serverconf>
    <shared>
      <ims authIMSClientId="campaign-example"
           authIMSEndpoint="https://ims-na1.adobelogin.com"
           authIMSTAId="0123456789ABCDEF01234567@techacct.adobe.com"/>
    </shared>
    <web>
      <redirection IMSOrgId="" databaseId="" trackingPassword=""/>
    </web>
  </serverconf>
`;

const SAMPLES = [
  PACKAGE,
  SERVER,
  `\uFEFF${PACKAGE.replaceAll('\n', '\r\n')}`,
  '<!DOCTYPE a [<!ENTITY b "<c d=\'e\'>">]><a b="&b;">x &lt; <b/>y<![CDATA[]]>\n</a><!-- end',
];

/** The tree as plain data: the texts only. */
function plain(node: ConfigNode | undefined): unknown {
  if (node?.type === 'object') {
    return Object.fromEntries(node.properties.map(({ key, value }) => [key, plain(value)]));
  }
  return node?.type === 'array' ? node.items.map(plain) : node?.text;
}

const read = (text: string): unknown => plain(assertSound(xml, text).root);

/** The node at a path: `a.0.@b`. */
function at(text: string, path: string): ConfigNode {
  return path.split('.').reduce<ConfigNode | undefined>((node, step) => {
    return node?.type === 'array' ? node.items[Number(step)] : property(node, step)?.value;
  }, assertSound(xml, text).root)!;
}

const scalar = (text: string, path: string): ScalarNode => at(text, path) as ScalarNode;
const slice = (text: string, { start, end }: { readonly start: number; readonly end: number }) =>
  text.slice(start, end);

describe('XML is read', () => {
  it('as attributes, lists of elements and text, in this order', () => {
    assert.deepEqual(read(PACKAGE), {
      package: [
        {
          '@author': 'Administrator (admin)',
          '@buildNumber': '9383',
          '@buildVersion': '7.4',
          desc: [{ '#text': 'Sign-in & more' }],
          entities: [
            {
              '@schema': 'nms:extAccount',
              extAccount: [
                {
                  '@name': 'Adobe_Experience_Cloud',
                  '@label': 'the "cloud"',
                  '@callbackServer': 'http://campaign.example.com',
                  '@imsRightsMask': 'Campaign - (.*)',
                  folder: [{ '@_operation': 'none', '@name': 'nmsExternalAccount' }],
                  params: [{ '#text': '<raw a="b">' }],
                },
                { '@name': 'other' },
              ],
            },
          ],
        },
      ],
    });
    const { properties } = at('<a>x<c/><b/><c/><d e="f"/></a>', 'a.0') as ObjectNode;
    assert.deepEqual(
      properties.map(({ key }) => key),
      ['c', 'b', 'd', '#text'],
    );
  });

  it('with the places of elements, names and values', () => {
    const text = `<a>\n <b x = "1"/>\n <c/> <b y='&amp;2'>\n t <!-- c --></b></a>`;
    const root = assertSound(xml, text).root as ObjectNode;
    const a = at(text, 'a.0') as ObjectNode;
    const [b, c] = a.properties as [Property, Property];
    assert.equal(slice(text, root.span), text);
    assert.equal(slice(text, a.span), text);
    assert.equal(slice(text, a.nameSpan!), 'a');
    assert.equal(b.keySpan.start, text.indexOf('b x'));
    assert.equal(slice(text, b.span), text.slice(5, -4));
    assert.deepEqual(b.value.span, b.span);
    assert.equal(slice(text, c.span), '<c/>');
    const x = (at(text, 'a.0.b.0') as ObjectNode).properties[0]!;
    assert.equal(slice(text, x.span), 'x = "1"');
    assert.equal(slice(text, x.keySpan), 'x');
    assert.equal(slice(text, x.value.span), '"1"');
    const y = scalar(text, 'a.0.b.1.@y');
    assert.equal(slice(text, y.content), '&amp;2');
    assert.equal(slice(text, textSpan(y, 0, 1)), '&amp;');
    assert.equal(slice(text, textSpan(y, 1, 2)), '2');
    assert.equal(scalar(text, 'a.0.b.0.@x').offsets, undefined);
    assert.equal(slice(text, scalar(text, 'a.0.b.1.#text').span), 't');
  });

  it('with its comments', () => {
    const text = '<!-- one --><a b="<!-- no -->"><!--two--><![CDATA[<!-- no -->]]></a><!---->';
    const { comments } = assertSound(xml, text);
    assert.deepEqual(
      comments.map((each) => each.text),
      ['one', 'two', ''],
    );
    assert.deepEqual(
      comments.map(({ span }) => slice(text, span)),
      ['<!-- one -->', '<!--two-->', '<!---->'],
    );
  });

  const decoded: Readonly<Record<string, string>> = {
    '&amp;&lt;&gt;&quot;&apos;': `&<>"'`,
    'a&#10;b&#xA;c&#x09;': 'a\nb\nc\t',
    '&#128512;&#x1F600;!': '😀😀!',
    '&unknown; stays': '&unknown; stays',
    '&#0;&#xD800;&#x110000;': '&#0;&#xD800;&#x110000;',
    'a & b &amp c &': 'a & b &amp c &',
    '&amp;lt;': '&lt;',
  };
  for (const [source, text] of Object.entries(decoded)) {
    it(`decoding ${source}`, () => {
      assert.equal(scalar(`<a b="${source}"/>`, 'a.0.@b').text, text);
      assert.equal(scalar(`<a>${source}</a>`, 'a.0.#text').text, text);
    });
  }

  it('with text and CDATA around comments, elements and instructions', () => {
    const text = '<a> x&lt;<!-- c -->y<![CDATA[<&amp;]]><b/> <?php z ?> </a>';
    const node = scalar(text, 'a.0.#text');
    assert.equal(node.text, 'x<y<&amp;');
    assert.equal(slice(text, textSpan(node, 1, 2)), '&lt;<!-- c -->');
    assert.equal(slice(text, textSpan(node, 3, 5)), '<&');
    assert.deepEqual(read('<a>\n\t </a>'), { a: [{}] });
    assert.deepEqual(read('<a><![CDATA[ ]]></a>'), { a: [{ '#text': ' ' }] });
  });

  it('without following a document type', () => {
    const text = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///x"> <!-- ]> --> <!ENTITY c "a < b">]>';
    const parsed = assertSound(xml, `${text}\n<a>&b;</a>`);
    assert.deepEqual(parsed.problems, []);
    assert.deepEqual(plain(parsed.root), { a: [{ '#text': '&b;' }] });
  });

  it('with prefixes, digits and other scripts in names', () => {
    const text = '<s:Env x:y="1"><s3><s4></s4></s3><größe/><größe1/></s:Env>';
    assert.deepEqual(assertSound(xml, text).problems, []);
    assert.deepEqual(read(text), {
      's:Env': [{ '@x:y': '1', s3: [{ s4: [{}] }], größe: [{}], größe1: [{}] }],
    });
  });

  it('keeping duplicate attributes apart', () => {
    const { properties } = at('<a b="1" b="2"/>', 'a.0') as ObjectNode;
    assert.deepEqual(
      properties.map(({ value }) => plain(value)),
      ['1', '2'],
    );
  });

  it('as nothing where there is no element', () => {
    for (const text of ['', '\uFEFF', ' \r\n', "<?xml version='1.0'?>\n", '<!-- c -->', 'text']) {
      assert.equal(assertSound(xml, text).root, undefined, text);
    }
  });
});

describe('broken XML is read as far as it goes', () => {
  /** The mistake between « and »; the tree; what is wrong. */
  const cases: readonly (readonly [string, unknown, ...SyntaxProblemCode[]])[] = [
    ['<a «b» c="1"/>', { a: [{ '@b': '', '@c': '1' }] }, 'value-expected'],
    ['<a «b=» c="1"/>', { a: [{ '@b': '', '@c': '1' }] }, 'value-expected'],
    ['<a «b=»/>', { a: [{ '@b': '' }] }, 'value-expected'],
    ['<a b=«1» c="2"/>', { a: [{ '@b': '1', '@c': '2' }] }, 'quotes-expected'],
    ['<a b=«http://x/»/>', { a: [{ '@b': 'http://x/' }] }, 'quotes-expected'],
    ['<a b=«"1» c="2"/>', { a: [{ '@b': '1', '@c': '2' }] }, 'unclosed-string'],
    ['<a b=«"http://x»\n c="2"/>', { a: [{ '@b': 'http://x', '@c': '2' }] }, 'unclosed-string'],
    [
      '<a><b c=«"1»></b><d e="2"/></a>',
      { a: [{ b: [{ '@c': '1' }], d: [{ '@e': '2' }] }] },
      'unclosed-string',
    ],
    ['<a b=«"1»', { a: [{ '@b': '1' }] }, 'unclosed-string'],
    ['<a b="1"«"» c="2"/>', { a: [{ '@b': '1', '@c': '2' }] }, 'attribute-expected'],
    ['<a «=» c="2"/>', { a: [{ '@c': '2' }] }, 'attribute-expected'],
    ['<a «"x"» c="2"/>', { a: [{ '@c': '2' }] }, 'attribute-expected'],
    ['<a b="1"«c»="2"/>', { a: [{ '@b': '1', '@c': '2' }] }, 'unexpected-token'],
    ['<a b="1"«/» >', { a: [{ '@b': '1' }] }, 'unexpected-token'],
    ['<a b="x «&» y"/>', { a: [{ '@b': 'x & y' }] }, 'illegal-character'],
    ['<a b="x «<» y"/>', { a: [{ '@b': 'x < y' }] }, 'illegal-character'],
    ['<a>x «&» y</a>', { a: [{ '#text': 'x & y' }] }, 'illegal-character'],
    ['<a>«<»</a>', { a: [{ '#text': '<' }] }, 'illegal-character'],
    ['<a>1 «<» 2<b/></a>', { a: [{ b: [{}], '#text': '1 < 2' }] }, 'illegal-character'],
    ['<a>«<<<»</a>', { a: [{ '#text': '<<<' }] }, 'illegal-character'],
    ['«<»', undefined, 'illegal-character'],
    ['<a><«b»></a>', { a: [{ b: [{}] }] }, 'unclosed-tag'],
    ['<a><«b» c="1" <d/></a>', { a: [{ b: [{ '@c': '1', d: [{}] }] }] }, 'unclosed-tag'],
    ['<a><b><«c»', { a: [{ b: [{ c: [{}] }] }] }, 'unclosed-tag'],
    ['<a><b>«</b»</a>', { a: [{ b: [{}] }] }, 'unclosed-tag'],
    ['<a>«</a»', { a: [{}] }, 'unclosed-tag'],
    ['<a></«b»></a>', { a: [{}] }, 'mismatched-tag'],
    ['<a><b></«c»></a>', { a: [{ b: [{}] }] }, 'mismatched-tag'],
    ['<a>«</>»</a>', { a: [{}] }, 'mismatched-tag'],
    ['<a>«</»', { a: [{}] }, 'mismatched-tag'],
    ['<a/></«a»>', { a: [{}] }, 'mismatched-tag'],
    ['<a></a «b="1"»>', { a: [{}] }, 'malformed'],
    ['<a/>«x»', { a: [{}] }, 'malformed'],
    ['<a/><«b»/>', { a: [{}], b: [{}] }, 'malformed'],
    ['<a>«<!foo>»</a>', { a: [{}] }, 'malformed'],
    ['«<!DOCTYPE a»', undefined, 'malformed'],
    ['«<?»xml', undefined, 'malformed'],
    ['<a>«<![CDATA[»x</a>', { a: [{ '#text': 'x</a>' }] }, 'malformed'],
    ['<a>«<!--» x</a>', { a: [{}] }, 'unclosed-comment'],
    ['<«a» «b=»', { a: [{ '@b': '' }] }, 'unclosed-tag', 'value-expected'],
    [
      '<«a» «callbackServer»\n',
      { a: [{ '@callbackServer': '' }] },
      'unclosed-tag',
      'value-expected',
    ],
  ];
  for (const [code, tree, ...codes] of cases) {
    it(JSON.stringify(code), () => {
      const { text, spans } = marked(code);
      const { root, problems } = assertSound(xml, text);
      assert.deepEqual(plain(root), tree);
      assert.deepEqual(
        problems.map((each) => ({ ...each })),
        spans.map((span, index) => ({ code: codes[index], span })),
      );
    });
  }

  it('with an empty place for a value that is missing', () => {
    assert.deepEqual(scalar('<a b=/>', 'a.0.@b').span, { start: 5, end: 5 });
    assert.deepEqual(scalar('<a b/>', 'a.0.@b').span, { start: 4, end: 4 });
  });

  it('however deep it nests', () => {
    for (const text of ['<a>'.repeat(20_000), '<a>'.repeat(9000) + '</a>'.repeat(9000)]) {
      const { problems } = assertSound(xml, text);
      assert.deepEqual(
        problems.map(({ code, span }) => [code, span.start]),
        [['malformed', 601]],
      );
    }
  });

  it('in a time that grows with the text only', () => {
    const started = performance.now();
    const rows = [
      '<',
      '</',
      '&',
      '<a b="',
      '<a b=1>',
      '<a b="c="',
      '"',
      '<!',
      '<!DOCTYPE [',
      '<a ',
      '</a x',
      '<!--',
    ];
    assertSound(xml, `<a ${'b=1 '.repeat(150_000)}/>`);
    for (const row of rows) assertSound(xml, `<a>${row.repeat(4000)}`);
    assert.ok(performance.now() - started < 5000);
  });
});

describe('XML is edited', () => {
  const set =
    (path: string, value: Value) =>
    (text: string): Change[] => [{ op: 'set', node: at(text, path), value }];
  const parts = (path: string): [parent: string, key: string] => {
    const dot = path.lastIndexOf('.');
    return dot < 0 ? ['', path] : [path.slice(0, dot), path.slice(dot + 1)];
  };
  const found = (text: string, path: string): { parent: ObjectNode; property: Property } => {
    const [above, key] = parts(path);
    const parent = (above ? at(text, above) : xml.parse(text).root) as ObjectNode;
    return { parent, property: property(parent, key)! };
  };
  const rename =
    (path: string, key: string) =>
    (text: string): Change[] => [{ op: 'rename', property: found(text, path).property, key }];
  const replace =
    (path: string, from: number, to: number, added: string) =>
    (text: string): Change[] => [
      { op: 'replaceText', node: scalar(text, path), from, to, text: added },
    ];
  /** The changes of an edit must speak of one tree. */
  const removeAll =
    (parentPath: string, ...keys: string[]) =>
    (text: string): Change[] => {
      const parent = at(text, parentPath) as ObjectNode;
      return keys.map((key) => ({ op: 'remove', parent, property: property(parent, key)! }));
    };
  const insert =
    (parentPath: string, after: string | undefined, ...added: [string, Value][]) =>
    (text: string): Change[] => {
      const parent = at(text, parentPath) as ObjectNode;
      const neighbor = after === undefined ? undefined : property(parent, after);
      return added.map(([key, value]) => ({ op: 'insert', parent, after: neighbor, key, value }));
    };
  const removeItem =
    (path: string, index: number) =>
    (text: string): Change[] => {
      const parent = at(text, path) as ArrayNode;
      return [{ op: 'removeItem', parent, item: parent.items[index]! }];
    };

  type Case = readonly [
    name: string,
    before: string,
    changes: (text: string) => Change[],
    after: string,
  ];
  const cases: readonly Case[] = [
    ['a value', '<a b="1" c="2"/>', set('a.0.@b', 'x'), '<a b="x" c="2"/>'],
    ['a value in single quotes', `<a b='1'/>`, set('a.0.@b', `it's "x"`), `<a b='it&apos;s "x"'/>`],
    [
      'a value in double quotes',
      `<a b="1"/>`,
      set('a.0.@b', `it's "x"`),
      `<a b="it's &quot;x&quot;"/>`,
    ],
    [
      'a value to what must be encoded',
      '<a b="1"/>',
      set('a.0.@b', 'a & b < c > d\n\te'),
      '<a b="a &amp; b &lt; c > d&#10;&#9;e"/>',
    ],
    [
      'a value to a list',
      '<a b="1"/>',
      set('a.0.@b', ['openid', 'AdobeID']),
      '<a b="openid,AdobeID"/>',
    ],
    ['a value to a boolean', '<a b="1"/>', set('a.0.@b', true), '<a b="true"/>'],
    ['a value to a number', '<a b="1"/>', set('a.0.@b', 0), '<a b="0"/>'],
    ['an empty value', '<a b=""/>', set('a.0.@b', 'x'), '<a b="x"/>'],
    ['a value with blanks around =', '<a b = "1"/>', set('a.0.@b', 'x'), '<a b = "x"/>'],
    ['an attribute without a value', '<a b c="1"/>', set('a.0.@b', 'x'), '<a b="x" c="1"/>'],
    [
      'an attribute without a value behind =',
      '<a b= c="1"/>',
      set('a.0.@b', 'x'),
      '<a b="x" c="1"/>',
    ],
    ['a value without quotes', '<a b=1 c="1"/>', set('a.0.@b', 'x"'), '<a b="x&quot;" c="1"/>'],
    ['a value whose quote is open', '<a b="1\n c="1"/>', set('a.0.@b', 'x'), '<a b="x"\n c="1"/>'],
    [
      'a text',
      '<a>\n x\n</a>',
      set('a.0.#text', 'a & b < c > d "'),
      '<a>\n a &amp; b &lt; c &gt; d "\n</a>',
    ],
    ['a text with an equals sign', '<a>x=y</a>', set('a.0.#text', 'z'), '<a>z</a>'],
    [
      'a text in CDATA',
      '<a><![CDATA[x]]></a>',
      set('a.0.#text', '<&]]>'),
      '<a><![CDATA[<&]]]]><![CDATA[>]]></a>',
    ],
    ['no text that is mixed', '<a>x<!-- c -->y</a>', set('a.0.#text', 'z'), '<a>x<!-- c -->y</a>'],
    ['no list of elements', '<a><b/></a>', set('a.0.b', 'z'), '<a><b/></a>'],

    [
      'characters',
      '<a b="http://x &amp; y"/>',
      replace('a.0.@b', 0, 4, 'https'),
      '<a b="https://x &amp; y"/>',
    ],
    [
      'characters behind a reference',
      '<a b="&lt;x&#10;y"/>',
      replace('a.0.@b', 3, 4, '"'),
      '<a b="&lt;x&#10;&quot;"/>',
    ],
    ['a reference', '<a b="x&lt;y"/>', replace('a.0.@b', 1, 2, '&'), '<a b="x&amp;y"/>'],
    [
      'characters of a text',
      '<a>x &amp; y</a>',
      replace('a.0.#text', 4, 5, '<z>'),
      '<a>x &amp; &lt;z&gt;</a>',
    ],
    [
      'characters in CDATA',
      '<a><![CDATA[x&y]]></a>',
      replace('a.0.#text', 2, 3, '<'),
      '<a><![CDATA[x&<]]></a>',
    ],
    [
      'characters of a mixed text',
      '<a>xy<!-- c --><![CDATA[z]]></a>',
      replace('a.0.#text', 2, 3, '&'),
      '<a>xy<!-- c --><![CDATA[&]]></a>',
    ],
    ['characters without quotes', '<a b=xy/>', replace('a.0.@b', 0, 1, 'z '), '<a b="z y"/>'],

    ['the name of an attribute', '<a b="1"/>', rename('a.0.@b', '@x'), '<a x="1"/>'],
    [
      'the name of elements',
      '<a>\n<b c="1"><b/></b>\n<b/><c/>\n<b\n></b ></a>',
      rename('a.0.b', 'x'),
      '<a>\n<x c="1"><b/></x>\n<x/><c/>\n<x\n></x ></a>',
    ],
    ['the name of the root', '<a><a/></a>\n', rename('a', 'x'), '<x><a/></x>\n'],
    [
      'the name of an element without its end',
      '<r><a b="1"></r>',
      rename('r.0.a', 'x'),
      '<r><x b="1"></r>',
    ],
    ['the name of a broken root', '<a><a></a>', rename('a', 'x'), '<x><a></a>'],

    [
      'out the first attribute',
      '<a b="1" c="2" d="3"/>',
      removeAll('a.0', '@b'),
      '<a c="2" d="3"/>',
    ],
    [
      'out a middle attribute',
      '<a b="1" c="2" d="3"/>',
      removeAll('a.0', '@c'),
      '<a b="1" d="3"/>',
    ],
    ['out the last attribute', '<a b="1" c="2" />', removeAll('a.0', '@c'), '<a b="1" />'],
    ['out neighbors', '<a b="1" c="2" d="3"/>', removeAll('a.0', '@c', '@b'), '<a d="3"/>'],
    ['out all attributes', '<a b="1" c="2"></a>', removeAll('a.0', '@b', '@c'), '<a></a>'],
    [
      'out an attribute without blanks',
      '<a b="1"c="2"d="3"/>',
      removeAll('a.0', '@b'),
      '<a c="2"d="3"/>',
    ],
    [
      'out the middle one without blanks',
      '<a b="1"c="2"d="3"/>',
      removeAll('a.0', '@c'),
      '<a b="1"d="3"/>',
    ],
    [
      'out the first aligned attribute',
      '<a b="1"\n   c="2"\n   d="3"/>',
      removeAll('a.0', '@b'),
      '<a c="2"\n   d="3"/>',
    ],
    [
      'out the first two aligned attributes',
      '<a b="1"\n   c="2"\n   d="3"/>',
      removeAll('a.0', '@b', '@c'),
      '<a d="3"/>',
    ],
    [
      'out a middle aligned attribute',
      '<a b="1"\n   c="2"\n   d="3"/>',
      removeAll('a.0', '@c'),
      '<a b="1"\n   d="3"/>',
    ],
    [
      'out the last aligned attribute',
      '<a b="1"\r\n   c="2"\r\n   d="3"/>',
      removeAll('a.0', '@d'),
      '<a b="1"\r\n   c="2"/>',
    ],
    [
      'out the first and the last',
      '<a b="1"\n   c="2"\n   d="3"/>',
      removeAll('a.0', '@b', '@d'),
      '<a c="2"/>',
    ],
    [
      'out the first indented attribute',
      '<a\n  b="1"\n  c="2"\n/>',
      removeAll('a.0', '@b'),
      '<a\n  c="2"\n/>',
    ],
    [
      'out the last indented attribute',
      '<a\n  b="1"\n  c="2"\n>\n</a>',
      removeAll('a.0', '@c'),
      '<a\n  b="1"\n>\n</a>',
    ],
    [
      'out what begins a line of several',
      '<a b="1" c="2"\n   d="3" e="4"/>',
      removeAll('a.0', '@d'),
      '<a b="1" c="2"\n   e="4"/>',
    ],
    [
      'out what ends a line of several',
      '<a b="1" c="2"\n   d="3" e="4"/>',
      removeAll('a.0', '@c'),
      '<a b="1"\n   d="3" e="4"/>',
    ],
    [
      'out a whole line of several',
      '<a b="1" c="2"\n   d="3" e="4"\n   f="5"/>',
      removeAll('a.0', '@d', '@e'),
      '<a b="1" c="2"\n   f="5"/>',
    ],
    [
      'out over the end of a line',
      '<a b="1" c="2"\n   d="3" e="4"/>',
      removeAll('a.0', '@c', '@d'),
      '<a b="1" e="4"/>',
    ],

    [
      'out an element with its line',
      '<a>\n  <b/>\n  <c/>\n</a>',
      removeAll('a.0', 'b'),
      '<a>\n  <c/>\n</a>',
    ],
    [
      'out all elements of a name',
      '<a>\r\n  <b/>\r\n  <!-- c -->\r\n  <b>\r\n  </b>\r\n  <c/>\r\n</a>',
      removeAll('a.0', 'b'),
      '<a>\r\n  <!-- c -->\r\n  <c/>\r\n</a>',
    ],
    ['out an element among others', '<a><b/> <c/><b/></a>', removeAll('a.0', 'b'), '<a> <c/></a>'],
    [
      'out an element of a list',
      '<a>\n\t<b x="1"/>\n\t<b x="2"/> <!-- 2 -->\n</a>',
      removeItem('a.0.b', 0),
      '<a>\n\t<b x="2"/> <!-- 2 -->\n</a>',
    ],
    [
      'out an element beside a comment',
      '<a>\n\t<b x="1"/>\n\t<b x="2"/><!-- 2 -->\n</a>',
      removeItem('a.0.b', 1),
      '<a>\n\t<b x="1"/>\n\t<!-- 2 -->\n</a>',
    ],
    [
      'out the root',
      '\uFEFF<a/>\n<!-- end -->\n',
      (text) => [{ op: 'remove', ...found(text, 'a') }],
      '\uFEFF<!-- end -->\n',
    ],
    ['out a text', '<a> x <b/></a>', removeAll('a.0', '#text'), '<a>  <b/></a>'],

    [
      'in an attribute',
      '<a b="1" c="2"/>',
      insert('a.0', '@b', ['@x', 'y']),
      '<a b="1" x="y" c="2"/>',
    ],
    [
      'in the first attribute',
      '<a b="1"/>',
      insert('a.0', undefined, ['@x', 'y']),
      '<a x="y" b="1"/>',
    ],
    ['in the only attribute', '<a/>', insert('a.0', undefined, ['@x', ['y', 'z']]), '<a x="y,z"/>'],
    [
      'in two attributes',
      '<a b="1"/>',
      insert('a.0', '@b', ['@x', 'y'], ['@z', '<']),
      '<a b="1" x="y" z="&lt;"/>',
    ],
    [
      'in an attribute with the quotes of the tag',
      `<a b='1'/>`,
      insert('a.0', '@b', ['@x', `'`]),
      `<a b='1' x='&apos;'/>`,
    ],
    [
      'in a line',
      '<a\n  b="1"\n  c="2"\n/>',
      insert('a.0', '@b', ['@x', 'y']),
      '<a\n  b="1"\n  x="y"\n  c="2"\n/>',
    ],
    [
      'in a first line',
      '<a\r\n\tb="1"\r\n\tc="2"/>',
      insert('a.0', undefined, ['@x', 'y']),
      '<a\r\n\tx="y"\r\n\tb="1"\r\n\tc="2"/>',
    ],
    [
      'in a last line',
      '<a\r\n\tb="1"\r\n\tc="2"/>',
      insert('a.0', '@c', ['@x', 'y']),
      '<a\r\n\tb="1"\r\n\tc="2"\r\n\tx="y"/>',
    ],
    [
      'in an aligned line',
      '<a b="1"\n   c="2"/>',
      insert('a.0', '@c', ['@x', 'y']),
      '<a b="1"\n   c="2"\n   x="y"/>',
    ],
    [
      'in a second aligned line',
      '<a b="1"\n   c="2"/>',
      insert('a.0', '@b', ['@x', 'y']),
      '<a b="1"\n   x="y"\n   c="2"/>',
    ],
    [
      'in an attribute to a line of several',
      '<a b="1"\n   c="2" d="3"/>',
      insert('a.0', '@d', ['@x', 'y']),
      '<a b="1"\n   c="2" d="3" x="y"/>',
    ],
    [
      'in an attribute behind one without a value',
      '<a b/>',
      insert('a.0', '@b', ['@x', 'y']),
      '<a b x="y"/>',
    ],

    [
      'in an element',
      '<a>\n  <b/>\n  <c/>\n</a>',
      insert('a.0', 'b', ['x', '1 & 2']),
      '<a>\n  <b/>\n  <x>1 &amp; 2</x>\n  <c/>\n</a>',
    ],
    [
      'in a first element',
      '<a>\r\n\r\n  <b/>\r\n</a>',
      insert('a.0', undefined, ['x', 1]),
      '<a>\r\n  <x>1</x>\r\n\r\n  <b/>\r\n</a>',
    ],
    [
      'in elements into an empty one',
      '<a b="1" />',
      insert('a.0', '@b', ['x', 1], ['y', 2]),
      '<a b="1"><x>1</x><y>2</y></a>',
    ],
    [
      'in an element beside others',
      '<a><b/><c/></a>',
      insert('a.0', 'b', ['x', 1]),
      '<a><b/><x>1</x><c/></a>',
    ],
    ['in a text', '<a></a>', insert('a.0', undefined, ['#text', '<']), '<a>&lt;</a>'],
    [
      'in no item',
      '<a><b/></a>',
      (text) => [
        { op: 'insertItem', parent: at(text, 'a.0.b') as ArrayNode, after: undefined, value: 'x' },
      ],
      '<a><b/></a>',
    ],
  ];
  for (const [name, before, changes, after] of cases) {
    it(`${/^(in|out) /.test(name) ? 'taking' : 'changing'} ${name}`, () => {
      assert.equal(applyChanges(xml, before, changes(before)), after);
    });
  }

  for (const value of [
    '',
    ' x ',
    `'"`,
    '&amp;',
    '<b c="d">\r\n\t&#10;]]></b>',
    '&unknown; --> 😀',
    '=',
  ]) {
    it(`to ${JSON.stringify(value)}, which is read again`, () => {
      for (const before of [`<a b="1"/>`, `<a b='1'/>`, '<a b=1/>', '<a b/>', '<a b="1']) {
        const after = applyChanges(xml, before, set('a.0.@b', value)(before));
        assert.equal(scalar(after, 'a.0.@b').text, value, after);
      }
      if (value.trim() !== value || !value) return;
      for (const before of ['<a>x</a>', '<a><![CDATA[x]]></a>']) {
        const after = applyChanges(xml, before, set('a.0.#text', value)(before));
        assert.equal(scalar(after, 'a.0.#text').text, value, after);
      }
    });
  }

  it('in several places at once, and keeps all else', () => {
    const account = 'package.0.entities.0.extAccount.0';
    const changes = (text: string): Change[] => {
      const parent = at(text, account) as ObjectNode;
      const [name, label, callback, mask, folder] = parent.properties as Property[];
      return [
        { op: 'remove', parent, property: label! },
        { op: 'remove', parent, property: mask! },
        { op: 'replaceText', node: callback!.value as ScalarNode, from: 0, to: 4, text: 'https' },
        { op: 'insert', parent, after: name, key: '@imsOrgId', value: 'x@AdobeOrg' },
        { op: 'rename', property: callback!, key: '@callback' },
        { op: 'remove', parent, property: folder! },
      ];
    };
    const after = PACKAGE.replace(` label='the "cloud"'`, ' imsOrgId="x@AdobeOrg"')
      .replace('callbackServer="http:', 'callback="https:')
      .replace(' imsRightsMask="Campaign - (.*)"', '')
      .replace(/ *<folder .*\n/, '');
    assert.equal(applyChanges(xml, PACKAGE, changes(PACKAGE)), after);
    const windows = `\uFEFF${PACKAGE.replaceAll('\n', '\r\n')}`;
    assert.equal(
      applyChanges(xml, windows, changes(windows)),
      `\uFEFF${after.replaceAll('\n', '\r\n')}`,
    );
  });

  it('with the note of the change', () => {
    const text = '<a b="1" c=2 d="3"/>';
    const parent = at(text, 'a.0') as ObjectNode;
    const [b, c, d] = parent.properties as [Property, Property, Property];
    const changes: Change[] = [
      { op: 'remove', parent, property: b, note: 'b' },
      { op: 'replaceText', node: c.value as ScalarNode, from: 0, to: 1, text: 'x', note: 'c' },
      { op: 'set', node: d.value, value: 'x', note: 'd' },
      { op: 'insert', parent, after: d, key: '@e', value: '1', note: 'e' },
      { op: 'insert', parent, after: d, key: 'f', value: '1', note: 'f' },
    ];
    const notes = xml.edit(text, changes).map(({ note }) => note);
    assert.deepEqual(notes.sort(), ['b', 'c', 'd', 'e', 'f']);
    assert.ok(!('note' in xml.edit(text, [{ op: 'set', node: d.value, value: 'x' }])[0]!));
  });

  it('with comments that stay comments', () => {
    for (const text of ['ims-config-ignore jwt', 'a -- b --- c-', '-->', 'two\nlines', '']) {
      const comment = xml.comment(text);
      assert.doesNotMatch(comment.slice(4, -3), /--|[\r\n]|-$/);
      const { comments, problems } = assertSound(xml, `${comment}\n<a/>`);
      assert.deepEqual([comments.length, problems.length], [1, 0]);
    }
    assert.equal(xml.comment('x'), '<!-- x -->');
  });
});

describe('any XML', () => {
  it('is read at every prefix and suffix', () => {
    for (const text of SAMPLES) {
      for (let cut = 0; cut <= text.length; cut++) {
        assertSound(xml, text.slice(0, cut));
        assertSound(xml, text.slice(cut));
      }
    }
  });

  /** Mulberry32: the same row of numbers on every run. */
  const random = (seed: number) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const PIECES = [
    '<',
    '>',
    '/',
    '"',
    "'",
    '=',
    '&',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '</',
    '<a',
    ' ',
    '\n',
    ';',
    '#',
  ];

  it('is read and edited after random deletions and insertions', () => {
    const next = random(20261121);
    const below = (limit: number) => Math.floor(next() * limit);
    for (let round = 0; round < 400; round++) {
      let text = SAMPLES[round % SAMPLES.length]!;
      for (let change = 0; change <= round % 5; change++) {
        const start = below(text.length);
        const piece = next() < 0.5 ? PIECES[below(PIECES.length)]! : '';
        text = text.slice(0, start) + piece + text.slice(start + below(piece ? 2 : 9));
      }
      const { root } = assertSound(xml, text);
      if (root) applyChanges(xml, text, everywhere(root));
    }
  });

  /** A change of each scalar, by turns, and an attribute for each element. */
  function everywhere(node: ConfigNode, turn = { count: 0 }): Change[] {
    if (node.type === 'array') return node.items.flatMap((item) => everywhere(item, turn));
    if (node.type === 'scalar') return [];
    const changes = node.properties.flatMap((each): Change[] => {
      const { value } = each;
      if (value.type !== 'scalar') return everywhere(value, turn);
      switch (turn.count++ % 4) {
        case 0:
          return [{ op: 'set', node: value, value: 'a & "b"' }];
        case 1:
          return [{ op: 'remove', parent: node, property: each }];
        case 2:
          return [
            {
              op: 'replaceText',
              node: value,
              from: 0,
              to: Math.min(1, value.text.length),
              text: '<',
            },
          ];
        default:
          return [{ op: 'rename', property: each, key: '@renamed' }];
      }
    });
    const added = {
      op: 'insert',
      parent: node,
      after: undefined,
      key: '@added',
      value: 'x',
    } as const;
    return node.nameSpan ? [...changes, added] : changes;
  }
});

for (const [layout, sep] of [
  ['a line each', '\n    '],
  ['one line', ' '],
] as const) {
  const tag = (...attributes: string[]) =>
    `<?xml version='1.0'?>\n<!-- above -->\n<a>\n  <b${attributes.map((each) => sep + each).join('')}/>\n  <!-- below -->\n</a>\n`;
  const [one, two, three] = ['one="uno"', 'two="due"', 'three="tre"'] as const;
  syntaxContract(`XML (${layout})`, {
    syntax: xml,
    object: (root) => {
      const a = property(root, 'a')!.value as ArrayNode;
      return (property(a.items[0], 'b')!.value as ArrayNode).items[0];
    },
    key: (name) => `@${name}`,
    sample: {
      text: tag(one, two, three),
      after: {
        set: tag(one, 'two="zwei drei"', three),
        replaceText: tag(one, 'two="döe"', three),
        rename: tag(one, 'zwei="due"', three),
        removeFirst: tag(two, three),
        removeMiddle: tag(one, three),
        removeLast: tag(one, two),
        removeNeighbors: tag(three),
        insertFirst: tag('zero="nulla"', one, two, three),
        insertMiddle: tag(one, 'new="nuovo"', two, three),
        insertLast: tag(one, two, three, 'four="quattro"', 'five="cinque"'),
        several: tag('one="eins"', two, 'four="quattro"'),
      },
      broken: [
        '<a b=',
        '<a b="',
        "<a b='x",
        '<a></b>',
        '<a><![CDATA[',
        '<!--',
        '<?',
        '</',
        '<!DOCTYPE a [',
      ],
    },
  });
}
