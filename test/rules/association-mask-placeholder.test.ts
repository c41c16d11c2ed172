import { associationMaskPlaceholder } from '../../server/src/rules/association-mask-placeholder';
import { testRule } from '../support/testRule';

const file = 'shop.external-account.yaml';

testRule(associationMaskPlaceholder, {
  valid: [
    { name: 'a tenant', file, code: 'associationMask: Campaign - luma - (.*)\n' },
    { name: 'a longer word', file, code: 'associationMask: Campaign - my_tenant_id2 - (.*)\n' },
    { name: 'a reference', file, code: 'associationMask: ${tenant_id} - (.*)\n' },
    { name: 'other fields', file, code: 'tenant: tenant_id\n' },
    {
      name: 'a fixture',
      file: '__fixtures__/a.external-account.yaml',
      code: 'associationMask: Campaign - tenant_id - (.*)\n',
    },
  ],
  invalid: [
    {
      name: 'the word of the sample',
      file,
      code: 'associationMask: Campaign - «tenant_id» - (.*)\n',
      severity: 'warning',
      messages: ['still holds `tenant_id`'],
      fixed: null,
    },
    {
      name: 'it in capitals, in a package',
      file: 'a.xml',
      code: '<package><entities schema="nms:extAccount"><extAccount imsRightsMask="Campaign - «TENANT_ID» - (.*)"/></entities></package>',
    },
  ],
});
