import { signInNotAllowed } from '../../server/src/rules/sign-in-not-allowed';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'shop.ims.yaml';
const environment = (fields: string) => `environments:\n  shop: { ${fields} }\n`;

testRule(signInNotAllowed, {
  valid: [
    ...[
      'version: 8.6, endUsers: ims, technicalOperators: ims',
      'version: 8.5.2, endUsers: native, technicalOperators: native',
      'version: 7.4.1, endUsers: ldap',
      'endUsers: ldap',
      'product: campaign-v8, endUsers: native',
      'version: 8.6, endUsers: ${WAY}',
      'version: 8.6, endUsers:',
      'version: 8.6, product: campaign-classic, endUsers: native',
    ].map((fields) => ({ name: fields, file, code: environment(fields) })),
  ],
  invalid: [
    {
      name: 'native sign-in from 8.6 on, of people and programs',
      file,
      code: lines`
        environments:
          shop:
            version: 8.10
            endUsers: «native» # until June
            technicalOperators: «native»
      `,
      severity: 'warning',
      messages: ['End users sign in natively', 'Technical operators sign in natively'],
      fixed: null,
    },
    {
      name: 'LDAP in any v8',
      file,
      code: environment('product: campaign-v8, endUsers: «ldap»'),
      messages: ['does not support. Move them to IMS'],
    },
    {
      name: 'a hosted environment',
      file,
      code: environment(
        'version: 8.6, hosting: hosted, endUsers: «ldap», technicalOperators: «native»',
      ),
      messages: [
        'LDAP, which Campaign v8 does not support. Adobe configures IMS',
        'Adobe configures IMS',
      ],
    },
  ],
});
