import { imsServerUnknown } from '../../server/src/rules/ims-server-unknown';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'shop.external-account.yaml';
const provider = 'com.adobe.granite.auth.oauth.accesstoken.provider-x.config';

const service = (host: string) =>
  `{"imsEndpoint": "${host}", "scopes": ["openid", "AdobeID"], "technicalAccount": {"clientId": "a", "clientSecret": "b"}}\n`;
const request = (address: string) =>
  `auth.token.provider.authorization.grants="client_credentials"\nauth.access.token.request="${address}"\n`;

testRule(imsServerUnknown, {
  valid: [
    ...[
      'https://ims-na1.adobelogin.com',
      'ims-na1.adobelogin.com',
      'https://adobeid-na1.services.adobe.com/',
      'ADOBEID-NA1.services.adobe.com',
      'https://ims-na1-stg1.adobelogin.com',
      'adobeid-na1-stg1.services.adobe.com',
      '${IMS_SERVER}',
      'https://${IMS_HOST}',
      '<your IMS server>',
      'https:/',
      '',
    ].map((value) => ({ name: value || 'an empty one', file, code: `imsServer: ${value}\n` })),
    {
      name: 'the token endpoint of an integration',
      file: 'a.ims-integration.yaml',
      code: 'tokenEndpoint: https://ims-na1.adobelogin.com/ims/token/v3\n',
    },
    {
      name: 'a token endpoint that is only a path',
      file: 'a.ims-integration.yaml',
      code: 'tokenEndpoint: /ims/token/v3\n',
    },
    {
      name: 'the host alone in AEM service credentials, and staging',
      file: 'service.json',
      code: service('ims-na1-stg1.adobelogin.com'),
    },
    {
      name: "the whole address in AEM's provider",
      file: provider,
      code: request('https://ims-na1.adobelogin.com/ims/token/v3'),
    },
    {
      name: 'a scheme where nobody knows what is read',
      file: 'workspace.properties',
      code: 'aio_api_key=a\naio_ims_org_id=b\naio_ims_url=https://ims-na1.adobelogin.com\n',
    },
  ],

  invalid: [
    {
      name: 'a misspelled host, and keeps the rest of the address',
      file,
      code: 'imsServer: "https://«ims-na1.adobelogn.com»:443/ims" # sign-in\n',
      severity: 'warning',
      messages: ['`ims-na1.adobelogn.com`'],
      titles: ['Use `ims-na1.adobelogin.com`'],
      fixed: 'imsServer: "https://ims-na1.adobelogin.com:443/ims" # sign-in\n',
    },
    {
      name: 'a misspelled host without a scheme',
      file,
      code: 'imsServer: «adobeid-na1.service.adobe.com»\n',
      fixed: 'imsServer: adobeid-na1.services.adobe.com\n',
    },
    {
      name: 'a host of somebody else',
      file,
      code: 'imsServer: https://«login.luma-shop.com»\n',
      messages: ['`ims-na1.adobelogin.com` or `adobeid-na1.services.adobe.com`'],
      fixed: null,
    },
    {
      name: 'a text that is no address',
      file,
      code: 'imsServer: «sign-in of Adobe»\n',
      messages: ['is not the address of a server'],
      fixed: null,
    },
    {
      name: 'the token endpoint of an integration',
      file: 'a.ims-integration.yaml',
      code: 'tokenEndpoint: https://«ims-na1.adobelogin.co»/ims/token/v3\n',
      messages: ['(`tokenEndpoint`)'],
      fixed: 'tokenEndpoint: https://ims-na1.adobelogin.com/ims/token/v3\n',
    },
    {
      name: 'AEM service credentials',
      file: 'service.json',
      code: lines`
        {
          "imsEndpoint": "«ims-na1.adobelogin.con»",
          "metascopes": "ent_aem_cloud_api",
          "technicalAccount": { "clientId": "cm-p1-e2-integration-3", "clientSecret": "\${SECRET}" }
        }
      `,
      messages: ['(`imsEndpoint`)'],
    },
    {
      name: 'an address where AEM service credentials have a host',
      file: 'service.json',
      code: service('«https://»ims-na1.adobelogin.com/'),
      severity: 'warning',
      messages: ['begins with `https://`'],
      fixed: service('ims-na1.adobelogin.com'),
    },
    {
      name: "a host and a path where AEM's provider has an address",
      file: provider,
      code: request('«ims-na1.adobelogin.com/ims/token/v3»'),
      messages: ['lacks `https://`'],
      fixed: request('https://ims-na1.adobelogin.com/ims/token/v3'),
    },
    ...['ims-na1-stage.adobelogin.com', 'ims-na1-stg.adobelogin.com'].map((host) => ({
      name: `the misspelled staging host ${host} of a credential, and stays in staging`,
      file: 'service.json',
      code: service(`«${host}»`),
      messages: ['Use `ims-na1-stg1.adobelogin.com`.'],
      titles: ['Use `ims-na1-stg1.adobelogin.com`'],
      fixed: service('ims-na1-stg1.adobelogin.com'),
    })),
    {
      name: 'a host of somebody else in a credential, which has fewer to choose from',
      file: 'service.json',
      code: service('«login.luma-shop.com»'),
      messages: ['Use `ims-na1.adobelogin.com`.'],
      fixed: null,
    },
    {
      name: 'a misspelled staging host of Campaign, which signs in through production',
      file,
      code: 'imsServer: https://«ims-na1-stage.adobelogin.com»\n',
      titles: ['Use `ims-na1.adobelogin.com`'],
    },
    {
      name: 'a package',
      file: 'a.xml',
      code: '<package><entities schema="nms:extAccount"><extAccount imsServer="https://«ims-na1.adobelogin.org»"/></entities></package>',
      fixed:
        '<package><entities schema="nms:extAccount"><extAccount imsServer="https://ims-na1.adobelogin.com"/></entities></package>',
    },
  ],
});
