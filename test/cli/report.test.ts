import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACCOUNT, DOWNLOAD, folder, type How } from './terminal';

const SECRET = 'p8e-0123456789abcdefghijklmnopqrstuv';
const PROJECT = `environments:
  prod:
    stage: production
    product: campaign-classic
    version: 7.4.1
    endUsers: ims
    technicalOperators: native
  stage:
    stage: staging
    product: campaign-classic
    version: 7.3.4
`;

interface Json {
  readonly credentials: readonly {
    readonly path: string;
    readonly line: number;
    readonly flow: string | null;
    readonly state: string;
    readonly reason: string | null;
    readonly deadline: { readonly day: string; readonly over: boolean } | null;
    readonly migration: { readonly title: string } | null;
    readonly findings: Readonly<Record<string, number>>;
  }[];
  readonly environments: readonly { readonly label: string; readonly ims: string }[];
  readonly externalAccounts: readonly { readonly path: string }[];
  readonly checklist: readonly { readonly id: string; readonly title: string }[];
  readonly summary: { readonly migratable: number; readonly findings: object };
}

const here = () =>
  folder({
    'tools/download.json': DOWNLOAD,
    'campaign/shop.external-account.yaml': ACCOUNT,
    'campaign/shop.ims.yaml': PROJECT,
    'build/download.json': DOWNLOAD,
    '.gitignore': 'build/\n',
    'notes.txt': 'nothing of ours\n',
  });

const report = (argv: readonly string[] = [], how?: How) =>
  here().run(['report', '--today', '2026-11-21', ...argv], how);

describe('report', () => {
  it('is Markdown, on standard output, and no failure whatever it tells', async () => {
    const { status, out, err } = await report();
    assert.equal(status, 0);
    assert.match(err, /1 ignored file looks like IMS configuration/);
    assert.match(out, /^# IMS configuration of this workspace\n/);
    assert.match(
      out,
      /`tools\/download\.json:\d+` \| Service Account \(JWT\) \| 1 March 2026 \(over\) \|/,
    );
    assert.match(out, /^\| prod \| `campaign\/shop\.ims\.yaml:2` \| 7\.4\.1 /m);
    assert.match(out, /^- \[x\] End users sign in through IMS\.$/m);
    const titles = [...out.matchAll(/^### (.*)$/gm)].map(([, title]) => title);
    assert.deepEqual(titles, [
      'In the Developer Console',
      'Secrets, scopes and keys',
      'Adobe Campaign: stage',
      'Adobe Campaign: prod',
    ]);
  });

  it('is JSON for programs', async () => {
    const { status, out } = await report(['--format', 'json']);
    assert.equal(status, 0);
    const json = JSON.parse(out) as Json;
    const [credential, ...more] = json.credentials;
    assert.deepEqual(more, []);
    assert.deepEqual(
      [credential?.path, credential?.flow, credential?.state, credential?.deadline?.over],
      ['tools/download.json', 'jwt', 'migratable', true],
    );
    assert.equal(credential?.migration?.title, 'Migrate to OAuth Server-to-Server');
    assert.deepEqual(
      json.environments.map(({ label, ims }) => [label, ims]),
      [
        ['prod', 'ready'],
        ['stage', 'upgrade-first'],
      ],
    );
    assert.equal(json.externalAccounts.length, 1);
    assert.equal(json.summary.migratable, 1);
  });

  it('looks where it is told, from where it stands, and at ignored files on request', async () => {
    const json = async (argv: readonly string[], how?: How) =>
      (JSON.parse((await report(['--format', 'json', ...argv], how)).out) as Json).credentials.map(
        ({ path }) => path,
      );
    assert.deepEqual(await json(['campaign']), []);
    assert.deepEqual(await json(['../tools'], { in: 'campaign' }), ['../tools/download.json']);
    assert.deepEqual(await json(['--no-gitignore']), [
      'build/download.json',
      'tools/download.json',
    ]);
  });

  it('counts a day that is not over as ahead', async () => {
    const { out } = await here().run(['report', '--format', 'json', '--today', '2025-01-01']);
    assert.equal((JSON.parse(out) as Json).credentials[0]?.deadline?.over, false);
  });

  it('obeys the settings', async () => {
    const off = folder({
      'ims-config.yaml': 'ignore: [old]\nrules:\n  jwt-credential: off\n',
      'old/a.json': DOWNLOAD,
      'b.json': DOWNLOAD,
    });
    const { out } = await off.run(['report', '--format', 'json']);
    const { credentials } = JSON.parse(out) as Json;
    assert.deepEqual(
      credentials.map(({ path, state, reason }) => [path, state, reason]),
      [['b.json', 'by-hand', 'ignored']],
    );
  });

  it('shows no secret, and lets no file draw', async () => {
    const nasty = folder({
      'a|b`.ims-integration.yaml': `title: "a | b\\e[2J ${SECRET}"\nauthType: jwt\nclientSecret: ${SECRET}\nprivateKey: x\n`,
      'download.json': DOWNLOAD,
    });
    for (const format of ['markdown', 'json']) {
      const { out } = await nasty.run(['report', '--format', format]);
      assert.ok(!out.includes(SECRET), format);
      assert.ok(!out.includes('\u001b'), format);
    }
  });

  it('goes into a file where that is wanted', async () => {
    const where = here();
    const printed = await where.run(['report', '--today', '2026-11-21']);
    const { status, out } = await where.run([
      ...['report', '--today', '2026-11-21', '--output', 'out/report.md'],
    ]);
    assert.deepEqual([status, out], [0, '']);
    assert.equal(where.read('out/report.md'), printed.out);
  });

  it('writes names of files as they are, in tables and in lists, each in its line', async () => {
    const odd = folder({ 'a|b.json': DOWNLOAD, 'c\nd.json': DOWNLOAD });
    const { out } = await odd.run(['report']);
    assert.match(out, /^\| .* \| `a\\\|b\.json:\d+` \|/m);
    assert.match(out, /^ {2}- .*: `a\|b\.json:\d+`/m);
    assert.match(out, /^\| .* \| `c d\.json:\d+` \|/m);
  });

  it('says that there is nothing', async () => {
    const { out, status } = await folder({ 'a.txt': 'a' }).run(['report']);
    assert.equal(status, 0);
    assert.match(out, /There are no credentials and no environments/);
  });

  it('refuses what it does not know', async () => {
    for (const [argv, what] of [
      [['--format', 'text'], /`--format` is `text`\. Use `markdown` or `json`/],
      [['--fix'], /`--fix` is an option of `check`, not of `report`/],
      [['missing'], /`missing` cannot be checked/],
    ] as const) {
      const { status, err } = await report(argv);
      assert.equal(status, 2);
      assert.match(err, what);
    }
  });
});
