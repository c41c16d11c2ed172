import { duplicateKey } from '../../server/src/rules/duplicate-key';
import { missingField } from '../../server/src/rules/missing-field';
import { syntaxError } from '../../server/src/rules/syntax-error';
import { unexpectedType } from '../../server/src/rules/unexpected-type';
import { unexpectedValue } from '../../server/src/rules/unexpected-value';
import { unknownField } from '../../server/src/rules/unknown-field';
import { unusedSuppression } from '../../server/src/rules/unused-suppression';
import { CLIENT, consoleOAuth, jwt, ORG, oauth, packageOf } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'a.ims-integration.yaml';

/** Credentials of AEM as they are downloaded. */
const UNWRAPPED =
  '{"imsEndpoint": "ims-na1.adobelogin.com", "scopes": ["openid", "AdobeID"], "technicalAccount": {"clientId": "x", "clientSecret": "${S}"}}';

testRule(missingField, {
  valid: [
    { name: 'credentials of AEM as downloaded', file: 'aem-s2s-credentials.json', code: UNWRAPPED },
    {
      name: 'credentials of AEM in their wrapper',
      file: 'downloaded_integration.json',
      code: `{"integration": ${UNWRAPPED}}`,
    },
    { name: 'a complete integration', file, code: oauth() },
    { name: 'a misspelled field', file, code: oauth().replace('clientId', 'client_id') },
    { name: 'JWT fields that are not there', file, code: jwt('authType: jwt') },
    {
      name: 'a template',
      file: '__fixtures__/a.ims-integration.yaml',
      code: 'authType: oauth-server-to-server\norgId:\n',
    },
    { name: 'a download with all fields', file: 'a.json', code: consoleOAuth() },
    {
      name: 'a name that is the key of a map',
      file: 'a.ims.yaml',
      code: 'environments: {production: {stage: production}}\n',
    },
    {
      name: 'fields that are all misspelled',
      file,
      code: 'authType: oauth-server-to-server\nims_org_id: x\nclient_id: a\nclient_secrets: ["${S}"]\nscope: openid,AdobeID\n',
    },
    { name: 'a list of sections that is still empty', file: 'a.ims.yaml', code: 'integrations:\n' },
    {
      name: 'a blank and a reference',
      file,
      code: oauth().replace(CLIENT, '<client id>').replace(ORG, '${ORG}'),
    },
  ],
  invalid: [
    {
      name: 'a field of a healthy integration',
      file,
      code: oauth().replace(`clientId: ${CLIENT}\n`, '').replace('title', '«title»'),
      messages: ['(`clientId`) is missing'],
      severity: 'error',
    },
    {
      name: "a field that the credential's page shows",
      file: 'a.json',
      code: consoleOAuth({ SCOPES: [] }).replace('[]', '«[]»'),
      messages: ["Take it from the credential's page in the Developer Console."],
    },
    {
      name: 'the secret that a copy from "View" leaves out',
      file: 'aem-s2s-credentials.json',
      code: '{«"imsEndpoint"»: "ims-na1.adobelogin.com", "scopes": ["openid", "AdobeID"], "technicalAccount": {"clientId": "x"}}',
      messages: ['AEM shows it only once, and a copy from "View"'],
    },
    {
      name: 'the wrapper that the library of AEM looks into',
      file: 'downloaded_integration.json',
      code: `{«"imsEndpoint"»: ${UNWRAPPED.slice('{"imsEndpoint": '.length)}`,
      messages: ['(`integration`) is missing around this credential'],
    },
    { name: 'an empty field', file, code: oauth().replace(CLIENT, '""').replace('""', '«""»') },
    {
      name: 'a field that is only a key',
      file,
      code: oauth().replace(`clientId: ${CLIENT}`, '«clientId»:'),
    },
    {
      name: 'an empty file, in one sentence',
      file: 'a.external-account.yaml',
      code: '«»',
      messages: ['`name`, `label`'],
    },
    {
      name: 'a text where an environment stands',
      file: 'a.ims.yaml',
      code: 'environments: [«foo», {name: a}]\n',
      messages: ['a text where fields are expected'],
    },
    {
      name: 'an empty project as calmly as it can',
      file: 'a.ims.json',
      code: '«{}»',
      severity: 'info',
      messages: ['`environments`, `externalAccounts` or `integrations`'],
    },
    {
      name: 'a field of a download under its JWT name, and renames it',
      file: 'a.json',
      code: consoleOAuth().replace('"CLIENT_ID"', '«"API_KEY"»'),
      messages: ['stands here as `API_KEY`'],
      fixed: consoleOAuth(),
    },
    {
      name: 'a secret of a download under its JWT name, and writes it as a list',
      file: 'a.json',
      code: consoleOAuth({ CLIENT_SECRETS: 'X' }).replace(
        '"CLIENT_SECRETS": "X"',
        '«"CLIENT_SECRET"»: "${SECRET}"',
      ),
      fixed: consoleOAuth({ CLIENT_SECRETS: 'X' }).replace('"X"', '["${SECRET}"]'),
    },
    {
      name: 'an empty attribute of a package as what it is',
      file: 'a.xml',
      code: packageOf(
        `label="x" imsServer="https://ims-na1.adobelogin.com" clientId="a" callbackServer="https://x.com" imsOrgId="${ORG}" imsRightsMask=«""»`,
      ),
      severity: 'hint',
      messages: ['is empty in this package'],
    },
    { name: 'an empty object', file: 'a.external-account.json', code: '«{}»' },
    {
      name: 'a list where a project stands',
      file: 'a.ims.yaml',
      code: '«- a\n- b»\n',
      messages: ['a list where fields are expected'],
    },
    { name: 'a word that is typed into an empty file', file, code: '«auth»' },
    {
      name: 'the flow, by what speaks for it',
      file,
      code: oauth().replace('authType: oauth-server-to-server\n', '').replace('title', '«title»'),
      messages: ['how this integration signs in'],
      fixed: `authType: oauth-server-to-server\n${oauth().replace('authType: oauth-server-to-server\n', '')}`,
    },
    {
      name: 'what a reader of the download rejects',
      file: 'a.json',
      code: consoleOAuth({ SCOPES: undefined }).replace('"ORG_ID"', '«"ORG_ID"»'),
      messages: ['`SCOPES`'],
    },
    {
      name: 'absence in a package as a hint',
      file: 'a.xml',
      code: packageOf(
        `label="x" imsServer="https://ims-na1.adobelogin.com" clientId="a" callbackServer="https://x.example" imsOrgId="${ORG}"`,
      ).replace('extAccount name', '«extAccount» name'),
      severity: 'hint',
      messages: ['(`imsRightsMask`)'],
    },
    {
      name: 'the secret that a copy of AEM credentials lacks',
      file: 'a.json',
      code: '{«"integration"»: {"imsEndpoint": "ims-na1.adobelogin.com", "scopes": ["openid", "AdobeID"], "technicalAccount": {"clientId": "x"}}}',
    },
  ],
});

