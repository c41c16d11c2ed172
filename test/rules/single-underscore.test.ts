import { singleUnderscore } from '../../server/src/rules/single-underscore';
import { testRule } from '../support/testRule';
import { context } from '../support/variables';

const file = '.env';

testRule(singleUnderscore, {
  valid: [
    { name: 'names as they are read', file, code: context('client__secrets=["${A}"]') },
    {
      name: 'the names of other variables',
      file,
      code: `${context('client__secrets=["${A}"]')}AIO_runtime_namespace=a\nAIO_my_client_id=b\n`,
    },
    {
      name: 'a context with an address to come back to',
      file,
      code: context('client_secret=a', 'redirect_uri=https://shop.example'),
    },
  ],

  invalid: [
    {
      name: 'one underscore too few',
      file,
      code: context('«client_secrets»=["${A}"]', 'scopes=["openid","AdobeID"]'),
      severity: 'error',
      messages: ['Write `AIO_ims_contexts_shop_client__secrets`'],
      fixed: context('client__secrets=["${A}"]', 'scopes=["openid","AdobeID"]'),
    },
    {
      name: 'each of several',
      file,
      code: [
        '«AIO_ims_contexts_My__Shop_technical__account_id»=a',
        '«AIO_ims_contexts_My__Shop_ims_org_id»=b',
        '',
      ].join('\n'),
      messages: ['technical__account__id', 'ims__org__id'],
    },
    {
      name: 'a name of JWT',
      file,
      code: context('«client_secret»=a', 'meta__scopes=["ent_user_sdk"]'),
      fixed: context('client__secret=a', 'meta__scopes=["ent_user_sdk"]'),
    },
    {
      name: 'a second variable beside the right one',
      file,
      code: context('client__secrets=["${A}"]', '«client_secrets»=["${B}"]'),
      messages: ['that is the one that counts'],
      fixed: null,
    },
  ],
});
