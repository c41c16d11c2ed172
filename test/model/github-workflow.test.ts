import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isFromBeforeOAuth, isPinned, withOAuth } from '../../server/src/facts/github-actions';
import { outline } from '../../server/src/features/outline';
import { readDocument } from '../../server/src/model/document';
import { textOf } from '../../server/src/model/entity';
import { emailBeside, idBeside, namesEmail, namesId } from '../../server/src/model/reference-name';
import { applyFix, documentOf, findingsOf } from '../support/check';
import { hoverAt } from '../support/hover';
import { lines } from '../support/marks';

const FILE = '.github/workflows/deploy.yml';
const SECRET = 'p8e-0123456789abcdefghijklmnopqrstuv';

/** The step of a job, whose inputs are lines. */
const step = (uses: string, ...inputs: readonly string[]): string =>
  [
    'jobs:',
    '  deploy:',
    '    steps:',
    '      - name: Sign in',
    `        uses: ${uses}`,
    '        with:',
    ...inputs.map((line) => `          ${line}`),
    '',
  ].join('\n');

const APPS = 'adobe/aio-apps-action@3.3.0';
const EXECUTION = 'adobe/aio-cloudmanager-create-execution-action@v1.2.0';
const RDE = 'adobe-basel/aio-cloudmanager-rde-action@v1.0.0';

const flowsIn = (text: string, file = FILE) =>
  readDocument(file, text)?.entities.map(({ flow }) => flow);
const rulesIn = (text: string, file = FILE) => findingsOf(file, text).map(({ rule }) => rule);