testRule(unknownField, {
  valid: [
    { name: "a note of one's own", file, code: oauth('x-owner: me') },
    {
      name: 'what other people add to their files',
      file: 'a.json',
      code: consoleOAuth({ NOTE: 'x' }),
    },
    {
      name: 'an attribute that a customer added',
      file: 'a.xml',
      code: packageOf('trackingURL="x"'),
    },
  ],
  invalid: [
    {
      name: 'another spelling, and renames it',
      file,
      code: oauth().replace('orgId', '«imsOrgId»'),
      messages: ['Did you mean `orgId`'],
      fixed: oauth(),
    },
    {
      name: 'a typo',
      file,
      code: oauth('«tokenEndpiont»: https://ims-na1.adobelogin.com/ims/token/v3'),
      titles: ['Rename to `tokenEndpoint`'],
    },
    {
      name: 'a word that is nothing like a field',
      file,
      code: oauth('«weather»: fine'),
      titles: [],
    },
    {
      name: 'a section of a project',
      file: 'a.ims.yaml',
      code: '«integration»: []\n',
      titles: ['Rename to `integrations`'],
    },
    {
      name: 'a key inside a group',
      file: 'a.ims.yaml',
      code: 'environments:\n  - name: a\n    clientConsole: {«vresion»: 8.5}\n',
      titles: ['Rename to `version`'],
    },
    {
      name: 'a JWT key only where it is that key',
      file,
      code: jwt('authType: jwt', '«meta_scopes»: [ent_user_sdk]'),
      titles: ['Rename to `metascopes`'],
    },
  ],
});

testRule(unexpectedValue, {
  valid: [
    { name: 'a reference', file, code: oauth().replace('oauth-server-to-server', '${FLOW}') },
    { name: 'an allowed value', file: 'a.ims.yaml', code: 'environments: [{stage: staging}]\n' },
  ],
  invalid: [
    {
      name: 'a flow that nobody knows, and never offers JWT',
      file,
      code: oauth().replace('oauth-server-to-server', '«oauth»'),
      titles: ['Use `oauth-server-to-server`'],
      fixed: oauth(),
    },
    {
      name: 'a number where a choice stands',
      file: 'a.external-account.yaml',
      code: 'type: «17»\n',
      titles: ['Use `adobe-experience-cloud`'],
    },
    {
      name: 'a typo',
      file: 'a.ims.yaml',
      code: 'environments: [{hosting: «hostd»}]\n',
      titles: ['Use `hosted`'],
    },
  ],
});

