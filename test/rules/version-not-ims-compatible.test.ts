import { versionNotImsCompatible } from '../../server/src/rules/version-not-ims-compatible';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'shop.ims.yaml';
const environment = (fields: string) => `environments:\n  shop: { ${fields} }\n`;

testRule(versionNotImsCompatible, {
  valid: [
    ...[
      'version: 7.4.1',
      'version: 7.4.4, build: 9400',
      'version: 7.3.5',
      'version: 7.3.3.IMS',
      'version: 7.3.2.IMS',
      'version: 8.10',
      'version: 8.5.2',
      'version: 8.6.4, product: campaign-v8',
      'build: 9383, product: campaign-classic',
      'build: 7000',
      'version: 7.3.4, product: campaign-v8',
      'version: 42.1, product: campaign-classic',
      'version: ${VERSION}',
      'version: <your version>',
      'version: ',
      'version: the new one',
    ].map((fields) => ({ name: fields, file, code: environment(fields) })),
  ],
  invalid: [
    {
      name: 'a release that Adobe does not list',
      file,
      code: environment('version: «7.3.4», stage: staging'),
      severity: 'warning',
      messages: ['Release 7.3.4 is not among those'],
      fixed: null,
    },
    {
      name: 'releases that are too old, of both products',
      file,
      code: lines`
        environments:
          - version: «7.2.2»
          - version: "«v8.5.1»"
          - version: «8.1»
      `,
      messages: [
        'the move of end users and technical operators to IMS. Upgrade to 7.4.1',
        'the move of end users to IMS. Upgrade to 8.5.2',
        'Release 8.1 is too old for the move of end users and technical operators',
      ],
    },
    {
      name: 'a release that needs the patch',
      file,
      code: environment('version: «7.3.3»'),
      messages: ['(7.3.3.IMS)'],
    },
    {
      name: 'a release that cannot sign in at all',
      file,
      code: environment('version: «19.1.7»'),
      messages: ['30 June 2021'],
    },
    {
      name: 'a build where there is no version',
      file,
      code: environment('product: campaign-classic, build: «9349»'),
      messages: ['Release 9349'],
    },
    {
      name: 'a hosted environment, which Adobe upgrades',
      file: 'shop.ims.json',
      code: '{ "environments": [{ "version": "«7.3.4»", "hosting": "hosted" }] }',
      messages: ['Adobe brings hosted environments to a compatible release'],
    },
  ],
});
