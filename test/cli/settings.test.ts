import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACCOUNT, DOWNLOAD, folder, INSECURE } from './terminal';

describe('ims-config.yaml', () => {
  it('sets the levels of rules, from the working directory upwards', async () => {
    const here = folder({
      'ims-config.yaml': `rules:
  callback-not-https: hint
overrides:
  - files: ['legacy/**']
    rules: { callback-not-https: off }
  - files: [strict.external-account.yaml]
    rules: { callback-not-https: warning }
ignore:
  - vendor/
`,
      'a/a.external-account.yaml': INSECURE,
      'a/strict.external-account.yaml': INSECURE,
      'legacy/a.external-account.yaml': INSECURE,
      'vendor/a.external-account.yaml': INSECURE,
    });
    const { status, json, err } = await here.check();
    assert.equal(status, 0);
    assert.equal(err, '');
    assert.deepEqual(
      json.files.map(({ path, findings }) => [path, findings.map(({ severity }) => severity)]),
      [
        ['a/a.external-account.yaml', ['hint']],
        ['a/strict.external-account.yaml', ['warning']],
        ['ims-config.yaml', []],
        ['legacy/a.external-account.yaml', []],
      ],
    );
    const below = await here.check(['..'], { in: 'legacy' });
    assert.deepEqual(below.json.summary, { ...json.summary });
    const named = await here.check(['vendor/a.external-account.yaml']);
    assert.equal(named.err, 'vendor/a.external-account.yaml: the settings ignore it.\n');
    assert.deepEqual(named.json.files[0]?.findings, []);
  });

  it('counts though something in it is wrong, and is checked as other files are', async () => {
    const here = folder({
      'ims-config.yaml': 'rules:\n  jwt-credentials: off\n  callback-not-https: off\n',
      'sub/a.external-account.yaml': INSECURE,
    });
    const { status, err, json } = await here.check();
    assert.deepEqual([status, err], [0, '']);
    assert.deepEqual(
      json.files.map(({ path, kind, findings }) => [path, kind, findings.length]),
      [
        ['ims-config.yaml', 'ims-config', 1],
        ['sub/a.external-account.yaml', 'external-account', 0],
      ],
    );
    const said =
      'ims-config.yaml:2:3  There is no rule `jwt-credentials`. Did you mean `jwt-credential`?\n';
    // Where it is not among the files it is not left unsaid.
    assert.equal((await here.check(['sub'])).err, said);
    assert.equal((await here.check(['.'], { in: 'sub' })).err, `../${said}`);
    assert.equal((await here.run(['report', 'sub'])).err, said);
    const how = { stdin: '{}' };
    assert.equal((await here.run(['check', '--stdin', '--stdin-path', 'a.json'], how)).err, said);
    await here.check(['--unsafe-fixes']);
    assert.match(here.read('ims-config.yaml'), /^ {2}jwt-credential: off$/m);
  });

  it('is listed and counted as other files are', async () => {
    const here = folder({ 'ims-config.yaml': 'rules:\n', 'a.txt': '' });
    for (const argv of [[], ['ims-config.yaml']]) {
      const { json } = await here.check(argv);
      const [file, ...more] = json.files;
      assert.deepEqual([file?.kind, file?.findings, more], ['ims-config', [], []]);
      assert.equal(json.summary.recognized, 1);
    }
    assert.match((await here.run(['check'])).out, /^No problems in 1 IMS configuration file/);
  });

  it('is none of another kind, whatever it chooses', async () => {
    for (const kind of ['none', 'dotenv']) {
      const here = folder({
        'ims-config.yaml': `kinds: { '**': ${kind} }\nrules: { nope: off }\n`,
      });
      const [file] = (await here.check()).json.files;
      assert.equal(file?.kind, 'ims-config', kind);
      assert.match(file?.findings[0]?.message ?? '', /no rule `nope`/);
    }
  });

  it('extends others by their paths, and wins', async () => {
    const here = folder({
      'shared/base.ims-config.yaml':
        'rules: { callback-not-https: hint, placeholder-left: off }\nignore: [vendor]\n',
      'app/ims-config.yaml':
        'extends: ../shared/base.ims-config.yaml\nrules: { callback-not-https: warning }\n',
      'app/a.external-account.yaml': INSECURE,
      'app/vendor/a.external-account.yaml': INSECURE,
    });
    const { json, err } = await here.check([], { in: 'app' });
    assert.equal(err, '');
    assert.deepEqual(
      json.files.map(({ path, findings }) => [path, findings.map(({ severity }) => severity)]),
      [
        ['a.external-account.yaml', ['warning']],
        ['ims-config.yaml', []],
      ],
    );
  });

  it('stops where it cannot extend another', async () => {
    const cases: readonly (readonly [files: Readonly<Record<string, string>>, says: RegExp])[] = [
      [
        { 'ims-config.yaml': 'extends: ../gone.yaml\n' },
        /^ims-config: The settings cannot be read\.\nims-config\.yaml:1:10 {2}There is no file `\.\.\/gone\.yaml`/,
      ],
      [
        { 'ims-config.yaml': 'extends: b.yaml\n', 'b.yaml': 'extends: ims-config.yaml\n' },
        /\nb\.yaml:1:10 {2}`ims-config\.yaml` leads back .* in a circle/,
      ],
      [
        { 'ims-config.yaml': 'extends: [sub]\n', 'sub/a': '' },
        /\nims-config\.yaml:1:11 {2}There is no file `sub`, or it cannot be read/,
      ],
      [
        { 'ims-config.yaml': 'extends: b.yaml\n', 'b.yaml': 'rules: [\n  a: "b\n' },
        /cannot be read\.\nb\.yaml:\d+:\d+ {2}/,
      ],
    ];
    for (const [files, says] of cases) {
      const { status, out, err } = await folder(files).run(['check']);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, says);
      assert.doesNotMatch(err, /counts/);
    }
  });

  it('says what is wrong in those that it extends', async () => {
    const here = folder({
      'ims-config.yaml': 'extends: shared/rules.yaml\n',
      'shared/rules.yaml': 'rules: { nothing: off }\n',
    });
    const { err, status } = await here.run(['check']);
    assert.equal(status, 0);
    assert.match(err, /^shared\/rules\.yaml:1:10 {2}There is no rule `nothing`/);
  });

  it('chooses kinds by pattern, whatever files are called', async () => {
    const here = folder({
      'ims-config.yaml': `kinds:
  '*.conf': dotenv
  special.conf: external-account
  'old/**': none
`,
      'deploy/ims.conf': 'IMS_OAUTH_S2S_CLIENT_ID=a\n',
      'deploy/special.conf': INSECURE,
      'old/a.external-account.yaml': INSECURE,
      'other.text': INSECURE,
    });
    const kindsOf = async (argv: readonly string[] = []) =>
      (await here.check(argv)).json.files.map(({ path, kind }) => [path, kind]);
    const chosen = [
      ['deploy/ims.conf', 'dotenv'],
      ['deploy/special.conf', 'external-account'],
    ];
    assert.deepEqual(await kindsOf(), [...chosen, ['ims-config.yaml', 'ims-config']]);
    assert.deepEqual(await kindsOf(['deploy']), chosen);
    assert.deepEqual(await kindsOf(['old/a.external-account.yaml']), [
      ['old/a.external-account.yaml', null],
    ]);
    const argv = ['check', '--stdin', '--stdin-path', 'x.conf', '--format', 'json'];
    const { out } = await here.run(argv, { stdin: 'IMS_OAUTH_S2S_CLIENT_ID=a\n' });
    assert.match(out, /"kind": "dotenv"/);
    const special = ['check', '--stdin', '--stdin-path', 'special.conf', '--fix'];
    assert.equal((await here.run(special, { stdin: INSECURE })).out, ACCOUNT);
    await here.check(['--fix']);
    assert.equal(here.read('deploy/special.conf'), ACCOUNT);
    assert.equal(here.read('old/a.external-account.yaml'), INSECURE);
  });

  it('stops where it cannot be read', async () => {
    const here = folder({ 'ims-config.yaml': 'rules: [\n  a: "b\n' });
    const { status, out, err } = await here.run(['check']);
    assert.equal(status, 2);
    assert.equal(out, '');
    assert.match(err, /^ims-config: The settings cannot be read\.\nims-config\.yaml:\d+:\d+ {2}/);
  });
});

