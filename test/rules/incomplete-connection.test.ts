import { incompleteConnection } from '../../server/src/rules/incomplete-connection';
import { testRule } from '../support/testRule';

const file = 'extaccount.xml';
const account = (attributes: string) =>
  `<package><entities schema="nms:extAccount"><extAccount name="MAC" ${attributes}/></entities></package>`;

testRule(incompleteConnection, {
  valid: [
    {
      name: 'all of it',
      file,
      code: account('imsServer="ims-na1.adobelogin.com" clientId="Luma" imsOrgId="$ORG"'),
    },
    { name: 'none of it', file, code: account('imsRightsMask="Campaign (.*)"') },
    { name: 'only empty attributes', file, code: account('imsServer="" clientId="" imsOrgId=""') },
    {
      name: 'our own notation, where fields are missing',
      file: 'a.external-account.yaml',
      code: 'clientId: Luma\n',
    },
    {
      name: 'other accounts',
      file,
      code: account('clientId="x"').replace('MAC', 'defaultEmailBulk'),
    },
  ],
  invalid: [
    {
      name: 'a client without server and organization',
      file,
      code: account('imsServer="" «clientId»="Luma"'),
      severity: 'warning',
      messages: ['has `clientId` and lacks `imsServer` and `imsOrgId`'],
      fixed: null,
    },
    {
      name: 'server and organization without a client',
      file,
      code: account('imsOrgId="$ORG" «imsServer»="ims-na1.adobelogin.com"'),
      messages: ['has `imsServer` and `imsOrgId` and lacks `clientId`'],
    },
  ],
});
