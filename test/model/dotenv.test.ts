import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hover } from '../../server/src/features/hover';
import { outline } from '../../server/src/features/outline';
import { readDocument } from '../../server/src/model/document';
import { textOf } from '../../server/src/model/entity';
import { findingsOf } from '../support/check';
import { ACCOUNT_EMAIL, ACCOUNT_ID, CLIENT, ORG, SECRET } from '../support/samples';

/** The credentials of a `.env` file: `label: flow, fields`. */
function credentials(text: string, file = '/shop/.env'): readonly string[] | undefined {
  return readDocument(file, text)?.entities.map(
    ({ label, flow, fields }) => `${label}: ${flow}, ${[...fields.keys()].join(' ')}`,
  );
}

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;

describe('what Adobe writes to .env', () => {
  it('is a context for each credential, by the name that aio has for it, and four variables for code', () => {
    const text = lines(
      'AIO_runtime_namespace=12345-shop-stage',
      `AIO_ims_contexts_Credential__in__Shöp__-__Stage_client__id=${CLIENT}`,
      'AIO_ims_contexts_Credential__in__Shöp__-__Stage_client__secrets=["${A}"]',
      'AIO_ims_contexts_Credential__in__Shöp__-__Stage_scopes=["openid","AdobeID"]',
      `SERVICE_API_KEY=${CLIENT}`,
      `IMS_OAUTH_S2S_CLIENT_ID=${CLIENT}`,
      'IMS_OAUTH_S2S_CLIENT_SECRET=${A}',
      `IMS_OAUTH_S2S_ORG_ID=${ORG}`,
      'IMS_OAUTH_S2S_SCOPES=["openid","AdobeID"]',
    );
    assert.deepEqual(credentials(text), [
      'Credential_in_Shöp_-_Stage: oauth-server-to-server, clientId clientSecret scopes',
      'IMS_OAUTH_S2S: oauth-server-to-server, clientId clientSecret orgId scopes',
    ]);
  });

  it('is read without regard to capital letters', () => {
    const text = lines(
      'aio_ims_contexts_shop_client__id=a',
      'AIO_IMS_CONTEXTS_SHOP_CLIENT__SECRETS=["${A}"]',
    );
    assert.deepEqual(credentials(text), ['shop: oauth-server-to-server, clientId clientSecret']);
  });

  it('knows contexts inside of others, whose names a single underscore parts', () => {
    const text = 'AIO_ims_contexts_shop_stage_meta__scopes=["ent_user_sdk"]\n';
    assert.deepEqual(credentials(text), ['shop.stage: jwt, metascopes']);
  });

  it('leaves alone what signs people in, and API keys', () => {
    const text = lines(
      'AIO_ims_contexts_web_client__id=a',
      'AIO_ims_contexts_web_client__secret=b',
      'AIO_ims_contexts_web_redirect__uri=["https://shop.example"]',
      'AIO_ims_contexts_key_client__id=c',
    );
    assert.equal(credentials(text), undefined);
  });

  it('knows the flow of a template by its names', () => {
    const names = ['client__id', 'client__secret', 'meta__scopes', 'private__key'];
    const jwt = names.map((name) => `AIO_ims_contexts_shop_${name}=`).join('\n');
    assert.deepEqual(
      credentials(jwt, 'env.dist')?.map((each) => each.split(',')[0]),
      ['shop: jwt'],
    );
    assert.deepEqual(
      credentials(
        jwt.replace('secret', 'secrets').replace(/AIO\S+private__key=/, ''),
        'env.dist',
      )?.map((each) => each.split(',')[0]),
      ['shop: oauth-server-to-server'],
    );
  });
});

