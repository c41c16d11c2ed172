import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskedText } from '../../server/src/cli/masking';
import { outline } from '../../server/src/features/outline';
import { readDocument } from '../../server/src/model/document';
import { EntityEdit } from '../../server/src/model/edit';
import { fieldOf, textOf } from '../../server/src/model/entity';
import { applyEdits } from '../../server/src/text/edit';
import { applyFix, documentOf, findingsOf } from '../support/check';
import { hoverAt } from '../support/hover';
import { ACCOUNT_ID, CLIENT, ORG, SECRET } from '../support/samples';

const FILE = 'Shop.postman_environment.json';
const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjEifQ.c2lnbmF0dXJl';
const KEY = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----';

type Variables = Readonly<Record<string, string | undefined>>;

/** An environment with these variables, in the way Postman exports them. */
const environment = (variables: Variables, more: object = {}): string =>
  JSON.stringify(
    {
      name: 'Shop',
      values: Object.entries(variables).map(([key, value]) => ({ key, value, enabled: true })),
      ...more,
    },
    undefined,
    2,
  );

const base: Variables = {
  IMS: 'ims-na1.adobelogin.com',
  IMS_ORG: ORG,
  API_KEY: CLIENT,
  CLIENT_SECRET: SECRET,
  TECHNICAL_ACCOUNT_ID: ACCOUNT_ID,
};
const oauth = { ...base, SCOPES: 'openid,AdobeID,read_organizations,session' };
const jwt = { ...base, META_SCOPE: 'ent_dataservices_sdk', PRIVATE_KEY: KEY };

const flowsIn = (text: string, file = FILE) =>
  readDocument(file, text)?.entities.map(({ flow }) => flow);
