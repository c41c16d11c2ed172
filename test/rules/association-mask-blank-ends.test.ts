import { associationMaskBlankEnds } from '../../server/src/rules/association-mask-blank-ends';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'shop.external-account.yaml';

testRule(associationMaskBlankEnds, {
  valid: [
    { name: 'blanks inside', file, code: 'associationMask: Campaign - luma - (.*)\n' },
    { name: 'blanks around an unquoted text', file, code: 'associationMask:   Campaign (.*)   \n' },
    { name: 'a reference', file, code: "associationMask: ' ${MASK} '\n" },
    { name: 'only blanks', file, code: "associationMask: '  '\n" },
  ],

  invalid: [
    {
      name: 'a blank at the end',
      file,
      code: lines`
        associationMask: "Campaign - luma - (.*)« »" # groups
        label: Shop
      `,
      severity: 'warning',
      messages: ['blanks at its end'],
      titles: ['Remove the blanks'],
      fixed: lines`
        associationMask: "Campaign - luma - (.*)" # groups
        label: Shop
      `,
    },
    {
      name: 'blanks at the beginning',
      file,
      code: "associationMask: '«  »Campaign (.*)'\n",
      messages: ['blanks at its beginning.'],
      fixed: "associationMask: 'Campaign (.*)'\n",
    },
    {
      name: 'blanks at both ends once',
      file: 'shop.external-account.json',
      code: '{\n  "associationMask": "« Campaign (.*) »"\n}\n',
      messages: ['beginning and end'],
      fixed: '{\n  "associationMask": "Campaign (.*)"\n}\n',
    },
    {
      name: 'a tab that is written as an escape',
      file: 'shop.external-account.json',
      code: '{ "associationMask": "Campaign (.*)«\\t»" }',
      fixed: '{ "associationMask": "Campaign (.*)" }',
    },
    {
      name: 'a blank in a package',
      file: 'a.xml',
      code: lines`
        <package><entities schema="nms:extAccount">
          <extAccount name="MAC" imsRightsMask='Campaign - (.*)« »'/>
        </entities></package>
      `,
      fixed: lines`
        <package><entities schema="nms:extAccount">
          <extAccount name="MAC" imsRightsMask='Campaign - (.*)'/>
        </entities></package>
      `,
    },
  ],
});
