import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outline } from '../../server/src/features/outline';
import { readDocument } from '../../server/src/model/document';
import { textOf } from '../../server/src/model/entity';
import { documentOf, findingsOf } from '../support/check';
import { credential, jwtBlock, oauthBlock, workspace, written } from '../support/console';
import { hoverAt } from '../support/hover';
import { lines } from '../support/marks';
import { CLIENT, ORG, SECRET } from '../support/samples';

const kindOf = (path: string, text: string) => readDocument(path, text)?.kind.id;

const credentialsOf = (path: string, text: string) =>
  (readDocument(path, text)?.entities ?? []).map(({ label, flow }) => `${label}: ${flow}`);

const JWT = credential('service', { jwt: jwtBlock() }, 'Old');
const OAUTH = credential('oauth_server_to_server', { oauth_server_to_server: oauthBlock() }, 'New');
const PEOPLE = [
  credential('apikey', { api_key: { client_id: CLIENT } }),
  credential('oauthweb', {
    oauth2: { client_id: CLIENT, client_secret: SECRET, redirect_uri: ['https://example.com'] },
  }),
  credential('oauthsinglepageapp', { oauth2: { client_id: CLIENT } }),
];

describe('a workspace of the Developer Console', () => {
  it('is told by its content, under any name and in any notation', () => {
    const text = written(workspace([OAUTH]));
    for (const path of ['console.json', 'shop-123-Stage (1).json', 'workspace.hjson', 'a/b.jsonc'])
      assert.equal(kindOf(path, text), 'console-workspace', path);
    const yaml = lines`
      project:
        workspace:
          details:
            credentials:
              - name: New
                integration_type: oauth_server_to_server
                oauth_server_to_server:
                  client_id: ${CLIENT}
    `;
    assert.equal(kindOf('console.yaml', yaml), 'console-workspace');
    assert.deepEqual(credentialsOf('console.yaml', yaml), ['New: oauth-server-to-server']);
  });

  it('has a credential for each block of a program, and none for those of people', () => {
    const text = written(workspace([...PEOPLE, JWT, OAUTH]));
    assert.deepEqual(credentialsOf('console.json', text), [
      'Old: jwt',
      'New: oauth-server-to-server',
    ]);
    assert.equal(kindOf('console.json', written(workspace(PEOPLE))), undefined);
    assert.equal(kindOf('console.json', written(workspace([]))), undefined);
  });

  it('is read with parts missing', () => {
    for (const text of [
      '{"project":{"workspace":{"details":{"credentials":[{"jwt":{"client_id":"x"}}]}}}}',
      '{"project":{"org":null,"workspace":{"details":{"credentials":[null,1,{"integration_type":"service"}]}}}}',
      '{"project":{"workspace":{"details":{"credentials":[{"integration_type":"service","jwt":null}]}}}}',
    ]) {
      assert.equal(readDocument('console.json', text)?.entities[0]?.flow, 'jwt', text);
    }
    for (const text of [
      '{"integration_type":"service"}',
      '{"project":{"workspace":{"details":{"credentials":{"integration_type":"service"}}}}}',
      '{"project":[{"workspace":{}}],"integration_type":1}',
    ]) {
      assert.equal(readDocument('console.json', text), undefined, text);
    }
  });

  it('reports the organization that all inherit once', () => {
    const wrong = written(workspace([JWT, OAUTH], { org: { ims_org_id: '123@AdobeOrg' } }));
    const found = findingsOf('console.json', wrong).filter(
      ({ rule }) => rule === 'org-id-malformed',
    );
    assert.equal(found.length, 1);
  });

  it('leaves the projects that Adobe generates to Adobe', () => {
    for (const key of ['name', 'title']) {
      const text = written(workspace([JWT], { [key]: 'AEM-p12345-e67890' }));
      const rules = findingsOf('console.json', text).map(
        ({ rule, fixes }) => `${rule} ${fixes.length}`,
      );
      assert.deepEqual(rules, ['auto-provisioned 0'], key);
    }
  });

  it('is no schema of such a file, and no other tool', () => {
    for (const text of [
      '{"properties":{"project":{"properties":{"workspace":{"properties":{"details":{"properties":{"credentials":{"items":{"properties":{"integration_type":{"enum":["service"]}}}}}}}}}}}}',
      '{"project":{"workspace":{"details":{"credentials":[{"name":"x","client_secrets":["y"]}]}}}}',
      '{"ims_org_id":"x","client_id":"y"}',
      '{"client_id":"x","client_secrets":{"web":"y"},"private_key":"z"}',
    ]) {
      assert.equal(readDocument('workspace.json', text), undefined, text);
    }
  });

  it('explains the type and the block', () => {
    const text = written(workspace([JWT]));
    const type = hoverAt('console.json', text.replace('"integ', '"‸integ'));
    assert.match(type?.markdown ?? '', /Integration type/);
    const block = hoverAt('console.json', text.replace('"jwt"', '"j‸wt"'));
    assert.match(block?.markdown ?? '', /Credential block/);
  });

  it('shows its credentials in the outline, and no secret', () => {
    const text = written(
      workspace([
        credential(
          'oauth_server_to_server',
          { oauth_server_to_server: oauthBlock({ client_secrets: [SECRET] }) },
          'New',
        ),
      ]),
    );
    const symbols = outline(documentOf('console.json', text));
    assert.equal(symbols[0]?.name, 'New');
    assert.ok(!JSON.stringify(symbols).includes(SECRET));
  });
});

