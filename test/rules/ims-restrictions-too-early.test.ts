import { imsRestrictionsTooEarly } from '../../server/src/rules/ims-restrictions-too-early';
import { command, environment, serverConf } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'conf/config-acme.xml';
const of = (name: string) =>
  serverConf(`<shared><${name}><nonIMSAuthnAPI disableAPI="true"/></imsConfig></shared>`);
const code = of('imsConfig');
const marked = of('«imsConfig»');
const two = (one: string, other: string) =>
  `environments:\n  a:\n    version: ${one}\n  b:\n    version: ${other}\n`;

testRule(imsRestrictionsTooEarly, {
  valid: [
    { name: 'a release of which nothing is known', file, code },
    {
      name: 'the first release',
      file,
      code,
      others: { 'a.ims.yaml': environment('version: 7.4.1') },
    },
    {
      name: 'its build',
      file,
      code,
      others: { 'a.ims.yaml': environment('product: campaign-classic', 'build: 9383') },
    },
    { name: 'Campaign v8', file, code, others: { 'a.ims.yaml': environment('version: 8.5.2') } },
    {
      name: 'an environment of which it is not known that it is too old',
      file,
      code,
      others: { 'a.ims.yaml': two('7.3.5', '7.4.1').replace('acme', 'other') },
    },
    {
      name: 'the environment of the instance, beside an old one',
      file: 'conf/config-b.xml',
      code,
      others: { 'a.ims.yaml': two('7.3.5', '7.4.1') },
    },
    {
      name: 'an element that says nothing',
      file,
      code: serverConf('<shared><imsConfig/></shared>'),
      others: { 'a.ims.yaml': environment('version: 7.3.5') },
    },
    {
      name: 'a technical account in the file of an old release',
      file,
      code: serverConf('<shared><ims authIMSTAClientId="a"/></shared>'),
      others: { 'a.ims.yaml': environment('version: 7.3.5') },
    },
    {
      name: 'the command for JWT',
      file: 'a.sh',
      code: command('setimsjwtauth', '"$SECRET"', '"$KEY"'),
      others: { 'a.ims.yaml': environment('version: 7.3.5') },
    },
    {
      name: 'the command on a release that knows it',
      file: 'a.sh',
      code: command('setimsoauth', '"$SECRET"'),
      others: { 'a.ims.yaml': environment('version: 7.4.1') },
    },
    {
      name: 'a command for another environment',
      file: 'a.sh',
      code: command('setimsoauth', '"$SECRET"').replace('acme', 'b'),
      others: { 'a.ims.yaml': two('7.3.5', '7.4.1') },
    },
  ],
  invalid: [
    {
      name: 'the command for OAuth',
      file: 'a.sh',
      code: command('«setimsoauth»', '"$SECRET"').replace('-«', '«-'),
      others: { 'a.ims.yaml': environment('version: 7.3.5') },
      messages: ['`-setimsoauth` is an option of Campaign 7.4.1'],
      related: ['a.ims.yaml: 7.3.5'],
    },
    {
      name: 'the command for an environment that is hosted',
      file: 'a.sh',
      code: command('«setimsoauth»', '"$SECRET"').replace('-«', '«-'),
      others: { 'a.ims.yaml': environment('version: 7.3.5', 'hosting: hosted') },
      messages: ['ask Adobe'],
    },
    {
      name: 'a release before it',
      file,
      code: marked,
      others: { 'a.ims.yaml': environment('version: 7.3.5') },
      messages: ['this server runs 7.3.5'],
      severity: 'error',
      related: ['a.ims.yaml: 7.3.5'],
    },
    {
      name: 'a build before it',
      file,
      code: marked,
      others: { 'a.ims.yaml': environment('product: campaign-classic', 'build: 9382') },
      messages: ['this server runs build 9382'],
    },
    {
      name: 'the environment of the instance',
      file: 'conf/config-a.xml',
      code: marked,
      others: { 'a.ims.yaml': two('7.3.5', '7.4.1') },
    },
    {
      name: 'a hosted server',
      file,
      code: marked,
      others: { 'a.ims.yaml': environment('version: 7.3.5', 'hosting: hosted') },
      messages: ['ask Adobe'],
    },
  ],
});
