import { orgIdOverriddenEmpty } from '../../server/src/rules/org-id-overridden-empty';
import { environment, ORG, serverConf } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'conf/config-acme.xml';
const empty = '<web><redirection IMSOrgId="" databaseId=""/></web>';
const marked = '<web><redirection «IMSOrgId=""» databaseId=""/></web>';
const cured = '<web><redirection databaseId=""/></web>';
const set = `<web><redirection IMSOrgId="${ORG}"/></web>`;
const starts = '<pipelined autoStart="true" authType="imsJwtToken"/>';

testRule(orgIdOverriddenEmpty, {
  valid: [
    { name: 'the file that Campaign makes, alone', file, code: serverConf(empty) },
    {
      name: 'the file that Campaign makes beside the shipped one',
      file,
      code: serverConf(empty),
      others: {
        'conf/serverConf.xml': serverConf(empty, '<pipelined autoStart="false"/>'),
      },
    },
    {
      name: 'an empty organization in the file for all instances',
      file: 'conf/serverConf.xml',
      code: serverConf(empty, starts),
    },
    {
      name: 'an organization of the instance',
      file,
      code: serverConf(set, starts),
      others: { 'conf/serverConf.xml': serverConf(set) },
    },
    {
      name: 'no organization in the instance',
      file,
      code: serverConf('<web><redirection databaseId=""/></web>', starts),
      others: { 'conf/serverConf.xml': serverConf(set) },
    },
    {
      name: 'pipelined that the instance switches off',
      file,
      code: serverConf(empty, '<pipelined autoStart="false"/>'),
      others: { 'conf/serverConf.xml': serverConf(empty, starts) },
    },
    {
      name: 'one of two servers, when nobody can tell which',
      file: 'instances/config-acme.xml',
      code: serverConf(empty),
      others: { 'one/serverConf.xml': serverConf(set), 'two/serverConf.xml': serverConf(set) },
    },
    {
      name: 'the only file for all instances, which is of another environment',
      file: 'prod/config-acme.xml',
      code: serverConf(empty),
      others: { 'dev/serverConf.xml': serverConf(set) },
    },
    {
      name: 'an organization in a file that is none of a server',
      file,
      code: serverConf(empty),
      others: { 'conf/acme.ims.yaml': environment('hosting: on-premise') },
    },
  ],
  invalid: [
    {
      name: 'an organization of all instances that is hidden',
      file,
      code: serverConf(marked),
      others: { 'conf/serverConf.xml': serverConf(set) },
      messages: ['hides the one of `serverConf.xml`'],
      severity: 'error',
      related: [`conf/serverConf.xml: IMSOrgId="${ORG}"`],
      titles: ['Remove the empty `IMSOrgId`'],
      fixed: serverConf(cured),
    },
    {
      name: 'the same with the only file for all instances in another folder',
      file: 'instances/config-acme.xml',
      code: serverConf(marked),
      others: { 'conf/serverConf.xml': serverConf(set), 'b/config-b.xml': serverConf(empty) },
      related: [`conf/serverConf.xml: IMSOrgId="${ORG}"`],
    },
    {
      name: 'the only file for all instances of its environment',
      file: 'prod/instances/config-acme.xml',
      code: serverConf(marked),
      others: { 'prod/serverConf.xml': serverConf(set), 'dev/serverConf.xml': serverConf(empty) },
      related: [`prod/serverConf.xml: IMSOrgId="${ORG}"`],
    },
    {
      name: 'the file in the same folder, of two for all instances',
      file,
      code: serverConf(marked),
      others: { 'conf/serverConf.xml': serverConf(set), 'old/serverConf.xml': serverConf(empty) },
    },
    {
      name: 'a copy beside the right file',
      file,
      code: serverConf(marked),
      others: {
        'conf/serverConf.xml': serverConf(set),
        'conf/serverConf-old.xml': serverConf(empty),
      },
    },
    {
      name: 'pipelined that starts on the instance',
      file,
      code: serverConf(marked, starts),
      messages: ['the subject must be a valid organization or client'],
      related: ['autoStart="true"'],
      fixed: serverConf(cured, starts),
    },
    {
      name: 'pipelined that starts on all instances',
      file,
      code: serverConf(marked),
      others: { 'conf/serverConf.xml': serverConf(starts) },
      related: ['conf/serverConf.xml: autoStart="true"'],
    },
    {
      name: 'an organization and pipelined',
      file,
      code: serverConf(marked, starts),
      others: { 'conf/serverConf.xml': serverConf(set) },
      messages: ['hides the one'],
      related: [`conf/serverConf.xml: IMSOrgId="${ORG}"`, 'autoStart="true"'],
    },
    {
      name: 'blanks as nothing',
      file,
      code: serverConf('<web><redirection «IMSOrgId="  "»/></web>', starts),
      fixed: serverConf('<web><redirection/></web>', starts),
    },
    {
      name: 'the same on a hosted server, without a fix',
      file,
      code: serverConf(marked, starts),
      others: { 'acme.ims.yaml': environment('hosting: hosted') },
      messages: ['ask Adobe'],
      fixed: null,
    },
  ],
});