describe('an aio configuration', () => {
  const context = { ims: { contexts: { shop: oauthBlock({ ims_org_id: ORG }) } } };

  it('names the credentials of the last import, of which nothing is required', () => {
    const named = workspace([
      credential('service', {}, 'Old'),
      credential('oauth_server_to_server', {}, 'New'),
      credential('apikey', {}, 'Key'),
    ]);
    const text = written(named);
    assert.equal(kindOf('.aio', text), 'aio-config');
    assert.deepEqual(credentialsOf('.aio', text), ['Old: jwt', 'New: oauth-server-to-server']);
    const found = findingsOf('.aio', text);
    assert.deepEqual(
      found.map(({ rule, fixes }) => `${rule} ${fixes.length}`),
      ['jwt-credential 0'],
    );
    assert.match(found[0]?.message ?? '', /import it again/);
  });

  it('is told by its contexts in any notation and under any name', () => {
    const text = written(context);
    for (const path of [
      '.aio',
      '.aio_staging',
      'shop.aio',
      'shop.aio_prod',
      'config.json',
      'x.hjson',
    ])
      assert.equal(kindOf(path, text), 'aio-config', path);
    const yaml = `ims:\n  contexts:\n    shop:\n      client_id: ${CLIENT}\n      technical_account_id: x\n`;
    for (const path of ['.aio', 'config.yaml'])
      assert.equal(kindOf(path, yaml), 'aio-config', path);
    assert.equal(kindOf('shop.json', written(oauthBlock({ ims_org_id: ORG }))), 'aio-config');
  });

  it('reads the lists that stand in texts', () => {
    const text = lines`
      {
        ims: {
          contexts: {
            s2s_3-shop-stage: {
              client_id: "${CLIENT}",
              client_secrets: "[\\"${SECRET}\\"]",
              ims_org_id: "${ORG}",
              scopes: "[\\"AdobeID\\",\\"openid\\",\\"profile\\"]",
              technical_account_email: "01234567-89ab-cdef-0123-456789abcdef@techacct.adobe.com",
              technical_account_id: "6A1B2C3D4E5F60718293A4B5@techacct.adobe.com",
              access_token: {
                token: "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl",
                expiry: 1774521720093
              }
            }
          }
        }
      }
    `;
    const [entity] = documentOf('.aio_staging', text).entities;
    assert.equal(entity?.label, 's2s_3-shop-stage');
    assert.equal(entity && textOf(entity, 'clientSecret')?.text, SECRET);
    assert.deepEqual(findingsOf('.aio_staging', text), []);
    const tracked = findingsOf('.aio_staging', text, { tracked: true });
    assert.deepEqual(
      tracked.map(({ rule }) => rule),
      ['secret-in-plain-text', 'cached-access-token'],
    );
    assert.ok(!tracked.some(({ message }) => message.includes('eyJ')));
  });

  it('leaves contexts of people alone, but for the tokens that are kept in them', () => {
    const people = {
      redirect_uri: 'https://example.com',
      client_id: CLIENT,
      client_secret: SECRET,
      scope: 'openid',
    };
    const text = (context: object) =>
      written({ ims: { contexts: { me: context, shop: oauthBlock({ ims_org_id: ORG }) } } });
    assert.deepEqual(credentialsOf('.aio', text(people)), ['shop: oauth-server-to-server']);
    assert.deepEqual(findingsOf('.aio', text(people)), []);
    const kept = text({
      ...people,
      access_token: { token: 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl' },
    });
    assert.deepEqual(
      findingsOf('.aio', kept, { tracked: true }).map(({ rule }) => rule),
      ['cached-access-token'],
    );
  });

  it('knows the layout of 2019', () => {
    const text = written({
      project: { name: 'shop', org: { ims_org_id: ORG } },
      credentials: {
        jwt: {
          client_id: CLIENT,
          client_secret: SECRET,
          techacct: '6A1B2C3D4E5F60718293A4B5@techacct.adobe.com',
          meta_scopes: ['ent_partners_sdk'],
          private_key: ['-----BEGIN PRIVATE KEY-----', 'MIIE', '-----END PRIVATE KEY-----'],
        },
      },
    });
    assert.deepEqual(
      findingsOf('config.json', text).map(({ rule, fixes }) => `${rule} ${fixes.length}`),
      ['jwt-credential 0'],
    );
    const [entity] = documentOf('config.json', text).entities;
    assert.equal(entity && textOf(entity, 'orgId')?.text, ORG);
  });

  it('signs in with JWT as long as its keys are there', () => {
    const text = written({
      ims: { contexts: { shop: oauthBlock({ ims_org_id: ORG, private_key: 'key.pem' }) } },
    });
    assert.deepEqual(
      findingsOf('.aio', text).map(({ rule }) => rule),
      ['mixed-credential'],
    );
  });

  it('wants what the library of Adobe wants', () => {
    const { technical_account_email: _, ...rest } = oauthBlock({ ims_org_id: ORG });
    const text = written({ ims: { contexts: { shop: { ...rest, client_secrets: 'x' } } } });
    assert.deepEqual(
      findingsOf('.aio', text).map(({ rule }) => rule),
      ['missing-field', 'secret-shape'],
    );
  });

  it('says nothing of HJSON, which its reader takes, and one thing of what it does not', () => {
    const text = `ims: {\n  contexts: {\n    shop: {\n      client_id: ${CLIENT}\n      technical_account_id: x\n`;
    const rules = (code: string) => findingsOf('.aio', code).map(({ rule }) => rule);
    assert.ok(!rules(`${text}    }\n  }\n}\n`).includes('syntax-error'));
    assert.equal(rules(text).filter((rule) => rule === 'syntax-error').length, 1);
  });
});

describe('an aio context', () => {
  it('may have its secret in variables', () => {
    const { client_secrets: _, ...rest } = oauthBlock({ ims_org_id: ORG });
    assert.deepEqual(findingsOf('.aio', written({ ims: { contexts: { shop: rest } } })), []);
  });

  it('is none where labels or names of variables stand in its place', () => {
    const of = (value: (key: string) => string) =>
      written(
        Object.fromEntries(
          Object.keys(oauthBlock({ ims_org_id: ORG })).map((key) => [key, value(key)]),
        ),
      );
    assert.equal(
      kindOf(
        'a.json',
        of((key) => key.toUpperCase()),
      ),
      undefined,
    );
    assert.equal(
      kindOf(
        'a.json',
        of((key) => key.replaceAll('_', ' ')),
      ),
      undefined,
    );
    assert.equal(
      kindOf(
        'a.json',
        of(() => ''),
      ),
      'aio-config',
    );
    assert.equal(
      kindOf(
        'a.json',
        of(() => '${VALUE}'),
      ),
      'aio-config',
    );
  });

  it('is told by what the layout of 2019 calls its account', () => {
    const of = (block: object) => written({ project: {}, credentials: { jwt: block } });
    assert.equal(kindOf('a.json', of({ client_id: CLIENT, secret: 'x' })), undefined);
    assert.equal(kindOf('a.json', of({ client_id: CLIENT, techacct: 'x' })), 'aio-config');
  });
});

describe('a file that is no JSON', () => {
  it('is told so gently where its reader takes it', () => {
    const text = written(oauthBlock({ ims_org_id: ORG }));
    for (const broken of [
      text.replace(/,\n {2}"scopes"/, '\n  "scopes"'),
      text.replaceAll('"openid"', "'openid'"),
      text.replace('"client_id"', 'client_id'),
    ]) {
      const found = findingsOf('a.json', broken);
      assert.deepEqual(
        found.map(({ rule, severity }) => `${rule} ${severity}`),
        ['syntax-error info'],
        broken,
      );
      assert.deepEqual(findingsOf('a.hjson', broken), []);
    }
    assert.deepEqual(findingsOf('a.json', `// a comment\n${text}`), []);
  });

  it('is read all the same, and told so once where its reader is strict', () => {
    const text = lines`
      {
        'ORG_ID': '${ORG}',
        API_KEY: '${CLIENT}',
        'CLIENT_SECRET': '${SECRET}',
        'TECHNICAL_ACCOUNT_ID': '6A1B2C3D4E5F60718293A4B5@techacct.adobe.com',
        'PUBLIC_KEYS_WITH_EXPIRY': {}
      }
    `;
    const found = findingsOf('download.json', text).map(({ rule }) => rule);
    assert.deepEqual(found, ['syntax-error', 'jwt-credential']);
  });
});

describe('a configuration of the Cloud Manager plug-in', () => {
  it('is told by its flag or its metascope', () => {
    const flagged = written(oauthBlock({ ims_org_id: ORG, oauth_enabled: true }));
    assert.equal(kindOf('config.json', flagged), 'cloud-manager-config');
    assert.equal(kindOf('a.json', written(jwtBlock({ ims_org_id: ORG }))), 'cloud-manager-config');
    assert.deepEqual(findingsOf('config.json', flagged), []);
  });

  it('has a predecessor that knows nothing but JWT', () => {
    const text = written({
      client_id: CLIENT,
      client_secret: SECRET,
      jwt_payload: {
        iss: ORG,
        sub: '6A1B2C3D4E5F60718293A4B5@techacct.adobe.com',
        aud: 'https://x',
      },
      jwt_private_key: ['-----BEGIN PRIVATE KEY-----', 'MIIE', '-----END PRIVATE KEY-----'],
    });
    const found = findingsOf('config.json', text);
    assert.deepEqual(
      found.map(({ rule, fixes }) => `${rule} ${fixes.length}`),
      ['jwt-credential 0'],
    );
    assert.equal(textOf(documentOf('config.json', text).entities[0]!, 'orgId')?.text, ORG);
  });

  it('is kept by `aio` under the name of that predecessor', () => {
    const block = {
      client_id: CLIENT,
      client_secret: SECRET,
      jwt_payload: { iss: ORG, sub: '6A1B2C3D4E5F60718293A4B5@techacct.adobe.com' },
      jwt_private_key: './key.pem',
    };
    const yaml = `jwt-auth:\n  client_id: ${CLIENT}\n  jwt_payload: {iss: ${ORG}}\n  jwt_private_key: k\n`;
    for (const [file, text] of [
      ['.aio', written({ 'jwt-auth': block })],
      ['.aio', written({ 'jwt-auth': block }).replaceAll(/"([\w-]+)":/g, '$1:')],
      ['config.json', written({ 'jwt-auth': block })],
      ['config.yaml', yaml],
    ] as const) {
      assert.equal(documentOf(file, text).kind.id, 'aio-config');
      const found = findingsOf(file, text);
      assert.deepEqual(
        found.map(({ rule, fixes }) => `${rule} ${fixes.length}`),
        ['jwt-credential 0'],
        file,
      );
    }
  });
});