describe('variables that people name', () => {
  const cases: readonly (readonly [
    name: string,
    text: string,
    expected: readonly string[] | undefined,
  ])[] = [
    [
      'of JWT',
      lines(
        'JWT_CLIENT_ID=a',
        'JWT_CLIENT_SECRET=b',
        'JWT_TECH_ACC_ID=c',
        'JWT_IMS_ORG=d',
        'JWT_METASCOPES=https://ims-na1.adobelogin.com/s/ent_user_sdk',
        'JWT_PRIVATE_KEY=e',
      ),
      ['JWT: jwt, clientId clientSecret technicalAccountId orgId metascopes privateKey'],
    ],
    [
      'of the starter kits for Commerce',
      lines(
        'OAUTH_BASE_URL=https://ims-na1.adobelogin.com/ims/token/',
        'OAUTH_CLIENT_ID=',
        'OAUTH_CLIENT_SECRET=',
        'OAUTH_SCOPES=',
      ),
      ['OAUTH: oauth-server-to-server, clientId clientSecret scopes'],
    ],
    [
      'of two generations in one file',
      lines(
        'OAUTH_CLIENT_ID=a',
        'OAUTH_TECHNICAL_ACCOUNT_ID=b',
        'OAUTH_SCOPES=AdobeID, openid',
        'AIO_COMMERCE_IMS_CLIENT_ID=a',
        'AIO_COMMERCE_IMS_CLIENT_SECRETS=',
      ),
      [
        'OAUTH: oauth-server-to-server, clientId technicalAccountId scopes',
        'AIO_COMMERCE_IMS: oauth-server-to-server, clientId clientSecret',
      ],
    ],
    [
      'with the ids of the project beside the credential of one service',
      lines(
        'ADOBE_PDFSERVICES_CLIENT_ID=a',
        'ADOBE_PDFSERVICES_CLIENT_SECRET=b',
        'ADOBE_TECHNICAL_ACCOUNT_ID=c',
        'ADOBE_IMS_ORG_ID=d',
        'GEMINI_API_KEY=e',
      ),
      ['ADOBE_PDFSERVICES: oauth-server-to-server, clientId clientSecret technicalAccountId orgId'],
    ],
    [
      'of PDF services with JWT',
      lines(
        'DOC_CLOUD_CLIENT_ID=a',
        'DOC_CLOUD_CLIENT_SECRET=b',
        'DOC_CLOUD_ORG_ID=c',
        'DOC_CLOUD_ACCOUNT_ID=d',
        'DOC_CLOUD_PRIVATE_KEY_BASE64=e',
      ),
      ['DOC_CLOUD: jwt, clientId clientSecret orgId technicalAccountId privateKey'],
    ],
    [
      'of the tools of 2019',
      lines(
        'AIO_credentials_oauth2_client_id=a',
        'AIO_credentials_oauth2_client_secret=b',
        'AIO_credentials_oauth2_redirect_uri=https://www.example.com',
        'AIO_credentials_jwt_client_id=a',
        'AIO_credentials_jwt_client_secret=b',
        'AIO_credentials_jwt_techacct=c',
        'AIO_credentials_jwt_meta_scopes=["ent_partners_sdk"]',
      ),
      ['AIO_credentials_jwt: jwt, clientId clientSecret technicalAccountId metascopes'],
    ],
    [
      'without a beginning of their own, by what they hold',
      lines('CLIENT_ID=a', `CLIENT_SECRET=${SECRET}`, 'SCOPES=openid,AdobeID', 'ACCESS_TOKEN=b'),
      ['CLIENT_ID: oauth-server-to-server, clientId clientSecret scopes'],
    ],
    [
      'of two environments',
      lines(
        `STAGE_IMS_CLIENT_ID=a`,
        `STAGE_IMS_ORG_ID=${ORG}`,
        `PROD_IMS_CLIENT_ID=a`,
        `PROD_IMS_ORG_ID=${ORG}`,
      ),
      ['STAGE_IMS: undefined, clientId orgId', 'PROD_IMS: undefined, clientId orgId'],
    ],
    // Look-alikes.
    ['of others', lines('GITHUB_CLIENT_ID=a', 'GITHUB_CLIENT_SECRET=b', 'JWT_SECRET=c'), undefined],
    ['of anybody', lines('CLIENT_ID=a', 'CLIENT_SECRET=b', 'SCOPES=read write'), undefined],
    ['of Adafruit', lines('AIO_USERNAME=a', 'AIO_KEY=b', 'AIO_API_KEY=c'), undefined],
    ['of Adobe Sign', lines('ADOBE_CLIENT_ID=a', 'ADOBE_CLIENT_SECRET=b'), undefined],
    [
      'beside a host of Adobe',
      lines('IMS=https://ims-na1.adobelogin.com', 'OAUTH_CLIENT_ID=a', 'OAUTH_CLIENT_SECRET=b'),
      undefined,
    ],
    ['of an organization alone', lines(`IMS_ORG_ID=${ORG}`), undefined],
    [
      'of a sign-in of people',
      lines(
        'ADOBE_CLIENT_ID=a',
        `ADOBE_CLIENT_SECRET=${SECRET}`,
        'ADOBE_SCOPES=openid,AdobeID',
        'ADOBE_REDIRECT_URI=https://shop.example',
      ),
      undefined,
    ],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => assert.deepEqual(credentials(text), expected));
  }
});

