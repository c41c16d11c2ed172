import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ExtendedSettings,
  extendedSettings,
  type WhyNot,
} from '../../server/src/rules/extended-settings';
import { chosenKind, isIgnored, LONGEST_PATTERN, levelsFor } from '../../server/src/rules/settings';
import { readSettings } from '../../server/src/rules/settings-file';
import { applyFix, findingsOf, shownOf } from '../support/check';

describe('readSettings', () => {
  it('reads rules, ignored files, overrides and kinds', () => {
    const { settings, bases, broken } = readSettings(`# ours
extends: ../base.ims-config.yaml
rules:
  jwt-credential: warning
  "placeholder-left": off
ignore: [vendor/**, '*.bak.json']
overrides:
  - files:
      - templates/**
    rules:
      jwt-credential: "off"
kinds:
  'deploy/*.conf': dotenv
  old: none
`);
    assert.equal(broken, false);
    assert.deepEqual(
      bases.map(({ path }) => path),
      ['../base.ims-config.yaml'],
    );
    assert.deepEqual(settings, {
      rules: { 'jwt-credential': 'warning', 'placeholder-left': 'off' },
      ignore: ['vendor/**', '*.bak.json'],
      overrides: [{ files: ['templates/**'], rules: { 'jwt-credential': 'off' } }],
      kinds: [
        { pattern: 'deploy/*.conf', kind: 'dotenv' },
        { pattern: 'old', kind: 'none' },
      ],
    });
    assert.deepEqual(levelsFor(settings, 'templates/a.json'), {
      'jwt-credential': 'off',
      'placeholder-left': 'off',
    });
    assert.equal(isIgnored(settings, 'a/b/x.bak.json'), true);
    assert.equal(isIgnored(settings, 'a/b/x.json'), false);
    const { settings: rooted } = readSettings('ignore: [/here, ./there/]');
    for (const name of ['here', 'here/a', 'there/a']) assert.ok(isIgnored(rooted, name), name);
    assert.ok(!isIgnored(rooted, 'a/here') && !isIgnored(rooted, 'a/there/b'));
    assert.equal(chosenKind(settings, 'deploy/a.conf'), 'dotenv');
    assert.equal(chosenKind(settings, 'x/old/a.json'), 'none');
    assert.equal(chosenKind(settings, 'a.conf'), undefined);
    assert.equal(chosenKind(settings, 'old/ims-config.yaml'), undefined);
    assert.equal(chosenKind(settings, 'old/base.ims-config.yaml'), undefined);
  });

  it('finds nothing in an empty file', () => {
    for (const text of ['', '# later\n', 'rules:\nignore:\noverrides:\nkinds:\nextends:\n']) {
      const { settings, bases } = readSettings(text);
      assert.deepEqual(settings, { rules: {}, ignore: [], overrides: [], kinds: [] });
      assert.deepEqual(bases, []);
      assert.deepEqual(findingsOf('ims-config.yaml', text), []);
    }
  });

  it('leaves out what it cannot use', () => {
    const text = `rules: { jwt-credential: fatal, callback-not-https: [off] }
ignore: ['!a', '', ../e, 'C:\\e', C:/e, 'f\\**', [b], ${'c'.repeat(LONGEST_PATTERN + 1)}, d]
overrides: [e, { rules: { jwt-credential: off } }]
kinds: { '!f': dotenv, g: }
`;
    assert.deepEqual(readSettings(text).settings, {
      rules: {},
      ignore: ['d'],
      overrides: [
        { files: [], rules: {} },
        { files: [], rules: { 'jwt-credential': 'off' } },
      ],
      kinds: [],
    });
  });

  it('says where a text is no YAML', () => {
    assert.equal(readSettings('rules: [\n  a: "b\n').broken, true);
    const findings = findingsOf('ims-config.yaml', 'rules: [\n  a: "b\n');
    assert.ok(findings.some(({ rule }) => rule === 'syntax-error'));
  });
});

