import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ACCOUNT, DOWNLOAD, folder, INSECURE } from './terminal';

describe('check', () => {
  it('is content with what is right', async () => {
    const { status, json } = await folder({ 'a.external-account.yaml': ACCOUNT }).check();
    assert.equal(status, 0);
    assert.deepEqual(json, {
      files: [
        {
          path: 'a.external-account.yaml',
          kind: 'external-account',
          entities: [{ concept: 'external-account' }],
          findings: [],
        },
      ],
      summary: { files: 1, recognized: 1, errors: 0, warnings: 0, infos: 0, hints: 0 },
    });
  });

  it('reports in JSON, with fixes and places that count from 1', async () => {
    const { status, json, err } = await folder({
      'sub/a.external-account.yaml': INSECURE,
      'readme.md': '',
      'other.json': '{}',
    }).check();
    assert.equal(status, 1);
    assert.equal(err, '');
    assert.deepEqual(json.summary, {
      files: 3,
      recognized: 1,
      errors: 1,
      warnings: 0,
      infos: 0,
      hints: 0,
    });
    assert.deepEqual(
      json.files.map((file) => file.path),
      ['sub/a.external-account.yaml'],
    );
    const { message, ...finding } = json.files[0]!.findings[0]!;
    assert.ok(!message.includes('**'));
    assert.deepEqual(finding, {
      rule: 'callback-not-https',
      severity: 'error',
      line: 5,
      column: 17,
      endLine: 5,
      endColumn: 21,
      fixes: [{ title: 'Use `https`', safety: 'safe' }],
      related: [],
    });
  });

  it('tells the flow of a credential, and whether a fix is safe', async () => {
    const { json } = await folder({ 'a.json': DOWNLOAD }).check();
    const [file] = json.files;
    assert.deepEqual(file?.entities, [{ concept: 'ims-credential', flow: 'jwt' }]);
    const jwt = file?.findings.find(({ rule }) => rule === 'jwt-credential');
    assert.deepEqual(jwt?.fixes, [
      { title: 'Migrate to OAuth Server-to-Server', safety: 'unsafe' },
    ]);
  });

  it('draws a squiggle under what a finding is about', async () => {
    const { status, out } = await folder({ 'a.external-account.yaml': INSECURE }).run(['check']);
    assert.equal(status, 1);
    const [head, line, squiggle] = out.split('\n');
    assert.match(
      head ?? '',
      /^a\.external-account\.yaml:5:17 {2}error {2}.* {2}callback-not-https$/,
    );
    assert.equal(line, '  callbackServer: http://campaign.luma-shop.com');
    assert.equal(squiggle, '                  ~~~~');
    assert.match(out, /\n1 error in 1 IMS configuration file of 1 file\.\n/);
    assert.match(out, /\n1 problem can be fixed with --fix\.\n$/);
  });

  it('shows a line once for all that is said about the same characters', async () => {
    const code =
      'name: experienceCloud\nlabel: Adobe Experience Cloud\nimsServer: ims-na1.adobelogin.com\ncallbackServer: https://a.b.com\nassociationMask: a (.*)\n';
    const { out } = await folder({ 'a.external-account.yaml': code }).run(['check']);
    assert.ok(out.match(/missing-field/g)!.length > 1);
    assert.equal(out.match(/^ {2}name: experienceCloud$/gm)?.length, 1);
  });

  it('shows of a long line what lies around, and no half of a character', async () => {
    const far = ' '.repeat(30) + '"x-note": "' + '😀'.repeat(200) + '",';
    const code = `{${far}\t"callbackServer": "http://campaign.luma-shop.com",${far.replace('note', 'more')} "name": "a"}`;
    const { out } = await folder({ 'a.external-account.json': code }).run(['check']);
    const rows = out.split('\n');
    const at = rows.findIndex((row) => row.includes('callback-not-https'));
    const line = rows[at + 1]!;
    assert.match(line, /^ {2}…😀.*"callbackServer": "http:\/\/campaign.luma-shop.com",.*…$/u);
    assert.doesNotThrow(() => encodeURIComponent(line));
    // An emoji is two units and two columns; the squiggle counts columns.
    const columns = rows[at + 2]!.indexOf('~');
    assert.equal(line.slice(columns, columns + 4), 'http');
  });

  it('hides the value of a key that resembles a secret, and shows references', async () => {
    const { out } = await folder({
      'a.xml':
        '<package><entities schema="nms:extAccount"><extAccount name="a" id="5" secretKey="PLANTED91"/></entities></package>',
      'b.ims-integration.yaml': 'authType: jwt\nclient_secret: ${KEPT}\npassphrse: PLANTED92\n',
    }).run(['check']);
    assert.ok(!out.includes('PLANTED'));
    assert.ok(out.includes('${KEPT}'));
  });

  it('lists a file that is named though it is none of ours', async () => {
    const here = folder({ 'notes.txt': 'hello', 'other.json': '{}' });
    const { status, json } = await here.check(['notes.txt', 'other.json']);
    assert.equal(status, 0);
    assert.deepEqual(
      json.files,
      ['notes.txt', 'other.json'].map((name) => ({
        path: name,
        kind: null,
        entities: [],
        findings: [],
      })),
    );
    assert.match((await here.run(['check', 'notes.txt'])).out, /^notes\.txt {2}none of the kinds/);
  });

  it('lists a file once, in the order of the paths', async () => {
    const here = folder({ 'b.ims.yaml': '', 'a/c.ims.yaml': '', 'a.ims.yaml': '' });
    const { json } = await here.check(['b.ims.yaml', '.', 'a', './b.ims.yaml']);
    assert.deepEqual(
      json.files.map((file) => file.path),
      ['a.ims.yaml', 'a/c.ims.yaml', 'b.ims.yaml'],
    );
  });

  it('names files relative to the working directory', async () => {
    const here = folder({ 'a/x.ims.yaml': '', 'b/y.ims.yaml': '' });
    const { json } = await here.check(['..'], { in: 'a' });
    assert.deepEqual(
      json.files.map((file) => file.path),
      ['x.ims.yaml', '../b/y.ims.yaml'],
    );
  });

  it('counts warnings', async () => {
    const code = ACCOUNT.replace('https://ims-na1.adobelogin.com', 'https://ims.luma-shop.com');
    const here = folder({ 'a.external-account.yaml': code });
    assert.equal((await here.check()).status, 0);
    assert.equal((await here.check(['--max-warnings', '1'])).status, 0);
    const { status, err } = await here.check(['--max-warnings=0']);
    assert.equal(status, 1);
    assert.equal(err, '1 warning, and `--max-warnings` allows 0.\n');
  });

  it('compares dates with the day it is told', async () => {
    const code = DOWNLOAD.replace(
      '"PUBLIC_KEYS_WITH_EXPIRY": {}',
      '"PUBLIC_KEYS_WITH_EXPIRY": { "0123456789abcdef": "06/30/2026" }',
    );
    const here = folder({ 'a.json': code });
    const rules = async (today: string) =>
      (await here.check(['--today', today])).json.files[0]?.findings.map(({ rule }) => rule);
    assert.ok((await rules('2026-07-01'))?.includes('certificate-expired'));
    assert.ok(!(await rules('2026-01-01'))?.includes('certificate-expired'));
  });

  it('colors a terminal only, and not where that is not wanted', async () => {
    const here = folder({ 'a.external-account.yaml': INSECURE });
    const ESCAPE = '\x1b[';
    assert.ok(!(await here.run(['check'])).out.includes(ESCAPE));
    assert.ok((await here.run(['check'], { isTTY: true })).out.includes(ESCAPE));
    const plain = await here.run(['check'], { isTTY: true, env: { NO_COLOR: '1' } });
    assert.ok(!plain.out.includes(ESCAPE));
  });

  it('lets no file steer the terminal', async () => {
    const code = `${ACCOUNT}"x\x1b[2Jy": "\x1b]0;title\x07" # \u202E\n`;
    const { out } = await folder({ 'a.external-account.yaml': code }).run(['check']);
    for (const steering of ['\x1b', '\x07', '\u202E']) assert.ok(!out.includes(steering));
  });

  it('checks the standard input under the name it is given', async () => {
    const here = folder({});
    const { status, json } = await here.check(
      ['--stdin', '--stdin-path', 'x/a.external-account.yaml'],
      {
        stdin: INSECURE,
      },
    );
    assert.equal(status, 1);
    assert.equal(json.files[0]?.path, 'x/a.external-account.yaml');
    assert.equal(json.files[0]?.findings[0]?.rule, 'callback-not-https');
    assert.deepEqual((await here.check(['--stdin', '--stdin-path', 'a.txt'])).json.files, [
      { path: 'a.txt', kind: null, entities: [], findings: [] },
    ]);
  });

  it('says what it cannot read and goes on', async (test) => {
    const here = folder({
      'a.ims.yaml': '',
      'closed/b.ims.yaml': '',
      'c.ims.yaml': '',
      'big.json': `"ORG_ID"${' '.repeat(21 * 1024 * 1024)}`,
    });
    fs.symlinkSync('nowhere', path.join(here.path, 'dangling.ims.yaml'));
    fs.symlinkSync('.', path.join(here.path, 'circle'));
    fs.chmodSync(path.join(here.path, 'closed'), 0);
    fs.chmodSync(path.join(here.path, 'c.ims.yaml'), 0);
    const { json, err, status } = await here.check();
    fs.chmodSync(path.join(here.path, 'closed'), 0o700);
    assert.equal(status, 0);
    assert.match(err, /^big\.json: it is larger than 20 MB; skipped\.$/m);
    // Nothing is closed to root.
    if (process.getuid?.() === 0) return test.diagnostic('runs as root');
    assert.match(err, /^closed: permission denied; skipped\.$/m);
    assert.match(err, /^c\.ims\.yaml: permission denied; skipped\.$/m);
    assert.deepEqual(
      json.files.map((file) => file.path),
      ['a.ims.yaml'],
    );
  });
});
