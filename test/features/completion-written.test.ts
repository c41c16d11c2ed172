import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { complete } from '../../server/src/features/completion';
import { newWorkspace } from '../../server/src/model/workspace';
import { applyEdits } from '../../server/src/text/edit';
import { documentOf } from '../support/check';
import { completionsAt, testCompletions } from '../support/completion';
import { marked } from '../support/marks';
import { CLIENT } from '../support/samples';

/** Names that notations read as something else where they stand without quotes. */
const STRANGE = [
  ...['null', '~', 'no', 'true', '1e3', '0x10', '10', '2026-11-21', '12:30'],
  ...['*a', '- a', 'a: b', 'a #b', '[a', "it's", 'a, b', 'a & b', '< a', 'cost $5}', 'a|b'],
];

const DIGITS = '01234567890123456789012345678901';

/** What a choice of a snippet says. */
const choicesOf = (snippet: string): readonly string[] =>
  (/\$\{1\|((?:\\[\\,|]|[^\\|])*)\|\}/.exec(snippet)?.[1] ?? '')
    .split(/(?<!\\),/)
    .map((each) => each.replace(/\\([\\,|])/g, '$1'));

describe('choices of a new key', () => {
  const rows: readonly (readonly [what: string, file: string, code: string])[] = [
    ['on a line of YAML', 'a.external-account.yaml', 'name: x\n‸\n'],
    ['in braces of YAML', 'a.ims.yaml', 'externalAccounts: [{ name: x, ‸ }]\n'],
    ['in JSON', 'a.external-account.json', '{ "name": "x", ‸ }'],
  ];
  for (const [what, file, code] of rows) {
    for (const name of STRANGE) {
      it(`keep their type ${what}: ${name}`, () => {
        const names = [name, 'other'].map((each) => ({ name: each }));
        const other = documentOf('all.ims.json', JSON.stringify({ environments: names }));
        const { text, cursor = 0 } = marked(code);
        const found = complete(documentOf(file, text), cursor, newWorkspace([other], [])).find(
          ({ label }) => label === 'environment',
        );
        assert.ok(found);
        const choices = choicesOf(found.snippet ?? '');
        assert.equal(choices.length, 2, found.snippet);
        assert.ok(found.newText.includes(choices[0]!), found.snippet);
        const edit = { span: found.replaced, newText: found.newText };
        const after = documentOf(file, applyEdits(text, [...found.also, edit]));
        assert.deepEqual(after.problems, []);
        const [account] = after.entities.filter(({ concept }) => concept === 'external-account');
        const [field] = account?.fields.get('environment') ?? [];
        assert.equal(field?.value.type === 'scalar' && field.value.value, name);
      });
    }
  }
});

describe('what is written in brackets of YAML', () => {
  const secret = '"${CAMPAIGN_IMS_SECRET}"';
  testCompletions('a.ims.yaml', [
    [
      'a reference',
      'externalAccounts: [{ ‸ }]\n',
      'clientSecret',
      `externalAccounts: [{ clientSecret: ‸${secret}‸ }]\n`,
    ],
  ]);

  it('leaves blocks whole', () => {
    const code = 'externalAccounts: [{ ‸ }]\nintegrations: [{}]\n';
    const { text } = marked(code);
    const all = completionsAt('a.ims.yaml', code).filter(({ kind }) => kind !== 'value');
    assert.ok(all.some(({ kind }) => kind === 'block'));
    for (const { label, replaced, newText } of all) {
      const after = text.slice(0, replaced.start) + newText + text.slice(replaced.end);
      assert.deepEqual(documentOf('a.ims.yaml', after).problems, [], `${label}: ${newText}`);
    }
  });

  testCompletions(
    'a.ims-integration.yaml',
    [
      [
        'an id of digits',
        'title: x\n‸\n',
        'clientId',
        `title: x\nclientId: ‸<client-id>,"${DIGITS}"‸\n`,
      ],
      [
        'an id of digits in braces',
        '{ title: x, ‸ }',
        'clientId',
        `{ title: x, clientId: ‸<client-id>,"${DIGITS}"‸ }`,
      ],
    ],
    { 'b.ims-integration.yaml': `title: y\nclientId: "${DIGITS}"\n` },
  );
  testCompletions(
    'a.ims-integration.yaml',
    [
      [
        'a plain id',
        '{ title: x, ‸ }',
        'clientId',
        `{ title: x, clientId: ‸<client-id>,${CLIENT}‸ }`,
      ],
    ],
    { 'b.ims-integration.yaml': `clientId: ${CLIENT}\n` },
  );
});