describe('what is wrong in the settings', () => {
  const mistakes: readonly (readonly [text: string, at: string, rule: string, says: RegExp])[] = [
    ['rule: {}', 'rule', 'unknown-field', /Did you mean `rules`\?/],
    ['rules: [a]', 'rules', 'unexpected-type', /is a list, and whatever reads it expects a group/],
    [
      'rules: { org-id-malformd: off }',
      'org-id-malformd',
      'unknown-field',
      /There is no rule `org-id-malformd`\. Did you mean `org-id-malformed`\?/,
    ],
    [
      'rules: { zzzzzzzzzzzzzzzz: off }',
      'zzzzzzzzzzzzzzzz',
      'unknown-field',
      /no rule `zzzzzzzzzzzzzzzz`.*lists them all/,
    ],
    ['rules: { __proto__: off }', '__proto__', 'unknown-field', /There is no rule/],
    [
      'rules: { jwt-credential: fatal }',
      'fatal',
      'unexpected-value',
      /is `fatal`, which nothing understands\. Use `off`, `hint`, `info`, `warning` or `error`\./,
    ],
    ['rules: { jwt-credential: of }', 'of', 'unexpected-value', /is `of`/],
    ['rules:\n  jwt-credential:', 'jwt-credential', 'setting-without-effect', /has no level here/],
    ['ignore: vendor', 'vendor', 'unexpected-type', /expects a list of texts/],
    ["ignore: ['!keep/**']", '!keep/**', 'setting-without-effect', /cannot start with `!`/],
    [`ignore: [${'c'.repeat(1001)}]`, 'c'.repeat(1001), 'setting-without-effect', /more than 1000/],
    ['overrides: { files: [a] }', 'overrides', 'unexpected-type', /expects a list/],
    ['overrides: [{ rules: {} }]', 'rules', 'setting-without-effect', /no `files`/],
    ['overrides: [{ files: [a], level: off }]', 'level', 'unknown-field', /is not a field here/],
    [
      'overrides: [{ files: [a], rules: { jwt-credentials: off } }]',
      'jwt-credentials',
      'unknown-field',
      /Did you mean `jwt-credential`/,
    ],
    ['kinds: { a.conf: }', 'a.conf', 'setting-without-effect', /has no kind/],
    ["kinds: { '!a': dotenv }", '!a', 'setting-without-effect', /cannot start with `!`/],
    ['kinds: [dotenv]', 'kinds', 'unexpected-type', /expects a group/],
    ["ignore: ['']", "''", 'setting-without-effect', /is empty, so it is left out/],
    ["kinds: { '': dotenv }", "''", 'setting-without-effect', /is empty, so it is left out/],
    ["ignore: ['../up/**']", '../up/**', 'setting-without-effect', /cannot lead out of it/],
    ['ignore: [./../up]', './../up', 'setting-without-effect', /cannot lead out of it/],
    ["ignore: ['C:/a/**']", 'C:/a/**', 'setting-without-effect', /cannot lead out of it/],
    ["ignore: ['file:///a/**']", 'file:///a/**', 'setting-without-effect', /cannot lead out/],
    ["ignore: ['legacy\\**']", 'legacy\\**', 'setting-without-effect', /parted by `\/`/],
    ['overrides: [{ files: [a\\b] }]', 'a\\b', 'setting-without-effect', /parted by `\/`/],
    ['extends: ""', '""', 'setting-without-effect', /is empty, so nothing is extended/],
    ['extends: [a, ""]', '""', 'setting-without-effect', /is empty, so nothing is extended/],
    ['extends: 3', '3', 'unexpected-type', /is a number/],
    [
      'kinds: { a.conf: dotnev }',
      'dotnev',
      'unexpected-value',
      /is `dotnev`, which nothing understands\. Did you mean `dotenv`\?$/,
    ],
    [
      'kinds: { a.conf: nope }',
      'nope',
      'unexpected-value',
      /Use one of those that `ims-config kinds` lists, or `none`\.$/,
    ],
    ['extends: { a: b }', 'extends', 'unexpected-type', /expects a text or a list/],
  ];

  for (const [text, at, rule, says] of mistakes) {
    it(`is said of \`${text.replace('\n', ' ').slice(0, 60)}\``, () => {
      const [finding, ...more] = findingsOf('ims-config.yaml', `${text}\n`);
      assert.deepEqual(more, []);
      assert.equal(finding?.rule, rule);
      assert.equal(text.slice(finding.span.start, finding.span.end), at);
      assert.match(finding.message, says);
    });
  }

  const fixes: readonly (readonly [before: string, after: string])[] = [
    ['rules: { jwt-credentials: off }', 'rules: { jwt-credential: off }'],
    ['rules:\n  jwt-credential: warn # why', 'rules:\n  jwt-credential: warning # why'],
    ['ignor: [a]', 'ignore: [a]'],
    ['ignore: a/**', 'ignore:\n  - a/**'],
    ["kinds:\n  'a/*.conf': dotnev", "kinds:\n  'a/*.conf': dotenv"],
    ['overrides:\n  - file: [a]\n    rules: {}', 'overrides:\n  - files: [a]\n    rules: {}'],
  ];

  for (const [before, after] of fixes) {
    it(`is cured in \`${before.replaceAll('\n', ' ')}\``, () => {
      const [fix] = findingsOf('ims-config.yaml', before).flatMap((finding) => finding.fixes);
      assert.ok(fix);
      assert.equal(applyFix(before, fix), after);
    });
  }

  it('is never cured by a kind that switches checking off', () => {
    for (const kind of ['nope', 'nonee', 'Non', 'non']) {
      const findings = findingsOf('ims-config.yaml', `kinds: { a.conf: ${kind} }`);
      assert.equal(findings.length, 1, kind);
      assert.deepEqual(findings[0]?.fixes, [], kind);
      assert.doesNotMatch(findings[0]?.message ?? '', /Did you mean/);
    }
  });

  it('is nothing where a pattern can match', () => {
    const patterns = ['/a/**', './a', 'a..b', '..a', '~/a', 'a/\\[id\\]/**', 'C:', '**', '/'];
    for (const pattern of patterns) {
      assert.deepEqual(findingsOf('ims-config.yaml', `ignore: ['${pattern}']`), [], pattern);
    }
  });

  it('is said of every file with such a name, and of no other', () => {
    for (const name of ['ims-config.yaml', 'a/ims-config.yaml', 'b/base.ims-config.yaml']) {
      assert.equal(findingsOf(name, 'rule: {}').length, 1, name);
    }
    for (const name of ['my-ims-config.yaml', 'ims-config.yml', 'ims-config.json']) {
      assert.deepEqual(findingsOf(name, 'rule: {}'), [], name);
    }
  });
});

