import { urlPermissionWithoutIms } from '../../server/src/rules/url-permission-without-ims';
import { serverConf } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'serverConf.xml';
const permission = (action: string, ...hosts: readonly string[]) =>
  serverConf(
    `<shared><urlPermission action="${action}">${hosts
      .map((host) => `<url dnsSuffix="${host}" urlRegEx="https://.*"/>`)
      .join('')}</urlPermission></shared>`,
  );

testRule(urlPermissionWithoutIms, {
  valid: [
    {
      name: 'the shipped list',
      file,
      code: permission('deny', 'api.omniture.com', 'adobeid-na1.services.adobe.com'),
    },
    { name: 'a domain that holds the host', file, code: permission('deny', 'adobelogin.com') },
    { name: 'a list that only warns', file, code: permission('warn', 'acme.example') },
    { name: 'a list that was not changed', file, code: permission('deny') },
    { name: 'a host that is filled in elsewhere', file, code: permission('deny', '${HOST}') },
    {
      name: 'a list that the instance completes',
      file: 'conf/serverConf.xml',
      code: permission('deny', 'acme.example'),
      others: { 'conf/config-acme.xml': permission('deny', 'ims-na1.adobelogin.com') },
    },
  ],
  invalid: [
    {
      name: 'a list without a host of IMS',
      file,
      code: permission('«deny»', 'acme.example', 'notadobelogin.com', 'api.omniture.com'),
      messages: ['`ims-na1.adobelogin.com` or `adobeid-na1.services.adobe.com`'],
      severity: 'info',
    },
  ],
});