describe('a workflow of GitHub', () => {
  it('has a credential for each step that signs in, with its own flow', () => {
    const cases: readonly (readonly [text: string, flow: string | undefined])[] = [
      [step(APPS, 'command: auth', 'KEY: ${{ secrets.KEY }}'), 'jwt'],
      [step(APPS, 'command: auth'), 'jwt'],
      [step(APPS, 'command: AUTH', 'KEY: ${{ secrets.KEY }}'), 'jwt'],
      [step(APPS, 'command: Oauth_STS', 'clientid: ${{ vars.ID }}'), 'oauth-server-to-server'],
      [step(APPS, 'Command: oauth_sts', 'clientid: ${{ vars.ID }}'), 'oauth-server-to-server'],
      [step(APPS, 'command: oauth_sts', 'KEY: ${{ secrets.KEY }}'), 'mixed'],
      [step(APPS, 'command: ${{ matrix.command }}', 'KEY: ${{ secrets.KEY }}'), 'jwt'],
      [step(EXECUTION, 'CLIENTID: a', 'KEY: ${{ secrets.KEY }}'), 'jwt'],
      [step(EXECUTION, 'oauthEnabled: "true"', 'clientId: a'), 'oauth-server-to-server'],
      [step(EXECUTION, 'OAUTHENABLED: true', 'CLIENTID: a'), 'oauth-server-to-server'],
      [step(EXECUTION, 'CLIENTID: a', 'TECHNICALACCOUNTEMAIL: b'), 'oauth-server-to-server'],
      [step(EXECUTION, "OAUTHENABLED: 'true'", 'KEY: ${{ secrets.KEY }}'), 'mixed'],
      [step(RDE, 'CLIENTID: a', 'KEY: ${{ secrets.KEY }}'), 'jwt'],
    ];
    for (const [text, flow] of cases) assert.deepEqual(flowsIn(text), [flow], text);
  });

  it('is known by its steps, wherever they stand', () => {
    const auth = lines`
      - uses: adobe/aio-apps-action@3.3.0
        with: { command: auth }
    `;
    const indented = (text: string) => text.replace(/^(?=.)/gm, '    ');
    for (const text of [
      auth,
      `steps:\n${auth}`,
      `runs:\n  using: composite\n  steps:\n${indented(auth)}`,
      `jobs:\n  a:\n    steps:\n${indented(auth)}`,
    ]) {
      assert.deepEqual(flowsIn(text, 'any.yaml'), ['jwt'], text);
    }
  });

  it('is none of ours where no step signs in', () => {
    for (const text of [
      step(APPS, 'command: build'),
      step(APPS, 'command: ${{ inputs.command }}', 'os: linux'),
      step(EXECUTION, 'PROGRAMID: 1', 'PIPELINEID: 2', 'IMSORGID: ${{ secrets.ORG }}'),
      step(RDE, 'IMSCONFIG: ${{ secrets.IMS_CONFIG }}'),
      step('adobe/aio-cli-setup-action@1.3.0', 'KEY: ${{ secrets.KEY }}'),
      step('someone/aio-apps-action@1', 'command: auth', 'KEY: x'),
      step('actions/checkout@v4', 'ref: adobe/aio-apps-action'),
      'name: AIO Apps\ninputs:\n  KEY:\n    description: adobe/aio-apps-action key\n',
      `steps:\n  - run: npm test\n    env:\n      JWT_PRIVATE_KEY: \${{ secrets.JWT_PRIVATE_KEY }}\n`,
      `steps:\n  - run: |\n      # curl https://ims-na1.adobelogin.com/ims/exchange/jwt\n      npm test\n`,
      `uses: adobe/aio-apps-action@3.3.0\nnotes: ${SECRET}\n`,
    ]) {
      assert.equal(readDocument(FILE, text), undefined, text);
    }
  });

  it('is told about secrets and JWTs in other steps', () => {
    const text = lines`
      env: { ADOBE_SECRET: ${SECRET} }
      jobs:
        call:
          env:
            OTHER: "${SECRET}"
          steps:
            - name: Ask
              run: |
                # nothing
                curl "https://ims-na1.adobelogin.com/ims/exchange/jwt" -d client_secret=${SECRET}
    `;
    assert.deepEqual(rulesIn(text), [
      'secret-in-plain-text',
      'secret-in-plain-text',
      'jwt-credential',
      'secret-in-plain-text',
    ]);
    const spans = findingsOf(FILE, text).map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(spans, [
      SECRET,
      SECRET,
      'https://ims-na1.adobelogin.com/ims/exchange/jwt',
      SECRET,
    ]);
    for (const { message } of findingsOf(FILE, text)) assert.ok(!message.includes(SECRET));
  });

  it('writes a secret as a secret of GitHub, also inside of a script', () => {
    const fixed = (text: string) => {
      const [finding] = findingsOf(FILE, text).filter(
        ({ rule }) => rule === 'secret-in-plain-text',
      );
      return finding?.fixes[0]?.edits().map(({ newText }) => newText);
    };
    assert.deepEqual(fixed(step(APPS, 'command: oauth_sts', `clientSecret: ${SECRET}`)), [
      '${{ secrets.CLIENTSECRET }}',
    ]);
    assert.deepEqual(fixed(`steps:\n  - run: |\n      login --secret=${SECRET} &&\n      go\n`), [
      '${{ secrets.CLIENTSECRET }}',
    ]);
  });

  it('is right with references of every kind', () => {
    const text = step(
      APPS,
      'command: oauth_sts',
      'CLIENTID: ${{ vars.CLIENTID_STAGE }}',
      "CLIENTSECRET: ${{ secrets[format('{0}_SECRET', matrix.app)] }}",
      'TECHNICALACCOUNTID: ${{ env.ID }}',
      'TECHNICALACCOUNTEMAIL: ${{ inputs.email }}',
      'IMSORGID: ${{ needs.config.outputs.org }}',
      'SCOPES: AdobeID, openid, read_organizations',
    );
    assert.deepEqual(rulesIn(text), []);
  });

  it('misses what the action refuses to work without', () => {
    const text = step(
      APPS,
      'command: oauth_sts',
      'CLIENTID: ${{ secrets.CLIENTID }}',
      'CLIENTSECRET: ${{ secrets.CLIENTSECRET }}',
      'TECHNICALACCOUNTID: ${{ secrets.TECHNICALACCID }}',
      'IMSORGID: ${{ secrets.IMSORGID }}',
    );
    const [finding, ...more] = findingsOf(FILE, text);
    assert.deepEqual(more, []);
    assert.match(finding?.message ?? '', /`TECHNICALACCOUNTEMAIL`\) is missing/);
    const [edit] = finding?.fixes[0]?.edits() ?? [];
    assert.match(
      edit?.newText ?? '',
      /TECHNICALACCOUNTEMAIL: \$\{\{ secrets\.TECHNICALACCEMAIL \}\}/,
    );
  });

  it('says of scopes that are kept elsewhere that nobody sees them', () => {
    const related = (scopes: string) => {
      const text = step(APPS, 'command: auth', scopes, 'KEY: ${{ secrets.KEY }}');
      const [finding] = findingsOf(FILE, text);
      return finding?.related.map(({ span, message }) => [
        text.slice(span.start, span.end),
        message.includes('nobody can see'),
      ]);
    };
    assert.deepEqual(related('SCOPES: ${{ secrets.SCOPES }}'), [['${{ secrets.SCOPES }}', true]]);
    assert.deepEqual(related(`SCOPES: '["ent_adobeio_sdk"]'`), []);
  });

  it('takes the email that Cloud Manager took as an id for what it is', () => {
    const text = step(EXECUTION, 'TECHNICALACCOUNTID: ${{ secrets.TA_EMAIL }}', 'KEY: x.pem');
    const [entity] = documentOf(FILE, text).entities;
    assert.ok(entity);
    assert.equal(textOf(entity, 'technicalAccountEmail')?.text, '${{ secrets.TA_EMAIL }}');
    assert.equal(textOf(entity, 'technicalAccountId'), undefined);
  });

  it('tells the flag from the inputs', () => {
    const inputs = [
      'CLIENTID: ${{ secrets.A }}',
      'CLIENTSECRET: ${{ secrets.B }}',
      'TECHNICALACCOUNTID: ${{ secrets.C_ID }}',
      'TECHNICALACCOUNTEMAIL: ${{ secrets.C_EMAIL }}',
      'IMSORGID: ${{ secrets.D }}',
    ];
    const flag = ['oauth-flag-inconsistent'];
    assert.deepEqual(rulesIn(step(EXECUTION, ...inputs)), flag);
    assert.deepEqual(rulesIn(step(EXECUTION, ...inputs, 'OAUTHENABLED: false')), flag);
    assert.deepEqual(rulesIn(step(EXECUTION, ...inputs, 'OAUTHENABLED: true')), []);
    assert.deepEqual(rulesIn(step(EXECUTION, ...inputs, "OAUTHENABLED: 'true'")), []);
    // The action compares a text with `true`, which is how GitHub hands over a yes of YAML.
    for (const yes of ['True', 'TRUE', '"true"', '${{ inputs.oauth }}']) {
      assert.deepEqual(rulesIn(step(EXECUTION, ...inputs, `OAUTHENABLED: ${yes}`)), [], yes);
    }
    for (const other of ['yes', "'True'", '"TRUE"', '1', "''", 'on']) {
      const text = step(EXECUTION, ...inputs, `OAUTHENABLED: ${other}`);
      const [finding, ...more] = findingsOf(FILE, text);
      assert.equal(finding?.rule, 'oauth-flag-inconsistent', other);
      assert.match(finding.message, /has to be `true`, to the letter/);
      assert.deepEqual(more, []);
      assert.deepEqual(rulesIn(applyFix(text, finding.fixes[0]!)), []);
    }
  });

  it('wants commas between scopes where they are of OAuth', () => {
    const inputs = ['CLIENTID: ${{ vars.A }}', `SCOPES: '["openid","AdobeID"]'`];
    assert.ok(rulesIn(step(APPS, 'command: oauth_sts', ...inputs)).includes('scopes-form'));
    assert.deepEqual(rulesIn(step(APPS, 'command: auth', ...inputs)), ['jwt-credential']);
  });

  it('is shown by its steps', () => {
    const text = step(APPS, 'command: auth', 'KEY: ${{ secrets.KEY }}');
    const [symbol] = outline(documentOf(FILE, text));
    assert.equal(symbol?.name, 'Sign in');
    assert.equal(symbol?.detail, 'Service Account (JWT)');
    assert.deepEqual(
      symbol?.children.map(({ name }) => name),
      ['uses', 'command', 'KEY'],
    );
  });

  it('explains inputs and the action', () => {
    const at = (code: string) => hoverAt(FILE, code)?.markdown ?? '';
    const key = step(APPS, 'command: auth', '«K‸EY»: ${{ secrets.KEY }}');
    assert.match(at(key), /Private Key.*`KEY`/);
    assert.match(at(step(APPS, '«com‸mand»: auth')), /`oauth_sts` signs in with OAuth/);
    assert.match(at(step('adobe/aio-apps‸-action@2.0.2', 'command: auth')), /^\*\*Action\*\*/);
    assert.match(at(step(APPS, 'command: auth').replace('with', 'wi‸th')), /IMS integration/);
  });
});

