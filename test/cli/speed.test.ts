import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { folder } from './terminal';

const MINUTE = 60_000;

/** One of very many credentials. */
const credential = (index: number) => ({
  id: String(100_000 + index),
  integration_type: 'service',
  jwt: {
    client_id: index.toString(16).padStart(32, '0'),
    client_secret: 'p8e-0123456789abcdefghijklmnopqrstuv',
    technical_account_email: `${index}@techacct.adobe.com`,
    technical_account_id: `${index.toString(16).toUpperCase().padStart(24, '0')}@techacct.adobe.com`,
    meta_scopes: ['ent_dataservices_sdk'],
  },
});

const download = (count: number) => ({
  project: {
    name: 'shop',
    org: { ims_org_id: '0123456789ABCDEF01234567@AdobeOrg' },
    workspace: {
      details: { credentials: Array.from({ length: count }, (_, index) => credential(index)) },
    },
  },
});

const OSGI = 'com.adobe.granite.auth.';

function halves(index: number): Readonly<Record<string, string>> {
  const suffix = `.${1_700_000_000_000 + index}.config`;
  const type = `customizer.type="shop-${index}"\n`;
  return {
    [`config/${OSGI}ims.impl.IMSAccessTokenRequestCustomizerImpl${suffix}`]: `auth.ims.client.secret="{0123456789abcdef0123456789abcdef}"\n${type}`,
    [`config/${OSGI}oauth.accesstoken.provider${suffix}`]: `auth.token.provider.title="Shop ${index}"
auth.token.provider.default.claims=["\\"iss\\":\\"0123456789ABCDEF01234567@AdobeOrg\\"","\\"sub\\":\\"89ABCDEF0123456789ABCDEF@techacct.adobe.com\\""]
auth.access.token.request="https://ims-na1.adobelogin.com/ims/exchange/jwt"
auth.token.provider.keypair.alias="shop"
auth.token.provider.client.id="${index.toString(16).padStart(32, '0')}"
token.request.${type}`,
  };
}

describe('a fix takes about as long for each of many as for one', () => {
  it('in one line', { timeout: MINUTE }, async () => {
    const here = folder({ 'console.json': JSON.stringify(download(1000)) });
    const { err } = await here.run(['check', '--unsafe-fixes']);
    assert.match(err, /^1000 problems fixed in 1 file\.\n/);
    assert.ok(err.length < 2000);
    assert.doesNotMatch(here.read('console.json'), /"jwt"|\n/);
  });

  it('in many files', { timeout: MINUTE }, async () => {
    const here = folder(Object.assign({}, ...Array.from({ length: 200 }, (_, i) => halves(i))));
    const { err } = await here.run(['check', '--unsafe-fixes']);
    assert.match(err, /fixed in 400 files\.\n/);
    const again = await here.run(['check', '--unsafe-fixes']);
    assert.equal(again.err, '');
  });
});

/** Credentials of which each has a fix, and a secret that no report shows. */
const contexts = (count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const start = `AIO_ims_contexts_c${index}_`;
    return `${start}client__id=0123456789abcdef0123456789${String(index).padStart(6, '0')}
${start}client__secret=p8e-0123456789abcdefghijkl${String(index).padStart(6, '0')}
${start}ims__org__id=0123456789ABCDEF01234567@AdobeOrg
${start}meta__scopes=["ent_dataservices_sdk"]
`;
  }).join('');

it('a report of many findings takes about as long for each as for one', {
  timeout: MINUTE,
}, async () => {
  const here = folder({ 'few/.env': contexts(250), 'many/.env': contexts(3000) });
  // Of the processor, because the machine may have other things to do.
  const took = async (argv: readonly string[]): Promise<number> => {
    const before = process.cpuUsage();
    const { out } = await here.run(['check', ...argv]);
    assert.ok(out.length > 0);
    const { user } = process.cpuUsage(before);
    return user / 1000;
  };
  for (const argv of [
    ['--format', 'sarif'],
    ['--baseline', 'b.json', '--update-baseline'],
  ]) {
    await took(['few', ...argv]);
    const few = await took(['few', ...argv]);
    const many = await took(['many', ...argv]);
    // Twelve times as many; a way that looks at all others for each takes over a hundred times as
    // long.
    assert.ok(many < 25 * few + 500, `${argv.join(' ')}: ${few} ms, ${many} ms`);
  }
});

const MANY = 60_000;
const BLANKS = ' '.repeat(MANY);

/** Texts with so many of one character that nobody may look behind each of them to the end. */
const LONG: Readonly<Record<string, string>> = {
  '.env': `AIO_ims_contexts_a_ims__org__id=x\nAIO_ims_contexts_a_client__id=b\nAIO_ims_contexts_a_meta__scopes=[ent_x${BLANKS}x,'ent_y']\n`,
  'console.env': `IMS_OAUTH_S2S_CLIENT_ID=b\nIMS_OAUTH_S2S_ORG_ID=x\nIMS_OAUTH_S2S_SCOPES=["a${BLANKS}b","a"]\n`,
  'a.ims-integration.yaml': `authType: jwt\nclientSecret: "${'\\\\'.repeat(MANY)}x"\ntokenEndpoint: "https://ims-na1.adobelogin.com${'/ims/exchange/jwt'.repeat(MANY / 10)}\\nx"\n`,
};

it('a long text takes no longer than many short ones', { timeout: MINUTE }, async () => {
  const here = folder(LONG);
  const start = performance.now();
  await here.run(['check', '--unsafe-fixes']);
  const took = performance.now() - start;
  assert.ok(took < 6000, `took ${took} ms`);
});
