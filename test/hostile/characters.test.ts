import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encode } from '../../server/src/cli/encoding';
import { folder, INSECURE } from '../cli/terminal';
import { type SampleFile, sampleFiles } from '../support/sample-files';
import { askAll } from './ask-all';
import { probe } from './probe';

/**
 * One file of each notation is enough; it is the shortest, so that each of its places can be tried.
 */
const oneOfEach: readonly SampleFile[] = [
  'staging.external-account.yaml',
  'pdfservices-api-credentials.json',
  'extaccount_prod.xml',
  'set-technical-account.sh',
  'workspace.secret.properties',
  '.env',
  '.aio',
  'usermanagement.config',
  'com.adobe.granite.auth.oauth.accesstoken.provider.1700000000000.config',
].map((name) => {
  const found = sampleFiles.find(
    ({ file }) => file.startsWith('examples') && file.endsWith(`/${name}`),
  );
  assert.ok(found, name);
  return found;
});

describe('characters that nobody writes', () => {
  const strange: Readonly<Record<string, string>> = {
    'half of a pair': '\uD83D',
    'the other half': '\uDE00',
    NUL: '\0',
    'a byte order mark inside': '\uFEFF',
    'a line separator': '\u2028',
    'a form feed': '\f',
    'a right-to-left override': '\u202E',
    'the last unit': '\uFFFF',
  };
  for (const [what, character] of Object.entries(strange)) {
    for (const { file, text } of oneOfEach) {
      it(`are handled in ${file}: ${what}`, () => {
        // At the beginning, somewhere inside, and everywhere at once.
        for (const at of [0, Math.floor(text.length * 0.6)]) {
          probe({ file, text: text.slice(0, at) + character + text.slice(at) });
        }
        askAll(file, text.replace(/.{7}/g, `$&${character}`));
      });
    }
  }
});

describe('the line breaks of a file', () => {
  const NAME = 'a.external-account.yaml';
  const lines = INSECURE.trimEnd().split('\n');
  const mixed = lines.map((line, index) => line + (index % 2 === 0 ? '\r\n' : '\n')).join('');

  it('stay mixed where they are, when a line is fixed', async () => {
    const here = folder({ [NAME]: mixed });
    await here.check(['--fix']);
    assert.equal(here.read(NAME), mixed.replace('http://campaign', 'https://campaign'));
  });

  for (const encoding of ['utf8', 'utf16le', 'utf16be'] as const) {
    it(`stay mixed in ${encoding} with a byte order mark`, async () => {
      const bytes = (text: string) =>
        encode({ text: `\uFEFF${text}`, encoding }) ?? new Uint8Array();
      const here = folder({ [NAME]: bytes(mixed) });
      const { json } = await here.check(['--fix']);
      assert.deepEqual(json.files[0]?.findings, []);
      const wanted = mixed.replace('http://campaign', 'https://campaign');
      assert.deepEqual(here.bytes(NAME), Buffer.from(bytes(wanted)));
    });
  }
});
