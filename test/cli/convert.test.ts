import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { folder } from './terminal';

const SECRET = 'p8e-0123456789abcdefghijklmnopqrstuv';

const account = (attributes = '') =>
  `<extAccount name="Adobe_Experience_Cloud" label="Zugang Köln" active="1" imsServer="https://ims-na1.adobelogin.com" clientId="Campaign-Luma" callbackServer="https://campaign.luma-shop.com" imsOrgId="0123456789ABCDEF01234567@AdobeOrg" imsRightsMask="Campaign - luma - (.*)" ${attributes}/>`;

const packageOf = (...accounts: readonly string[]) =>
  `<?xml version="1.0"?>\n<package>\n  <entities schema="nms:extAccount">\n${accounts.join('\n')}\n  </entities>\n</package>\n`;

const PACKAGE = packageOf(account(`clientSecret="${SECRET}" type="99"`));

const YAML = `# From the package extaccount_dev.xml.
# Fill in what stands in angle brackets: the package does not say it.
name: Adobe_Experience_Cloud
label: Zugang Köln
enabled: true
imsServer: https://ims-na1.adobelogin.com
clientId: Campaign-Luma
clientSecret: <client-secret>
callbackServer: https://campaign.luma-shop.com
orgId: 0123456789ABCDEF01234567@AdobeOrg
associationMask: Campaign - luma - (.*)
`;

const NAME = 'extaccount_dev.external-account.yaml';

describe('convert', () => {
  it('writes the account beside the package, and says what is missing', async () => {
    const here = folder({ 'packages/extaccount_dev.xml': PACKAGE });
    const { status, out, err } = await here.run(['convert', 'packages/extaccount_dev.xml']);
    assert.equal(here.read(`packages/${NAME}`), YAML);
    assert.equal(err, '');
    assert.equal(
      out,
      `packages/${NAME}: written.\nTo be filled in, in packages/${NAME}: \`clientSecret\`.\nLeft out of packages/${NAME}, which has no such fields: \`type\`.\n`,
    );
    assert.equal(status, 0);
    assert.deepEqual(fs.readdirSync(path.join(here.path, 'packages')).sort(), [
      NAME,
      'extaccount_dev.xml',
    ]);
    const { json } = await here.check([`packages/${NAME}`]);
    assert.equal(json.summary.errors, 0);
  });

  it('writes into a folder, or a file of another name', async () => {
    const here = folder({ 'extaccount_dev.xml': PACKAGE, 'out/a.txt': '' });
    await here.run(['convert', 'extaccount_dev.xml', '--output', 'out']);
    assert.equal(here.read(`out/${NAME}`), YAML);
    const named = 'out/dev.external-account.yml';
    const { out } = await here.run(['convert', 'extaccount_dev.xml', '--output', named]);
    assert.equal(here.read(named), YAML);
    assert.match(out, /^out\/dev\.external-account\.yml: written\.\n/);
  });

  it('never overwrites without --force', async () => {
    const here = folder({ 'extaccount_dev.xml': PACKAGE, [NAME]: 'mine\n' });
    const first = await here.run(['convert', 'extaccount_dev.xml']);
    assert.equal(first.status, 2);
    assert.equal(first.out, '');
    assert.match(first.err, /^ims-config: `extaccount_dev\.external-account\.yaml` is there alrea/);
    assert.equal(here.read(NAME), 'mine\n');
    const second = await here.run(['convert', 'extaccount_dev.xml', '--force']);
    assert.equal(second.status, 0);
    assert.equal(here.read(NAME), YAML);
  });

  it('takes a link that leads nowhere for a file', async () => {
    const here = folder({ 'extaccount_dev.xml': PACKAGE });
    fs.symlinkSync('nowhere', path.join(here.path, NAME));
    assert.equal((await here.run(['convert', 'extaccount_dev.xml'])).status, 2);
    assert.ok(!fs.existsSync(path.join(here.path, 'nowhere')));
  });

  it('writes several accounts to several files, or none of them', async () => {
    const two = packageOf(account(), account().replace('"Adobe_Experience_Cloud"', '"MAC"'));
    const here = folder({ 'all.xml': two });
    const names = ['all.Adobe_Experience_Cloud', 'all.MAC'].map(
      (name) => `${name}.external-account.yaml`,
    );
    const one = await here.run(['convert', 'all.xml', '--output', 'a.external-account.yaml']);
    assert.match(one.err, /holds 2 accounts, and `--output` names one file\. Use a folder\./);
    fs.writeFileSync(path.join(here.path, names[1]!), 'mine\n');
    assert.equal((await here.run(['convert', 'all.xml'])).status, 2);
    assert.ok(!fs.existsSync(path.join(here.path, names[0]!)));
    const { out } = await here.run(['convert', 'all.xml', '--force']);
    for (const name of names) assert.ok(out.includes(`${name}: written.`));
    assert.match(here.read(names[1]!), /^name: MAC$/m);
  });

  it('reads the encoding that the package declares, and writes UTF-8', async () => {
    const text = PACKAGE.replace('?>', ' encoding="ISO-8859-1"?>');
    const here = folder({ 'extaccount_dev.xml': Buffer.from(text, 'latin1') });
    await here.run(['convert', 'extaccount_dev.xml']);
    assert.equal(here.read(NAME), YAML);
  });

  it('knows the dashes and quotes of Windows-1252', async () => {
    const text = packageOf(account('tenant="a @ b"')).replace('?>', ' encoding="windows-1252"?>');
    const bytes = Buffer.from(text, 'latin1');
    bytes[bytes.indexOf(' @ b') + 1] = 0x96;
    const here = folder({ 'extaccount_dev.xml': bytes });
    await here.run(['convert', 'extaccount_dev.xml']);
    assert.match(here.read(NAME), /^tenant: a – b$/m);
  });

  it('never writes nor prints a secret', async () => {
    const here = folder({ 'extaccount_dev.xml': PACKAGE });
    const { out, err } = await here.run(['convert', 'extaccount_dev.xml']);
    for (const text of [out, err, here.read(NAME)]) assert.ok(!text.includes(SECRET));
  });

  const refused: readonly (readonly [name: string, text: string, says: RegExp])[] = [
    ['ftp.xml', packageOf('<extAccount name="ftp"/>'), /holds no external account of type Adobe/],
    ['broken.xml', PACKAGE.replace('</entities>', ''), /has a syntax error/],
    ['notes.xml', '<notes/>', /Only a package of Adobe Campaign/],
  ];
  for (const [name, text, says] of refused) {
    it(`refuses ${name}`, async () => {
      const { status, out, err } = await folder({ [name]: text }).run(['convert', name]);
      assert.equal(status, 2);
      assert.equal(out, '');
      assert.match(err, says);
      assert.ok(err.startsWith(`ims-config: \`${name}\` cannot be converted. `));
    });
  }

  it('refuses a name or a place that would not do', async () => {
    const here = folder({ 'a.xml': PACKAGE });
    for (const [output, says] of [
      ['account.yaml', /ends with `\.external-account\.yaml`/],
      ['nowhere/', /there is no such folder/],
    ] as const) {
      const { status, err } = await here.run(['convert', 'a.xml', '--output', output]);
      assert.equal(status, 2);
      assert.match(err, says);
    }
    const lost = await here.run([
      'convert',
      'a.xml',
      '--output',
      'nowhere/a.external-account.yaml',
    ]);
    assert.equal(lost.status, 2);
    assert.match(lost.err, /not written, because there is no such file or folder\./);
    const below = await here.run(['convert', 'a.xml', '--output', 'a.xml/b.external-account.yaml']);
    assert.equal(below.status, 2);
  });
});
