import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isKeyPath } from '../../server/src/rules/key-path';
import { folder } from './terminal';

const CANARY = 'p8e-CANARYcanaryCANARYcanaryCANARYca';
const LINE = 'CANARYcanaryCANARYcanaryCANARYcanaryCANARYcanaryCANARYcanaryCAN4';
/** One of somebody else, which nothing but its characters gives away. */
const STRANGER = '4fGh7JkL9mNpQrS5tUvCANARY';
const PEM = ['-----BEGIN PRIVATE KEY-----', LINE, LINE, '-----END PRIVATE KEY-----'];

/** Files in which findings point at secrets, or at their neighbors on one line. */
const FILES: Readonly<Record<string, string>> = {
  'own.ims-integration.yaml': `authType: jwt\nclientId: ${CANARY}\nclientSecret: ${CANARY}\nprivateKey: |\n${PEM.map((line) => `  ${line}\n`).join('')}password: ${CANARY}\n`,
  'short.ims-integration.yaml': 'authType: jwt\nclientSecret: CANARY\nsecret: CANARY # mine\n',
  'escaped.ims-integration.json': `{"authType": "jwt", "clientSecret": "CANARY\\"\\u0041\\n\\/CANARY", "privateKey": "${PEM.join('\\n')}", "passphrase": ["CANARY1"]}`,
  'broken.ims-integration.json':
    '{"authType": "jwt" "privateKey": ["CANARY", "clientSecret": "CANARY-one',
  'broken.ims-integration.yaml': `authType: jwt\n\tclientSecret: ${CANARY}\nclientSecret: "${CANARY}\nprivateKey: 'CANARY\n`,
  'minified.json': `{"API_KEY":"x","CLIENT_SECRET":"${CANARY}","ORG_ID":"1","PRIVATE_KEY":"${PEM.join('\\n')}","PUBLIC_KEYS_WITH_EXPIRY":{"a":"01/01/2020"}}`,
  'package.xml': `<package><entities schema="nms:extAccount">\n<extAccount name="Adobe_Experience_Cloud" clientSecret="CANARY&amp;&#65;canary" callbackServer="http://x" imsOrgId="1" />\n<extAccount name="mail" password="CANARYcanary" id="1"/></entities></package>`,
  'misspelled.xml': `<package><entities schema="nms:extAccount">\n<extAccount name="Adobe_Experience_Cloud" clientecret="${CANARY}" id="1"/><extAccount name="mail" password="CANARYcanary"/></entities></package>`,
  '.env': `AIO_ims_contexts_a_client__id=b\nAIO_ims_contexts_a_client_secrets=["CANARY-0"]\nAIO_ims_contexts_a_client__secrets=["CANARY-1",\n"CANARY-2"]\nIMS_OAUTH_S2S_CLIENT_ID=b\nIMS_OAUTH_S2S_CLIENT_SECRET=['CANARY-3']\nDB_PASSWORD=CANARY-4\nDB_PASSWORD=CANARY-5\nAIO_ims_contexts_a_access__token_token=CANARY-6\nAIO_ims_contexts_w_client__secret=CANARY-7 # web\nAIO_ims_contexts_a_private__key=${PEM.join('\n')}\n`,
  'broken.xml': `<package><entities schema="nms:extAccount">\n<extAccount name="Adobe_Experience_Cloud" clientSecret="CANARY imsOrgId="1" <x`,
  'login.sh': `sshpass -p CANARY ssh h "nlserver config -instance:x -setimsjwtauth:a/b/c/$S"
curl -u u:CANARY https://u.example/CANARY && nlserver config -instance:x -setimsoauth:a/b/c/secret-x
nlserver config -instance:x -setimsoauth:a/b/c/secret-y # secret was CANARY
SEC=CANARY; nlserver config -instance:x -setimsoauth:a/b/c/$SEC; echo CANARY
nlserver config CANARY -instance:x -pw:CANARY "-x:CANARY" -setimsoauth:a/b/c/$S -last:CANARY
nlserver config -instance:x -setimsoauth:a/b/c/\${S:-${CANARY}}
nlserver config -instance:x -setimsoauth:a/b/c/\${S:-CANARY}
nlserver config -instance:x -setimsoauth=a/b/c/CANARYcanary
nlserver config \\
  -pw:CANARY \\
  -setimsoauth:a/b/c/d && echo CANARY
echo CANARY # ims-config-ignore-line secret-in-plain-text CANARY
`,
  'steps.yml': `- run: sshpass -p CANARY ssh h "nlserver config -instance:x -setimsjwtauth:a/b/c/secret-x"\n`,
  '.env.split': `AIO_ims_contexts_a_ims__org__id=0123456789ABCDEF01234567@AdobeOrg
AIO_ims_contexts_a_client__id=b
AIO_ims_contexts_a_client__secret
=CANARY-1
AIO_ims_contexts_a_client__secrets="CANARY-2
"CANARY-3"="CANARY-4" CANARY-5
`,
  'osgiconfig/config/com.adobe.aio.aem.workspace.internal.WorkspaceSupplierImpl.cfg.json': `{
  "aio.ims.org.id": "$[env:aio_ims_org_id]", "aio.client.secret": "$[secret:CANARY-1]", "own": "$[secret:CANARY 2]",
  "aio.encoded.pkcs8": "$[secrets:CANARY_3]", "aio.private.key": "$[secret:aio_key;default=CANARY4]", "x": "$[secret:CANARY-5"
}`,
  '.github/workflows/flow.yml': `on: push
jobs: { a: { env: { OTHER: "${STRANGER}" }, steps: [
  { uses: adobe/aio-apps-action@v3, env: { X: ${STRANGER}, S: ${CANARY} }, with: { command: deploy, CLIENTSECRET: "\${{ secrets.S }}", METASCOPES: "x", SCOPES: "${STRANGER}" } },
  { run: 'curl -u me:CANARY -H "x: ${STRANGER}" https://ims-na1.adobelogin.com/ims/exchange/jwt/ -d client_secret=${CANARY} # ${STRANGER}/${STRANGER}=' }] } }
`,
  'action.yml': `runs: {using: composite, steps: [{run: >
   curl ${STRANGER} -d client_secret=${CANARY} ${STRANGER}, env: {A: ${CANARY}, B: ${STRANGER}}}]}
`,
  'one-line.json': `{"project":{"org":{"ims_org_id":"bad","x":"${STRANGER}"},"y":"${STRANGER}==","workspace":{"details":{"credentials":[{"${STRANGER}":["${STRANGER}"],"jwt":{"client_id":"${CANARY}","client_secret":"CANARY","meta_scopes":["${STRANGER}"]}}]}}}}`,
  'NmsPipeline_Config.json': `{"topics":[{"name":"triggers","consumer":"c","own":"CANARY","more":{"a":["CANARY"]},"clientSecret":"CANARY-secret","triggers":[{"name":"t","jsConnector":"","key":"CANARY"}]}],"x":"CANARY"}`,
};

