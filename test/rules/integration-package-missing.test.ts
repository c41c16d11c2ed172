import { integrationPackageMissing } from '../../server/src/rules/integration-package-missing';
import { testRule } from '../support/testRule';

const file = 'shop.ims.yaml';
const environment = (fields: string) => `environments:\n  shop: { ${fields} }\n`;

testRule(integrationPackageMissing, {
  valid: [
    'integrationPackageInstalled: true',
    'integrationPackageInstalled:',
    'stage: staging',
  ].map((fields) => ({ name: fields, file, code: environment(fields) })),
  invalid: [
    {
      name: 'a package that is not installed',
      file,
      code: environment('integrationPackageInstalled: «false»'),
      severity: 'warning',
      messages: ['Install it'],
      fixed: null,
    },
    {
      name: 'a hosted environment',
      file,
      code: environment('hosting: hosted, integrationPackageInstalled: «false»'),
      messages: ['Adobe installs it'],
    },
  ],
});
