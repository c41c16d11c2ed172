import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import Ajv2020 from 'ajv/dist/2020';
import type { Log, Result } from 'sarif';
import { sarifFixes } from '../../server/src/cli/sarif-fixes';
import type { PlaceOf } from '../../server/src/cli/sarif-report';
import { rules } from '../../server/src/rules';
import type { Fix } from '../../server/src/rules/finding';
import type { Rule } from '../../server/src/rules/rule';
import { editOf } from '../../server/src/text/edit';
import { span } from '../../server/src/text/span';
import { findingsOf } from '../support/check';
import { root } from '../support/root';
import { ACCOUNT, type Folder, folder, type How, INSECURE } from './terminal';

const isUri = (text: string) => URL.canParse(text);
const isReference = (text: string) =>
  /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(text) && URL.canParse(text, 'file:///base/');

/** The published schema, with formats of our own: ajv brings none. */
const validate = new Ajv2020({
  allErrors: true,
  formats: {
    uri: isUri,
    'uri-reference': isReference,
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
    uuid: /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i,
  },
}).compile(
  JSON.parse(fs.readFileSync(path.join(root, 'test/fixtures/sarif/sarif-2.1.0.json'), 'utf8')),
);

async function sarif(here: Folder, argv: readonly string[] = [], how?: How): Promise<Log> {
  const args = ['check', '--format', 'sarif', '--today', '2026-11-21', ...argv];
  const { out, err } = await here.run(args, how);
  const log = JSON.parse(out || err) as Log;
  assert.ok(validate(log), JSON.stringify(validate.errors, undefined, 1));
  return log;
}

const resultsOf = (log: Log): readonly Result[] => log.runs[0]?.results ?? [];

const regionOf = ({ locations }: Result) => locations?.[0]?.physicalLocation?.region;
const uriOf = ({ locations }: Result) => locations?.[0]?.physicalLocation?.artifactLocation;

/** The wrong example of a rule in a folder of its own, where the rule counts. */
const filesOfExample = ({ meta }: Rule): Readonly<Record<string, string>> =>
  Object.fromEntries([
    [`${meta.id}/ims-config.yaml`, `rules: { ${meta.id}: ${meta.severity} }\n`],
    ...[meta.docs.invalid, ...(meta.docs.invalid.beside ?? [])].map(({ file, text }) => [
      `${meta.id}/${file}`,
      text,
    ]),
  ]);

describe('the schema of SARIF', () => {
  const minimal = { version: '2.1.0', runs: [{ tool: { driver: { name: 'a' } }, results: [] }] };

  it('accepts and refuses', () => {
    assert.ok(validate(minimal));
    const wrong = [
      { ...minimal, version: '2.0.0' },
      { ...minimal, more: 1 },
      { ...minimal, $schema: 'no address' },
      { version: '2.1.0', runs: [{ results: [] }] },
      { version: '2.1.0', runs: [{ ...minimal.runs[0], columnKind: 'bytes' }] },
      { version: '2.1.0', runs: [{ ...minimal.runs[0], results: [{ ruleId: 'a' }] }] },
    ];
    for (const each of wrong) assert.ok(!validate(each), JSON.stringify(each));
  });
});

