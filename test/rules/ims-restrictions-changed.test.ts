import { imsRestrictionsChanged } from '../../server/src/rules/ims-restrictions-changed';
import { lines } from '../support/marks';
import { environment, packageOf } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'conf/config-acme.xml';
const ALL = ['admin', 'aemserver', 'campaign-loginmonitor', 'internal|monitoring'];
const allow = (...names: readonly string[]) =>
  names.map((name) => `<allowOperator name="${name}"/>`).join('');
const restrictions = (inner: string) =>
  `<serverConf><shared><imsConfig>${inner}</imsConfig></shared></serverConf>\n`;
const list = (operators: string, attributes = ' disableAPI="true"') =>
  restrictions(`<nonIMSAuthnAPI${attributes}>${operators}</nonIMSAuthnAPI>`);
const marked = (operators: string) =>
  restrictions(`<«nonIMSAuthnAPI» disableAPI="true">${operators}</nonIMSAuthnAPI>`);
const aem = packageOf('').replace('Adobe_Experience_Cloud"', 'aemInstance" type="12" active="1"');

testRule(imsRestrictionsChanged, {
  valid: [
    { name: 'the documented ones', file, code: list(allow(...ALL)) },
    { name: 'more operators', file, code: list(allow('erp', ...ALL)) },
    { name: 'no restrictions', file, code: restrictions('') },
    {
      name: 'restrictions of a release that does not know them',
      file,
      code: list(allow('erp')),
      others: { 'acme.ims.yaml': environment('version: 7.3.5') },
    },
    {
      name: 'restrictions of a hosted release that does not know them',
      file,
      code: list(allow('erp')),
      others: { 'acme.ims.yaml': environment('version: 7.3.5', 'hosting: hosted') },
    },
    {
      name: 'elements inside of those that have none',
      file,
      code: list(`<allowOperator name="x"><a/></allowOperator>${allow(...ALL)}`),
    },
    { name: 'restrictions that are off', file, code: list('', ' disableAPI="false"') },
    {
      name: 'the restriction of the client console alone',
      file,
      code: restrictions(
        '<nonIMSOperatorMgmtInClientConsole nonIMSOperatorMgmtInClientConsoleRestricted="1"/>',
      ),
    },
    { name: 'a list that is filled in elsewhere', file, code: list(allow('${OPERATORS}')) },
    {
      name: 'a list that the file for all instances completes',
      file,
      code: list(allow('erp')),
      others: { 'conf/serverConf.xml': list(allow(...ALL)) },
    },
    {
      name: 'values that are filled in elsewhere',
      file,
      code: list(allow(...ALL), ' disableAPI="${OFF}"'),
    },
    {
      name: 'attributes that nobody documents',
      file,
      code: list(allow(...ALL), ' disableAPI="true" a="b"'),
    },
  ],
  invalid: [
    {
      name: 'an operator that is missing, and adds it in the layout of the others',
      file,
      code: lines`
        <serverconf>
          <shared>
            <imsConfig>
              <«nonIMSAuthnAPI» disableAPI="true">
                <!-- these must stay -->
                <allowOperator name='admin'/>
                <allowOperator name='aemserver'/>
                <!-- ours -->
                <allowOperator name='erp'/> <!-- until May -->
              </nonIMSAuthnAPI>
            </imsConfig>
          </shared>
        </serverconf>
      `,
      messages: ['does not allow `campaign-loginmonitor` and `internal|monitoring`'],
      severity: 'warning',
      titles: ['Add `campaign-loginmonitor` and `internal|monitoring`'],
      fixed: lines`
        <serverconf>
          <shared>
            <imsConfig>
              <nonIMSAuthnAPI disableAPI="true">
                <!-- these must stay -->
                <allowOperator name='admin'/>
                <allowOperator name='aemserver'/>
                <!-- ours -->
                <allowOperator name='erp'/> <!-- until May -->
                <allowOperator name='campaign-loginmonitor'/>
                <allowOperator name='internal|monitoring'/>
              </nonIMSAuthnAPI>
            </imsConfig>
          </shared>
        </serverconf>
      `,
    },
    {
      name: 'an empty list, and fills it',
      file,
      code: lines`
        <serverconf>
          <shared>
            <imsConfig>
              <«nonIMSAuthnAPI» disableAPI="true"/>
            </imsConfig>
          </shared>
        </serverconf>
      `,
      fixed: lines`
        <serverconf>
          <shared>
            <imsConfig>
              <nonIMSAuthnAPI disableAPI="true">
                <allowOperator name="admin"/>
                <allowOperator name="aemserver"/>
                <allowOperator name="campaign-loginmonitor"/>
                <allowOperator name="internal|monitoring"/>
              </nonIMSAuthnAPI>
            </imsConfig>
          </shared>
        </serverconf>
      `,
    },
    {
      name: 'a list on one line',
      file,
      code: marked(allow('admin', 'aemserver', 'campaign-loginmonitor')),
      fixed: list(allow(...ALL)),
    },
    {
      name: 'all but the operator of AEM, which another rule reports with its account',
      file,
      code: marked(allow('admin')),
      others: { 'accounts.xml': aem },
      messages: ['does not allow `campaign-loginmonitor` and `internal|monitoring`'],
    },
    {
      name: 'a value that is no yes or no',
      file,
      code: list(allow(...ALL), ' disableAPI="«yes»"'),
      messages: ['neither `true` nor `false`'],
      fixed: list(allow(...ALL), ' disableAPI="true"'),
    },
    {
      name: 'a value that nobody understands, without a fix',
      file,
      code: list(allow(...ALL), ' disableAPI="«all»"'),
      fixed: null,
    },
    {
      name: 'an element that Campaign does not know',
      file,
      code: restrictions(`<«nonIMSAuthn» disableAPI="true">${allow(...ALL)}</nonIMSAuthn>`),
      messages: ['It has `nonIMSOperatorMgmtInClientConsole` and `nonIMSAuthnAPI`'],
      fixed: list(allow(...ALL)),
    },
    {
      name: 'an element of another name among the operators',
      file,
      code: list(`${allow(...ALL)}<«operator» name="erp"/>`),
      fixed: null,
    },
    {
      name: 'the same on a hosted server, without a fix',
      file,
      code: marked(allow('admin', 'aemserver', 'campaign-loginmonitor')),
      others: { 'acme.ims.yaml': environment('hosting: hosted') },
      messages: ['ask Adobe'],
      fixed: null,
    },
  ],
});
