import { serverNotHttps } from '../../server/src/rules/server-not-https';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'shop.external-account.yaml';

testRule(serverNotHttps, {
  valid: [
    { name: 'https', file, code: 'server: https://marketing.adobe.com\n' },
    { name: 'a host alone', file, code: 'server: marketing.adobe.com\n' },
    { name: 'a reference', file, code: 'server: http://${SERVER}\n' },
    { name: 'an empty one', file, code: 'server:\n' },
    {
      name: 'other accounts of a package',
      file: 'a.xml',
      code: '<package><entities schema="nms:extAccount"><extAccount name="aemInstance" server="http://author.luma-shop.com"/></entities></package>',
    },
  ],
  invalid: [
    {
      name: 'http',
      file,
      code: 'server: «http»://marketing.adobe.com # Experience Cloud\n',
      severity: 'info',
      messages: ['Server (`server`) uses `http`'],
      fixed: 'server: https://marketing.adobe.com # Experience Cloud\n',
    },
    {
      name: 'http in a package',
      file: 'a.xml',
      code: lines`
        <package><entities schema="nms:extAccount">
          <extAccount name="MAC" server="«http»://marketing.adobe.com"/>
        </entities></package>
      `,
      fixed: lines`
        <package><entities schema="nms:extAccount">
          <extAccount name="MAC" server="https://marketing.adobe.com"/>
        </entities></package>
      `,
    },
  ],
});