describe('a report in SARIF', () => {
  it('is valid with nothing in it', async () => {
    const log = await sarif(folder({}));
    assert.deepEqual(resultsOf(log), []);
    assert.equal(log.runs[0]?.invocations?.[0]?.executionSuccessful, true);
  });

  it('says of a finding what it is, where it is and how it is fixed', async () => {
    const log = await sarif(folder({ 'a b/ü.external-account.yaml': INSECURE }));
    const [result, ...more] = resultsOf(log);
    assert.deepEqual(more, []);
    assert.equal(result?.ruleId, 'callback-not-https');
    assert.equal(rules[result.ruleIndex ?? -1]?.meta.id, 'callback-not-https');
    assert.equal(result.level, 'error');
    const artifactLocation = {
      uri: 'a%20b/%C3%BC.external-account.yaml',
      uriBaseId: '%SRCROOT%',
    };
    const region = { startLine: 5, startColumn: 17, endLine: 5, endColumn: 21 };
    assert.deepEqual(result.locations, [{ physicalLocation: { artifactLocation, region } }]);
    assert.deepEqual(result.fixes, [
      {
        description: { text: 'Use `https`', markdown: 'Use `https`' },
        artifactChanges: [
          {
            artifactLocation,
            replacements: [{ deletedRegion: region, insertedContent: { text: 'https' } }],
          },
        ],
        properties: { safety: 'safe' },
      },
    ]);
    assert.equal(log.runs[0]?.columnKind, 'utf16CodeUnits');
  });

  it('describes every rule', async () => {
    const described = (await sarif(folder({}))).runs[0]?.tool.driver.rules ?? [];
    assert.deepEqual(
      described.map(({ id }) => id),
      rules.map(({ meta }) => meta.id),
    );
    for (const { id, shortDescription, fullDescription, help, helpUri } of described) {
      for (const text of [shortDescription?.text, fullDescription?.text, help?.text]) {
        assert.ok(text && text.length > 10, id);
      }
      assert.ok(help?.markdown?.startsWith(`# ${id}\n`));
      assert.equal(helpUri, undefined);
    }
    const off = described.find(({ id }) => id === 'webview2-off')?.defaultConfiguration;
    assert.equal(off?.enabled, false);
  });

  it('counts columns in units of UTF-16, without the byte order mark', async () => {
    const code = `\uFEFF{ "x-note": "😀", "callbackServer": "http://a.luma-shop.com" }`;
    const log = await sarif(folder({ 'a.external-account.json': code }));
    const result = resultsOf(log).find(({ ruleId }) => ruleId === 'callback-not-https');
    const column = code.indexOf('http:');
    assert.deepEqual(regionOf(result!), {
      startLine: 1,
      startColumn: column,
      endLine: 1,
      endColumn: column + 4,
    });
  });

  it('names files from the root of the repository', async () => {
    const here = folder({ 'sub/a.external-account.yaml': INSECURE });
    here.git('init', '-q');
    const [result] = resultsOf(await sarif(here, [], { in: 'sub' }));
    assert.deepEqual(uriOf(result!), {
      uri: 'sub/a.external-account.yaml',
      uriBaseId: '%SRCROOT%',
    });
  });

  it('names files outside of it by their whole address', async () => {
    const other = folder({ 'a.external-account.yaml': INSECURE });
    const [result] = resultsOf(await sarif(folder({}), [other.path]));
    const file = path.join(other.path, 'a.external-account.yaml');
    assert.deepEqual(uriOf(result!), { uri: pathToFileURL(file).href });
  });

  it('is valid for the example of every rule, and points to other files', async () => {
    const here = folder(Object.assign({}, ...rules.map(filesOfExample)));
    here.git('init', '-q');
    here.git('add', '.');
    let others = 0;
    for (const { meta } of rules) {
      const results = resultsOf(await sarif(here, [], { in: meta.id }));
      assert.ok(
        results.some(({ ruleId }) => ruleId === meta.id),
        meta.id,
      );
      for (const result of results) {
        for (const { id, physicalLocation, message } of result.relatedLocations ?? []) {
          assert.ok(id && message?.text, meta.id);
          if (physicalLocation?.artifactLocation?.uri !== uriOf(result)?.uri) others++;
        }
      }
    }
    assert.ok(others > 0);
  });

  it('doubles braces and escapes brackets, which mean something in its messages', async () => {
    const code = ACCOUNT.replace('imsServer: https://ims-na1.adobelogin.com', 'imsServe[r]{0}: a');
    const log = await sarif(folder({ 'a.external-account.yaml': code }));
    const unknown = resultsOf(log).find(({ ruleId }) => ruleId === 'unknown-field');
    assert.match(unknown?.message.text ?? '', /imsServe\\\[r\\\]\{\{0\}\}/);
    assert.match(unknown?.message.markdown ?? '', /`imsServe\[r\]\{\{0\}\}`/);
  });

  it('tells what could not be checked', async () => {
    const here = folder({ 'big.json': `"ORG_ID"${' '.repeat(21 * 1024 * 1024)}` });
    const args = ['check', '--format', 'sarif', 'big.json'];
    const log = JSON.parse((await here.run(args)).out) as Log;
    assert.ok(validate(log));
    const [invocation] = log.runs[0]?.invocations ?? [];
    assert.equal(invocation?.executionSuccessful, false);
    assert.equal(invocation?.exitCode, 2);
    assert.match(invocation?.toolExecutionNotifications?.[0]?.message.text ?? '', /larger than/);
  });

  it('tells of what could not be done, and not of what was', async () => {
    const here = folder({
      'ims-config.yaml': 'ignore: [a.*]\n',
      'a.external-account.yaml': INSECURE,
    });
    const { out, err } = await here.run(['check', '--format', 'sarif', 'a.external-account.yaml']);
    assert.match(err, /the settings ignore it/);
    const [invocation] = (JSON.parse(out) as Log).runs[0]?.invocations ?? [];
    assert.deepEqual(invocation?.toolExecutionNotifications, []);
  });

  it('is written into a file, and also of the standard input', async () => {
    const here = folder({ 'a.external-account.yaml': INSECURE });
    const printed = await here.run(['check', '--format', 'sarif']);
    const written = await here.run(['check', '--format', 'sarif', '--output', 'a/b.sarif']);
    assert.deepEqual([written.status, written.out, written.err], [1, '', '']);
    assert.equal(here.read('a/b.sarif'), printed.out);
    const how = { stdin: INSECURE };
    const log = await sarif(here, ['--stdin', '--stdin-path', 'a.external-account.yaml'], how);
    assert.equal(resultsOf(log).length, 1);
  });
});

