import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isIgnored, levelsFor } from '../../server/src/rules/settings';
import { readSettings } from '../../server/src/rules/settings-file';

describe('readSettings', () => {
  it('reads rules, ignored files and overrides', () => {
    const { settings, problems, broken } = readSettings(`# ours
rules:
  jwt-credential: warning
  "placeholder-left": off
ignore: [vendor/**, '*.bak.json']
overrides:
  - files:
      - templates/**
    rules:
      jwt-credential: "off"
`);
    assert.deepEqual(problems, []);
    assert.equal(broken, false);
    assert.deepEqual(settings, {
      rules: { 'jwt-credential': 'warning', 'placeholder-left': 'off' },
      ignore: ['vendor/**', '*.bak.json'],
      overrides: [{ files: ['templates/**'], rules: { 'jwt-credential': 'off' } }],
    });
    assert.deepEqual(levelsFor(settings, 'templates/a.json'), {
      'jwt-credential': 'off',
      'placeholder-left': 'off',
    });
    assert.equal(isIgnored(settings, 'a/b/x.bak.json'), true);
    assert.equal(isIgnored(settings, 'a/b/x.json'), false);
  });

  it('finds nothing in an empty file', () => {
    for (const text of ['', '# later\n', 'rules:\nignore:\noverrides:\n']) {
      const { settings, problems } = readSettings(text);
      assert.deepEqual(settings, { rules: {}, ignore: [], overrides: [] });
      assert.deepEqual(problems, []);
    }
  });

  const mistakes: readonly (readonly [text: string, at: string, says: RegExp])[] = [
    ['rule: {}', 'rule', /no setting `rule` here\. Use `rules`, `ignore` or `overrides`/],
    ['rules: [a]', '[a]', /`rules` is not a map/],
    ['- a', '- a', /The file is not a map/],
    ['rules: { org-id-malformd: off }', 'org-id-malformd', /Did you mean `org-id-malformed`\?/],
    ['rules: { zzzzzzzzzzzzzzzz: off }', 'zzzzzzzzzzzzzzzz', /lists them all/],
    ['rules: { __proto__: off }', '__proto__', /There is no rule `__proto__`/],
    [
      'rules: { jwt-credential: fatal }',
      'fatal',
      /is `fatal`\. Use `off`, `hint`, `info`, `warning` or `error`\./,
    ],
    ['rules:\n  jwt-credential:', 'jwt-credential', /is missing\. Use/],
    ['rules: { jwt-credential: [off] }', 'jwt-credential', /is missing\. Use/],
    ['ignore: vendor', 'vendor', /`ignore` is not a list/],
    ["ignore: ['!keep/**']", "'!keep/**'", /cannot start with `!`/],
    ['ignore: [[a]]', '[a]', /is a text/],
    ['overrides: { files: [a] }', '{ files: [a] }', /`overrides` is not a list/],
    ['overrides: [{ rules: {} }]', '{ rules: {} }', /no `files`/],
    ['overrides: [{ files: [a], level: off }]', 'level', /Use `files` or `rules`/],
  ];

  for (const [text, at, says] of mistakes) {
    it(`says what is wrong with \`${text.replace('\n', ' ')}\``, () => {
      const { problems, broken } = readSettings(`${text}\n`);
      assert.equal(broken, false);
      assert.equal(problems.length, 1);
      const { span, message } = problems[0]!;
      assert.equal(text.slice(span.start, span.end), at);
      assert.match(message, says);
    });
  }

  it('says where a text is no YAML', () => {
    const { problems, broken } = readSettings('rules: [\n  a: "b\n');
    assert.equal(broken, true);
    assert.ok(problems.every(({ message }) => message !== ''));
  });
});

describe('a secret in the wrong file', () => {
  it('is not quoted by the problems of the settings', () => {
    const secret = 'p8e-AbCdEfGhIjKlMnOpQrStUvWxYz012345';
    const text = `${secret}: x\nrules:\n  ${secret}: off\n  callback-not-https: ${secret}\n`;
    const { problems } = readSettings(text);
    assert.equal(problems.length, 3);
    assert.ok(!problems.some(({ message }) => message.includes(secret)));
  });

  it('nor is a pattern longer than any pattern read', () => {
    const { settings, problems } = readSettings(`ignore: ['${'a'.repeat(70_000)}']\n`);
    assert.deepEqual(settings.ignore, []);
    assert.equal(problems.length, 1);
  });
});
