import { aemServerTrailingSlash } from '../../server/src/rules/aem-server-trailing-slash';
import { testRule } from '../support/testRule';

const file = 'extaccount.xml';
const account = (attributes: string) =>
  `<package><entities schema="nms:extAccount"><extAccount ${attributes}/></entities></package>`;

testRule(aemServerTrailingSlash, {
  valid: [
    ['an address without a slash', 'name="aemInstance" server="https://author.luma-shop.com"'],
    ['a path', 'type="12" server="https://author.luma-shop.com/aem"'],
    ['an account of another type', 'name="mid" type="3" server="https://mid.luma-shop.com/"'],
    ['another type under the name', 'name="aemInstance" type="3" server="https://a.b/"'],
    ['an account whose type nobody knows', 'name="aem" type="99" server="https://a.b/"'],
    ['no account but a reference', 'type="12" server="https://${HOST}/"'],
    ['a blank', 'type="12" server="https://<host>/"'.replace('<', '&lt;')],
    ['an address still being typed', 'type="12" server="https://"'],
    ['a slash alone', 'type="12" server="/"'],
    ['an empty address', 'type="12" server=""'],
    ['a parameter', 'type="12" server="https://a.b/?to=/"'],
    ['an account without an address', 'type="12"'],
  ].map(([name = '', attributes = '']) => ({ name, file, code: account(attributes) })),

  invalid: [
    {
      name: 'a slash at the account of that name',
      file,
      code: account('name="aemInstance" server="https://author.luma-shop.com«/»"'),
      severity: 'error',
      messages: ['Server (`server`) ends with `/`'],
      titles: ['Remove `/`'],
      fixed: account('name="aemInstance" server="https://author.luma-shop.com"'),
    },
    {
      name: 'a slash at an account of type 12',
      file,
      code: account("name='aemShop' type='12' server='http://10.0.0.7:4502«/»'"),
      fixed: account("name='aemShop' type='12' server='http://10.0.0.7:4502'"),
    },
    {
      name: 'slashes and a backslash behind a path and before a blank',
      file,
      code: account('type="12" server="https://author.luma-shop.com/aem«/\\» "'),
      messages: ['ends with `/\\`'],
      fixed: account('type="12" server="https://author.luma-shop.com/aem "'),
    },
    {
      name: 'a backslash',
      file,
      code: account('type="12" server="author.luma-shop.com«\\»"'),
      fixed: account('type="12" server="author.luma-shop.com"'),
    },
    {
      name: 'a slash that is written as a character reference',
      file,
      code: account('type="12" server="https://author.luma-shop.com«&#47;»"'),
      fixed: account('type="12" server="https://author.luma-shop.com"'),
    },
  ],
});