describe('the fingerprint of a finding', () => {
  const printsOf = async (here: Folder, how?: How) =>
    resultsOf(await sarif(here, [], how)).map(({ ruleId, partialFingerprints }) => [
      ruleId,
      partialFingerprints?.['imsConfig/v1'],
    ]);

  const LIST = `externalAccounts:
  - label: one
    imsServer: http://ims-na1.adobelogin.com
  - label: two
    imsServer: http://ims-na1.adobelogin.com
`;
  const ENTRIES = LIST.split(/(?=^ {2}- )/m);

  it('stays when lines, entries, quotes and line endings change', async () => {
    const before = await printsOf(folder({ 'a.ims.yaml': LIST }));
    assert.ok(before.length >= 2);
    const others = [
      `# a comment\n\n${LIST}`,
      LIST.replaceAll('http://ims-na1.adobelogin.com', '"http://ims-na1.adobelogin.com" # why'),
      LIST.replaceAll('\n', '\r\n'),
      `${ENTRIES[0]}  - label: zero\n${ENTRIES[1]}${ENTRIES[2]}`,
    ];
    for (const text of others) {
      const after = await printsOf(folder({ 'a.ims.yaml': text }));
      for (const each of before) {
        assert.ok(
          after.some(([rule, print]) => rule === each[0] && print === each[1]),
          text,
        );
      }
    }
    const swapped = `${ENTRIES[0]}${ENTRIES[2]}${ENTRIES[1]}`;
    const after = await printsOf(folder({ 'a.ims.yaml': swapped }));
    assert.deepEqual(after.map(String).sort(), before.map(String).sort());
  });

  it('is another one for another rule, file, thing and field', async () => {
    const prints = await printsOf(
      folder({
        'a.ims.yaml': LIST,
        'b.ims.yaml': LIST,
        'c.external-account.yaml': INSECURE.replace('https://ims', 'http://ims'),
      }),
    );
    assert.equal(new Set(prints.map(([, print]) => print)).size, prints.length);
  });

  it('is another one for another key that is missing', async () => {
    const absent: Readonly<Record<string, string>> = {
      'a.ims-integration.yaml': `authType: oauth-server-to-server
orgId: 0123456789ABCDEF01234567@AdobeOrg
clientId: 0123456789abcdef0123456789abcdef
`,
      'b.xml':
        '<package><entities schema="nms:extAccount"><extAccount name="a" imsOrgId="0123456789ABCDEF01234567@AdobeOrg" imsClientId="b"/></entities></package>',
      'NmsPipeline_Config.json':
        '{ "topics": [ { "name": "t", "consumer": "c", "triggers": [ {} ] } ] }',
    };
    for (const [name, text] of Object.entries(absent)) {
      const prints = await printsOf(folder({ [name]: text }));
      const missing = prints.filter(([rule]) => /missing-field|pipeline/.test(rule ?? ''));
      assert.ok(missing.length > 1, name);
      assert.ok(
        missing.every(([, print]) => print?.endsWith(':1')),
        JSON.stringify(prints),
      );
    }
  });

  it('is the same wherever the command runs in a repository', async () => {
    const here = folder({ 'sub/a.external-account.yaml': INSECURE });
    here.git('init', '-q');
    assert.deepEqual(await printsOf(here), await printsOf(here, { in: 'sub' }));
  });

  it('numbers findings that share it', async () => {
    const code = INSECURE.replace(/(callbackServer: .*)/, '$1\nnote: 1\nnote: 2\nnote: 3');
    const prints = await printsOf(folder({ 'a.external-account.yaml': code }));
    const numbers = prints.map(([, print]) => print?.split(':'));
    assert.equal(new Set(prints.map(String)).size, prints.length);
    assert.ok(numbers.some((parts) => parts?.[1] === '2'));
  });
});