const found = (text: string, file = FILE, tracked = false) =>
  findingsOf(file, text, { tracked }).map(
    ({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`,
  );

describe('an environment of Postman', () => {
  it('has the credential that its variables make', () => {
    const empty = Object.fromEntries(Object.keys(jwt).map((key) => [key, '']));
    const cases: readonly (readonly [Variables, string | undefined])[] = [
      [oauth, 'oauth-server-to-server'],
      [{ ...oauth, PRIVATE_KEY: '' }, 'oauth-server-to-server'],
      [{ ...base, META_SCOPE: 'ent_dataservices_sdk' }, 'oauth-server-to-server'],
      [jwt, 'jwt'],
      [{ ...empty, IMS: base.IMS }, 'jwt'],
      [{ ...base, meta_scope: 'ent_dataservices_sdk', secret: '', jwt_token: '' }, 'jwt'],
      [{ ...oauth, PRIVATE_KEY: KEY }, 'mixed'],
      [base, undefined],
    ];
    for (const [variables, flow] of cases) {
      assert.deepEqual(flowsIn(environment(variables)), [flow], JSON.stringify(variables));
    }
  });

  it('is known by its name, or by what Postman writes into it', () => {
    const scope = { _postman_variable_scope: 'environment' };
    assert.equal(readDocument('a.json', environment(oauth)), undefined);
    assert.equal(readDocument('a.json', environment(oauth, scope))?.kind.id, 'postman-environment');
    assert.equal(documentOf(FILE, environment(oauth)).kind.id, 'postman-environment');
  });

  it('is none of ours where nothing is of Adobe', () => {
    const others: readonly Variables[] = [
      { CLIENT_ID: 'a', CLIENT_SECRET: 'b', ACCESS_TOKEN: 'c', ORG_ID: '12' },
      { IMS: 'https://ims.example.com', API_KEY: 'a', CLIENT_SECRET: 'b' },
      { API_KEY: 'a', IMS_CLIENT_SECRET: 'b', IMS_CLIENT_CODE: 'c' },
      { IMS_ORG: ORG, SANDBOX_NAME: 'prod' },
    ];
    for (const variables of others) assert.equal(flowsIn(environment(variables)), undefined);
  });

  it('takes the spellings that people use, and leaves out what is switched off', () => {
    const text = environment({
      IMS: base.IMS,
      OrgID: ORG,
      clientID: CLIENT,
      clientSecret: 'x',
      TechAcctID: '',
    });
    const [entity] = documentOf(FILE, text).entities;
    assert.deepEqual([...entity!.fields.keys()].sort(), [
      ...['clientId', 'clientSecret', 'imsServer', 'orgId', 'technicalAccountId'],
    ]);
    const off = JSON.stringify({
      values: [
        ...Object.entries(oauth).map(([key, value]) => ({ key, value, enabled: true })),
        { key: 'PRIVATE_KEY', value: KEY, enabled: false },
      ],
    });
    assert.deepEqual(flowsIn(off), ['oauth-server-to-server']);
  });

  it('says what to change, and changes nothing', () => {
    const [finding] = findingsOf(FILE, environment(jwt));
    assert.equal(finding?.rule, 'jwt-credential');
    assert.match(finding.message, /the collection that Adobe offers today, with its environment/);
    assert.deepEqual(finding.fixes, []);
  });

  it('removes what is left of JWT with its object', () => {
    for (const indent of [undefined, 1, '\t']) {
      const source: unknown = JSON.parse(environment({ ...oauth, META_SCOPE: 'ent_user_sdk' }));
      const wanted: unknown = JSON.parse(environment(oauth));
      const text = JSON.stringify(source, undefined, indent);
      for (const [each, after] of [
        [text, JSON.stringify(wanted, undefined, indent)],
        [
          `\uFEFF${text.replaceAll('\n', '\r\n')}`,
          `\uFEFF${JSON.stringify(wanted, undefined, indent).replaceAll('\n', '\r\n')}`,
        ],
      ] as const) {
        const [finding] = findingsOf(FILE, each);
        assert.equal(finding?.rule, 'half-migrated');
        assert.equal(finding.severity, 'info');
        const once = applyFix(each, finding.fixes[0]!);
        assert.equal(once, after);
        assert.deepEqual(findingsOf(FILE, once), []);
      }
    }
  });

  it('keeps its secrets to itself', () => {
    const secrets = { ...jwt, ACCESS_TOKEN: TOKEN };
    assert.deepEqual(found(environment(secrets)), ['jwt-credential: "META_SCOPE"']);
    const text = environment(secrets);
    const tracked = findingsOf(FILE, text, { tracked: true });
    assert.deepEqual(tracked.map(({ rule }) => rule).sort(), [
      ...['cached-access-token', 'jwt-credential', 'private-key-in-file', 'secret-in-plain-text'],
    ]);
    for (const { message } of tracked) {
      for (const secret of [SECRET, TOKEN, 'MIIE']) assert.ok(!message.includes(secret));
    }
  });

  it('says nothing of a template that Adobe offers', () => {
    const template = Object.fromEntries(Object.keys(oauth).map((key) => [key, '']));
    const text = environment({
      ...template,
      IMS: base.IMS,
      SCOPES: oauth.SCOPES,
      ACCESS_TOKEN: '',
    });
    assert.deepEqual(flowsIn(text), ['oauth-server-to-server']);
    assert.deepEqual(found(text, FILE, true), []);
  });

  it('checks the values', () => {
    assert.deepEqual(found(environment({ ...oauth, IMS_ORG: ORG.toLowerCase() })), [
      `org-id-malformed: ${ORG.toLowerCase()}`,
    ]);
  });

  it('explains its variables, and reads well in the outline', () => {
    const text = environment(jwt);
    const hover = hoverAt(FILE, text.replace('"META_SCOPE"', '"META‸_SCOPE"'));
    assert.match(hover?.markdown ?? '', /Metascopes/);
    const [entry] = outline(documentOf(FILE, text));
    assert.match(JSON.stringify(entry), /Shop/);
  });

  it('is written item by item', () => {
    const text = environment(oauth);
    const document = documentOf(FILE, text);
    const entity = document.entities[0]!;
    const edit = new EntityEdit(entity);
    edit.set(fieldOf(entity, 'clientId')!, '1"2');
    edit.renameTo(fieldOf(entity, 'orgId')!, 'ORG_ID');
    const after = applyEdits(text, edit.textEdits(document));
    const again = documentOf(FILE, after).entities[0]!;
    assert.equal(textOf(again, 'clientId')?.text, '1"2');
    assert.equal(fieldOf(again, 'orgId')?.key, 'ORG_ID');
    const added = new EntityEdit(entity);
    added.add('scopes', ['a'], fieldOf(entity, 'orgId'));
    assert.deepEqual(added.textEdits(document), []);
  });
});

const COLLECTION = 'Shop.postman_collection.json';

interface Request {
  readonly url: unknown;
  readonly parameters?: Variables;
}

const parameters = (all: Variables = {}) =>
  Object.entries(all).map(([key, value]) => ({ key, value, type: 'text' }));

const collection = (requests: readonly Request[], variable: Variables = {}): string =>
  JSON.stringify({
    info: {
      name: 'Shop',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: [
      {
        name: 'Tokens',
        item: requests.map(({ url, parameters: all }) => ({
          name: 'Token',
          request: {
            method: 'POST',
            body: { mode: 'urlencoded', urlencoded: parameters(all) },
            url,
          },
        })),
      },
    ],
    variable: parameters(variable),
  });

const CALL = { client_id: '{{API_KEY}}', client_secret: '{{CLIENT_SECRET}}' };
const JWT_CALL = { ...CALL, jwt_token: '{{JWT_TOKEN}}' };
const GRANT = { ...CALL, grant_type: 'client_credentials', scope: 'openid,AdobeID,session' };

describe('a collection of Postman', () => {
  it('asks for tokens in one way or the other', () => {
    const urls = (path: string) => [
      `{{IMS}}${path}`,
      { raw: `https://{{IMS}}${path}` },
      { raw: `https://ims-na1.adobelogin.com${path}`, host: ['ims-na1'] },
    ];
    for (const url of urls('/ims/exchange/jwt/')) {
      const text = collection([{ url, parameters: JWT_CALL }]);
      assert.deepEqual(flowsIn(text, COLLECTION), ['jwt']);
      const [finding, ...more] = findingsOf(COLLECTION, text);
      assert.deepEqual(more, []);
      assert.equal(finding?.rule, 'jwt-credential');
      assert.match(finding.message, /asked for with a JWT/);
      assert.match(text.slice(finding.span.start, finding.span.end), /\/ims\/exchange\/jwt\/$/);
      assert.deepEqual(finding.fixes, []);
    }
    for (const url of urls('/ims/token/v3')) {
      const text = collection([{ url, parameters: GRANT }]);
      assert.deepEqual(flowsIn(text, COLLECTION), ['oauth-server-to-server']);
      assert.deepEqual(found(text, COLLECTION), []);
    }
  });

  it('is none of ours where people sign in, or nobody at Adobe', () => {
    const grant_type = 'authorization_code';
    for (const request of [
      { url: '{{IMS}}/ims/token/v3', parameters: { ...CALL, grant_type } },
      { url: '{{IMS}}/ims/profile/v1' },
      { url: 'https://login.example.com/oauth/token', parameters: GRANT },
    ]) {
      assert.equal(flowsIn(collection([request]), COLLECTION), undefined);
    }
  });

  it('holds no secret itself', () => {
    const text = collection([
      { url: '{{IMS}}/ims/token/v3', parameters: { ...GRANT, client_secret: SECRET } },
    ]);
    const [finding] = findingsOf(COLLECTION, text);
    assert.equal(finding?.rule, 'secret-in-plain-text');
    assert.ok(!finding.message.includes(SECRET));
    const once = applyFix(text, finding.fixes[0]!);
    assert.equal(once, text.replace(SECRET, '{{CLIENT_SECRET}}'));
    assert.deepEqual(findingsOf(COLLECTION, once), []);
  });

  it('reads the parameters of an address one by one', () => {
    const raw = `https://ims-na1.adobelogin.com/ims/exchange/jwt?client_id=${CLIENT}&client_secret=${SECRET}`;
    const query = parameters({ client_id: CLIENT, client_secret: SECRET });
    const text = collection([{ url: { raw, query } }]);
    assert.deepEqual(found(text, COLLECTION), [
      'jwt-credential: https://ims-na1.adobelogin.com/ims/exchange/jwt',
      `secret-in-plain-text: ${SECRET}`,
    ]);
  });

  it('reads a body that is one text', () => {
    const { item, ...rest } = JSON.parse(collection([{ url: '{{IMS}}/ims/token/v3' }]));
    const ofRaw = (raw: string) =>
      JSON.stringify({
        ...rest,
        item: [{ ...item[0].item[0], request: { ...item[0].item[0].request, body: { raw } } }],
      });
    const text = ofRaw(`grant_type=client_credentials&client_secret=${SECRET}&scope=openid`);
    assert.deepEqual(flowsIn(text, COLLECTION), ['oauth-server-to-server']);
    const [finding, ...more] = findingsOf(COLLECTION, text);
    assert.deepEqual(more, []);
    assert.equal(finding?.rule, 'secret-in-plain-text');
    const once = applyFix(text, finding.fixes[0]!);
    assert.equal(once, text.replace(SECRET, '{{CLIENT_SECRET}}'));
    assert.equal(readDocument(COLLECTION, ofRaw('grant_type=authorization_code')), undefined);
  });

  it('keeps the secrets of its variables in the vault', () => {
    const text = collection([], oauth);
    const [finding] = findingsOf(COLLECTION, text);
    assert.equal(finding?.rule, 'secret-in-plain-text');
    const once = applyFix(text, finding.fixes[0]!);
    assert.equal(once, text.replace(SECRET, '{{vault:CLIENT_SECRET}}'));
    assert.deepEqual(findingsOf(COLLECTION, once), []);
  });

  it('is told of in scripts as well', () => {
    const exec = [
      '// https://ims-na1.adobelogin.com/ims/exchange/jwt is where tokens come from',
      'pm.sendRequest({ url: "https://ims-na1.adobelogin.com/ims/exchange/jwt", method: "POST" });',
    ];
    const { item, ...rest } = JSON.parse(collection([{ url: '{{HOST}}/products' }]));
    const event = [{ listen: 'prerequest', script: { type: 'text/javascript', exec } }];
    for (const scripted of [
      { ...rest, item, event },
      { ...rest, item: [{ ...item[0], event }] },
      { ...rest, item: [{ name: 'Token', event, request: {} }] },
    ]) {
      assert.deepEqual(found(JSON.stringify(scripted), COLLECTION), [
        'jwt-credential: https://ims-na1.adobelogin.com/ims/exchange/jwt',
      ]);
    }
    const commented = { ...rest, event: [{ script: { exec: exec.slice(0, 1) } }] };
    assert.equal(readDocument(COLLECTION, JSON.stringify(commented)), undefined);
  });

  it('shows nothing that may be a secret', () => {
    const text = collection([
      { url: '{{IMS}}/ims/exchange/jwt', parameters: JWT_CALL },
      { url: 'https://shop.example/login', parameters: { password: 'correct horse' } },
    ]);
    assert.ok(!maskedText(documentOf(COLLECTION, text)).includes('correct horse'));
    const variables = environment({
      ...oauth,
      SHOP_TOKEN: 'battery staple',
      JWT_TOKEN: 'signed text',
    });
    const masked = maskedText(documentOf(FILE, variables));
    for (const secret of ['battery staple', 'signed text', SECRET]) {
      assert.ok(!masked.includes(secret), secret);
    }
  });

  it('may have variables of its own', () => {
    const variables = collection([], { ...jwt, PRIVATE_KEY: '{{vault:key}}', CLIENT_SECRET: '' });
    assert.deepEqual(flowsIn(variables, COLLECTION), ['jwt']);
    assert.deepEqual(found(variables, COLLECTION), ['jwt-credential: "META_SCOPE"']);
  });

  it('signs in by itself, for a request or for all of a folder', () => {
    const oauth2 = parameters({
      accessTokenUrl: 'https://ims-na1.adobelogin.com/ims/token/v3',
      grant_type: 'client_credentials',
      clientId: CLIENT,
      clientSecret: SECRET,
    });
    const info = { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' };
    const auth = { type: 'oauth2', oauth2 };
    const item = [{ name: 'Get', request: { url: 'https://platform.adobe.io', auth } }];
    for (const collected of [
      { info, item },
      { info, auth },
      { info, item: [{ auth }] },
    ]) {
      const text = JSON.stringify(collected);
      assert.deepEqual(flowsIn(text, COLLECTION), ['oauth-server-to-server']);
      assert.deepEqual(found(text, COLLECTION), [`secret-in-plain-text: ${SECRET}`]);
      assert.match(findingsOf(COLLECTION, text)[0]?.message ?? '', /`\{\{CLIENT_SECRET\}\}`/);
    }
    const person = JSON.stringify({ info, auth }).replace(
      'client_credentials',
      'authorization_code',
    );
    assert.equal(flowsIn(person, COLLECTION), undefined);
  });

  it('may have variables in its folders', () => {
    const item = [{ name: 'Folder', item: [], variable: parameters(oauth) }];
    const info = { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' };
    const text = JSON.stringify({ info, item });
    assert.deepEqual(flowsIn(text, COLLECTION), ['oauth-server-to-server']);
    assert.deepEqual(found(text, COLLECTION), [`secret-in-plain-text: ${SECRET}`]);
  });

  it('is read in its first form as well', () => {
    const url = 'https://ims-na1.adobelogin.com/ims/exchange/jwt';
    const request = { id: '1', name: 'Token', url, data: parameters(JWT_CALL) };
    const text = JSON.stringify({ name: 'Shop', order: ['1'], requests: [request] });
    assert.deepEqual(flowsIn(text, COLLECTION), ['jwt']);
    assert.deepEqual(found(text, COLLECTION), [`jwt-credential: ${url}`]);
    assert.equal(readDocument('a.json', JSON.stringify({ item: [request] })), undefined);
  });

  it('is read whatever it looks like', () => {
    const info = { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' };
    for (const item of [null, 1, [1, {}, { request: null }, { request: [] }, { item: {} }]]) {
      assert.equal(readDocument(COLLECTION, JSON.stringify({ info, item })), undefined);
    }
    for (const values of [null, {}, [1, {}, { key: 1 }, { key: 'IMS' }, { key: {}, value: [] }]]) {
      assert.equal(readDocument(FILE, JSON.stringify({ IMS: 1, values })), undefined);
    }
  });
});
