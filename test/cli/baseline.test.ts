import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ACCOUNT, DOWNLOAD, type Folder, folder, INSECURE } from './terminal';

const FILE = 'ims-baseline.json';
const KNOWN = ['--baseline', FILE];
const UPDATE = [...KNOWN, '--update-baseline'];

interface Entry {
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
  readonly count: number;
}

const entriesOf = (here: Folder, file = FILE) =>
  (JSON.parse(here.read(file)) as { readonly findings: readonly Entry[] }).findings;

const write = (here: Folder, name: string, text: string) =>
  fs.writeFileSync(path.join(here.path, name), text);

const rulesOf = async (here: Folder, argv: readonly string[] = KNOWN) => {
  const { json, status, err } = await here.check(argv);
  return {
    rules: json.files.flatMap((file) => file.findings.map(({ rule }) => rule)),
    status,
    err,
  };
};

describe('a baseline', () => {
  it('lets an old repository start green, and reports what is new', async () => {
    const here = folder({ 'old.json': DOWNLOAD, 'a.external-account.yaml': INSECURE });
    const before = await rulesOf(here, []);
    assert.equal(before.status, 1);
    const count = before.rules.length;
    assert.deepEqual(await rulesOf(here, UPDATE), {
      rules: [],
      status: 0,
      err: `${count} known findings in the baseline \`${FILE}\`.\n`,
    });
    assert.deepEqual((await rulesOf(here)).rules, []);
    write(here, 'b.external-account.yaml', INSECURE.replace('campaign.luma', 'new.luma'));
    const { rules, status } = await rulesOf(here);
    assert.deepEqual([rules, status], [['callback-not-https'], 1]);
  });

  it('is readable, in a stable order, and without secrets', async () => {
    const here = folder({
      'b/old.json': DOWNLOAD,
      'a.external-account.yaml': INSECURE,
      'Z.external-account.yaml': INSECURE.replace('campaign.luma', 'z.luma'),
    });
    await here.check(UPDATE);
    const text = here.read(FILE);
    assert.match(
      text,
      /^\{\n {2}"version": 1,\n {2}"findings": \[\n {4}\{"file":"Z\.external-account\.yaml","rule":"callback-not-https","fingerprint":"[\da-f]{20}","count":1\},\n/,
    );
    const files = entriesOf(here).map(({ file }) => file);
    assert.deepEqual(files, [...files].sort());
    assert.ok(!/p8e-|luma/.test(text));
    await here.check([...UPDATE, 'b', '.']);
    assert.equal(here.read(FILE), text);
    write(here, FILE, text.replaceAll('\n', '\r\n'));
    assert.deepEqual((await rulesOf(here)).rules, []);
  });

  it('is the same from wherever the command runs', async () => {
    const here = folder({ 'sub/a.external-account.yaml': INSECURE });
    await here.check(UPDATE);
    const below = await here.check(['--baseline', `../${FILE}`], { in: 'sub' });
    assert.equal(below.status, 0);
    assert.equal(entriesOf(here)[0]?.file, 'sub/a.external-account.yaml');
    await here.check(['--baseline', `sub/${FILE}`, '--update-baseline']);
    assert.equal(entriesOf(here, `sub/${FILE}`)[0]?.file, 'a.external-account.yaml');
  });

  it('knows a finding when its lines move, and counts those that look alike', async () => {
    const here = folder({ 'a.external-account.yaml': `${INSECURE}note: 1\nnote: 2\n` });
    await here.check(UPDATE);
    write(here, 'a.external-account.yaml', `# moved\n\n${INSECURE}note: 1\nnote: 2\n`);
    assert.deepEqual((await rulesOf(here)).rules, []);
    write(here, 'a.external-account.yaml', `${INSECURE}note: 1\nnote: 2\nnote: 3\n`);
    const { rules } = await rulesOf(here);
    assert.ok(rules.length > 0 && rules.every((rule) => /unknown-field|duplicate-key/.test(rule)));
  });

  it('tells keys that are missing apart', async () => {
    const lines = {
      title: 'title: Shop\n',
      authType: 'authType: oauth-server-to-server\n',
      orgId: 'orgId: 0123456789ABCDEF01234567@AdobeOrg\n',
      clientId: 'clientId: 0123456789abcdef0123456789abcdef\n',
      clientSecret: 'clientSecret: ${SECRET}\n',
      scopes: 'scopes: [openid, AdobeID]\n',
    };
    const { title, authType, orgId, clientId, clientSecret, scopes } = lines;
    const here = folder({ 'a.ims-integration.yaml': title + authType + orgId + clientId });
    await here.check(UPDATE);
    assert.deepEqual(
      entriesOf(here).map(({ rule, count }) => [rule, count]),
      [
        ['missing-field', 1],
        ['missing-field', 1],
      ],
    );
    assert.ok(!/clientSecret|scopes/.test(here.read(FILE)));
    write(here, 'a.ims-integration.yaml', title + authType + clientSecret + scopes);
    const { rules, status, err } = await rulesOf(here);
    assert.deepEqual([rules, status], [['missing-field', 'missing-field'], 1]);
    assert.match(err, /has 2 entries that match nothing any more/);
    assert.doesNotMatch(err, /known finding/);
  });

  it('lists all that is in it for nothing', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `${index}.external-account.yaml`);
    const here = folder(Object.fromEntries(names.map((name) => [name, INSECURE])));
    await here.check(UPDATE);
    const count = entriesOf(here).length;
    for (const name of names) fs.rmSync(path.join(here.path, name));
    const { err } = await rulesOf(here);
    assert.equal(err.match(/^ {2}\d+\.external-account\.yaml {2}/gm)?.length, count);
    assert.ok(count >= names.length);
  });

  it('is written anew only where it is missing', async () => {
    const here = folder({ 'sub/a': '' });
    const said = async (name: string) => (await here.run(['check', '--baseline', name])).err;
    assert.match(await said('gone.json'), /`gone\.json` cannot be read: .*--update-baseline/);
    const ofFolder = await said('sub');
    assert.match(ofFolder, /`sub` cannot be read: it is a folder\. Name a file/);
    assert.doesNotMatch(ofFolder, /writes one/);
  });

  it('says what is in it for nothing, and how it goes', async () => {
    const here = folder({ 'a.external-account.yaml': INSECURE, 'b.json': DOWNLOAD });
    await here.check(UPDATE);
    write(here, 'a.external-account.yaml', ACCOUNT);
    fs.rmSync(path.join(here.path, 'b.json'));
    const { err, status } = await rulesOf(here);
    assert.equal(status, 0);
    const stale = entriesOf(here);
    assert.ok(
      err.startsWith(
        `The baseline \`${FILE}\` has ${stale.length} entries that match nothing any more; \`--update-baseline\` removes such entries:\n  a.external-account.yaml  callback-not-https\n  b.json  `,
      ),
      err,
    );
    assert.equal((await rulesOf(here, UPDATE)).err, '');
    assert.equal(here.read(FILE), '{\n  "version": 1,\n  "findings": []\n}\n');
    assert.equal((await rulesOf(here)).err, '');
  });

  it('says nothing of what it did not look at, and keeps it', async () => {
    const here = folder({
      'a/a.external-account.yaml': INSECURE,
      'b/b.external-account.yaml': INSECURE.replace('campaign.luma', 'b.luma'),
    });
    await here.check(UPDATE);
    const all = here.read(FILE);
    assert.equal((await rulesOf(here, [...KNOWN, 'a'])).err.includes('nothing any more'), false);
    await here.check([...UPDATE, 'a']);
    assert.equal(here.read(FILE), all);
    // As in a sparse checkout.
    fs.rmSync(path.join(here.path, 'b'), { recursive: true });
    assert.equal((await rulesOf(here, [...KNOWN, 'a'])).err.includes('nothing any more'), false);
    await here.check([...UPDATE, 'a']);
    assert.equal(here.read(FILE), all);
    const how = { stdin: ACCOUNT };
    const argv = ['check', '--stdin', '--stdin-path', 'a/a.external-account.yaml', ...KNOWN];
    const { err } = await here.run(argv, how);
    assert.match(err, /has 1 entry that matches nothing any more.*\n {2}a\/a\.external/);
  });

  it('drops what the settings ignore by now', async () => {
    const here = folder({ 'a.external-account.yaml': INSECURE });
    await here.check(UPDATE);
    write(here, 'ims-config.yaml', 'ignore: [a.*]\n');
    assert.match((await rulesOf(here)).err, /1 entry that matches nothing any more/);
  });

  it('keeps what a file is known for that cannot be read just now', async () => {
    const here = folder({ 'a.json': DOWNLOAD });
    await here.check(UPDATE);
    const all = here.read(FILE);
    write(here, 'a.json', `${DOWNLOAD}${' '.repeat(21 * 1024 * 1024)}`);
    const { err } = await rulesOf(here, UPDATE);
    assert.match(err, /^a\.json: it is larger than 20 MB; skipped\.$/m);
    assert.equal(here.read(FILE), all);
  });

  it('never takes another file for one', async () => {
    const wrong = [
      '{}',
      '[]',
      'null',
      '{"version": 2, "findings": []}',
      '{"version": 1, "findings": [{"file": "a", "rule": "b", "fingerprint": "c"}]}',
      '{"version": 1, "findings": [{"file": "a", "rule": "b", "fingerprint": "c", "count": 0}]}',
      '{"version": 1, "findings": [{"file":"a","rule":"b","fingerprint":"c","count":1}, {"file":"a","rule":"b","fingerprint":"c","count":2}]}',
      '<<<<<<< ours\n{"version": 1, "findings": []}\n',
    ];
    for (const text of wrong) {
      const here = folder({ [FILE]: text });
      for (const argv of [KNOWN, UPDATE]) {
        const { status, err } = await here.run(['check', ...argv]);
        assert.equal(status, 2);
        assert.match(err, /is no baseline, or was changed by hand or by a merge\./);
        assert.equal(here.read(FILE), text);
      }
    }
  });

  it('takes nothing from a fix', async () => {
    const here = folder({ 'a.external-account.yaml': INSECURE });
    await here.check(UPDATE);
    const { err } = await here.check([...KNOWN, '--fix']);
    assert.equal(here.read('a.external-account.yaml'), ACCOUNT);
    assert.match(err, /1 entry that matches nothing any more/);
  });

  it('leaves known findings out of every format', async () => {
    const here = folder({ 'a.external-account.yaml': INSECURE });
    await here.check(UPDATE);
    for (const format of ['text', 'json', 'sarif', 'github', 'markdown']) {
      const { out, status } = await here.run(['check', '--format', format, ...KNOWN]);
      assert.equal(status, 0);
      // SARIF describes every rule; only results have a fingerprint.
      assert.ok(!out.includes(format === 'sarif' ? 'partialFingerprints' : 'callback-not-https'));
    }
  });
});
