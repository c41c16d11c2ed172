import { imsServerStaging } from '../../server/src/rules/ims-server-staging';
import { testRule } from '../support/testRule';

const file = 'shop.external-account.yaml';

testRule(imsServerStaging, {
  valid: [
    { name: 'production', file, code: 'imsServer: https://ims-na1.adobelogin.com\n' },
    { name: 'an unknown host', file, code: 'imsServer: ims-stg1.luma-shop.com\n' },
    { name: 'a reference', file, code: 'imsServer: ${IMS}-stg1.adobelogin.com\n' },
    {
      name: "staging in a credential, which Adobe's own tools know",
      file: 'service.json',
      code: '{ "imsEndpoint": "ims-na1-stg1.adobelogin.com", "metascopes": "ent_aem_cloud_api", "technicalAccount": { "clientId": "cm-p1-e2-integration-3", "clientSecret": "${SECRET}" } }',
    },
  ],
  invalid: [
    {
      name: 'staging, and uses production',
      file,
      code: 'imsServer: https://«ims-na1-stg1.adobelogin.com»/ # stage\n',
      severity: 'error',
      messages: ['production end point'],
      titles: ['Use `ims-na1.adobelogin.com`'],
      fixed: 'imsServer: https://ims-na1.adobelogin.com/ # stage\n',
    },
    {
      name: 'the other host',
      file,
      code: 'imsServer: «adobeid-na1-stg1.services.adobe.com»\n',
      fixed: 'imsServer: adobeid-na1.services.adobe.com\n',
    },
    {
      name: 'a staging host that is not documented',
      file,
      code: 'imsServer: «ims-xx9-stg2.adobelogin.com»\n',
      fixed: null,
    },
    {
      name: 'a package',
      file: 'a.xml',
      code: '<package><entities schema="nms:extAccount"><extAccount imsServer="https://«ims-na1-stg1.adobelogin.com»"/></entities></package>',
      messages: ['IMS server (`imsServer`)'],
    },
  ],
});
