import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ignoreInFile, ignoreOnLine } from '../../server/src/features/suppress';
import { imsRestrictionsTooEarly } from '../../server/src/rules/ims-restrictions-too-early';
import { secretInPlainText } from '../../server/src/rules/secret-in-plain-text';
import { applyEdits } from '../../server/src/text/edit';
import { documentOf, findingsOf } from '../support/check';
import { lines } from '../support/marks';
import { ACCOUNT_EMAIL, ACCOUNT_ID, CLIENT, environment, ORG } from '../support/samples';
import { testRule } from '../support/testRule';

const IDS = `${ORG}/${CLIENT}/${ACCOUNT_ID}`;
const GUID = '5d4c3b2a-1f0e-4d3c-8b2a-1f0e5d4c3b2a';
const oauth = (account: string) => `nlserver config -instance:prod -setimsoauth:${account}\n`;
const jwt = (account: string) => `nlserver config -instance:prod -setimsjwtauth:${account}\n`;

/** What all rules say of a script: one mistake is one finding. */
const MISTAKES: readonly (readonly [name: string, text: string, rules: readonly string[]])[] = [
  ['a healthy command', oauth(`${IDS}/$SECRET`), []],
  ['variables', oauth('$A/$B/$C/$D'), []],
  ['variables in ids', oauth('$A@AdobeOrg/$B/$C@techacct.adobe.com/$D'), []],
  ['one variable', oauth('$ALL'), []],
  ['a literal secret', oauth(`${IDS}/${GUID}`), ['secret-in-plain-text']],
  ['a blank', oauth(`${IDS}/<client-secret>`), ['placeholder-left']],
  ['a short secret', oauth(`${IDS}/abc`), ['secret-in-plain-text']],
  ['JWT', jwt(`${IDS}/$S/$KEY`), ['jwt-credential']],
  [
    'JWT with a literal secret',
    jwt(`${IDS}/${GUID}/$KEY`),
    ['jwt-credential', 'secret-in-plain-text'],
  ],
  [
    'JWT with slashes in its secret',
    jwt(`${IDS}/se/cr/et`),
    ['jwt-credential', 'secret-in-plain-text', 'nlserver-arguments'],
  ],
  ['JWT with too few parts', jwt(`${ORG}/${CLIENT}`), ['jwt-credential']],
  ['JWT in another order', jwt(`${CLIENT}/${ORG}/${ACCOUNT_ID}/$S`), ['jwt-credential']],
  ['JWT in one variable', jwt('$ALL'), ['jwt-credential']],
  [
    'the oldest option',
    `nlserver config -instance:a -setimsauth:${IDS}/${GUID}`,
    ['jwt-credential'],
  ],
  ['too few parts', oauth(`${ORG}/${CLIENT}/${GUID}`), ['nlserver-arguments']],
  ['a secret with a slash', oauth(`${IDS}/$A/$B`), ['nlserver-arguments']],
  [
    'no end of the organization',
    oauth(`${ORG.slice(0, 24)}/${CLIENT}/${ACCOUNT_ID}/$S`),
    ['nlserver-arguments'],
  ],
  ['small letters', oauth(`${ORG.toLowerCase()}/${CLIENT}/${ACCOUNT_ID}/$S`), ['org-id-malformed']],
  ['an email', oauth(`${ORG}/${CLIENT}/${ACCOUNT_EMAIL}/$S`), ['technical-account-malformed']],
  [
    'no end of the account',
    oauth(`${ORG}/${CLIENT}/${ACCOUNT_ID.slice(0, 24)}/$S`),
    ['nlserver-arguments'],
  ],
  ['another order', oauth(`${CLIENT}/${ORG}/${ACCOUNT_ID}/${GUID}`), ['nlserver-arguments']],
  ['an empty secret', oauth(`${IDS}/`), ['nlserver-arguments']],
  ['an equals sign', oauth(`${IDS}/$S`).replace('oauth:', 'oauth='), ['nlserver-arguments']],
  ['an equals sign alone', 'nlserver config -instance:a -setimsoauth=', ['nlserver-arguments']],
  ['nothing behind the JWT option', jwt(''), ['jwt-credential']],
  ['a short client id', oauth(`${ORG}/abc123/${ACCOUNT_ID}/$S`), ['client-id-malformed']],
];

