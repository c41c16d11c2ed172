import { tooManySecrets } from '../../server/src/rules/too-many-secrets';
import { testRule } from '../support/testRule';

const file = 'users.ims-integration.yaml';

testRule(tooManySecrets, {
  valid: [
    { name: 'one secret', file, code: 'clientSecret: ${A}\n' },
    { name: 'two secrets', file, code: "clientSecret: ['${A}', '${B}']\n" },
    { name: 'no secret yet', file, code: 'clientSecret: []\n' },
  ],

  invalid: [
    {
      name: 'three secrets',
      file,
      code: "«clientSecret»: ['${A}', '${B}', '${C}']\n",
      severity: 'warning',
      messages: ['holds 3 secrets'],
      fixed: null,
    },
    {
      name: 'four secrets of a console download',
      file: 'a.json',
      code: '{"ORG_ID":"x","TECHNICAL_ACCOUNT_ID":"y",«"CLIENT_SECRETS"»:["${A}","${B}","${C}","${D}"]}',
      messages: ['holds 4 secrets'],
    },
    {
      name: 'three secrets of a context in .env',
      file: '.env',
      code: 'AIO_ims_contexts_a_client__id=b\n«AIO_ims_contexts_a_client__secrets»=["${A}","${B}","${C}"]\n',
      messages: ['holds 3 secrets'],
    },
  ],
});
