import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { metascopes, scopeInfo } from '../../server/src/facts/scopes';
import { marked } from '../support/marks';
import { root } from '../support/root';
import { ACCOUNT_EMAIL, ACCOUNT_ID, ORG } from '../support/samples';
import { readGrammar, type Token, tokensOf } from './textmate';

const FILE = 'syntaxes/ims-values.injection.tmLanguage.json';
const grammar = readGrammar(FILE);

/** What is colored in a text: `<sort> <characters>`. */
const colored = (text: string): readonly string[] =>
  tokensOf(grammar, text).flatMap(({ text: said, scopes }: Token) => {
    const name = scopes.at(-1)?.replace('.ims-config', '').split('.').at(-1);
    return name ? [`${name} ${said}`] : [];
  });

/** Whether exactly the marked places of a text get this color. */
function assertColored(sort: string, code: string): void {
  const { text, spans } = marked(code);
  assert.deepEqual(
    colored(text),
    spans.map(({ start, end }) => `${sort} ${text.slice(start, end)}`),
  );
}

const ROWS: readonly (readonly [sort: string, ...codes: readonly string[]])[] = [
  [
    'organization-id',
    `orgId: «${ORG}» # x`,
    `"«${ORG}»"`,
    `<a imsOrgId='«${ORG}»'/>`,
    `-setimsoauth:«${ORG}»/x`,
    `ID=«${ORG}»`,
  ],
  ['technical-account', `"«${ACCOUNT_ID}»", '«${ACCOUNT_EMAIL}»'`],
  [
    'reference',
    '«$[secret:NAME]»',
    '«$[env:NAME;default=x]»',
    '«${NAME}»',
    'https://«${NAME}»/«${OTHER}»',
    '«${{ secrets.NAME }}»',
    '"«{{NAME}}»"',
  ],
  [
    'scope',
    'scopes: [«openid», «AdobeID», session, «read_organizations»]',
    '["«openid»","«AdobeID»","«additional_info.projectedProductContext»"]',
    '<a imsScope="«openid»,«AdobeID»"/>',
    'scopes=«openid»,«read_pc.dma_aem_ams»',
    'scope: "«openid» «AdobeID»"',
  ],
  [
    'metascope',
    'metascopes: [«ent_campaign_sdk», «ent_adobeio_sdk»]',
    '"https://ims-na1.adobelogin.com/s/«ent_user_sdk»": true',
    'META=/s/«ent_aem_cloud_api»,«asset_compute_meta»',
  ],
  [
    'blank',
    'clientSecret: «<the secret of the credential>»',
    'clientSecret: "«<client-secret>»", # x',
    '"client_secret": "«<secret>»"',
    'SECRET=«<your secret>»',
    'secret="«&lt;your secret&gt;»"',
    `clientId: «changeMe»`,
    'orgId: «XXXXXXXX»@AdobeOrg',
    'orgId: «<your id>»@AdobeOrg',
  ],
];

const NOTHING: readonly string[] = [
  'someone@example.com',
  '0123456789abcdef0123456789abcdef',
  '$x',
  '$(x)',
  '@AdobeOrg',
  'openid: true',
  '"openid": true',
  'openid-connect, my.openid, /openid, openid.net',
  'sent_user_sdk_x',
  '<p>Note: <b>bold</b></p>',
  '<a b="c"><d>',
  'a = <b>c</b>',
  '{{ .Values.name }}',
  'XXL',
  'label: Campaign - (.*)',
];

/** Words that mean something else nearly everywhere. */
const USUAL = ['email', 'profile', 'session', 'avatar', 'org.read', 'dam-read'];

describe('the colors of values', () => {
  for (const [sort, ...codes] of ROWS) {
    for (const code of codes) {
      it(`show a ${sort}: ${marked(code).text}`, () => assertColored(sort, code));
    }
  }

  for (const text of NOTHING) {
    it(`show nothing in ${text}`, () => assert.deepEqual(colored(text), []));
  }

  for (const [what, before, after] of [
    ['YAML', 'associationMask: ', ' # ours'],
    ['YAML in quotes', 'associationMask: "', '"'],
    ['JSON', '{ "associationMask": "', '", "x": 1 }'],
    ['JSON without blanks', '{"associationMask":"', '"}'],
    ['XML', '<extAccount imsRightsMask="', '" imsOrgId="x"/>'],
  ] as const) {
    it(`show a mask and its group in ${what}`, () => {
      assert.deepEqual(colored(`${before}Campaign - shop - (.*)${after}`), [
        'association-mask Campaign - shop - ',
        'association-mask (.*)',
      ]);
      assert.deepEqual(colored(`${before}A (.*) B${after}`), [
        'association-mask A ',
        'association-mask (.*)',
        'association-mask  B',
      ]);
      assert.deepEqual(colored(`${before}\${MASK}${after}`), ['reference ${MASK}']);
      assert.deepEqual(colored(before + after), []);
    });
  }

  it('show every scope and metascope that is known and cannot mean anything else', () => {
    for (const scope of Object.keys(scopeInfo)) {
      const expected = USUAL.includes(scope) ? [] : [`scope ${scope}`];
      assert.deepEqual(colored(`"${scope}"`), expected);
    }
    for (const { metascope } of metascopes) {
      if (metascope === 'event_receiver_api') continue;
      assert.deepEqual(colored(`"${metascope}"`), [`metascope ${metascope}`]);
    }
  });

  it('stay out of comments, and of YAML that is no text, whose grammar would lose its way', () => {
    const { injectionSelector } = JSON.parse(readFileSync(path.join(root, FILE), 'utf8')) as {
      injectionSelector: string;
    };
    const parts = injectionSelector.split(', ');
    assert.ok(parts.every((part) => part.endsWith(' -comment')));
    assert.ok(parts.includes('L:source.yaml string -comment'));
  });

  it('are contributed to the languages of our files', () => {
    const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      contributes: { grammars: readonly { scopeName: string; path: string; injectTo: string[] }[] };
    };
    const entry = contributes.grammars.find(({ scopeName }) => scopeName === grammar.scopeName);
    assert.equal(entry?.path, `./${FILE}`);
    assert.deepEqual(entry?.injectTo, [
      'source.yaml',
      'source.json',
      'source.json.comments',
      'text.xml',
      'source.osgi-config',
      'source.dotenv',
      'source.ini',
    ]);
  });
});
