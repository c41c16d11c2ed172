import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { check, fix, migrate, type Options, type TextFile } from '../server/src/main.library';
import { ACCOUNT, DOWNLOAD, INSECURE } from './cli/terminal';
import { type Beside, CANARY, FORMS, planted } from './support/canaries';
import { TODAY } from './support/check';
import { root } from './support/root';
import { sampleFiles } from './support/sample-files';
import { packageOf } from './support/samples';

const today = TODAY;
const account = (path: string, text: string): TextFile => ({ path, text });
const rulesOf = (files: readonly TextFile[], options: Options = {}) =>
  check(files, { today, ...options }).map(({ path, rule }) => `${path} ${rule}`);

const insecure = account('dev/a.external-account.yaml', INSECURE);
const SECRET = 'p8e-0123456789abcdefghijklmnopqrstuv';
const download: TextFile = { path: 'integration.json', text: DOWNLOAD, tracked: true };

describe('check', () => {
  it('says what is wrong, where, and what can be done', () => {
    assert.deepEqual(check([insecure], { today }), [
      {
        path: 'dev/a.external-account.yaml',
        rule: 'callback-not-https',
        severity: 'error',
        message: check([insecure], { today })[0]?.message,
        start: { line: 5, column: 17, offset: INSECURE.indexOf('http://') },
        end: { line: 5, column: 21, offset: INSECURE.indexOf('://campaign') },
        fixes: [{ title: 'Use `https`', safety: 'safe' }],
        related: [],
      },
    ]);
  });

  it('passes by what is none of ours, and what has no mistake', () => {
    assert.deepEqual(rulesOf([account('package.json', '{}'), account('a.txt', '\ud800\0')]), []);
    assert.deepEqual(rulesOf([account('a.external-account.yaml', ACCOUNT)]), []);
  });

  it('compares the files, and reads environments off their folders', () => {
    const address = 'callbackServer="https://campaign.luma-shop.com"';
    const files = ['dev', 'prod'].map((each) => account(`${each}/a.xml`, packageOf(address)));
    const shared = check(files, { today }).filter(({ rule }) => rule === 'callback-shared');
    assert.deepEqual(
      shared.map(({ path, related }) => [path, ...related.map((each) => each.path)]),
      [['dev/a.xml', 'prod/a.xml']],
    );
    const { start, end } = shared[0]!.related[0]!;
    assert.equal(files[1]?.text.slice(start.offset, end.offset), 'https://campaign.luma-shop.com');
  });

  const found = ['dev/a.external-account.yaml callback-not-https'];
  const settings: readonly (readonly [string, Options['settings'], readonly string[]])[] = [
    ['none', undefined, found],
    ['an object', { rules: { 'callback-not-https': 'off' } }, []],
    ['folders to ignore', { ignore: ['dev'] }, []],
    [
      'overrides',
      { overrides: [{ files: ['prod/**'], rules: { 'callback-not-https': 'off' } }] },
      found,
    ],
    ['kinds', { kinds: { 'dev/*': 'none' } }, []],
    ['a text', 'rules:\n  callback-not-https: off\n', []],
    ['a text that extends one of the files', 'extends: base.ims-config.yaml\n', []],
  ];
  for (const [name, given, expected] of settings) {
    it(`takes settings: ${name}`, () => {
      const base = account('base.ims-config.yaml', 'rules:\n  callback-not-https: off\n');
      assert.deepEqual(rulesOf([insecure, base], { settings: given }), expected);
    });
  }

  it('throws where settings cannot be read', () => {
    for (const wrong of ['rules: [', 'extends: missing.yaml\n']) {
      assert.throws(() => check([], { settings: wrong }), {
        name: 'TypeError',
        message: /^The settings cannot be read/,
      });
    }
  });

  it('says which settings cannot be extended, and where', () => {
    const files = [{ path: 'b.yaml', text: '\nextends: c.yaml\n' }];
    assert.throws(
      () => check(files, { settings: 'extends: b.yaml\n' }),
      /^TypeError: The settings cannot be read\. b\.yaml:2:10: There is no file `c\.yaml`/,
    );
    assert.throws(
      () => check([], { settings: 'extends: [gone.yaml]\n' }),
      /read\. ims-config\.yaml:1:11: There is no file `gone\.yaml`/,
    );
  });

  it('compares dates with the day that it is given', () => {
    const expiring = DOWNLOAD.replace('{}', '{ "0123456789abcdef": "06/30/2027" }');
    const on = (day: string) => rulesOf([account('a.json', expiring)], { today: day });
    for (const day of ['garbage', '', '2026-02-30', '2026-11-21T00:00']) {
      assert.throws(() => on(day), new TypeError('`today` is no day such as `2026-11-21`.'), day);
    }
    assert.ok(!on('2026-01-01').includes('a.json certificate-expired'));
    assert.ok(on('2028-01-01').includes('a.json certificate-expired'));
  });

  it('quotes no secret', () => {
    const all = check([download], { today });
    assert.ok(all.some(({ rule }) => rule === 'secret-in-plain-text'));
    assert.ok(!JSON.stringify(all).includes(SECRET));
  });
});

