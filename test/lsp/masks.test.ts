import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { CodeLens, Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { MaskTrial } from '../../server/src/features/mask-trial';
import { lines, marked } from '../support/marks';
import { type ClientOptions, TestClient } from '../support/server';
import { account, FIRST, FOLDER, packageOf } from './samples';

let client: TestClient;
const start = async (options?: ClientOptions) => {
  client = await TestClient.start({
    folders: [FOLDER],
    initializationOptions: { triesMasks: true },
    ...options,
  });
};
afterEach(() => client.end());

const ask = <T>(request: string, params: unknown) =>
  client.connection.sendRequest<T>(`imsConfig/${request}`, params);

interface Mask {
  readonly label: string;
  readonly text: string;
  readonly range: Range;
  readonly groupRange?: Range;
  readonly proposals: readonly { readonly name: string; readonly origin: string }[];
}

const lensesOf = (uri: string) =>
  client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });

/** Where masks stand: key, text and group are marked, in this order. */
const files: Readonly<Record<string, string>> = {
  'file:///shop/shop.external-account.yaml': lines`
    label: Shop
    «associationMask»: «Campaign - shop - «(.*)»» # of the shop
  `,
  'file:///shop/quoted.external-account.yaml': lines`
    label: Shop
    «associationMask»: "« Campaign - \\u0073hop - «(.*)»»"
  `,
  'file:///shop/empty.external-account.yaml': lines`
    label: Shop
    «associationMask»: ''«»
  `.replace("''«»", "'«»'"),
  'file:///shop/folded.external-account.yaml':
    'label: Shop\n«associationMask»: >-\n«  Campaign -\n  shop - (.*)»\n',
  'file:///shop/project.ims.json':
    '{ "externalAccounts": { "Shop": { «"associationMask"»: "«Campaign - «(.*)»»" } } }\n',
  'file:///shop/project.ims.yaml': lines`
    externalAccounts:
      - label: Shop
        «associationMask»: «Campaign - «(.*)»»
  `,
  'file:///shop/shop.external-account.json':
    '{ "label": "Shop", «"associationMask"»: "«Campaign\\\\.shop - «(.*)»»" }\n',
  'file:///shop/accounts.xml': lines`
    <package><entities schema="nms:extAccount">
      <extAccount label="Shop" «imsRightsMask»="«Shop &amp; more - «(.*)»»" imsOrgId="5B7C0DE15A1E0F2A0A495C11@AdobeOrg"/>
    </entities></package>
  `,
};

describe('an association mask', () => {
  for (const [uri, code] of Object.entries(files)) {
    it(`has a lens, and is told with its group: ${uri.slice(13)}`, async () => {
      await start();
      const { text, spans } = marked(code);
      await client.open(uri, text);
      const document = TextDocument.create(uri, '', 1, text);
      const [key, whole, group] = spans.map(({ start, end }) => ({
        start: document.positionAt(start),
        end: document.positionAt(end),
      }));
      assert.deepEqual(
        (await lensesOf(uri)).map(({ range, command }) => [
          range,
          command?.command,
          command?.arguments,
        ]),
        [[key, 'imsConfig.tryMask', [uri, 0]]],
      );
      const [mask] = await ask<readonly Mask[]>('masks', { uri });
      assert.deepEqual([mask?.label, mask?.range, mask?.groupRange], ['Shop', whole, group]);
    });
  }

  it('is offered to be tried at the lightbulb, in its place only', async () => {
    await start();
    await client.open(FIRST, packageOf('first'));
    const titles = async (word: string, only?: readonly string[]) =>
      (await client.actions(FIRST, word, only)).map(({ title, command }) => [
        title,
        command?.command,
      ]);
    const trial = ['Try this association mask', 'imsConfig.tryMask'];
    for (const word of ['imsRightsMask', 'shop - (.*)'])
      assert.deepEqual(await titles(word), [trial]);
    assert.deepEqual(await titles('clientId'), []);
    assert.deepEqual(await titles(''), []);
    assert.deepEqual(await titles('imsRightsMask', ['source.fixAll']), []);
  });

  it('has no lens where it is only referred to, in files of others, and for clients that cannot try', async () => {
    await start();
    const uri = 'file:///shop/shop.external-account.yaml';
    await client.open(uri, 'associationMask: ${MASK}\n');
    assert.deepEqual(await lensesOf(uri), []);
    assert.deepEqual(await ask('masks', { uri }), []);
    await client.open('file:///shop/other.yaml', 'associationMask: Campaign - (.*)\n');
    assert.deepEqual(await lensesOf('file:///shop/other.yaml'), []);
    assert.equal(await ask('masks', { uri: 'file:///shop/other.yaml' }), null);
    client.end();
    await start({ initializationOptions: {} });
    await client.open(uri, account);
    assert.deepEqual(await lensesOf(uri), []);
  });

  it('is told with names to try: its own, and those that another mask expects', async () => {
    const groups = lines`
      <package><entities schema="xtk:group"><group name="press" label="Press"/></entities></package>
    `;
    const other = packageOf('other').replace('Campaign - shop', 'Campaign - outlet');
    await start({
      files: { 'file:///shop/groups.xml': groups, 'file:///shop/other.xml': other },
      lists: true,
    });
    await client.indexed();
    await client.open(FIRST, packageOf('first'));
    const [mask] = await ask<readonly Mask[]>('masks', { uri: FIRST });
    const names = mask?.proposals.map(({ name }) => name) ?? [];
    assert.deepEqual(names.slice(0, 2), ['Campaign - shop - press', 'Campaign - shop - admin']);
    assert.deepEqual(
      mask?.proposals.filter(({ name }) => name.includes('outlet')),
      ['press', 'admin'].map((group) => ({
        name: `Campaign - outlet - ${group}`,
        origin: 'as the mask of other in other.xml expects it',
      })),
    );
  });
});

