import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DOWNLOAD, folder, INSECURE } from './terminal';

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
        ['legacy/a.external-account.yaml', []],
      ],
    );
    const below = await here.check(['..'], { in: 'legacy' });
    assert.deepEqual(below.json.summary, { ...json.summary });
    const named = await here.check(['vendor/a.external-account.yaml']);
    assert.equal(named.err, 'vendor/a.external-account.yaml: the settings ignore it.\n');
    assert.deepEqual(named.json.files[0]?.findings, []);
  });

  it('counts though something in it is wrong, and says what', async () => {
    const here = folder({
      'ims-config.yaml': 'rules:\n  jwt-credentials: off\n  callback-not-https: off\n',
      'a.external-account.yaml': INSECURE,
    });
    const { status, err } = await here.check();
    assert.equal(status, 0);
    assert.equal(
      err,
      'ims-config.yaml:2:3  There is no rule `jwt-credentials`. Did you mean `jwt-credential`?\n',
    );
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
