import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDocument } from '../../server/src/model/document';
import { fieldOf, textOf } from '../../server/src/model/entity';
import { readerOf } from '../../server/src/rules/credential';
import { lines } from '../support/marks';
import { ACCOUNT_ID, CLIENT, ORG } from '../support/samples';

const ACS = 'com.adobe.acs.commons.adobeio.service.impl.IntegrationServiceImpl';
const AIO = 'com.adobe.aio.aem.workspace.internal.WorkspaceSupplierImpl';
const PROVIDER = 'com.adobe.granite.auth.oauth.accesstoken.provider';

/** Kind, and of each credential its name, its flow, how it is migrated and who reads it. */
function read(path: string, text: string) {
  const document = readDocument(path, text);
  return document?.entities.map((entity) => {
    const { label, flow, dialect } = entity;
    const reader = readerOf(entity)?.sort;
    return [document.kind.id, label, flow, dialect.credential?.move.kind, reader];
  });
}

const config = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key}="${value}"\n`)
    .join('');

const xml = (attributes: string): string =>
  `<jcr:root xmlns:jcr="http://www.jcp.org/jcr/1.0" jcr:primaryType="sling:OsgiConfig" ${attributes}/>`;

describe("an OSGi configuration of Adobe's own components", () => {
  const provider = {
    'auth.token.provider.client.id': CLIENT,
    'auth.token.provider.keypair.alias': 'tags',
  };

  it('is known in three notations', () => {
    const name = 'Access-token provider (tags)';
    const found = (label: string) => [['osgi-config', label, 'jwt', 'in-place', undefined]];
    assert.deepEqual(read(`/a/config/${PROVIDER}-tags.config`, config(provider)), found(name));
    assert.deepEqual(
      read(`/a/config/${PROVIDER}~tags.cfg.json`, JSON.stringify(provider)),
      found(name),
    );
    const attributes = config(provider).trim().replaceAll('\n', ' ');
    assert.deepEqual(read(`/a/config/${PROVIDER}-tags.xml`, xml(attributes)), found(name));
    assert.deepEqual(read(`/a/config/${PROVIDER}-tags/.content.xml`, xml(attributes)), found(name));
    const folder = `<jcr:root jcr:primaryType="sling:Folder"><${PROVIDER}-tags jcr:primaryType="sling:OsgiConfig" ${attributes}/><other/></jcr:root>`;
    assert.deepEqual(read('/a/config/.content.xml', folder), found(name));
  });

  it('signs in with what decides, not with what is left', () => {
    const flow = (more: Readonly<Record<string, string>>) =>
      read(`${PROVIDER}-a.config`, config({ ...provider, ...more }))?.[0]?.[2];
    const grant = { 'auth.token.provider.authorization.grants': 'client_credentials' };
    const endpoint = (path: string) => ({
      'auth.access.token.request': `https://ims-na1.adobelogin.com${path}`,
    });
    assert.equal(flow(endpoint('/ims/exchange/jwt')), 'jwt');
    assert.equal(flow(endpoint('/ims/token/v3')), 'oauth-server-to-server');
    assert.equal(flow(grant), 'oauth-server-to-server');
    const scopes = { 'auth.token.provider.scope': 'openid,AdobeID' };
    assert.equal(flow(scopes), 'jwt');
    assert.equal(flow({ ...scopes, ...endpoint('/ims/exchange/jwt') }), 'jwt');
    assert.equal(flow({ ...scopes, ...grant }), 'oauth-server-to-server');
    assert.equal(flow({ 'auth.token.provider.keypair.alias': '' }), undefined);
    const bare = { 'auth.token.provider.keypair.alias': '', ...endpoint('/ims/exchange/jwt/') };
    assert.equal(flow(bare), 'jwt');
  });

  it('may name the type of a text with commas in XML', () => {
    const rows: readonly (readonly [written: string, read: readonly string[]])[] = [
      ['{String}openid, AdobeID', ['openid', 'AdobeID']],
      ['{String}openid', ['openid']],
      ['{String}[openid,AdobeID]', ['openid', 'AdobeID']],
      ['openid,AdobeID', ['openid', 'AdobeID']],
      ['$[env:SCOPES;default=a,b]', ['$[env:SCOPES;default=a,b]']],
    ];
    const keys = [
      [`${PROVIDER}-tags.xml`, 'auth.token.provider.scope', 'scopes'],
      [`${AIO}.xml`, 'aio.oauth.scopes', 'scopes'],
      [`${AIO}.xml`, 'aio.meta.scopes', 'metascopes'],
      ['com.shop.Ims.xml', 'metascopes', 'metascopes'],
    ] as const;
    for (const [path, key, name] of keys) {
      for (const [written, texts] of rows) {
        const text = xml(
          `${key.startsWith('aio') ? 'aio.ims.org.id' : 'imsOrg'}="${ORG}" clientId="${CLIENT}" ${key}="${written}"`,
        );
        const entity = readDocument(path, text)?.entities[0];
        const items = entity && fieldOf(entity, name)?.items;
        const found = items?.map((item) => item.text);
        assert.deepEqual(found, texts, `${key} ${written}`);
        for (const { text: each, span } of items ?? []) {
          assert.equal(text.slice(span.start, span.end), each);
        }
      }
    }
  });

  it('may leave the host of its address to be filled in', () => {
    for (const request of ['%s/ims/exchange/jwt', 'https://%s/ims/exchange/jwt']) {
      const text = config({ ...provider, 'auth.access.token.request': request });
      assert.equal(read(`${PROVIDER}-a.config`, text)?.[0]?.[2], 'jwt', request);
    }
  });

  it('may name the types of its values', () => {
    const text = JSON.stringify({
      'auth.token.provider.client.id:String': CLIENT,
      'auth.token.provider.authorization.grants:String[]': ['client_credentials'],
      'auth.token.provider.conn.timeout:Integer': 5000,
      'auth.token.provider.relaxed.ssl:Boolean': false,
    });
    const entity = readDocument(`${PROVIDER}~tags.cfg.json`, text)?.entities[0];
    assert.ok(entity);
    assert.equal(entity.flow, 'oauth-server-to-server');
    assert.equal(textOf(entity, 'clientId')?.text, CLIENT);
    assert.equal(textOf(entity, 'relaxedSsl')?.text, 'false');
  });

  it('has its secret in a second file', () => {
    const path = 'com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl.1a.config';
    assert.deepEqual(read(path, 'auth.ims.client.secret="x"\ncustomizer.type="a"\n'), [
      ['osgi-config', 'Access-token secret (1a)', undefined, 'nothing', undefined],
    ]);
  });

  it('may be a workspace of aio-lib-java, which scopes make OAuth', () => {
    const aio = { 'aio.ims.org.id': ORG, 'aio.api.key': CLIENT, 'aio.meta.scopes': '/s/ent_x' };
    const text = JSON.stringify(aio);
    const oauth = JSON.stringify({ ...aio, 'aio.oauth.scopes': '$[env:aio_oauth_scopes]' });
    const at = (flow: string) => [
      ['osgi-config', 'WorkspaceSupplierImpl', flow, 'in-place', undefined],
    ];
    assert.deepEqual(read(`${AIO}.cfg.json`, text), at('jwt'));
    assert.deepEqual(read(`${AIO}.cfg.json`, oauth), at('oauth-server-to-server'));
    assert.deepEqual(read('com.shop.Workspace.cfg.json', text), [
      ['osgi-config', 'Workspace', 'jwt', 'by-hand', 'own-code'],
    ]);
  });

  it('knows nothing but JWT in ACS AEM Commons', () => {
    const code = config({
      getEndpoint: 'https://ims-na1.adobelogin.com/ims/exchange/jwt',
      getAdobeLoginClaimKey: '[https://ims-na1.adobelogin.com/s/ent_campaign_sdk]',
      getClientId: CLIENT,
      getAMCOrgId: ORG,
      getTechAccountId: ACCOUNT_ID,
    });
    assert.deepEqual(read(`${ACS}-campaign.config`, code), [
      ['osgi-config', 'IntegrationServiceImpl (campaign)', 'jwt', 'by-hand', 'jwt-only'],
    ]);
    const entity = readDocument(`${ACS}.config`, code)?.entities[0];
    assert.ok(entity);
    assert.deepEqual(
      fieldOf(entity, 'metascopes')?.items.map(({ text }) => text),
      ['https://ims-na1.adobelogin.com/s/ent_campaign_sdk'],
    );
    assert.equal(textOf(entity, 'orgId')?.text, ORG);
  });
});

