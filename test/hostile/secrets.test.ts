import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, describe, it, mock } from 'node:test';
import { type CheckContext, check } from '../../server/src/check';
import { readDocument } from '../../server/src/model/document';
import { kinds } from '../../server/src/model/kinds';
import { noSettings } from '../../server/src/rules/settings';
import { syntaxes } from '../../server/src/syntax';
import { folder } from '../cli/terminal';
import { type Beside, FORMS, planted } from '../support/canaries';
import { TODAY } from '../support/check';
import { OUTPUTS, tellsNothing } from '../support/outputs';
import { type SampleFile, sampleFiles } from '../support/sample-files';
import { packageOf } from '../support/samples';
import { TestClient } from '../support/server';

const CONTEXT: CheckContext = { settings: noSettings, today: TODAY, tracked: true };

const PLACES: readonly Beside[] = [
  'nowhere else',
  'in a comment beside',
  'in what the thing is called',
];

/** Files that hold secrets where no file of the project does. */
const more: readonly SampleFile[] = [
  { file: 'a.xml', text: packageOf('clientSecret="x" imsOrgId="1" callbackServer="http://x"') },
  {
    file: 'NmsPipeline_Config.json',
    text: '{"topics": [{"name": "a", "consumer": "", "clientSecret": "x"}]}',
  },
];

/** A few of each kind: all of them take too long, and are much alike. */
const some: readonly SampleFile[] = (() => {
  const counts = new Map<string, number>();
  return [...more, ...sampleFiles].filter(({ file, text }) => {
    const sample = planted({ file, text }, String, 'nowhere else');
    const id = sample && readDocument(file, sample.text)?.kind.id;
    if (id === undefined) return false;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    return (counts.get(id) ?? 0) <= 3;
  });
})();

describe('secrets in files of every kind', () => {
  const withSecrets = new Set<string>();
  for (const [form, secretOf] of Object.entries(FORMS)) {
    for (const beside of PLACES) {
      it(`are told by no feature: ${form}, and ${beside}`, () => {
        for (const sample of some) {
          const file = planted(sample, secretOf, beside);
          const document = file && readDocument(file.file, file.text);
          if (!document) continue;
          withSecrets.add(document.kind.id);
          const findings = check(document, CONTEXT);
          for (const [what, output] of Object.entries(OUTPUTS)) {
            tellsNothing(output(document, findings), `${what} of ${sample.file}`);
          }
        }
      });
    }
  }

  it('were planted in each kind that has a place for them', () => {
    const without = kinds.map(({ id }) => id).filter((id) => !withSecrets.has(id));
    assert.deepEqual(without.sort(), ['campaign-groups', 'ims-config']);
  });
});

/** The examples as one workspace, which is what people have. */
const examples = (secretOf: (count: number) => string, beside: Beside): readonly SampleFile[] =>
  sampleFiles
    .filter(({ file }) => file.startsWith('examples'))
    .map((sample) => planted(sample, secretOf, beside) ?? sample);

describe('secrets of a workspace', () => {
  afterEach(() => mock.restoreAll());

  const FORMATS = ['text', 'json', 'sarif', 'github', 'markdown'];
  const PAIRS = Object.entries(FORMS).flatMap(([form, secretOf]) =>
    PLACES.slice(1).map((beside) => ({ form, secretOf, beside })),
  );
  for (const { form, secretOf, beside } of PAIRS) {
    it(`are told by no command: ${form}, and ${beside}`, async () => {
      const files = examples(secretOf, beside);
      const here = folder(Object.fromEntries(files.map(({ file, text }) => [file, text])));
      here.git('init', '-q');
      here.git('add', '.');
      const commands = [
        ...FORMATS.map((format) => ['check', '--format', format]),
        ['check', '--format', 'sarif', '--output', 'out.sarif'],
        ['check', '--update-baseline', '--baseline', 'baseline.json'],
        ['report', '--format', 'markdown'],
        ['report', '--format', 'json'],
        ['convert', 'examples/campaign/extaccount_dev.xml', '--output', '.'],
        ['check', '--fix', '--unsafe-fixes'],
      ];
      for (const command of commands) {
        const { out, err, status } = await here.run(command);
        assert.notEqual(status, undefined);
        tellsNothing([out, err], command.join(' '));
      }
      for (const name of fs.readdirSync(here.path)) {
        if (fs.statSync(path.join(here.path, name)).isFile()) tellsNothing(here.read(name), name);
      }
    });
  }

  it('are told by no crash of the command line', async () => {
    const here = folder({ 'a.ims-integration.yaml': 'clientSecret: qCanaryCANARY7x\n' });
    mock.method(syntaxes.yaml, 'parse', (text: string) => {
      throw new SyntaxError(`Unexpected ${text}`);
    });
    for (const command of [['check'], ['check', '--fix'], ['report']]) {
      const { out, err, status } = await here.run(command);
      assert.equal(status, 2);
      assert.match(err, /SyntaxError/);
      tellsNothing([out, err], command.join(' '));
    }
  });

  it('are written to no other file, and to no file that more people can read', async () => {
    const name = 'a.ims-integration.yaml';
    const text =
      'title: A\nauthType: oauth-server-to-server\nclientSecret: qCanaryCANARY7x\nscopes: [openid, openid]\n';
    const here = folder({ [name]: text });
    fs.chmodSync(path.join(here.path, name), 0o600);
    const elsewhere = folder({}).path;
    const { TMPDIR } = process.env;
    process.env.TMPDIR = elsewhere;
    assert.equal(os.tmpdir(), elsewhere);
    const modes: number[] = [];
    const rename = fs.renameSync;
    mock.method(fs, 'renameSync', (from: string, to: string) => {
      modes.push(fs.statSync(from).mode & 0o777);
      assert.equal(path.dirname(from), here.path);
      rename(from, to);
    });
    await here.run(['check', '--fix', '--unsafe-fixes']);
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    assert.notEqual(here.read(name), text);
    assert.deepEqual(modes, [0o600]);
    assert.deepEqual(fs.readdirSync(here.path), [name]);
    assert.deepEqual(fs.readdirSync(elsewhere), []);
  });

  for (const [form, secretOf] of Object.entries(FORMS)) {
    it(`leave the server only as text to write: ${form}`, async () => {
      const files = examples(secretOf, 'in what the thing is called');
      const uriOf = (file: string) => `file:///shop/${file}`;
      const client = await TestClient.start({
        folders: ['file:///shop'],
        lists: true,
        files: Object.fromEntries(files.map(({ file, text }) => [uriOf(file), text])),
        initializationOptions: { triesMasks: true, showsWorkspace: true },
        section: { workspace: { diagnostics: 'all' } },
      });
      after(() => client.end());
      await client.indexed();
      const ask = (method: string, params: object) => client.connection.sendRequest(method, params);
      await ask('workspace/diagnostic', { previousResultIds: [] });
      for (const { file, text } of files) {
        const uri = uriOf(file);
        await client.open(uri, text);
        await client.report(uri);
        await client.symbols(uri);
        await client.actions(uri);
        for (const method of ['codeLens', 'documentLink']) {
          await ask(`textDocument/${method}`, { textDocument: { uri } });
        }
        for (const request of ['describe', 'masks', 'convert'])
          await ask(`imsConfig/${request}`, { uri });
        await client.close(uri);
      }
      assert.ok(client.sent.length > 100_000);
      tellsNothing(client.sent.replace(/"newText":"(?:[^"\\]|\\.)*"/g, ''), 'the protocol');
    });
  }
});
