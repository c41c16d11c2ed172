import { callbackNotHttps } from '../../server/src/rules/callback-not-https';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'shop.external-account.yaml';

const accepted: Readonly<Record<string, string>> = {
  'an https address': 'https://campaign.luma-shop.com',
  'https in capitals': 'HTTPS://Campaign.Luma-Shop.com/',
  'an https address with a port and a path': 'https://campaign.luma-shop.com:8443/nl',
  'an https address of an IPv6 host': '"https://[2001:db8::1]/"',
  'a reference': '${CALLBACK}',
  'an address with a reference in it': 'http://${HOST}/nl',
  'a blank': '<address of your instance>',
  'a value still to be written': '',
  'a scheme still being typed': 'htt',
  'a slash still being typed': 'https:/',
};

testRule(callbackNotHttps, {
  valid: [
    ...Object.entries(accepted).map(([name, value]) => ({
      name,
      file,
      code: `callbackServer: ${value}\n`,
    })),
    { name: 'http in other fields', file, code: 'label: http://campaign.luma-shop.com\n' },
    { name: 'an account without it', file, code: 'name: MAC\n' },
    { name: 'a list, which is another mistake', file, code: 'callbackServer: [http://a.b]\n' },
  ],

  invalid: [
    {
      name: 'http, and keeps quotes and comments',
      file,
      code: lines`
        # the shop
        callbackServer: "«http»://campaign.luma-shop.com/" # not behind the proxy
        label: Shop
      `,
      severity: 'error',
      messages: ['Callback server (`callbackServer`) uses `http`'],
      titles: ['Use `https`'],
      fixed: lines`
        # the shop
        callbackServer: "https://campaign.luma-shop.com/" # not behind the proxy
        label: Shop
      `,
    },
    {
      name: 'http in capitals',
      file,
      code: 'callbackServer: «HTTP»://campaign.luma-shop.com\n',
      fixed: 'callbackServer: https://campaign.luma-shop.com\n',
    },
    {
      name: 'an address without a host, and hides it behind no fix',
      file,
      code: "callbackServer: '«http://»'\n",
      messages: ['not the address of a server'],
      fixed: null,
    },
    {
      name: 'a missing scheme',
      file,
      code: 'callbackServer: «campaign.luma-shop.com/nl»\n',
      messages: ['does not start with `https://`'],
      titles: ['Add `https://`'],
      fixed: 'callbackServer: https://campaign.luma-shop.com/nl\n',
    },
    {
      name: 'two slashes without a scheme',
      file,
      code: 'callbackServer: «//campaign.luma-shop.com»\n',
      fixed: 'callbackServer: https://campaign.luma-shop.com\n',
    },
    {
      name: 'a host and a port without a scheme',
      file,
      code: 'callbackServer: «campaign.luma-shop.com:8080»\n',
      fixed: 'callbackServer: https://campaign.luma-shop.com:8080\n',
    },
    {
      name: 'http with a port, which may need more than the scheme',
      file,
      code: 'callbackServer: «http»://campaign.luma-shop.com:8080\n',
      messages: ['another port'],
      fixed: 'callbackServer: https://campaign.luma-shop.com:8080\n',
    },
    {
      name: 'http at an IP address',
      file,
      code: 'callbackServer: «http»://192.0.2.7/\n',
      messages: ['another port'],
      fixed: 'callbackServer: https://192.0.2.7/\n',
    },
    {
      name: 'http at localhost',
      file,
      code: 'callbackServer: «http»://localhost\n',
      messages: ['another port'],
      fixed: 'callbackServer: https://localhost\n',
    },
    {
      name: 'another scheme, and does not guess',
      file,
      code: 'callbackServer: «ftp»://campaign.luma-shop.com\n',
      messages: ['uses `ftp`'],
      fixed: null,
    },
    {
      name: 'a text that is no address',
      file,
      code: 'callbackServer: «production server of Luma»\n',
      messages: ['is not the address of a server'],
      fixed: null,
    },
    {
      name: 'an https address without its second slash',
      file,
      code: 'callbackServer: «https:/campaign.luma-shop.com»\n',
      messages: ['is not the address of a server'],
      fixed: null,
    },
    {
      name: 'the same in JSON with escapes',
      file: 'shop.external-account.json',
      code: '{\n\t"callbackServer": "«http»:\\/\\/campaign.luma-shop.com",\n\t"label": "Shop"\n}\n',
      fixed: '{\n\t"callbackServer": "https:\\/\\/campaign.luma-shop.com",\n\t"label": "Shop"\n}\n',
    },
    {
      name: 'each account of a project',
      file: 'shop.ims.yaml',
      code: lines`
        externalAccounts:
          a: { callbackServer: «http»://a.luma-shop.com }
          b: { callbackServer: https://b.luma-shop.com }
          c: { callbackServer: «c.luma-shop.com» }
      `,
    },
    {
      name: 'a package',
      file: 'extaccount.xml',
      code: lines`
        <package><entities schema="nms:extAccount">
          <extAccount name='MAC' callbackServer='«http»://campaign.luma-shop.com?a=1&amp;b=2'/>
        </entities></package>
      `,
      messages: ['Callback server (`callbackServer`)'],
      fixed: lines`
        <package><entities schema="nms:extAccount">
          <extAccount name='MAC' callbackServer='https://campaign.luma-shop.com?a=1&amp;b=2'/>
        </entities></package>
      `,
    },
  ],
});
