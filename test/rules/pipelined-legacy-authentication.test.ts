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
      name: 'an instance that only starts the process, where the server says how it signs in',
      file,
      code: code('autoStart="true"'),
      others: { 'conf/serverConf.xml': code('authType="imsJwtToken"') },
    },
    {
      name: 'an instance that only starts the process, where another one says how it signs in',
      file,
      code: code('autoStart="true"'),
      others: { 'conf/config-b.xml': code('authType="imsJwtToken"') },
    },
    {
      name: 'a server that starts the process, where the instance that starts it is reported',
      file: 'conf/serverConf.xml',
      code: code(`${GATEWAY} autoStart="true"`),
      others: { 'conf/config-acme.xml': code('autoStart="true"') },
    },
    {
      name: 'a template that only starts the process',
      file: 'conf/config-acme.xml.template',
      code: code('autoStart="true"'),
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
      code: code('autoStart="true" authType="x" authGatewayEndpoint="https://a.b"'),
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
      name: 'a process that starts and of which nobody says how it signs in, as an information',
      file,
      code: code('«autoStart»="true"'),
      others: { 'conf/serverConf.xml': serverConf(SHIPPED) },
      messages: ['unless the attribute stands in a file that is not here'],
      severity: 'info',
      fixed: code('autoStart="true" authType="imsJwtToken"'),
    },
    {
      name: 'the shipped gateway of a server whose instances are elsewhere as no more than that',
      file: 'conf/serverConf.xml',
      code: code(`${GATEWAY} «autoStart»="true"`),
      severity: 'info',
    },
    {
      name: 'the shipped gateway of such a server with an application name',
      file: 'conf/serverConf.xml',
      code: code(`«authGatewayEndpoint»="https://api.omniture.com" autoStart="true" appName="a"`),
      severity: 'error',
      related: ['appName'],
    },
    {
      name: 'the old gateway with another type of authentication, for all instances',
      file: 'conf/serverConf.xml',
      code: code('«authGatewayEndpoint»="https://api.omniture.com" autoStart="true" authType="x"'),
      severity: 'error',
    },
    {
      name: 'a start on a hosted server, without a fix',
      file,
      code: code('«autoStart»="true"'),
      others: { 'acme.ims.yaml': environment('hosting: hosted') },
      messages: ['ask Adobe'],
      fixed: null,
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
