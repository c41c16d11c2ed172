import { environmentUnknown } from '../../server/src/rules/environment-unknown';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'shop.ims.yaml';

testRule(environmentUnknown, {
  valid: [
    {
      name: 'names of a map and of a list',
      file,
      code: lines`
        environments:
          - name: shop-test
          - name: shop-live
        externalAccounts:
          - environment: shop-test
          - environment: shop-live
          - environment: \${STAGE}
          - environment:
          - label: None
      `,
    },
    {
      name: 'names under keys',
      file,
      code: lines`
        externalAccounts:
          a: { environment: live }
        environments:
          live: { stage: production }
      `,
    },
    {
      name: 'a file without environments',
      file,
      code: 'externalAccounts:\n  - environment: live\n',
    },
    {
      name: 'environments still to be written',
      file,
      code: 'environments:\nexternalAccounts:\n  - environment: live\n',
    },
    {
      name: 'a name that stands elsewhere',
      file,
      code: 'environments:\n  - name: ${STAGE}\nexternalAccounts:\n  - environment: live\n',
    },
    {
      name: 'an account in a file of its own',
      file: 'a.external-account.yaml',
      code: 'environment: live\n',
    },
  ],
  invalid: [
    {
      name: 'a misspelled name',
      file,
      code: lines`
        environments:
          production: { stage: production }
          staging: { stage: staging }
        externalAccounts:
          - environment: «prodution» # live
            label: Shop
      `,
      severity: 'warning',
      messages: ['Name one of them: `production` or `staging`'],
      titles: ['Use `production`'],
      fixed: lines`
        environments:
          production: { stage: production }
          staging: { stage: staging }
        externalAccounts:
          - environment: production # live
            label: Shop
      `,
    },
    {
      name: 'another name, in JSON',
      file: 'shop.ims.json',
      code: '{ "environments": [{ "name": "live" }], "externalAccounts": { "a": { "environment": "«qa»" } } }',
      fixed: null,
    },
    {
      name: 'any name where the section is empty',
      file,
      code: 'environments: []\nexternalAccounts:\n  - environment: «live»\n',
      messages: ['this file describes none'],
    },
  ],
});