describe('versions of actions', () => {
  it('are judged where they are versions', () => {
    const before = ['@2', '@v2', '@2.0.2', '@2.99', '@1.0.0'];
    const after = ['@3', '@v3.0.0', '@3.0', '@4.1.0', '@master', '@', '', `@${'1'.repeat(40)}`];
    const name = 'adobe/aio-apps-action';
    for (const each of before) assert.ok(isFromBeforeOAuth(name + each), each);
    for (const each of after) assert.ok(!isFromBeforeOAuth(name + each), each);
    assert.ok(isFromBeforeOAuth('Adobe/aio-cloudmanager-create-execution-action@v1.1.0'));
    assert.ok(!isFromBeforeOAuth('adobe/aio-cloudmanager-create-execution-action@v1'));
    assert.equal(withOAuth('adobe/aio-apps-action@2'), 'adobe/aio-apps-action@3.3.0');
    assert.equal(withOAuth('adobe-basel/aio-cloudmanager-rde-action@v1.0.0'), undefined);
    assert.ok(isPinned('adobe/aio-apps-action@main'));
    assert.ok(!isPinned('adobe/aio-apps-action@3.3.0') && !isPinned('actions/checkout@main'));
  });
});

describe('names of references', () => {
  it('make those of their neighbors', () => {
    const cases = [
      ['${{ secrets.TECHNICALACCID_PROD }}', '${{ secrets.TECHNICALACCEMAIL_PROD }}'],
      ['${{secrets.TA_ID}}', '${{secrets.TA_EMAIL}}'],
      ['${{ vars.technicalAccountId }}', '${{ vars.technicalAccountEmail }}'],
      ['${{ env.technical_account_id }}', '${{ env.technical_account_email }}'],
      ['$TECHNICAL_ACCOUNT_ID', '$TECHNICAL_ACCOUNT_EMAIL'],
    ] as const;
    for (const [id, email] of cases) {
      assert.equal(emailBeside(id), email);
      assert.equal(idBeside(email), id);
      assert.ok(namesId(id) && !namesEmail(id));
      assert.ok(namesEmail(email) && !namesId(email));
    }
    for (const other of ['${{ secrets.ACCOUNT }}', '${{ secrets.A_ID || vars.B }}', 'TA_ID', '']) {
      assert.equal(emailBeside(other), undefined);
    }
    assert.equal(emailBeside('${{ inputs.account_id }}'), undefined);
  });
});