describe('files of variables', () => {
  const text = lines('IMS_OAUTH_S2S_CLIENT_ID=a', 'IMS_OAUTH_S2S_CLIENT_SECRET=${A}');
  const names = [
    ...['.env', '.env.local', '.env.stage.local', '.env_staging', '.env-stg-2', 'sample.env'],
    ...['env.dist', 'env.example', '_dot.env', 'config.1.env', 'shop.env_prod'],
  ];
  for (const name of names) {
    it(name, () => assert.equal(readDocument(`/shop/${name}`, text)?.kind.id, 'dotenv'));
  }

  for (const name of ['next.env.js', '.env.d.ts', '.env.md', '.envrc', 'environment']) {
    it(`but not ${name}`, () => assert.equal(readDocument(`/shop/${name}`, text), undefined));
  }

  it('are templates by their names', () => {
    const blank = lines('IMS_OAUTH_S2S_CLIENT_ID=<client-id>', 'IMS_OAUTH_S2S_CLIENT_SECRET=');
    for (const name of ['.env.example', '.env_sample', 'env.dist', 'sample.env', '_dot.env']) {
      assert.deepEqual(findingsOf(`/shop/${name}`, blank), [], name);
    }
    assert.ok(findingsOf('/shop/.env', blank).length > 0);
  });

  it('may hold secrets as long as git does not track them', () => {
    const secret = lines(
      `IMS_OAUTH_S2S_CLIENT_ID=${CLIENT}`,
      `IMS_OAUTH_S2S_CLIENT_SECRET=${SECRET}`,
      `IMS_OAUTH_S2S_ORG_ID=${ORG}`,
      'IMS_OAUTH_S2S_SCOPES=["AdobeID","openid"]',
    );
    const rules = (tracked?: boolean, file = '.env') =>
      findingsOf(file, secret, tracked === undefined ? {} : { tracked }).map(({ rule }) => rule);
    assert.deepEqual(rules(), []);
    assert.deepEqual(rules(false), []);
    assert.deepEqual(rules(true), ['secret-in-plain-text']);
    assert.deepEqual(rules(true, '.env.example'), ['secret-in-plain-text']);
  });
});

it('hovers say how lists are written here', () => {
  const text = lines('AIO_ims_contexts_a_client__id=a', 'AIO_ims_contexts_a_scopes=["openid"]');
  const document = readDocument('.env', text);
  assert.ok(document);
  const { markdown } = hover(document, text.indexOf('_scopes')) ?? {};
  assert.match(markdown ?? '', /an array of JSON/);
  assert.match(markdown ?? '', /Example: `\["openid","AdobeID"/);
});

it('each credential has its own outline, without secrets', () => {
  const text = lines(
    `AIO_ims_contexts_A__B_client__id=${CLIENT}`,
    `AIO_ims_contexts_A__B_client__secrets=["${SECRET}"]`,
    `AIO_ims_contexts_A__B_technical__account__email=${ACCOUNT_EMAIL}`,
    `IMS_CLIENT_ID=${CLIENT}`,
    `IMS_ORG_ID=${ORG}`,
    `IMS_TECHNICAL_ACCOUNT_ID=${ACCOUNT_ID}`,
  );
  const document = readDocument('.env', text);
  assert.ok(document);
  assert.equal(textOf(document.entities[0]!, 'clientSecret')?.text, SECRET);
  const shown = outline(document).map(({ name, children }) => [
    name,
    ...children.map((child) => child.detail ?? child.name),
  ]);
  assert.deepEqual(shown, [
    ['A_B', CLIENT, 'AIO_ims_contexts_A__B_client__secrets', ACCOUNT_EMAIL],
    ['IMS', CLIENT, ORG, ACCOUNT_ID],
  ]);
});

it('is read and checked in time that grows with its length', () => {
  const withCredentials = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      lines(
        `AIO_ims_contexts_shop${index}_client__id=${index.toString(16).padStart(32, '0')}`,
        `AIO_ims_contexts_shop${index}_meta__scopes=["ent_user_sdk"]`,
        `APP${index}_CLIENT_ID=${CLIENT}`,
        `APP${index}_CLIENT_SECRET=p8e-${index.toString(16).padStart(32, 'x')}`,
        `APP${index}_IMS_ORG_ID=${ORG}`,
      ),
    ).join('');
  const timeFor = (count: number) => {
    const text = withCredentials(count);
    const before = process.cpuUsage();
    assert.ok(findingsOf('.env', text, { tracked: true }).length > count);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  timeFor(300);
  assert.ok(timeFor(2400) < 30 * timeFor(300));
});
