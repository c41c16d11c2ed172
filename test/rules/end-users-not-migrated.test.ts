import { endUsersNotMigrated } from '../../server/src/rules/end-users-not-migrated';
import { testRule } from '../support/testRule';

const file = 'shop.ims.yaml';
const environment = (fields: string) => `environments:\n  shop: { ${fields} }\n`;

testRule(endUsersNotMigrated, {
  valid: [
    { name: 'people with IMS', file, code: environment('version: 7.4.1, endUsers: ims') },
    { name: 'a release that cannot', file, code: environment('version: 7.2.2, endUsers: native') },
    { name: 'a release not known', file, code: environment('endUsers: native') },
    {
      name: 'what is not allowed anyway',
      file,
      code: environment('version: 8.6.4, endUsers: native'),
    },
    { name: 'LDAP in v8', file, code: environment('version: 8.5.2, endUsers: ldap') },
    { name: 'a reference', file, code: environment('version: 7.4.1, endUsers: "${WAY}"') },
    {
      name: 'staging whose production is ahead',
      file,
      code: 'environments:\n  - { stage: staging, version: 7.4.1, endUsers: native }\n  - { stage: production, version: 7.4.1, endUsers: ims }\n',
    },
  ],
  invalid: [
    {
      name: 'native sign-in',
      file,
      code: environment('version: 7.4.1, endUsers: «native»'),
      severity: 'warning',
      messages: ['People still sign in natively'],
      fixed: null,
    },
    {
      name: 'LDAP, by the build',
      file: 'shop.ims.json',
      code: '{ "environments": { "shop": { "product": "campaign-classic", "build": 9383, "endUsers": "«ldap»" } } }',
      messages: ['with LDAP'],
    },
    {
      name: 'v8 before 8.6',
      file,
      code: environment('version: 8.5.2, endUsers: «native»'),
      messages: ['before you upgrade'],
    },
    {
      name: 'a hosted environment',
      file,
      code: environment('version: 8.5.2, hosting: hosted, endUsers: «native»'),
      messages: ['Adobe configures IMS for hosted environments'],
    },
  ],
});