describe('what is no secret', () => {
  const READABLE: Readonly<Record<string, readonly [name: string, text: string, shown: RegExp]>> = {
    'the path of a key, of which only the end says so': [
      'config.json',
      '{"org_id": "0123456789ABCDEF01234567@AdobeOrg", "client_id": "0123456789abcdef0123456789abcdef", "tech_id": "0123456789ABCDEF01234568@techacct.adobe.com", "secret": "p8e-CANARYcanaryCANARYcanaryCANARYca",\n"pathToKey": "keys/adobe2024-Private.key"}\n',
      /keys\/adobe2024-Private\.key/,
    ],
    'the path of a key under the name of the key': [
      'config.ini',
      '[default]\norg_id = 0123456789ABCDEF01234567@AdobeOrg\nclient_id = 0123456789abcdef0123456789abcdef\nclient_secret = p8e-CANARYcanaryCANARYcanaryCANARYca\ntech_acct_id = 0123456789ABCDEF01234568@techacct.adobe.com\nprivate_key = /etc/keys/ims_private\nmetascopes = ent_user_sdk\n',
      /private_key = \/etc\/keys\/ims_private/,
    ],
    'the fingerprint of a certificate': [
      'service.json',
      '{"API_KEY": "0123456789abcdef0123456789abcdef", "CLIENT_SECRET": "p8e-CANARYcanaryCANARYcanaryCANARYca", "ORG_ID": "0123456789ABCDEF01234567@AdobeOrg", "TECHNICAL_ACCOUNT_ID": "0123456789ABCDEF01234568@techacct.adobe.com",\n"PUBLIC_KEYS_WITH_EXPIRY": {"0a1b2c3d4e5f60718293a4b5c6d7e8f901234567": "01/01/2020"}}\n',
      /0a1b2c3d4e5f60718293a4b5c6d7e8f901234567/,
    ],
  };
  for (const [what, [name, text, shown]] of Object.entries(READABLE)) {
    it(`stays readable: ${what}`, async () => {
      const { out } = await folder({ [name]: text }).run(['check']);
      assert.match(out, shown);
      assert.doesNotMatch(out, /canary/i);
    });
  }

  it('but key material does not, however it ends', () => {
    for (const path of [
      'private.key',
      './private.key',
      'C:\\keys\\my.pem',
      '~/.ssh/adobe',
      '../a',
    ]) {
      assert.ok(isKeyPath(path), path);
    }
    for (const text of [
      LINE,
      `${LINE}.key`,
      `${CANARY}.key`,
      '/Kx3PqZ/9aBcD',
      'a secret',
      'x',
      '',
    ]) {
      assert.ok(!isKeyPath(text), text);
    }
  });
});

describe('secrets', () => {
  for (const [name, text] of Object.entries(FILES)) {
    it(`stay out of what is said about ${name}`, async () => {
      const here = folder({ [name]: text });
      here.git('init', '-q');
      here.git('add', name);
      for (const format of ['text', 'json', 'sarif', 'github', 'markdown']) {
        const argv = ['check', '--format', format];
        const { out, err } = await here.run(argv);
        assert.doesNotMatch(out + err, /canary/i);
        assert.match(
          out,
          name.startsWith('broken')
            ? /syntax-error/
            : name.startsWith('Nms')
              ? /pipeline-option-syntax/
              : /secret|private-key/,
        );
      }
    });
  }
});