describe('fix', () => {
  it('applies what keeps the meaning, and gives only files that change', () => {
    const fine = account('b.external-account.yaml', ACCOUNT);
    assert.deepEqual(fix([insecure, fine], { today }), [
      { path: insecure.path, text: ACCOUNT, notes: [] },
    ]);
  });

  it('migrates only where it may', () => {
    assert.deepEqual(fix([download], { today }), []);
    const [changed] = fix([download], { today, unsafe: true });
    assert.match(changed?.text ?? '', /"CLIENT_SECRETS"/);
  });
});

describe('migrate', () => {
  it('migrates and does nothing else', () => {
    const all = migrate([insecure, download], { today });
    assert.deepEqual(
      all.map(({ path }) => path),
      ['integration.json'],
    );
    const [{ text, notes } = { text: '', notes: [] }] = all;
    assert.match(text, /"CLIENT_SECRETS"/);
    assert.ok(text.includes(SECRET), 'the secret stays in the file');
    assert.ok(notes.length > 0);
    assert.ok(!JSON.stringify(notes).includes(SECRET));
    assert.deepEqual(migrate([{ ...download, text }], { today }), []);
  });

  const folder = 'examples/aem/6.5/config/com.adobe.granite.auth';
  const [provider, customizer] = [
    'oauth.accesstoken.provider',
    'ims.impl.IMSAccessTokenRequestCustomizerImpl',
  ].map((name): TextFile => {
    const file = `${folder}.${name}.1700000000000.config`;
    return { path: file, text: readFileSync(path.join(root, file), 'utf8') };
  });

  it('says the new name of a file', () => {
    const all = migrate([provider!, customizer!], { today });
    assert.deepEqual(
      all.map(({ path: old, newPath }) => [old, newPath]),
      [provider!, customizer!].map(({ path: old }) => [old, newNameOf(old)]),
    );
    assert.match(all[0]?.text ?? '', /\/ims\/token\/v3/);
  });

  it('gives no file the name of another one', () => {
    const there = { path: newNameOf(provider!.path), text: '' };
    const [changed] = migrate([provider!, customizer!, there], { today });
    assert.equal(changed?.path, provider!.path);
    assert.equal(changed?.newPath, undefined);
  });
});

const BESIDE: readonly Beside[] = [
  'nowhere else',
  'in a comment beside',
  'in what the thing is called',
];

describe('a secret in any file', () => {
  for (const [index, [form, secretOf]] of Object.entries(FORMS).entries()) {
    const beside = BESIDE[index % BESIDE.length]!;
    it(`is told in texts to write alone: ${form}, and ${beside}`, () => {
      const files = sampleFiles
        .flatMap((sample) => planted(sample, secretOf, beside) ?? [])
        .map(({ file, text }) => ({ path: file, text, tracked: true }));
      assert.ok(files.length > 100);
      const changed = [...fix(files, { today, unsafe: true }), ...migrate(files, { today })];
      assert.ok(changed.some(({ text }) => CANARY.test(text)));
      const told = [check(files, { today }), changed.map(({ text, ...rest }) => rest)];
      assert.doesNotMatch(JSON.stringify(told), CANARY);
    });
  }
});

const newNameOf = (old: string) => old.replace('.1700000000000', '-1700000000000');