describe('a trial', () => {
  it('is answered with what each name comes to', async () => {
    await start();
    await client.open(FIRST, packageOf('first'));
    const { names, group } = await ask<MaskTrial>('tryMask', {
      uri: FIRST,
      mask: 'Campaign - shop - (.*)',
      names: ['Campaign - shop - delivery', 'Campaign - Shop - delivery', 7],
    });
    assert.deepEqual(group, { from: 18, to: 22 });
    assert.deepEqual(
      names.map(({ outcome, group, mismatch }) => [outcome, group, mismatch?.what]),
      [
        ['matched', 'delivery', undefined],
        ['unmatched', undefined, 'capitals'],
      ],
    );
  });

  it('knows the groups of the workspace', async () => {
    const groups =
      '<package><entities schema="xtk:group"><group name="Press"/></entities></package>';
    await start({ files: { 'file:///shop/groups.xml': groups }, lists: true });
    await client.indexed();
    await client.open(FIRST, packageOf('first'));
    const params = { uri: FIRST, mask: 'A - (.*)', names: ['A - press'] };
    assert.equal((await ask<MaskTrial>('tryMask', params)).names[0]?.outcome, 'doubtful');
  });

  it('needs no file, and answers nothing to what is no question', async () => {
    await start();
    const { names } = await ask<MaskTrial>('tryMask', { mask: 'A (.*)', names: ['A b'] });
    assert.equal(names[0]?.group, 'b');
    for (const params of [
      undefined,
      null,
      1,
      {},
      { mask: 1, names: [] },
      { mask: 'A', names: 'A' },
    ]) {
      assert.equal(await ask('tryMask', params), null);
      assert.equal(await ask('masks', params), null);
      assert.equal(await ask('writeMask', params), null);
    }
    assert.ok(!client.logged.some((line) => line.includes('failed')));
  });
});

describe('a mask that is written back', () => {
  const written = async (uri: string, text: string, index = 0) => {
    const [mask] = (await ask<readonly Mask[]>('masks', { uri })).slice(index);
    const answer = await ask<{ readonly version: number; readonly edits: TextEdit[] }>(
      'writeMask',
      {
        ...{ uri, index, before: mask?.text, text },
      },
    );
    assert.equal(answer.version, client.document(uri).version);
    return TextDocument.applyEdits(client.document(uri), answer.edits);
  };

  for (const [uri, code] of Object.entries(files)) {
    it(`is read as it was meant: ${uri.slice(13)}`, async () => {
      await start();
      await client.open(uri, marked(code).text);
      for (const text of [
        'A - (.*)',
        'A: "b" \'c\' # <d> & \\w - (.*)',
        ' A - ',
        '[a-z] (.*)',
        '- *',
      ]) {
        const after = await written(uri, text);
        await client.type(uri, client.document(uri).getText(), after);
        assert.equal((await ask<readonly Mask[]>('masks', { uri }))[0]?.text, text, after);
      }
    });
  }

  for (const [uri, code] of Object.entries(files)) {
    it(`is refused rather than broken: ${uri.slice(13)}`, async () => {
      await start();
      await client.open(uri, marked(code).text);
      const odd = [
        'A\nB',
        '\u0000',
        '\t',
        '😀 (.*)',
        '\ud83d',
        ']]>',
        '--> #{x}',
        '${X}',
        '',
        '  ',
        '&amp;',
      ];
      for (const text of odd) {
        const [mask] = await ask<readonly Mask[]>('masks', { uri });
        const params = { uri, index: 0, before: mask?.text, text };
        const { edits } = await ask<{ edits?: TextEdit[] }>('writeMask', params);
        if (!edits) continue;
        const after = TextDocument.applyEdits(client.document(uri), edits);
        await client.type(uri, client.document(uri).getText(), after);
        const [now] = await ask<readonly Mask[]>('masks', { uri });
        assert.equal(now?.text, text, after);
      }
      assert.ok(!client.logged.some((line) => line.includes('failed')), client.logged.join('\n'));
    });
  }

  it('leaves everything else as it was', async () => {
    await start();
    const uri = 'file:///shop/shop.external-account.yaml';
    await client.open(uri, account);
    const after = await written(uri, 'Campaign - outlet - (.*)');
    assert.equal(after, account.replace('- shop -', '- outlet -'));
  });

  it('is refused where the file has another one by now, or none', async () => {
    await start();
    await client.open(FIRST, packageOf('first'));
    const ask1 = (params: object) =>
      ask<{ readonly refused?: string }>('writeMask', {
        uri: FIRST,
        index: 0,
        text: 'A',
        ...params,
      });
    assert.match((await ask1({ before: 'Campaign - other - (.*)' })).refused ?? '', /another one/);
    assert.match((await ask1({ before: 'A', index: 7 })).refused ?? '', /no longer/);
    assert.match(
      (await ask1({ before: 'A', uri: 'file:///shop/none.xml' })).refused ?? '',
      /no longer/,
    );
  });
});
