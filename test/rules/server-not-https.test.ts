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
    {
      name: 'the address of a server of your own, where a credential is tried',
      file: 'a.ims-integration.yaml',
      code: 'tokenEndpoint: http://localhost:8080/ims/token/v3\n',
    },
    {
      name: 'a scheme where none belongs, of which another rule speaks',
      file: 'service.json',
      code: '{"imsEndpoint": "http://ims-na1.adobelogin.com", "scopes": ["openid"], "technicalAccount": {"clientId": "a"}}\n',
    },
  ],
  invalid: [
    {
      name: 'http where a credential asks for tokens',
      file: 'com.adobe.granite.auth.oauth.accesstoken.provider-x.config',
      code: 'auth.token.provider.authorization.grants="client_credentials"\nauth.access.token.request="«http»://ims-na1.adobelogin.com/ims/token/v3"\n',
      severity: 'warning',
      messages: ['The client secret is sent'],
      fixed:
        'auth.token.provider.authorization.grants="client_credentials"\nauth.access.token.request="https://ims-na1.adobelogin.com/ims/token/v3"\n',
    },
    {
      name: 'http at the host of a credential',
      file: 'workspace.properties',
      code: 'aio_api_key=a\naio_ims_org_id=b\naio_ims_url=«http»://ims-na1.adobelogin.com\n',
      fixed: 'aio_api_key=a\naio_ims_org_id=b\naio_ims_url=https://ims-na1.adobelogin.com\n',
    },
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
