import { technicalOperatorsNotMigrated } from '../../server/src/rules/technical-operators-not-migrated';
import { testRule } from '../support/testRule';

const file = 'shop.ims.yaml';
const environment = (fields: string) => `environments:\n  shop: { ${fields} }\n`;

testRule(technicalOperatorsNotMigrated, {
  valid: [
    { name: 'IMS', file, code: environment('version: 7.4.1, technicalOperators: ims') },
    {
      name: 'a release that cannot',
      file,
      code: environment('version: 7.3.4, technicalOperators: native'),
    },
    { name: 'a release not known', file, code: environment('technicalOperators: native') },
    {
      name: 'what is not allowed anyway',
      file,
      code: environment('version: 8.6, technicalOperators: native'),
    },
    {
      name: 'staging whose production is ahead',
      file,
      code: 'environments:\n  - { stage: staging, version: 8.5, technicalOperators: native }\n  - { stage: production, version: 8.5, technicalOperators: ims }\n',
    },
  ],
  invalid: [
    {
      name: 'logins of programs',
      file,
      code: environment('version: 7.3.5, technicalOperators: «native»'),
      severity: 'warning',
      messages: ['Programs still sign in with a login and password'],
      fixed: null,
    },
    {
      name: 'v8.5',
      file,
      code: environment('version: 8.5, technicalOperators: «native»'),
      messages: ['from 8.6 on'],
    },
    {
      name: 'a hosted environment',
      file,
      code: environment('version: 8.5, hosting: hosted, technicalOperators: «native»'),
      messages: ['Adobe configures technical accounts'],
    },
  ],
});