describe('fixes in SARIF', () => {
  const CODE = 'authType: oauth-server-to-server\nclientSecret: 8675309\norgId: 12345678\n';

  it('are left out where they would write what is masked', async () => {
    const here = folder({ 'a.ims-integration.yaml': CODE });
    const { json } = await here.check();
    const quoting = json.files[0]?.findings.filter(({ rule }) => rule === 'unexpected-type');
    // The command line can write both of them in quotes.
    assert.ok(quoting?.some(({ line, fixes }) => line === 2 && fixes.length > 0));
    const log = await sarif(here);
    assert.ok(!JSON.stringify(log).includes('8675309'));
    const results = resultsOf(log).filter(({ ruleId }) => ruleId === 'unexpected-type');
    assert.equal(results.find((each) => regionOf(each)?.startLine === 2)?.fixes, undefined);
  });

  it('are left out where a file would have to be renamed', () => {
    const onFirstLine: PlaceOf = ({ start, end }) => {
      const region = { startLine: 1, startColumn: start + 1, endLine: 1, endColumn: end + 1 };
      return { physicalLocation: { artifactLocation: { uri: 'a.ims-integration.yaml' }, region } };
    };
    const fix: Fix = {
      title: 'Migrate',
      safety: 'unsafe',
      edits: () => [editOf(span(10, 13), 'oauth-server-to-server')],
    };
    const fixesOf = (...fixes: readonly Fix[]) => {
      const [finding] = findingsOf('a.external-account.yaml', INSECURE);
      return sarifFixes({ ...finding!, fixes }, onFirstLine, () => false).fixes?.length;
    };
    assert.equal(fixesOf(fix, { ...fix, renames: 'b.ims-integration.yaml' }), 1);
    assert.equal(fixesOf({ ...fix, renames: 'b.ims-integration.yaml' }), undefined);
  });
});