describe('comments that ignore a rule', () => {
  it('do so in YAML', async () => {
    const code = INSECURE.replace('callbackServer', '# ims-config-ignore callback-not-https\n$&');
    const { json } = await folder({ 'a.external-account.yaml': code }).check();
    assert.deepEqual(json.files[0]?.findings, []);
  });

  it('do so in JSON', async () => {
    const code = `// ims-config-ignore-file jwt-credential\n${DOWNLOAD}`;
    const { json } = await folder({ 'a.json': code }).check();
    assert.ok(json.files[0]?.findings.every(({ rule }) => rule !== 'jwt-credential'));
  });

  it('do so in XML', async () => {
    const account =
      '<extAccount name="Adobe_Experience_Cloud"\n callbackServer="http://x.example.com"/>';
    const code = (comment: string) =>
      `<package>\n<entities schema="nms:extAccount">\n${comment}\n${account}\n</entities>\n</package>\n`;
    const rulesOf = async (comment: string) => {
      const { json } = await folder({ 'a.xml': code(comment) }).check();
      return json.files[0]?.findings.map(({ rule }) => rule);
    };
    assert.ok((await rulesOf(''))?.includes('callback-not-https'));
    const rules = await rulesOf('<!-- ims-config-ignore callback-not-https -->');
    assert.ok(!rules?.includes('callback-not-https'));
    assert.ok(!rules?.includes('unused-suppression'));
  });
});
