import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { githubReport } from '../../server/src/cli/github-report';
import { jsonReport } from '../../server/src/cli/json-report';
import { markdownReport } from '../../server/src/cli/markdown-report';
import { type Report, reportOf } from '../../server/src/cli/report';
import { type Ending, sarifReport } from '../../server/src/cli/sarif-report';
import { textReport } from '../../server/src/cli/text-report';
import { documentOf, findingsOf } from '../support/check';
import { command, ORG, packageOf, serverConf } from '../support/samples';
import { stepsOf } from '../support/steps';
import { context } from '../support/variables';
import { askAll } from './ask-all';

/** Texts of any size, by how many parts they have. */
const rows: readonly (readonly [what: string, file: string, text: (parts: number) => string])[] = [
  [
    'scopes',
    'a.ims-integration.yaml',
    (n) => `authType: oauth-server-to-server\nscopes:\n${each(n, (i) => `  - scope_${i}\n`)}`,
  ],
  [
    'the same scope',
    'a.ims-integration.yaml',
    (n) => `authType: jwt\nmetascopes: [${'ent_user_sdk, '.repeat(n)}]\n`,
  ],
  [
    'integrations',
    'a.ims.yaml',
    (n) =>
      `integrations:\n${each(n, (i) => `  - title: A${i}\n    authType: jwt\n    clientId: a${i}\n`)}`,
  ],
  [
    'environments',
    'a.ims.yaml',
    (n) =>
      `environments:\n${each(n, (i) => `  e${i}: { version: 7.3.${i}, stage: production }\n`)}`,
  ],
  [
    'unknown fields',
    'a.external-account.yaml',
    (n) => `name: experienceCloud\n${each(n, (i) => `unknown${i}: ${i}\n`)}`,
  ],
  [
    'comments',
    'a.external-account.yaml',
    (n) => `name: experienceCloud\n${each(n, (i) => `# ${i}\n`)}`,
  ],
  [
    'suppressions',
    'a.external-account.yaml',
    (n) => each(n, (i) => `# ims-config-ignore org-id-malformed\nk${i}: 1\n`),
  ],
  [
    'anchors and aliases',
    'a.external-account.yaml',
    (n) => each(n, (i) => `k${i}: &a${i} [x, *a${Math.max(0, i - 1)}]\n`),
  ],
  ['syntax errors', 'a.external-account.yaml', (n) => `name: x\n${'}\n'.repeat(n)}`],
  [
    'members',
    'download.json',
    (n) =>
      `{"ORG_ID": "${ORG}", "CLIENT_SECRET": "x", "API_KEY": "y", "TECHNICAL_ACCOUNT_ID": "z"${each(n, (i) => `, "k${i}": ${i}`)}}`,
  ],
  [
    'unknown members on one line',
    'a.external-account.json',
    (n) => `{"name": "experienceCloud"${each(n, (i) => `, "k${i}": ${i}`)}}`,
  ],
  [
    'unknown members on lines of a broken text',
    'a.external-account.json',
    (n) => `{"name": "experienceCloud"${each(n, (i) => `,\n "k${i}" ${i}`)}}`,
  ],
  [
    'the same member',
    'a.external-account.json',
    (n) => `{"name": "experienceCloud"${', "callbackServer": "http://x"'.repeat(n)}}`,
  ],
  [
    'the same members',
    'a.external-account.yaml',
    (n) => 'name: experienceCloud\ncallbackServer: http://x\nlabel: x\n'.repeat(n),
  ],
  ['errors of JSON', 'a.external-account.json', (n) => `{"name": "x"${',,'.repeat(n)}}`],
  [
    'accounts',
    'a.xml',
    (n) => packageOf('imsOrgId="1"').replace(/ {4}<extAccount.*\n/, (row) => row.repeat(n)),
  ],
  [
    'elements',
    'serverConf.xml',
    (n) => serverConf(...Array.from({ length: n }, (_, i) => `<web name="${i}"/>`)),
  ],
  ['open elements', 'serverConf.xml', (n) => `<serverConf>${'<a b="c">'.repeat(n)}`],
  [
    'variables',
    '.env',
    (n) => each(n, (i) => `${context('client__secrets=["${A}"]').replaceAll('_shop_', `_s${i}_`)}`),
  ],
  [
    'lines that are no variables',
    '.env',
    (n) => `${context('client__secrets=["${A}"]')}${'what is this\n'.repeat(n)}`,
  ],
  [
    'the same variable, of which one is broken',
    '.env',
    (n) =>
      `${context('client__secrets=["${A}"]')}${each(n * 3, (i) => `AIO_ims_contexts_shop_client__id=${i}\n`)}AIO_ims_contexts_shop_meta__scopes=["a",\n"b"]\n`,
  ],
  ['commands', 'a.sh', (n) => command('setimsoauth', 'x').repeat(n)],
  [
    'lines of a command',
    'a.sh',
    (n) => `nlserver config ${'\\\n -x:y '.repeat(n)}-setimsoauth:a/b/c/d\n`,
  ],
];

const each = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');

describe('the steps that a text takes', () => {
  it('show what grows with the square', () => {
    const pairs = (count: number) =>
      stepsOf(() => {
        let found = 0;
        for (let one = 0; one < count; one++) for (let other = 0; other < one; other++) found++;
        return found;
      });
    assert.ok(pairs(600) > pairs(100) * 30);
  });

  for (const [what, file, text] of rows) {
    it(`grow with it, and not faster: ${what}`, () => {
      const steps = (parts: number) => stepsOf(() => askAll(file, text(parts)));
      assert.notEqual(askAll(file, text(10)), undefined);
      const [few, many] = [steps(100), steps(600)];
      // Six times the text: what grows with its square takes 36 times the steps.
      assert.ok(many < few * 12, `${few} steps became ${many}: ${(many / few).toFixed(1)} times`);
    });
  }
});

/** Texts with many findings, each of which has a related place. */
const FOUND: readonly (readonly [file: string, text: (parts: number) => string])[] = [
  [
    'a.external-account.json',
    (n) => `{"name": "experienceCloud"${',\n"callbackServer": "http://x"'.repeat(n)}}`,
  ],
  [
    'a.external-account.yaml',
    (n) => 'name: experienceCloud\ncallbackServer: http://x\nlabel: x\n'.repeat(n),
  ],
];

const ENDING: Ending = { status: 1, isComplete: true, notices: [] };

const REPORTS: Readonly<Record<string, (report: Report) => string>> = {
  text: (report) => textReport(report, false),
  json: jsonReport,
  github: githubReport,
  markdown: markdownReport,
  sarif: (report) => sarifReport(report, ENDING),
};

describe('the steps that a report takes', () => {
  for (const [name, write] of Object.entries(REPORTS)) {
    for (const [file, text] of FOUND) {
      it(`grow with its findings, and not faster: ${name}, ${file}`, () => {
        const steps = (parts: number) => {
          const document = documentOf(file, text(parts));
          const findings = findingsOf(file, document.text);
          assert.ok(findings.length > parts && findings.some(({ related }) => related.length > 0));
          const files = [{ path: file, file: `/${file}`, document, findings }];
          const report = reportOf({ files, around: [] }, 0, '/');
          return stepsOf(() => write(report));
        };
        steps(10);
        const [few, many] = [steps(100), steps(600)];
        assert.ok(many < few * 12, `${few} steps became ${many}: ${(many / few).toFixed(1)} times`);
      });
    }
  }
});
