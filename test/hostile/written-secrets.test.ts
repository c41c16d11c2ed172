import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../server/src/check';
import { readDocument } from '../../server/src/model/document';
import { noSettings } from '../../server/src/rules/settings';
import { folder } from '../cli/terminal';
import { TODAY } from '../support/check';
import { OUTPUTS, tellsNothing } from '../support/outputs';
import { TestClient } from '../support/server';
import { type WrittenSecret, writtenSecrets } from '../support/written-secrets';

const FORMATS = ['text', 'json', 'sarif', 'github', 'markdown'];

/** What is told of a file from the command line. */
const COMMANDS = [
  ...FORMATS.map((format) => ['check', '--format', format, '.']),
  ['check', '--update-baseline', '--baseline', 'baseline.json', '.'],
  ['report', '--format', 'markdown', '.'],
  ['report', '--format', 'json', '.'],
  ['check', '--fix', '--unsafe-fixes', '.'],
];

/** Each in a folder of its own, since they are compared. */
const inFolders = (files: readonly WrittenSecret[]): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ file, text }, index) => [`${index}/${file}`, text]));

const leaks: string[] = [];

function told(output: unknown, what: string): void {
  try {
    tellsNothing(output, what);
  } catch (error) {
    leaks.push((error as Error).message);
  }
}

describe('secrets in every way of writing them', () => {
  for (const [notation, files] of Object.entries(writtenSecrets)) {
    it(`are told by no feature: ${notation}`, () => {
      const unread = new Set(files.map(({ file }) => file));
      for (const { what, file, text } of files) {
        const document = readDocument(`/${file}`, text);
        if (!document) continue;
        unread.delete(file);
        const findings = check(document, { settings: noSettings, today: TODAY, tracked: true });
        for (const [feature, output] of Object.entries(OUTPUTS)) {
          told(output(document, findings), `${feature} of ${what}`);
        }
      }
      assert.deepEqual([...unread], []);
      const all = leaks.splice(0);
      assert.equal(all.length, 0, all.join('\n'));
    });

    it(`are told by no command: ${notation}`, async () => {
      const here = folder(inFolders(files));
      here.git('init', '-q');
      here.git('add', '.');
      for (const command of COMMANDS) {
        const { out, err } = await here.run(command);
        for (const line of `${out}\n${err}`.split('\n')) told(line, command.join(' '));
      }
      told(here.read('baseline.json'), 'the baseline');
      const all = leaks.splice(0);
      assert.equal(all.length, 0, all.join('\n'));
    });

    it(`are told by no answer of the server: ${notation}`, async () => {
      const named = Object.entries(inFolders(files)).map(
        ([name, text]) => [`file:///shop/${name}`, text] as const,
      );
      const client = await TestClient.start({
        folders: ['file:///shop'],
        lists: true,
        files: Object.fromEntries(named),
        initializationOptions: { triesMasks: true, showsWorkspace: true },
        section: { workspace: { diagnostics: 'all' } },
      });
      await client.indexed();
      const ask = (method: string, params: object) => client.connection.sendRequest(method, params);
      await ask('workspace/diagnostic', { previousResultIds: [] });
      for (const [uri, text] of named) {
        await client.open(uri, text);
        await client.symbols(uri);
        await client.actions(uri);
        for (const method of ['codeLens', 'documentLink'])
          await ask(`textDocument/${method}`, { textDocument: { uri } });
        for (const request of ['describe', 'masks', 'convert'])
          await ask(`imsConfig/${request}`, { uri });
        await client.close(uri);
      }
      await client.end();
      assert.ok(client.sent.includes('"detail"'));
      const sent = client.sent.replace(/"newText":"(?:[^"\\]|\\.)*"/g, '');
      for (const part of sent.split(/(?="jsonrpc")/)) told(part, 'the server');
      const all = leaks.splice(0);
      assert.equal(all.length, 0, all.join('\n'));
    });
  }
});