describe("an OSGi configuration of somebody's own component", () => {
  it('is known by keys or values that only Adobe has', () => {
    const found = [['osgi-config', 'ImsClient', 'jwt', 'by-hand', 'own-code']];
    const code = xml(
      `imsHost="https://ims-na1.adobelogin.com" apiKey="${CLIENT}" iss="${ORG}" sub="${ACCOUNT_ID}" metascopes="[https://ims-na1.adobelogin.com/s/ent_places_sdk,https://ims-na1.adobelogin.com/s/ent_marketing_sdk]" clientSecret="x"`,
    );
    assert.deepEqual(read('com.shop.ImsClient.xml', code), found);
    const entity = readDocument('com.shop.ImsClient.xml', code)?.entities[0];
    assert.ok(entity);
    assert.equal(fieldOf(entity, 'metascopes')?.items.length, 2);
    assert.equal(textOf(entity, 'technicalAccountId')?.text, ACCOUNT_ID);
  });

  it('may ask for its tokens through a proxy, and name the types of its values', () => {
    const code = JSON.stringify({
      'ims.org.id:String': ORG,
      'ims.client.id': CLIENT,
      'client.secret:String': '$[secret:cs]',
      tokenUrl: 'https://ims.example.com/ims/token/v3',
      'scopes:String[]': ['openid', 'AdobeID'],
    });
    assert.deepEqual(read('/a/com.shop.Ims.cfg.json', code), [
      ['osgi-config', 'Ims', 'oauth-server-to-server', 'by-hand', 'own-code'],
    ]);
  });

  it('may have any name, and may be broken where it has that of a class', () => {
    const code = `imsOrgId="${ORG}"\nclientSecret="x"\n`;
    for (const path of ['Ims.config', 'com.shop.Ims.config', 'com.shop.Ims-eu.config']) {
      assert.ok(read(path, code), path);
    }
    assert.ok(read('com.shop.Ims.config', `${code}on=true\n`));
  });

  it('is one even where it repeats the keys of service credentials', () => {
    const code = JSON.stringify({
      imsEndpoint: 'ims-na1.adobelogin.com',
      metascopes: 'ent_aem_cloud_api',
      clientId: 'cm-p1-e2-integration',
      id: ACCOUNT_ID,
      org: ORG,
      clientSecret: '$[secret:clientSecret]',
      technicalAccount: 'x',
    });
    assert.deepEqual(read('/a/com.shop.Pdf.cfg.json', code), [
      ['osgi-config', 'Pdf', 'jwt', 'by-hand', 'own-code'],
    ]);
  });

  for (const [name, path, text] of [
    [
      'another service of Adobe',
      'com.shop.Sign.cfg.json',
      '{ "refreshUrl": "https://api.na2.documents.adobe.com/oauth/v2/refresh", "grantType": "refresh_token", "clientId": "$[secret:ID]", "clientSecret": "$[secret:SECRET]", "server": "author-p1-e2.adobeaemcloud.com" }',
    ],
    [
      'an API of somebody else',
      'com.shop.Api.config',
      'clientId="a"\nclientSecret="b"\nscopes=["read","write"]\ntokenUrl="https://login.example.com/token"\n',
    ],
    [
      'the sign-in of people',
      'com.adobe.granite.auth.ims.impl.IMSProviderImpl.config',
      `oauth.provider.ims.token.url="https://ims-na1.adobelogin.com/ims/token/v1"\nims.org.ref="${ORG}"\nclientSecret="x"\n`,
    ],
    [
      'an OAuth provider of AEM',
      'com.adobe.granite.auth.oauth.provider-ims.config',
      'oauth.client.id="a"\noauth.client.secret="b"\nimsOrgId="c"\n',
    ],
    [
      'the configuration of another tool',
      'user-sync.config',
      `[enterprise]\norg_id = ${ORG}\napi_key = ${CLIENT}\nclient_secret = x\ntech_acct = ${ACCOUNT_ID}\n`,
    ],
    [
      'a file of TOML',
      'app.config',
      `[adobe]\nims_org_id = "${ORG}"\nclient_id = "${CLIENT}"\nclient_secret = "x"\n`,
    ],
    [
      'a file of HOCON',
      'conf/app.local.config',
      `adobe {\n  ims_org_id = "${ORG}"\n  metascopes = "ent_x"\n  client_secret = "x"\n}\n`,
    ],
    [
      'lines of a shell',
      'env.config',
      `export IMS_ORG="${ORG}"\nexport CLIENT_SECRET="x"\nexport METASCOPES="ent_x"\n`,
    ],
    [
      'a provider of tokens for another company',
      `${PROVIDER}-maps.config`,
      'auth.access.token.request="https://oauth2.googleapis.com/token"\nauth.token.provider.keypair.alias="maps"\n',
    ],
    [
      'a provider whose address has no more than a host',
      `${PROVIDER}-maps.config`,
      'auth.token.provider.endpoint="https://oauth2.googleapis.com"\nauth.token.provider.keypair.alias="maps"\n',
    ],
    [
      'the sign-in of somebody else beside an organization of Adobe',
      'com.shop.Crm.cfg.json',
      `{ "imsOrgId": "${ORG}", "clientId": "a", "clientSecret": "b", "tokenUrl": "https://login.example.com/oauth2/token" }`,
    ],
    ['an organization alone', 'com.shop.Launch.cfg.json', `{ "imsOrgId": "${ORG}" }`],
    [
      'a .NET configuration',
      'web.config',
      '<?xml version="1.0"?>\n<configuration><appSettings><add key="imsOrgId" value="x"/><add key="clientSecret" value="x"/></appSettings></configuration>\n',
    ],
    [
      'any XML',
      'a.xml',
      `<config imsOrgId="${ORG}" clientId="a" clientSecret="b" metascopes="ent_x"/>`,
    ],
  ] as const) {
    it(`is not ${name}`, () => assert.equal(read(path, text), undefined));
  }
});

describe('a workspace of aio-lib-java', () => {
  it('is known by its keys, whatever its name', () => {
    const code = lines`
      # aio_ims_org_id = the organization
      aio_ims_org_id=${ORG}
      aio_api_key=${CLIENT}
      aio_client_secret=x
    `;
    const at = (flow: string | undefined) => [
      ['aio-lib-java', 'aio-lib-java workspace', flow, 'in-place', undefined],
    ];
    assert.deepEqual(read('workspace.secret.properties', code), at(undefined));
    assert.deepEqual(
      read('adobe.properties', `${code}aio_oauth_scopes=openid\n`),
      at('oauth-server-to-server'),
    );
    assert.deepEqual(read('adobe.properties', `${code}aio_encoded_pkcs8=x\n`), at('jwt'));
  });

  it('is no text that only speaks of it', () => {
    assert.equal(
      read('messages.properties', 'label=Set aio_api_key and aio_client_secret\n'),
      undefined,
    );
    assert.equal(read('a.properties', 'aio_api_key=x\n'), undefined);
  });
});
