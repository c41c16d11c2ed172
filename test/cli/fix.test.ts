import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fixText } from '../../server/src/features/fix-all';
import { noSettings } from '../../server/src/rules/settings';
import { authStepExample } from '../../server/src/rules/workflow-examples';
import { TODAY } from '../support/check';
import { ACCOUNT, DOWNLOAD, folder, INSECURE } from './terminal';

const context = { settings: noSettings, today: TODAY };

const PACKAGE = `<?xml version="1.0" encoding="ISO-8859-1"?>
<package>
  <!-- Zugang für Köln -->
  <entities schema="nms:extAccount">
    <extAccount name="Adobe_Experience_Cloud" label="Köln" callbackServer="http://campaign.luma-shop.com"/>
  </entities>
</package>
`;

describe('--fix', () => {
  it('writes what is safe, and reports the file as written', async () => {
    const here = folder({ 'a.external-account.yaml': INSECURE, 'b.json': DOWNLOAD });
    fs.chmodSync(path.join(here.path, 'a.external-account.yaml'), 0o640);
    const { status, json, err } = await here.check(['--fix']);
    assert.equal(here.read('a.external-account.yaml'), ACCOUNT);
    assert.equal(here.read('b.json'), DOWNLOAD);
    assert.equal(fs.statSync(path.join(here.path, 'a.external-account.yaml')).mode & 0o777, 0o640);
    assert.equal(err, '1 problem fixed in 1 file.\n');
    assert.equal(status, 1);
    assert.deepEqual(json.files[0]?.findings, []);
    assert.deepEqual(fs.readdirSync(here.path).sort(), ['a.external-account.yaml', 'b.json']);
  });

  it('migrates with --unsafe-fixes, and once', async () => {
    const here = folder({ 'b.json': DOWNLOAD });
    const { json, status } = await here.check(['--unsafe-fixes']);
    const written = here.read('b.json');
    assert.match(written, /"CLIENT_SECRETS"/);
    assert.match(written, /p8e-0123456789abcdefghijklmnopqrstuv/);
    assert.doesNotMatch(written, /API_KEY|PUBLIC_KEYS/);
    assert.deepEqual(json.files[0]?.entities, [
      { concept: 'ims-credential', flow: 'oauth-server-to-server' },
    ]);
    assert.equal(status, 0);
    await here.check(['--unsafe-fixes']);
    assert.equal(here.read('b.json'), written);
  });

  it('tells what a person has to verify, once each, where it is after all fixes', async () => {
    const name = '.github/workflows/deploy.yml';
    const step = authStepExample(
      {
        command: 'auth',
        TECHNICALACCOUNTEMAIL: '',
        KEY: '${{ secrets.KEY_PROD }}',
        SCOPES: '${{ secrets.SCOPES_PROD }}',
      },
      '2.0.2',
    ).text;
    const files = { [name]: step };
    const { err, json } = await folder(files).check(['--unsafe-fixes']);
    const [fixed = '', ...notes] = err.trim().split('\n');
    assert.equal(fixed, '1 problem fixed in 1 file.');
    assert.deepEqual(
      notes.map((line) => line.replace('  To verify: ', ' | ')),
      json.files[0]?.notes?.map(
        ({ line, column, message }) => `${name}:${line}:${column} | ${message}`,
      ),
    );
    assert.match(notes[0] ?? '', /:6:15 .*Developer Console.*migrate it there first/);
    assert.match(notes.join('\n'), /:8:20 .*nobody can see it here/);
    assert.match(notes.join('\n'), /:12:11 .*nothing stands there yet/);
    assert.equal(new Set(notes).size, notes.length);
    const again = await folder(files).run(['check', '--fix', '.']);
    assert.doesNotMatch(again.err, /To verify/);
    const stdin = ['check', '--unsafe-fixes', '--stdin', '--stdin-path', name];
    const piped = await folder({}).run(stdin, { stdin: step });
    assert.match(piped.err, /:12:11 {2}To verify: .*nothing stands there yet/);
    assert.doesNotMatch(piped.out, /To verify/);
  });

  it('renames what Adobe calls otherwise with OAuth, and nothing over another file', async () => {
    const name = 'com.adobe.granite.auth.oauth.accesstoken.provider';
    const secret = 'com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl';
    const provider =
      'auth.token.provider.client.id="a"\nauth.token.provider.keypair.alias="tags"\ntoken.request.customizer.type="t"\n';
    const here = folder({
      [`${name}.1a.config`]: provider,
      [`${secret}.2b.config`]: 'auth.ims.client.secret="{0123456789abcdef}"\ncustomizer.type="t"\n',
      [`taken/${name}.1a.config`]: provider.replace('="t"', '="u"'),
      [`taken/${name}-1a.config`]: '',
    });
    const { err } = await here.check(['--unsafe-fixes']);
    assert.match(here.read(`${name}-1a.config`), /client_credentials/);
    assert.match(here.read(`${secret}-2b.config`), /secret/);
    assert.match(here.read(`taken/${name}.1a.config`), /client_credentials/);
    assert.equal(here.read(`taken/${name}-1a.config`), '');
    assert.match(err, /taken.*cannot be renamed to .*-1a\.config: it is there already/);
    assert.deepEqual(fs.readdirSync(here.path).sort(), [
      `${secret}-2b.config`,
      `${name}-1a.config`,
      'taken',
    ]);
  });

  it('writes only what changes', async () => {
    const here = folder({ 'a.external-account.yaml': ACCOUNT });
    const file = path.join(here.path, 'a.external-account.yaml');
    const before = fs.statSync(file);
    await here.check(['--fix', '--unsafe-fixes']);
    const { ino, mtimeMs } = fs.statSync(file);
    assert.deepEqual([ino, mtimeMs], [before.ino, before.mtimeMs]);
  });

  it('writes behind a link', async () => {
    const here = folder({ 'real/a.txt': INSECURE });
    const link = path.join(here.path, 'a.external-account.yaml');
    fs.symlinkSync('real/a.txt', link);
    await here.check(['--fix', 'a.external-account.yaml']);
    assert.ok(fs.lstatSync(link).isSymbolicLink());
    assert.equal(here.read('real/a.txt'), ACCOUNT);
  });

  it('says when it cannot write, and leaves everything as it was', async (test) => {
    const here = folder({ 'a.external-account.yaml': INSECURE });
    test.mock.method(fs, 'renameSync', () => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    });
    const { status, err, json } = await here.check(['--fix']);
    assert.equal(status, 2);
    assert.match(err, /^a\.external-account\.yaml: cannot be fixed: the disk is full\.$/m);
    assert.equal(json.summary.errors, 1);
    assert.equal(here.read('a.external-account.yaml'), INSECURE);
    assert.deepEqual(fs.readdirSync(here.path), ['a.external-account.yaml']);
  });

  it('keeps bytes as they were: BOM, line endings, encodings', async () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    const be = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    const here = folder({
      'bom.external-account.yaml': `\uFEFF${crlf(INSECURE)}`,
      'le.external-account.yaml': Buffer.from(`\uFEFF${INSECURE}`, 'utf16le'),
      'be.external-account.yaml': be(INSECURE),
      'latin1.xml': Buffer.from(PACKAGE, 'latin1'),
      'undeclared.external-account.yaml': Buffer.from(`${INSECURE}# Köln\n`, 'latin1'),
    });
    const { json, err } = await here.check(['--fix']);
    const cured = PACKAGE.replace('http:', 'https:');
    assert.equal(here.read('bom.external-account.yaml'), `\uFEFF${crlf(ACCOUNT)}`);
    assert.deepEqual(
      here.bytes('le.external-account.yaml'),
      Buffer.from(`\uFEFF${ACCOUNT}`, 'utf16le'),
    );
    assert.deepEqual(here.bytes('be.external-account.yaml'), be(ACCOUNT));
    assert.deepEqual(here.bytes('latin1.xml'), Buffer.from(cured, 'latin1'));
    assert.deepEqual(
      here.bytes('undeclared.external-account.yaml'),
      Buffer.from(`${ACCOUNT}# Köln\n`, 'latin1'),
    );
    assert.equal(json.summary.errors, 0);
    assert.equal(err, '5 problems fixed in 5 files.\n');
  });

  it('does not count a BOM as a column', async () => {
    const code = `\uFEFF${INSECURE.split('\n').reverse().join('\n').trim()}\n`.replace(
      /(associationMask.*\n)(orgId.*\n)(callbackServer.*\n)/,
      '$3$1$2',
    );
    const { json } = await folder({ 'a.external-account.yaml': code }).check();
    const [finding] = json.files[0]!.findings;
    assert.deepEqual([finding?.line, finding?.column], [1, 17]);
  });

  it('prints the fixed standard input, and reports on standard error', async () => {
    const here = folder({});
    const argv = ['check', '--fix', '--stdin', '--stdin-path', 'a.external-account.yaml'];
    const { status, out, err } = await here.run(argv, { stdin: INSECURE });
    assert.equal(status, 0);
    assert.equal(out, ACCOUNT);
    assert.match(err, /^No problems in 1 IMS configuration file/);
    const foreign = await here.run(['check', '--fix', '--stdin', '--stdin-path', 'a.txt'], {
      stdin: 'hello',
    });
    assert.equal(foreign.out, 'hello');
  });
});