describe('what is said of a command', () => {
  for (const [name, text, expected] of MISTAKES) {
    it(name, () =>
      assert.deepEqual(
        findingsOf('a.sh', text).map(({ rule }) => rule),
        expected,
      ),
    );
  }
});

const literal = (account: string) => oauth(account).replace(GUID, `«${GUID}»`);

testRule(secretInPlainText, {
  valid: [
    { name: 'a variable on a command line', file: 'a.sh', code: oauth(`${IDS}/"$SECRET"`) },
    {
      name: 'the output of a command',
      file: 'a.sh',
      code: oauth(`${IDS}/$(cat /run/secrets/ims)`),
    },
    {
      name: 'a secret of a workflow',
      file: 'a.yml',
      code: `- run: ${oauth(`${IDS}/\${{ secrets.IMS }}`)}`,
    },
    { name: 'a variable of a batch file', file: 'a.bat', code: oauth(`${IDS}/%ims%`) },
    { name: 'an argument of a script', file: 'a.sh', code: oauth(`${IDS}/$1`) },
  ],
  invalid: [
    {
      name: 'a literal in a shell script',
      file: 'a.sh',
      code: literal(`${IDS}/${GUID}`),
      severity: 'warning',
      messages: ['on the command line'],
      fixed: oauth(`${IDS}/$IMS_CLIENT_SECRET`),
    },
    {
      name: 'a literal in single quotes',
      file: 'a.sh',
      code: literal(`'${IDS}/${GUID}'`),
      fixed: oauth(`'${IDS}/'"$IMS_CLIENT_SECRET"`),
    },
    {
      name: 'a literal in a batch file',
      file: 'a.bat',
      code: literal(`${IDS}/${GUID}`),
      fixed: oauth(`${IDS}/%IMS_CLIENT_SECRET%`),
    },
    {
      name: 'a literal in PowerShell',
      file: 'a.ps1',
      code: literal(`${IDS}/${GUID}`).replace(/(-setims.*)/, "'$1'"),
      fixed: oauth(`${IDS}/$env:IMS_CLIENT_SECRET`).replace(/(-setims.*)/, '"$1"'),
    },
    {
      name: 'a literal in a Makefile',
      file: 'Makefile',
      code: `x:\n\t@${literal(`${IDS}/${GUID}`)}`,
      fixed: `x:\n\t@${oauth(`${IDS}/$$IMS_CLIENT_SECRET`)}`,
    },
    {
      name: 'a literal in quotes of YAML',
      file: 'a.yml',
      code: `- run: 'nlserver config -instance:a -setimsoauth:${IDS}/«${GUID}»'\n`,
      fixed: `- run: 'nlserver config -instance:a -setimsoauth:${IDS}/$IMS_CLIENT_SECRET'\n`,
    },
  ],
});

testRule(imsRestrictionsTooEarly, {
  valid: [
    { name: 'a command where nothing is known', file: 'a.sh', code: oauth(`${IDS}/$S`) },
    {
      name: 'a command for 7.4.1',
      file: 'a.sh',
      code: oauth(`${IDS}/$S`),
      others: { 'a.ims.yaml': environment('version: 7.4.1') },
    },
    {
      name: 'a command for v8',
      file: 'a.sh',
      code: oauth(`${IDS}/$S`),
      others: { 'a.ims.yaml': environment('version: 8.5.2') },
    },
    {
      name: 'the old command for an old release',
      file: 'a.sh',
      code: jwt(`${IDS}/$S`),
      others: { 'a.ims.yaml': environment('version: 7.3.5') },
    },
  ],
  invalid: [
    {
      name: 'a command for an old release',
      file: 'a.sh',
      code: oauth(`${IDS}/$S`).replace('-setimsoauth', '«-setimsoauth»'),
      others: { 'a.ims.yaml': environment('version: 7.3.5') },
      messages: ['this server runs 7.3.5'],
    },
  ],
});

