import { pipelinedLegacyAuthentication } from '../../server/src/rules/pipelined-legacy-authentication';
import { environment, serverConf } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'conf/config-acme.xml';
const KEY = 'authPrivateKey="@b3RoZXJTZWNyZXRUZXh0cw=="';
const GATEWAY = 'authGatewayEndpoint="https://api.omniture.com"';
const SHIPPED = `<pipelined appName="" args="" ${GATEWAY} authPrivateKey="" autoStart="false" disableAuth=""/>`;
const code = (attributes: string) => serverConf(`<pipelined ${attributes}/>`);

testRule(pipelinedLegacyAuthentication, {
  valid: [
    { name: 'what the file ships with', file: 'serverConf.xml', code: serverConf(SHIPPED) },
    {
      name: 'the technical account',
      file,
      code: code('autoStart="true" authType="imsJwtToken"'),
    },
    {
      name: 'the technical account beside the shipped gateway',
      file,
      code: code(`appName="" ${GATEWAY} authPrivateKey="" autoStart="true" authType="imsJwtToken"`),
    },
    {
      name: 'the shipped gateway, where the instances use the technical account',
      file: 'conf/serverConf.xml',
      code: code(`${GATEWAY} autoStart="true"`),
      others: { 'conf/config-acme.xml': code('authType="imsJwtToken"') },
    },
    {
      name: 'an instance that only starts the process',
      file,
      code: code('autoStart="true"'),
      others: { 'conf/serverConf.xml': serverConf(SHIPPED) },
    },
    {
      name: 'a type of authentication that is filled in elsewhere',
      file,
      code: code('authType="${TYPE}" appName="${APP}"'),
    },
    { name: 'authentication that is not disabled', file, code: code('disableAuth="false"') },
    {
      name: 'another gateway',
      file,
      code: code('autoStart="true" authGatewayEndpoint="https://a.b"'),
    },
  ],
  invalid: [
    {
      name: 'an application with a key',
      file,
      code: code(`autoStart="true" «appName»="acme" ${KEY}`),
      messages: ['(`appName` and `authPrivateKey`)'],
      severity: 'error',
      related: ['authPrivateKey'],
      fixed: code('autoStart="true" authType="imsJwtToken"'),
    },
    {
      name: 'the old gateway of a process that starts',
      file,
      code: code('autoStart="true" «authGatewayEndpoint»="https://api.omniture.com/"'),
      fixed: code('autoStart="true" authType="imsJwtToken"'),
    },
    {
      name: 'an authentication that is disabled',
      file,
      code: code('autoStart="true" «disableAuth»="1"'),
      fixed: code('autoStart="true" authType="imsJwtToken"'),
    },
    {
      name: 'another type of authentication, and writes the right one there',
      file,
      code: code(`«appName»="acme" authType="legacy" ${KEY} autoStart="true"`),
      fixed: code('authType="imsJwtToken" autoStart="true"'),
    },
    {
      name: 'the shipped attributes once they are filled in',
      file: 'serverConf.xml',
      code: serverConf(`<pipelined «appName»="acme" args="" ${GATEWAY} ${KEY} autoStart="false"/>`),
      related: ['authGatewayEndpoint', 'authPrivateKey'],
      fixed: serverConf('<pipelined authType="imsJwtToken" args="" autoStart="false"/>'),
    },
    {
      name: 'leftovers beside the technical account as a hint',
      file,
      code: code(`autoStart="true" authType="imsJwtToken" «appName»="acme" ${KEY}`),
      messages: ['left over'],
      severity: 'hint',
      titles: ['Remove `appName` and `authPrivateKey`'],
      fixed: code('autoStart="true" authType="imsJwtToken"'),
    },
    {
      name: 'leftovers of an instance whose server uses the technical account as a hint',
      file,
      code: code('«appName»="acme"'),
      others: { 'conf/serverConf.xml': code('authType="imsJwtToken"') },
      severity: 'hint',
      fixed: serverConf('<pipelined/>'),
    },
    {
      name: 'the same on a hosted server, without a fix',
      file,
      code: code(`«appName»="acme" ${KEY}`),
      others: { 'acme.ims.yaml': environment('hosting: hosted') },
      messages: ['ask Adobe'],
      fixed: null,
    },
  ],
});
