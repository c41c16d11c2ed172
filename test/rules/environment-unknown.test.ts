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
    {
      name: 'a name that another file describes',
      file,
      code: 'environments:\n  live: {}\nexternalAccounts:\n  - environment: qa\n',
      others: { 'qa.ims.yaml': 'environments:\n  qa: {}\n' },
    },
    {
      name: 'the same in a file of its own, and in JSON',
      file: 'a.external-account.json',
      code: '{ "environment": "qa" }',
      others: {
        'live/shop.ims.yaml': 'environments:\n  - name: live\n',
        'shop.ims.json': '{ "environments": [{ "name": "qa" }] }',
      },
    },
    {
      name: 'a name among other files that describe no environments',
      file: 'a.external-account.yaml',
      code: 'environment: live\n',
      others: {
        'b.external-account.yaml': 'environment: qa\n',
        'c.ims.yaml': 'environments:\nexternalAccounts: []\n',
      },
    },
    {
      name: 'a name where another file has one that stands elsewhere',
      file: 'a.external-account.yaml',
      code: 'environment: live\n',
      others: { 'b.ims.yaml': 'environments:\n  - name: qa\n  - name: ${STAGE}\n' },
    },
    {
      name: 'a name where another file is broken',
      file: 'a.external-account.yaml',
      code: 'environment: live\n',
      others: { 'b.ims.yaml': 'environments:\n  - name: qa\n  - name: "liv\n' },
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
    {
      name: 'a name in a file of its own that no other file describes',
      file: 'a.external-account.yaml',
      code: 'environment: «prodution» # live\n',
      others: {
        'b.ims.yaml': 'environments:\n  - name: staging\n',
        'c/d.ims.json': '{ "environments": { "production": {} } }',
      },
      severity: 'warning',
      messages: [
        'names no environment that a file of this workspace describes, so nothing is known of the version and the hosting that this account is for. Name one of them, or describe it under `environments` of an `.ims.yaml` file: `staging` or `production`.',
      ],
      titles: ['Use `production`'],
      fixed: 'environment: production # live\n',
    },
    {
      name: 'a name in a project, with what this file and others describe',
      file,
      code: 'environments:\n  live: {}\nexternalAccounts:\n  - environment: «qaa»\n',
      others: { 'a.ims.yaml': 'environments:\n  qa: {}\n  live: {}\n' },
      messages: ['a file of this workspace describes'],
      titles: ['Use `qa`'],
    },
    {
      name: 'a name in a project whose section is empty, by what others describe',
      file,
      code: 'environments: {}\nexternalAccounts:\n  - environment: «qa»\n',
      others: { 'a.ims.yaml': 'environments:\n  live: {}\n' },
      messages: ['a file of this workspace describes'],
      fixed: null,
    },
  ],
});
