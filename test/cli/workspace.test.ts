import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, it } from 'node:test';
import { packageOf } from '../lsp/samples';
import { consoleOf, envOf, MISMATCH, RENEWED } from '../support/integration';
import { folder } from './terminal';

const DUPLICATE = 'experience-cloud-account-duplicate';

/** An instance that names no organization, which is wrong only beside a server that names one. */
const INSTANCE = '<serverconf>\n  <web><redirection IMSOrgId=""/></web>\n</serverconf>\n';
const SERVER =
  '<serverconf>\n  <web><redirection IMSOrgId="5B7C0DE15A1E0F2A0A495C11@AdobeOrg"/></web>\n</serverconf>\n';

describe('check over several files', () => {
  it('finds what shows only beside another file, and says where that is', async () => {
    const here = folder({
      'packages/first.xml': packageOf('first'),
      'packages/second.xml': packageOf('second'),
    });
    const { json, status } = await here.check();
    assert.equal(status, 1);
    assert.deepEqual(
      json.files.map(({ findings }) => findings.map(({ rule }) => rule)),
      [[], [DUPLICATE]],
    );
    const [related, ...more] = json.files[1]?.findings[0]?.related ?? [];
    assert.deepEqual(more, []);
    assert.ok(related?.message);
    assert.deepEqual([related.path, related.line, related.column], ['packages/first.xml', 3, 6]);
    const { out } = await here.run(['check']);
    assert.match(out, /^packages\/second\.xml:3:6 {2}error/m);
    assert.match(out, /^ {2}packages\/first\.xml:3:6 {2}\S/m);
  });

  it('compares the files of one integration, and shows no secret of either', async () => {
    const secret = 'p8e-AbCdEfGhIjKlMnOpQrStUvWxYz012345';
    const here = folder({
      'a/console.json': consoleOf({ client_id: RENEWED, client_secrets: [secret] }),
      'a/.env': envOf().replace('${SECRET}', secret),
      'b/console.json': consoleOf(),
      'b/.env': envOf(),
    });
    const { json } = await here.check();
    const found = json.files.flatMap(({ path, findings }) =>
      findings.map(({ rule, related }) => [path, rule, ...related.map((each) => each.path)]),
    );
    assert.deepEqual(found, [['a/.env', MISMATCH, 'a/console.json']]);
    const { out } = await here.run(['check', '--no-gitignore']);
    assert.match(out, /AIO_ims_contexts_shop_client__id/);
    assert.match(
      out,
      /^ {2}a\/console\.json:\d+:\d+ {2}Client ID \(`client_id`\) is another one here/m,
    );
    assert.ok(!out.includes(secret));
  });

  it('says where from the working directory', async () => {
    const here = folder({
      'here/second.xml': packageOf('second'),
      'a/first.xml': packageOf('first'),
    });
    const { json } = await here.check(['.', '../a'], { in: 'here' });
    const related = json.files.flatMap(({ findings }) => findings.flatMap((each) => each.related));
    assert.deepEqual(
      related.map((each) => each.path),
      ['../a/first.xml'],
    );
  });

  it('compares with nothing that the settings ignore, or that it was not asked about', async () => {
    const here = folder({
      'ims-config.yaml': 'ignore: [north]\n',
      'north/first.xml': packageOf('first'),
      'south/first.xml': packageOf('first'),
      'packages/second.xml': packageOf('second'),
    });
    const { json } = await here.check(['north', 'packages', 'north/first.xml']);
    assert.deepEqual(
      json.files.map(({ findings }) => findings),
      [[], []],
    );
    const stdin = packageOf('second');
    const piped = await here.check(['--stdin', '--stdin-path', 'packages/second.xml'], { stdin });
    assert.deepEqual(piped.json.files[0]?.findings, []);
  });

  it('fixes what is wrong because of another file, once', async () => {
    const here = folder({ 'serverConf.xml': SERVER, 'config-shop.xml': INSTANCE });
    const before = await here.check();
    const codes = before.json.files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    assert.deepEqual(codes, ['org-id-overridden-empty']);
    const { json, err } = await here.check(['--fix']);
    assert.match(err, /1 problem fixed in 1 file/);
    assert.deepEqual(
      json.files.flatMap(({ findings }) => findings),
      [],
    );
    assert.ok(!here.read('config-shop.xml').includes('IMSOrgId'));
    assert.equal(here.read('serverConf.xml'), SERVER);
    assert.equal((await here.check(['--fix'])).err, '');
  });

  it('reports files as they are written, also beside one that cannot be', async (test) => {
    const here = folder({ 'serverConf.xml': SERVER, 'config-shop.xml': INSTANCE });
    // Nothing is write-protected to root, so that the file system has to play it.
    test.mock.method(fs, 'accessSync', () => {
      throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    });
    const { json, status } = await here.check(['--fix']);
    assert.equal(status, 2);
    assert.equal(json.files.flatMap(({ findings }) => findings).length, 1);
  });
});
