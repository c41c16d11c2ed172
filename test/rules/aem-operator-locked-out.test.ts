import { aemOperatorLockedOut } from '../../server/src/rules/aem-operator-locked-out';
import { environment, packageOf } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'conf/config-acme.xml';
const list = (
  names: readonly string[],
  attributes = ' disableAPI="true"',
  tag = 'nonIMSAuthnAPI',
) =>
  `<serverConf><shared><imsConfig><${tag}${attributes}>${names
    .map((name) => `<allowOperator name="${name}"/>`)
    .join('')}</nonIMSAuthnAPI></imsConfig></shared></serverConf>\n`;
const aem = (attributes: string) =>
  packageOf('').replace('Adobe_Experience_Cloud"', `aemInstance" ${attributes}`);
const active = aem('type="12" active="1"');
const marked = list(['admin'], undefined, '«nonIMSAuthnAPI»');

testRule(aemOperatorLockedOut, {
  valid: [
    { name: 'a workspace without an AEM account', file, code: list(['admin']) },
    {
      name: 'the operator on the list',
      file,
      code: list(['aemserver']),
      others: { 'accounts.xml': active },
    },
    {
      name: 'restrictions that the release does not know yet',
      file,
      code: list(['admin']),
      others: { 'accounts.xml': active, 'acme.ims.yaml': environment('version: 7.3.5') },
    },
    {
      name: 'an account that is off',
      file,
      code: list(['admin']),
      others: { 'accounts.xml': aem('type="12" active="0"') },
    },
    {
      name: 'another account',
      file,
      code: list(['admin']),
      others: { 'accounts.xml': packageOf('active="1"') },
    },
    {
      name: 'native sign-in that is not restricted',
      file,
      code: list(['admin'], ' disableAPI="false"'),
      others: { 'accounts.xml': active },
    },
    {
      name: 'the account of another environment',
      file: 'conf/config-acme_prod.xml',
      code: list(['admin']),
      others: { 'accounts_dev.xml': active },
    },
  ],
  invalid: [
    {
      name: 'an active account by its type',
      file,
      code: marked,
      others: { 'accounts.xml': active },
      messages: ['`aemserver` is not among those'],
      severity: 'warning',
      related: ['accounts.xml: extAccount'],
      fixed: list(['admin', 'aemserver']),
    },
    {
      name: 'an active account by its name',
      file,
      code: marked,
      others: { 'accounts.xml': aem('active="1"') },
    },
    {
      name: 'the account of the same environment',
      file: 'conf/config-acme_prod.xml',
      code: marked,
      others: { 'production/accounts.xml': active },
    },
    {
      name: 'an empty list',
      file,
      code: list([], undefined, '«nonIMSAuthnAPI»'),
      others: { 'accounts.xml': active },
      fixed: list(['aemserver']),
    },
    {
      name: 'the same on a hosted server, without a fix',
      file,
      code: marked,
      others: { 'accounts.xml': active, 'a.ims.yaml': environment('hosting: hosted') },
      messages: ['ask Adobe'],
      fixed: null,
    },
  ],
});