it('a fix may leave nothing that is ours', async () => {
  const here = folder({ '.env': 'A=1\nAIO_ims_contexts_cli_access__token_token=eyJhbc\n' });
  here.git('init', '-q');
  here.git('add', '.env');
  assert.equal((await here.run(['check', '--unsafe-fixes'])).status, 0);
  assert.equal(here.read('.env'), 'A=1\n');
});

describe('fixText', () => {
  it('takes a fix that several findings offer once, and converges', () => {
    const code = `environments: []
integrations:
  - title: Target
    authType: jwt
    orgId: 0123456789ABCDEF01234567
    clientId: 0123456789abcdef0123456789abcdef
    clientSecret: \${SECRET}
    technicalAccountId: 0123456789ABCDEF01234568@techacct.adobe.com
    tokenEndpoint: https://ims-na1.adobelogin.com/ims/exchange/jwt
    metascopes: [ent_campaign_sdk, ent_campaign_sdk]
    privateKey: \${KEY}
`;
    const once = fixText('a.ims.yaml', code, context, ['safe', 'unsafe']);
    assert.ok(once.applied > 0);
    assert.doesNotMatch(once.text, /jwt|privateKey/);
    assert.match(once.text, /01234567@AdobeOrg/);
    const twice = fixText('a.ims.yaml', once.text, context, ['safe', 'unsafe']);
    assert.deepEqual(twice, { text: once.text, applied: 0, notes: [] });
  });

  it('leaves alone what it is not asked to fix, and what is none of ours', () => {
    assert.deepEqual(fixText('a.json', DOWNLOAD, context, ['safe']), {
      text: DOWNLOAD,
      applied: 0,
      notes: [],
    });
    assert.deepEqual(fixText('a.txt', 'http://x', context, ['safe', 'unsafe']), {
      text: 'http://x',
      applied: 0,
      notes: [],
    });
  });
});
