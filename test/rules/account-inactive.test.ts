import { accountInactive } from '../../server/src/rules/account-inactive';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'extaccount.xml';

testRule(accountInactive, {
  valid: [
    { name: 'our own notation', file: 'a.external-account.yaml', code: 'enabled: false\n' },
    {
      name: 'accounts that are on, that do not say, and of other types',
      file,
      code: lines`
        <package><entities schema="nms:extAccount">
          <extAccount name="MAC" active="1"/>
          <extAccount name="Adobe_Experience_Cloud"/>
          <extAccount name="defaultPopAccount" active="0"/>
        </entities></package>
      `,
    },
    {
      name: 'one that is off beside one that is on',
      file,
      code: lines`
        <package><entities schema="nms:extAccount">
          <extAccount name="MAC" active="0"/>
          <extAccount name="Adobe_Experience_Cloud" active="1"/>
        </entities></package>
      `,
    },
  ],
  invalid: [
    {
      name: 'the only account when it is off',
      file,
      code: lines`
        <package><entities schema="nms:extAccount">
          <extAccount name="MAC" active="«0»"/>
          <extAccount name="defaultPopAccount" active="1"/>
        </entities></package>
      `,
      severity: 'info',
      messages: ['Enabled (`active`) is off'],
      fixed: null,
    },
  ],
});