describe('settings that extend others', () => {
  /** Reads the first of some files. */
  const read = (files: Readonly<Record<string, string>>): ExtendedSettings => {
    const [[first, text] = ['', '']] = Object.entries(files);
    const asking = extendedSettings(first, text);
    let step = asking.next();
    while (!step.done) step = asking.next(files[step.value]);
    return step.value;
  };

  it('come behind them and win', () => {
    const { settings, problems } = read({
      '/a/b/ims-config.yaml': `extends: [../one.yaml, ./two.yaml]
rules: { jwt-credential: error }
ignore: [own]
overrides: [{ files: [late], rules: { jwt-credential: off } }]
kinds: { x: none }
`,
      '/a/one.yaml': `extends: deep/zero.yaml
rules: { jwt-credential: hint, unknown-field: hint, placeholder-left: hint }
overrides: [{ files: [a], rules: { jwt-credential: info, unknown-field: info } }]
ignore: [one]
kinds: { x: dotenv, y: dotenv }
`,
      '/a/deep/zero.yaml': 'rules: { syntax-error: warning }\nignore: [zero]\n',
      '/a/b/two.yaml': 'rules: { placeholder-left: off }\n',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.ignore, ['zero', 'one', 'own']);
    assert.deepEqual(levelsFor(settings, 'a'), {
      'syntax-error': 'warning',
      'jwt-credential': 'error',
      'unknown-field': 'info',
      'placeholder-left': 'off',
    });
    assert.equal(levelsFor(settings, 'late')['jwt-credential'], 'off');
    assert.equal(chosenKind(settings, 'x'), 'none');
    assert.equal(chosenKind(settings, 'y'), 'dotenv');
  });

  it('may share one', () => {
    const { settings, problems } = read({
      '/a.yaml': 'extends: [b.yaml, c.yaml]',
      '/b.yaml': 'extends: d.yaml',
      '/c.yaml': 'extends: d.yaml',
      '/d.yaml': 'rules: { jwt-credential: off }',
    });
    assert.deepEqual(problems, []);
    assert.equal(settings.rules['jwt-credential'], 'off');
  });

  const wrong: readonly (readonly [
    files: Readonly<Record<string, string>>,
    path: string,
    at: string,
    why: WhyNot,
  ])[] = [
    [{ '/a.yaml': 'extends: gone.yaml' }, '/a.yaml', 'gone.yaml', 'missing'],
    [
      { '/a.yaml': 'extends: b.yaml', '/b.yaml': 'extends: ["./a.yaml"]' },
      '/b.yaml',
      '"./a.yaml"',
      'circle',
    ],
    [{ '/a.yaml': 'extends: a.yaml' }, '/a.yaml', 'a.yaml', 'circle'],
    [{ '/a.yaml': 'extends: /etc/b.yaml' }, '/a.yaml', '/etc/b.yaml', 'not-relative'],
    [{ '/a.yaml': 'extends: C:\\b.yaml' }, '/a.yaml', 'C:\\b.yaml', 'not-relative'],
    [{ '/a.yaml': 'extends: [~/b.yaml]' }, '/a.yaml', '~/b.yaml', 'not-relative'],
    [{ '/a.yaml': 'extends: https://a.b/c' }, '/a.yaml', 'https://a.b/c', 'not-relative'],
  ];

  for (const [files, path, at, why] of wrong) {
    it(`say what is wrong with ${JSON.stringify(files)}`, () => {
      const { problems } = read(files);
      assert.deepEqual(
        problems.map((each) => [
          each.path,
          each.text.slice(each.span.start, each.span.end),
          each.why,
        ]),
        [[path, at, why]],
      );
    });
  }

  it('end, however many there are', () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `/${index}.yaml`,
        `extends: [${index + 1}.yaml, ${index + 1}.yaml]`,
      ]),
    );
    const { problems } = read({ ...files, '/30.yaml': 'rules: {}' });
    assert.equal(problems.at(-1)?.why, 'many');
  });

  it('say which of them is no YAML', () => {
    const { broken } = read({ '/a.yaml': 'extends: b.yaml', '/b.yaml': 'rules: [\n a: "b\n' });
    assert.deepEqual(broken, ['/b.yaml']);
  });
});

describe('a secret in the wrong file', () => {
  it('is not quoted', () => {
    const secret = 'p8e-AbCdEfGhIjKlMnOpQrStUvWxYz012345';
    const text = `${secret}: x\nrules:\n  ${secret}: off\n  callback-not-https: ${secret}\n`;
    const findings = findingsOf('ims-config.yaml', text);
    assert.equal(findings.length, 3);
    assert.ok(!shownOf(findings).includes(secret));
  });
});