/**
 * A file, its text, and the texts in which its first finding is ignored: on its line, and in the
 * file.
 */
const IGNORED: readonly (readonly [string, string, string | undefined, string | undefined])[] = [
  [
    'a.sh',
    lines`
      #!/bin/sh
      if x; then
        nlserver config \\
          -instance:a \\
          -setimsauth:x
      fi
    `,
    lines`
      #!/bin/sh
      if x; then
        # ims-config-ignore jwt-credential
        nlserver config \\
          -instance:a \\
          -setimsauth:x
      fi
    `,
    lines`
      #!/bin/sh
      # ims-config-ignore-file jwt-credential
      if x; then
        nlserver config \\
          -instance:a \\
          -setimsauth:x
      fi
    `,
  ],
  [
    'a.sh',
    'ls && \\\n  nlserver config -instance:a -setimsauth:x\n',
    undefined,
    '# ims-config-ignore-file jwt-credential\nls && \\\n  nlserver config -instance:a -setimsauth:x\n',
  ],
  [
    'Dockerfile',
    '# syntax=docker/dockerfile:1\nFROM x\nRUN ls && \\\n  nlserver config -instance:a -setimsauth:x\n',
    '# syntax=docker/dockerfile:1\nFROM x\nRUN ls && \\\n  # ims-config-ignore jwt-credential\n  nlserver config -instance:a -setimsauth:x\n',
    '# syntax=docker/dockerfile:1\n# ims-config-ignore-file jwt-credential\nFROM x\nRUN ls && \\\n  nlserver config -instance:a -setimsauth:x\n',
  ],
  [
    'a.bat',
    'nlserver config ^\r\n  -instance:a ^\r\n  -setimsauth:x\r\n',
    'rem ims-config-ignore jwt-credential\r\nnlserver config ^\r\n  -instance:a ^\r\n  -setimsauth:x\r\n',
    'rem ims-config-ignore-file jwt-credential\r\nnlserver config ^\r\n  -instance:a ^\r\n  -setimsauth:x\r\n',
  ],
  [
    'Jenkinsfile',
    "  sh 'nlserver config -instance:a -setimsauth:x'\n",
    "  // ims-config-ignore jwt-credential\n  sh 'nlserver config -instance:a -setimsauth:x'\n",
    "// ims-config-ignore-file jwt-credential\n  sh 'nlserver config -instance:a -setimsauth:x'\n",
  ],
  [
    'Jenkinsfile',
    "sh '''\n  nlserver config -instance:a -setimsauth:x\n'''\n",
    undefined,
    "// ims-config-ignore-file jwt-credential\nsh '''\n  nlserver config -instance:a -setimsauth:x\n'''\n",
  ],
  [
    'a.yml',
    '- run: >\n    nlserver config\n    -instance:a\n    -setimsauth:x\n',
    undefined,
    '# ims-config-ignore-file jwt-credential\n- run: >\n    nlserver config\n    -instance:a\n    -setimsauth:x\n',
  ],
  [
    'a.yml',
    '- run: |\n    nlserver config -instance:a -setimsauth:x\n',
    '- run: |\n    # ims-config-ignore jwt-credential\n    nlserver config -instance:a -setimsauth:x\n',
    '# ims-config-ignore-file jwt-credential\n- run: |\n    nlserver config -instance:a -setimsauth:x\n',
  ],
];

describe('a finding of a command is ignored where a comment breaks nothing', () => {
  for (const [file, text, onLine, inFile] of IGNORED) {
    it(`${file}: ${JSON.stringify(text)}`, () => {
      const document = documentOf(file, text);
      const [finding] = findingsOf(file, text);
      assert.ok(finding);
      for (const [edits, expected] of [
        [ignoreOnLine(document, finding), onLine],
        [ignoreInFile(document, finding.rule), inFile],
      ] as const) {
        const after = edits && applyEdits(text, edits);
        assert.equal(after, expected);
        if (after) assert.deepEqual(findingsOf(file, after), []);
      }
    });
  }
});