testRule(unexpectedType, {
  valid: [
    {
      name: 'a version that looks like a number',
      file: 'a.ims.yaml',
      code: 'environments: [{version: 8.10, build: 9383}]\n',
    },
    {
      name: 'a list as one text',
      file,
      code: oauth().replace('[openid, AdobeID, user_management_sdk]', 'openid, AdobeID'),
    },
    { name: 'a secret in a list', file, code: oauth().replace('${SECRET}', '["${A}", "${B}"]') },
    {
      name: 'a secret in the key ring of the system',
      file,
      code: oauth().replace('${SECRET}', '{secure: name}'),
    },
    {
      name: 'metascopes in one text',
      file: 'a.json',
      code: '{"imsEndpoint":"ims-na1.adobelogin.com","metascopes":"a,b","technicalAccount":{"clientId":"cm-p1-e1","clientSecret":"${X}"}}',
    },
  ],
  invalid: [
    {
      name: 'a number where a text stands, and quotes it',
      file,
      code: oauth('solution: «12»'),
      fixed: oauth('solution: "12"'),
    },
    {
      name: 'a list where a text stands',
      file,
      code: oauth('«solution»: [target]'),
      fixed: oauth('solution: target'),
    },
    {
      name: 'a text where yes or no stands',
      file,
      code: oauth('autoProvisioned: «"no"»'),
      fixed: oauth('autoProvisioned: false'),
    },
    {
      name: 'a text where the reader wants a list',
      file: 'a.json',
      code: consoleOAuth({ SCOPES: 'openid, AdobeID' }).replace(
        '"openid, AdobeID"',
        '«"openid, AdobeID"»',
      ),
      fixed: consoleOAuth({ SCOPES: 'X' }).replace('"X"', '["openid", "AdobeID"]'),
    },
    { name: 'a number in a list', file, code: oauth().replace('AdobeID', '«7»') },
    {
      name: 'a flag that is neither',
      file: 'a.xml',
      code: packageOf('imsServer="x" active=«"maybe"»'),
      messages: ['`0` or `1`'],
    },
    {
      name: 'a text where a group stands',
      file: 'a.ims.yaml',
      code: 'environments: [{clientConsole: «webview2»}]\n',
      fixed: null,
    },
  ],
});

testRule(duplicateKey, {
  valid: [
    {
      name: 'the same key in two objects',
      file: 'a.ims.yaml',
      code: 'environments: [{name: a}, {name: b}]\n',
    },
  ],
  invalid: [
    {
      name: 'a key in JSON',
      file: 'a.json',
      code: `${consoleOAuth().slice(0, -2)},\n  «"ORG_ID"»: "x"\n}`,
    },
    { name: 'an attribute', file: 'a.xml', code: packageOf('imsServer="a" «imsServer»="b"') },
  ],
});

testRule(syntaxError, {
  valid: [{ name: 'a good text', file, code: oauth() }],
  invalid: [
    {
      name: 'a missing comma',
      file: 'a.ims.json',
      code: '{"environments": [] «"integrations"»: []}',
    },
    { name: 'a tab as indentation', file: 'a.ims.yaml', code: 'environments:\n«\t»- name: a\n' },
    {
      name: 'a bracket that a text without quotes takes along',
      file: '.aio',
      code: `{\n  ims_org_id: ${ORG}\n  client_id: ${CLIENT}\n  meta_scopes: [ent_user_sdk«]»\n  private_key: "$K"\n}\n`,
      messages: ['is a part of the text'],
    },
  ],
});

testRule(unusedSuppression, {
  valid: [
    {
      name: 'a comment that is needed',
      file,
      code: oauth('# ims-config-ignore unknown-field', 'weather: fine'),
    },
    {
      name: 'a comment for the file',
      file,
      code: oauth('weather: fine', '# ims-config-ignore-file unknown-field'),
    },
    {
      name: 'a comment above a tag whose later line is meant',
      file: 'a.xml',
      code: '<package><entities schema="nms:extAccount">\n<!-- ims-config-ignore org-id-malformed -->\n<extAccount name="MAC"\n  imsOrgId="x"/></entities></package>\n',
    },
    {
      name: 'two comments that are stacked',
      file,
      code: '# ims-config-ignore unknown-field\n# ims-config-ignore org-id-malformed\n{ orgId: nonsense, weather: fine }\n',
    },
  ],
  invalid: [
    {
      name: 'a comment with nothing below, and removes it',
      file,
      code: oauth('# ims-config-ignore «unknown-field»', 'solution: target'),
      fixed: oauth('solution: target'),
    },
    {
      name: 'one of two ids',
      file,
      code: oauth('# ims-config-ignore «org-id-malformed», unknown-field', 'weather: fine'),
      fixed: oauth('# ims-config-ignore unknown-field', 'weather: fine'),
    },
    {
      name: 'a rule that does not exist, in JSON',
      messages: ['There is no rule `no-such-rule`'],
      file: 'a.ims.json',
      code: '{\n  // ims-config-ignore «no-such-rule»\n  "environments": []\n}\n',
      fixed: '{\n  "environments": []\n}\n',
    },
    {
      name: 'a comment behind a byte order mark, which stays',
      file,
      code: `\uFEFF# ims-config-ignore «no-such-rule»\n${oauth()}`,
      fixed: `\uFEFF${oauth()}`,
    },
  ],
});
