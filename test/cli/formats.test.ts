import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { githubReport } from '../../server/src/cli/github-report';
import { reportOf } from '../../server/src/cli/report';
import { documentOf } from '../support/check';
import { ACCOUNT, DOWNLOAD, folder, INSECURE } from './terminal';

const NAME = 'a,b:c%d.external-account.yaml';

describe('a step of GitHub', () => {
  it('takes no name of a file for a command', async () => {
    const here = folder({
      '::stop-commands::a/big.json': `"ORG_ID"${' '.repeat(21 * 1024 * 1024)}`,
      '::warning::##[error].external-account.yaml': INSECURE,
      '::x/ims-config.yaml': 'extends: gone.yaml\n',
      'known.json':
        '{"version":1,"findings":[{"file":"::a","rule":"::b","fingerprint":"c","count":1}]}',
    });
    const inGitHub = { env: { GITHUB_ACTIONS: 'true' } };
    const commandsIn = (text: string) =>
      text.split('\n').filter((line) => /^\s*::|##\[/.test(line));
    const known = ['--baseline', 'known.json'];
    const checks = ['text', 'markdown'].map((format) => ['check', '--format', format, ...known]);
    for (const argv of [...checks, ['report']]) {
      const { out, err } = await here.run(argv, inGitHub);
      assert.deepEqual(commandsIn(out + err), [], argv.join(' '));
      assert.notDeepEqual(commandsIn(Object.values(await here.run(argv)).join('\n')), []);
    }
    const settings = await here.run(['check'], { ...inGitHub, in: '::x' });
    assert.deepEqual([settings.status, commandsIn(settings.err)], [2, []]);
    // A container may know nothing of the variable.
    const { out, err } = await here.run(['check', '--format', 'github', ...known]);
    assert.match(err, /larger than/);
    assert.deepEqual(commandsIn(err), []);
    assert.match(out, /^::error file=/);
    // What programs read stays as it is.
    const { json } = await here.check([], inGitHub);
    assert.deepEqual(
      json.files.map(({ path: name }) => name),
      ['::warning::##[error].external-account.yaml', '::x/ims-config.yaml'],
    );
  });
});

describe('a path through a link', () => {
  it('is where the file is in the repository', async () => {
    const here = folder({ 'real/a.external-account.yaml': INSECURE });
    here.git('init', '-q');
    const outer = folder({});
    fs.symlinkSync(here.path, path.join(outer.path, 'all'));
    fs.symlinkSync('real', path.join(here.path, 'link'));
    const named = path.join(outer.path, 'all');
    for (const [argv, how] of [
      [['link'], {}],
      [[named], {}],
      [['.'], { in: path.relative(here.path, named) }],
    ] as const) {
      const { out } = await here.run(['check', '--format', 'github', ...argv], how);
      assert.match(out, /^::error file=real\/a\.external-account\.yaml,/);
      const sarif = await here.run(['check', '--format', 'sarif', ...argv], how);
      assert.match(sarif.out, /"uri": "real\/a\.external-account\.yaml"/);
    }
  });
});

describe('annotations for GitHub', () => {
  const github = async (files: Readonly<Record<string, string>>, below = '') => {
    const here = folder(files);
    here.git('init', '-q');
    const { out, err } = await here.run(['check', '--format', 'github'], { in: below });
    assert.equal(err, '');
    return out.trimEnd().split('\n');
  };

  it('are one command for each finding, and the sum at the end', async () => {
    const [command, summary, ...more] = await github({ 'a.external-account.yaml': INSECURE });
    assert.match(
      command ?? '',
      /^::error file=a\.external-account\.yaml,line=5,col=17,endLine=5,endColumn=21,title=callback-not-https::/,
    );
    assert.equal(summary, '1 error in 1 IMS configuration file of 1 file.');
    assert.deepEqual(more, []);
  });

  it('escape what means something in a command', async () => {
    const [command] = await github({ [NAME]: INSECURE });
    assert.match(command ?? '', /^::error file=a%2Cb%3Ac%25d\.external-account\.yaml,line=5,/);
  });

  const said = (message: string, start: number, end: number) => {
    const document = documentOf('a.ims.yaml', 'one: 1\ntwo: 2\n');
    const finding = { rule: 'r', severity: 'info', message, span: { start, end } } as const;
    const findings = [{ ...finding, about: [], lacks: [], fixes: [], related: [] }];
    const files = [{ path: 'a.ims.yaml', file: '/r/a.ims.yaml', document, findings }];
    return githubReport(reportOf({ files, around: [] }, 0, '/r')).split('\n')[0];
  };

  it('keep a message on its line, and its signs', () => {
    assert.equal(
      said('100 %, **a**: b\r\n::error::c', 0, 3),
      '::notice file=a.ims.yaml,line=1,col=1,endLine=1,endColumn=4,title=r::100 %25, a: b\uFFFD\uFFFD::error::c',
    );
  });

  it('have no columns where a finding reaches over several lines', () => {
    assert.equal(said('m', 2, 9), '::notice file=a.ims.yaml,line=1,endLine=2,title=r::m');
  });

  it('know three levels', async () => {
    const lines = await github({
      'ims-config.yaml':
        'overrides:\n' +
        ['hint', 'info', 'warning', 'error']
          .map((level) => `  - files: [${level}.*]\n    rules: { callback-not-https: ${level} }\n`)
          .join(''),
      ...Object.fromEntries(
        ['error', 'hint', 'info', 'warning'].map((level) => [
          `${level}.external-account.yaml`,
          INSECURE.replace('luma-shop', level),
        ]),
      ),
    });
    assert.deepEqual(
      lines.slice(0, -1).map((line) => line.split(' ')[0]),
      ['::error', '::notice', '::notice', '::warning'],
    );
  });

  it('name files from the root of the repository, where GitHub looks for them', async () => {
    const [command] = await github({ 'sub/a.external-account.yaml': INSECURE }, 'sub');
    assert.match(command ?? '', /^::error file=sub\/a\.external-account\.yaml,/);
  });
});

describe('a report in Markdown', () => {
  const markdown = async (files: Readonly<Record<string, string>>) =>
    (await folder(files).run(['check', '--format', 'markdown'])).out;

  it('is a table', async () => {
    const out = await markdown({ 'a.external-account.yaml': INSECURE });
    assert.match(
      out,
      /^## IMS configuration\n\n1 error in 1 IMS configuration file of 1 file\.\n\n\| level \| place \| what is wrong \| rule \|\n\|---\|---\|---\|---\|\n\| ❌ error \| `a\.external-account\.yaml`:5:17 \| .+ \| `callback-not-https` \|\n\n1 problem can be fixed with `--fix`\.\n$/,
    );
  });

  it('says that nothing was found', async () => {
    const out = await markdown({ 'a.external-account.yaml': ACCOUNT });
    assert.equal(
      out,
      '## IMS configuration\n\nNo problems in 1 IMS configuration file of 1 file.\n',
    );
  });

  it('lets no file name, key or value draw', async () => {
    const key = 'x` | <img src=a> **b** [c](d) @e';
    const out = await markdown({
      'a|`b<i>.external-account.yaml': `${INSECURE}"${key}": 1\n`,
    });
    const rows = out.split('\n').filter((line) => /^\| [❌⚠ℹ💡]/u.test(line));
    assert.equal(rows.length, 2);
    for (const row of rows) {
      assert.equal(row.split(/(?<!\\)\|/).length, 6, row);
      const outside = row.replace(/`[^`]*`/g, '');
      assert.doesNotMatch(outside, /(?<!\\)[<[*]/);
    }
    assert.ok(out.includes("`a\\|'b<i>.external-account.yaml`:5:17"));
  });

  it('stays short enough for a comment, and says how much is missing', async () => {
    const keys = Array.from({ length: 800 }, (_, index) => `unknown${index}: 1\n`).join('');
    const out = await markdown({ 'a.external-account.yaml': ACCOUNT + keys });
    assert.ok(out.length < 60_000 && out.length > 59_000, `${out.length}`);
    const rows = out.split('\n').filter((line) => line.includes('`unknown-field`')).length;
    assert.match(out, new RegExp(`\\nAnd ${800 - rows} more, for which there is no room here\\.`));
  });
});

describe('--output', () => {
  it('takes every format, without colors, and replaces what was there', async () => {
    const here = folder({ 'a.external-account.yaml': INSECURE, 'out.txt': 'before' });
    for (const format of ['text', 'json', 'sarif', 'github', 'markdown']) {
      const argv = ['check', '--format', format];
      const printed = await here.run(argv);
      const written = await here.run([...argv, '--output', 'out.txt'], { isTTY: true });
      assert.deepEqual([written.status, written.out, written.err], [1, '', '']);
      assert.equal(here.read('out.txt'), printed.out);
    }
    assert.deepEqual(fs.readdirSync(here.path).sort(), ['a.external-account.yaml', 'out.txt']);
  });

  it('leaves the standard output to the fixed text', async () => {
    const here = folder({});
    const argv = ['check', '--stdin', '--stdin-path', 'a.external-account.yaml', '--fix'];
    const { out, err } = await here.run([...argv, '--output', 'report.txt'], { stdin: INSECURE });
    assert.equal(out, ACCOUNT);
    assert.equal(err, '');
    assert.match(here.read('report.txt'), /No problems/);
  });

  it('writes into a pipe, and never replaces it', async () => {
    const here = folder({ 'a.json': DOWNLOAD });
    const pipe = path.join(here.path, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = fs.openSync(pipe, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    await here.run(['check', '--output', 'pipe']);
    const read = Buffer.alloc(65_536);
    const length = fs.readSync(reader, read);
    fs.closeSync(reader);
    assert.match(read.toString('utf8', 0, length), /jwt-credential/);
    assert.ok(fs.statSync(pipe).isFIFO());
  });
});
