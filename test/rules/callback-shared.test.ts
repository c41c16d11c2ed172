import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newWorkspace } from '../../server/src/model/workspace';
import { callbackShared } from '../../server/src/rules/callback-shared';
import { documentOf, findingsOf } from '../support/check';
import { lines } from '../support/marks';
import { packageOf } from '../support/samples';
import { testRule } from '../support/testRule';

const to = (address: string) => packageOf(`callbackServer="${address}"`);
const LIVE = 'https://campaign.luma-shop.com';
const marked = to(`«${LIVE}»`);

testRule(callbackShared, {
  valid: [
    {
      name: 'environments with addresses of their own, in one folder',
      file: 'extaccount_dev.xml',
      code: to('https://campaign-dev.luma-shop.com'),
      others: {
        'extaccount_prod.xml': to(LIVE),
        'extaccount_stage.xml': to('https://campaign-stage.luma-shop.com'),
      },
    },
    {
      name: 'environments with addresses of their own, in three folders',
      file: 'stage/extaccount.xml',
      code: to('https://campaign-stage.luma-shop.com'),
      others: {
        'dev/extaccount.xml': to('https://campaign-dev.luma-shop.com'),
        'prod/extaccount.xml': to(LIVE),
      },
    },
    {
      name: 'the account of production',
      file: 'extaccount_prod.xml',
      code: to(LIVE),
      others: { 'extaccount_dev.xml': to(LIVE), 'extaccount_stage.xml': to(LIVE) },
    },
    {
      name: 'a file that speaks of no environment',
      file: 'extaccount.xml',
      code: to(LIVE),
      others: { 'extaccount_dev.xml': to(LIVE) },
    },
    {
      name: 'two names of one environment',
      file: 'staging/extaccount.xml',
      code: to(LIVE),
      others: { 'extaccount_stg.xml': to(LIVE) },
    },
    {
      name: 'references and blanks',
      file: 'extaccount_dev.xml',
      code: to('https://${CAMPAIGN_HOST}'),
      others: { 'extaccount_prod.xml': to('https://${CAMPAIGN_HOST}') },
    },
    {
      name: "everybody's own machine",
      file: 'extaccount_dev.xml',
      code: to('http://localhost:8080'),
      others: { 'extaccount_test.xml': to('http://localhost:8080') },
    },
    {
      name: 'an account that is switched off',
      file: 'extaccount_dev.xml',
      code: packageOf(`active="0" callbackServer="${LIVE}"`),
      others: { 'extaccount_prod.xml': to(LIVE) },
    },
    {
      name: 'what is kept for history',
      file: 'extaccount_dev.xml',
      code: to(LIVE),
      others: { 'archive/extaccount_prod.xml': to(LIVE), 'extaccount_prod_2023.xml': to(LIVE) },
    },
    {
      name: 'an account without an address',
      file: 'extaccount_dev.xml',
      code: packageOf(''),
      others: { 'extaccount_prod.xml': packageOf('') },
    },
    {
      name: 'a package and what was made of another',
      file: 'extaccount_dev.xml',
      code: to(LIVE),
      others: { 'a.external-account.yaml': `environment: production\ncallbackServer: ${LIVE}\n` },
    },
    {
      name: 'two spellings of one environment',
      file: 'b.external-account.yaml',
      code: `environment: production\ncallbackServer: ${LIVE}\n`,
      others: { 'a.external-account.yaml': `environment: prod\ncallbackServer: ${LIVE}\n` },
    },
  ],

  invalid: [
    {
      name: 'an environment that only the workspace describes',
      file: 'recette/extaccount.xml',
      code: marked,
      others: {
        'luma.ims.yaml': 'environments:\n  recette:\n    stage: staging\n',
        'prod/extaccount.xml': to(LIVE),
      },
      messages: ['Write the address of the `recette` instance here'],
      fixed: null,
    },
    {
      name: 'the account that is not production',
      file: 'extaccount_dev.xml',
      code: marked,
      others: { 'extaccount_prod.xml': to('HTTPS://Campaign.Luma-Shop.com:443/nl') },
      severity: 'warning',
      messages: [
        'Callback server (`callbackServer`) leads to `campaign.luma-shop.com`, as it does for `prod`. People who sign in to one of the two land on the other one, and production should redirect to the address of production. Write the address of the `dev` instance here',
      ],
      related: ['extaccount_prod.xml: HTTPS://Campaign.Luma-Shop.com:443/nl'],
      fixed: null,
    },
    {
      name: 'the same behind production in the order of files',
      file: 'stage/extaccount.xml',
      code: marked,
      others: { 'production/extaccount.xml': to(LIVE) },
      messages: ['production should redirect'],
      related: [`production/extaccount.xml: ${LIVE}`],
    },
    {
      name: 'the later of two where none is production',
      file: 'extaccount_stage.xml',
      code: marked,
      others: { 'extaccount_dev.xml': to(LIVE) },
      messages: [
        'as it does for `dev`. People who sign in to one of the two land on the other one',
      ],
    },
    {
      name: 'an account once, with all the others',
      file: 'extaccount_stage.xml',
      code: marked,
      others: { 'extaccount_dev.xml': to(LIVE), 'extaccount_prod.xml': to(LIVE) },
      messages: ['as it does for `prod`'],
      related: [`extaccount_dev.xml: ${LIVE}`, `extaccount_prod.xml: ${LIVE}`],
    },
    {
      name: 'accounts of our own notation, by what is said of their environments',
      file: 'luma.ims.yaml',
      code: lines`
        environments:
          shop: { stage: production }
          trial: { stage: staging }
        externalAccounts:
          - { environment: trial, callbackServer: «campaign.luma-shop.com» }
          - { environment: shop, callbackServer: https://campaign.luma-shop.com }
      `,
      messages: ['production should redirect'],
      related: ['https://campaign.luma-shop.com'],
    },
    {
      name: 'accounts of our own notation in two files',
      file: 'b.external-account.yaml',
      code: `environment: emea\ncallbackServer: «${LIVE}»\n`,
      others: { 'a.external-account.yaml': `environment: apac\ncallbackServer: ${LIVE}\n` },
    },
  ],
});

it('an account is a duplicate or shares its callback, never both', () => {
  const paths = ['a.xml', 'dev/a.xml', 'dev/b.xml', 'prod/a.xml', 'prod/b_dev.xml', 'stage.xml'];
  const documents = paths.map((path, index) =>
    documentOf(`/w/${path}`, packageOf(`label="${index}" callbackServer="${LIVE}"`)),
  );
  const ids = ['callback-shared', 'experience-cloud-account-duplicate'];
  for (const { path, text } of documents) {
    const workspace = newWorkspace(documents, ['/w']);
    const related = findingsOf(path, text, { workspace })
      .filter(({ rule }) => ids.includes(rule))
      .flatMap((finding) => finding.related.map(({ document }) => document?.path));
    assert.equal(new Set(related).size, related.length, path);
  }
});
