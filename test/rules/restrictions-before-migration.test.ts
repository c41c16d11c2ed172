import { restrictionsBeforeMigration } from '../../server/src/rules/restrictions-before-migration';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'shop.ims.yaml';
const environment = (fields: string) => `environments:\n  shop: { ${fields} }\n`;

testRule(restrictionsBeforeMigration, {
  valid: [
    ...[
      'version: 7.4.1, nativeRestrictions: true, endUsers: ims, technicalOperators: ims',
      'version: 7.4.1, nativeRestrictions: true',
      'version: 7.4.1, nativeRestrictions: false, endUsers: native',
      'nativeRestrictions: true, endUsers: "${WAY}"',
      'version: 8.6, nativeRestrictions: true, endUsers: native',
      'version: 7.4.1, nativeRestrictions: , endUsers: native',
    ].map((fields) => ({ name: fields, file, code: environment(fields) })),
  ],
  invalid: [
    {
      name: 'restrictions before programs have moved',
      file,
      code: lines`
        environments:
          shop:
            version: 7.4.1
            endUsers: ims
            technicalOperators: native
            nativeRestrictions: «true» # done
      `,
      severity: 'warning',
      messages: ['locks out'],
      fixed: null,
    },
    {
      name: 'restrictions before people have moved, whatever the release',
      file,
      code: environment('nativeRestrictions: «true», endUsers: ldap'),
    },
    {
      name: 'restrictions before 7.4.1, once',
      file,
      code: environment('version: 7.3.5, endUsers: native, nativeRestrictions: «true»'),
      messages: ['only do from 7.4.1 on. Upgrade first'],
    },
    {
      name: 'hosted environments',
      file: 'shop.ims.json',
      code: '{ "environments": [{ "hosting": "hosted", "version": "7.3.5", "nativeRestrictions": «true» }, { "hosting": "hosted", "endUsers": "native", "nativeRestrictions": «true» }] }',
      messages: ['Adobe brings hosted environments', 'Adobe switches the restrictions'],
    },
  ],
});
