import { secretShape } from '../../server/src/rules/secret-shape';
import { consoleOAuth, SECRET } from '../support/samples';
import { testRule } from '../support/testRule';
import { context, s2s } from '../support/variables';

const file = '.env';

testRule(secretShape, {
  valid: [
    { name: 'an array of JSON', file, code: context('client__secrets=["${A}"]') },
    { name: 'two secrets', file, code: context('client__secrets=["${A}", "${B}"]') },
    { name: 'a reference that may be a list', file, code: context('client__secrets=$A') },
    { name: 'no secret yet', file, code: context('client__secrets=') },
    { name: 'an empty list', file, code: context('client__secrets=[]') },
    { name: 'a blank', file, code: context('client__secrets=<client-secret>') },
    { name: 'an array that goes on', file, code: context('client__secrets=["abc",\n"def"]') },
    { name: 'a blank in brackets', file, code: context('client__secrets=[client secret]') },
    { name: 'the text that JWT wants', file, code: context('client__secret=abc') },
    { name: 'one text where one is expected', file, code: s2s('abc') },
    {
      name: 'one text where both forms are read',
      file,
      code: 'AIO_COMMERCE_AUTH_IMS_CLIENT_ID=a\nAIO_COMMERCE_AUTH_IMS_CLIENT_SECRETS=abc\n',
    },
    {
      name: "what people's own code may take apart",
      file,
      code: 'OAUTH_CLIENT_ID=a\nOAUTH_CLIENT_SECRET=["abc"]\nOAUTH_IMS_ORG_ID=\n',
    },
  ],

  invalid: [
    {
      name: 'a text where a context wants an array',
      file,
      code: context('«client__secrets»=abc'),
      severity: 'error',
      messages: ['of a text that is the first letter'],
      fixed: context('client__secrets=["abc"]').replaceAll(/[«»]/g, ''),
    },
    {
      name: 'several secrets with commas',
      file,
      code: context("«client__secrets»='a1b2, c3d4'"),
      messages: ['several secrets in one text'],
      fixed: context(`client__secrets='["a1b2", "c3d4"]'`),
    },
    {
      name: 'an array in other quotes',
      file,
      code: context("«client__secrets»=['a1b2']"),
      messages: ['texts in double quotes'],
      fixed: context('client__secrets=["a1b2"]'),
    },
    {
      name: 'a secret in brackets alone',
      file,
      code: context(`«client__secrets»=[${SECRET}]`),
      messages: ['texts in double quotes'],
      fixed: context(`client__secrets=["${SECRET}"]`),
    },
    {
      name: 'an array with a comma at its end',
      file,
      code: context('«client__secrets»=["abc",]'),
      messages: ['commas only between them'],
      fixed: context('client__secrets=["abc"]'),
    },
    {
      name: 'an array without an end',
      file,
      code: context('«client__secrets»=["abc"'),
      messages: ['does not end'],
      fixed: context('client__secrets=["abc"]'),
    },
    {
      name: 'an array behind a quote that nothing closes',
      file,
      code: context('«client__secrets»="["abc"] #').replace(' #', ''),
      fixed: null,
    },
    {
      name: 'an array that ends in a secret',
      file,
      code: context('«client__secrets»=["abc'),
      messages: ['does not end'],
      fixed: null,
    },
    {
      name: 'an array in other quotes where one text is expected',
      file,
      code: s2s("['abc']").replace(/(IMS_OAUTH_S2S_CLIENT_SECRET)/, '«$1»'),
      messages: ['takes the brackets for a part of it'],
      fixed: s2s('abc'),
    },
    {
      name: 'an array where one text is expected',
      file,
      code: s2s('["abc"]').replace(/(IMS_OAUTH_S2S_CLIENT_SECRET)/, '«$1»'),
      messages: ['takes the brackets for a part of it'],
      fixed: s2s('abc'),
    },
    {
      name: 'two secrets where one is expected',
      file,
      code: s2s('["abc","def"]').replace(/(IMS_OAUTH_S2S_CLIENT_SECRET)/, '«$1»'),
      messages: ['the one alone that is in use'],
      fixed: null,
    },
    {
      name: 'a list with commas for Commerce',
      file,
      code: 'AIO_COMMERCE_AUTH_IMS_CLIENT_ID=a\n«AIO_COMMERCE_AUTH_IMS_CLIENT_SECRETS»=a1b2,c3d4\n',
      fixed:
        'AIO_COMMERCE_AUTH_IMS_CLIENT_ID=a\nAIO_COMMERCE_AUTH_IMS_CLIENT_SECRETS=["a1b2","c3d4"]\n',
    },
    {
      name: 'the text of a console download',
      file: 'a.json',
      code: consoleOAuth({ CLIENT_SECRETS: 'abc' }).replace(
        '"CLIENT_SECRETS"',
        '«"CLIENT_SECRETS"»',
      ),
      messages: ['expects a list of secrets'],
      fixed: consoleOAuth({ CLIENT_SECRETS: 'abc' }).replace('"abc"', '["abc"]'),
    },
  ],
});
