import { cachedAccessToken } from '../../server/src/rules/cached-access-token';
import { testRule } from '../support/testRule';
import { context } from '../support/variables';

const file = '.env';
const tracked = { tracked: true };
const rest = ['client__secrets=["${A}"]', 'scopes=["openid","AdobeID"]'];

testRule(cachedAccessToken, {
  valid: [
    { name: 'a token that git does not track', file, code: context('access__token_token=eyJhbc') },
    {
      name: 'a reference',
      file,
      code: context('access__token_token=${TOKEN}'),
      context: tracked,
    },
    {
      name: 'no token',
      file,
      code: context('access__token_token=', 'access__token_expiry=1700000000000'),
      context: tracked,
    },
  ],

  invalid: [
    {
      name: 'a token in .aio along with its expiry',
      file: '.aio',
      code: '{ "ims": { "contexts": { "shop": { "client_secrets": ["${A}"] }, "cli": { «"access_token"»: { "token": "eyJhbc", "expiry": 1 } } } } }',
      context: tracked,
    },
    {
      name: 'a token and its expiry as one mistake',
      file,
      code: context(...rest, '«access__token_token»=eyJhbc', 'access__token_expiry=1700000000000'),
      severity: 'warning',
      messages: ['Until it expires'],
      fixed: context(...rest),
      context: tracked,
    },
    {
      name: 'a token of a context that signs people in, of which nothing else is said',
      file,
      code: [
        'AIO_ims_contexts_web_client__id=a',
        'AIO_ims_contexts_web_client__secret=b',
        'AIO_ims_contexts_web_redirect__uri=https://shop.example',
        '«AIO_ims_contexts_web_access__token_token»=eyJhbc',
        '',
      ].join('\n'),
      context: tracked,
    },
    {
      name: 'the token of a person that the command line left',
      file,
      code: '«AIO_IMS_CONTEXTS_CLI_ACCESS__TOKEN_TOKEN»=eyJhbc\nAIO_IMS_CONTEXTS_CLI_REFRESH__TOKEN_TOKEN=eyJhbd\n',
      fixed: '',
      context: tracked,
    },
  ],
});
