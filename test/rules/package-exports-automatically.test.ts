import { packageExportsAutomatically } from '../../server/src/rules/package-exports-automatically';
import { testRule } from '../support/testRule';

const file = 'extaccount.xml';
const account = (attributes: string) =>
  `<package><entities schema="nms:extAccount"><extAccount name="MAC" ${attributes}/></entities></package>`;

testRule(packageExportsAutomatically, {
  valid: [
    { name: 'off', file, code: account('packageAutoExport="0"') },
    { name: 'nothing said', file, code: account('') },
    { name: 'an empty value', file, code: account('packageAutoExport=""') },
  ],
  invalid: [
    {
      name: 'on',
      file,
      code: account('packageAutoExport="«1»"'),
      severity: 'info',
      messages: ['(`packageAutoExport`) is on'],
      fixed: account('packageAutoExport="0"'),
    },
    {
      name: 'on, written as a word, at another account',
      file,
      code: account("packageAutoExport='«true»'").replace('MAC', 'defaultEmailBulk'),
      fixed: account("packageAutoExport='0'").replace('MAC', 'defaultEmailBulk'),
    },
  ],
});
