import { experienceCloudAccountDuplicate } from '../../server/src/rules/experience-cloud-account-duplicate';
import { lines } from '../support/marks';
import { type Invalid, testRule, type Valid } from '../support/testRule';

/** A package with accounts of these attributes. */
const packageWith = (...accounts: readonly string[]): string => {
  const written = accounts.map((attributes) => `    <extAccount ${attributes}/>\n`);
  return `<package>\n  <entities schema="nms:extAccount">\n${written.join('')}  </entities>\n</package>\n`;
};

const LIVE = 'name="MAC" label="Live" callbackServer="https://campaign.luma-shop.com"';
const NEW = 'name="Adobe_Experience_Cloud" callbackServer="https://campaign.luma-shop.com/"';
const marked = (attributes: string) =>
  packageWith(attributes).replace('extAccount n', '«extAccount» n');

const environments = 'environments:\n  live: { stage: production }\n';

const healthy: readonly Valid[] = [
  {
    name: 'accounts of other types beside it',
    file: 'extaccount.xml',
    code: packageWith(LIVE, 'name="ffda" type="7"', 'name="mid" type="3" server="https://a.b"'),
  },
  {
    name: 'two accounts whose types differ',
    file: 'extaccount.xml',
    code: packageWith('name="MAC" type="40"', 'name="other" type="41" imsOrgId="A"'),
  },
  {
    name: 'a package that deletes the duplicate, and a link to the account',
    file: 'extaccount.xml',
    code: packageWith(
      LIVE,
      'name="Adobe_Marketing_Cloud" _operation="delete"',
      'name="MAC" _operation="none"',
    ),
  },
  {
    name: 'packages of three environments with addresses of their own',
    file: 'extaccount_stage.xml',
    code: packageWith('name="MAC" callbackServer="https://campaign-stage.luma-shop.com"'),
    others: {
      'extaccount_dev.xml': packageWith(
        'name="MAC" callbackServer="https://campaign-dev.luma-shop.com"',
      ),
      'extaccount_prod.xml': packageWith(LIVE),
    },
  },
  {
    name: 'the same in three folders, without addresses',
    file: 'stage/extaccount.xml',
    code: packageWith('name="MAC" imsRightsMask="Stage (.*)"'),
    others: {
      'dev/extaccount.xml': packageWith('name="MAC" imsRightsMask="Dev (.*)"'),
      'prod/extaccount.xml': packageWith('name="MAC" imsRightsMask="Live (.*)"'),
    },
  },
  {
    name: 'the marketing and the execution instance of one environment',
    file: 'prod/rt.xml',
    code: packageWith('name="MAC" callbackServer="https://rt.luma-shop.com"'),
    others: { 'prod/mkt.xml': packageWith(LIVE) },
  },
  {
    name: 'one environment of two organizations',
    file: 'prod/luma.xml',
    code: packageWith('name="MAC" imsOrgId="3F2504E04F8941D39A0C0305@AdobeOrg"'),
    others: {
      'prod/acme.xml': packageWith('name="MAC" imsOrgId="4F2504E04F8941D39A0C0305@AdobeOrg"'),
    },
  },
  {
    name: 'references and blanks in the place of the address',
    file: 'shop/b.xml',
    code: packageWith('name="a" imsServer="x" callbackServer="https://${HOST}"'),
    others: {
      'shop/a.xml': packageWith('name="MAC" callbackServer="https://${HOST}"'),
      'shop/c.xml': packageWith('name="MAC" callbackServer="&lt;your instance>"'),
    },
  },
  {
    name: 'references and blanks in the folder of one environment',
    file: 'dev/b.xml',
    code: packageWith('name="a" imsServer="x" callbackServer="https://${HOST}"'),
    others: {
      'dev/a.xml': packageWith('name="MAC" imsServer="y" callbackServer="$HOST"'),
      'dev/bob.xml': packageWith('name="Bob" imsServer="y" callbackServer="https://localhost"'),
      'dev/c.xml': packageWith('name="MAC" imsServer="z" callbackServer="https://changeme"'),
    },
  },
  {
    name: 'one server in the folders of environments that nobody knows',
    file: 'sit/extaccount.xml',
    code: packageWith(LIVE),
    others: {
      'acc/extaccount.xml': packageWith(NEW),
      'prod/extaccount.xml': packageWith(LIVE.replace('Live', 'Shop')),
    },
  },
  {
    name: "everybody's own machine",
    file: 'b.xml',
    code: packageWith('name="Adobe_Experience_Cloud" callbackServer="https://localhost:8443"'),
    others: { 'a.xml': packageWith('name="MAC" callbackServer="https://localhost:8443"') },
  },
  {
    name: 'instances behind two ports of one server',
    file: 'b.xml',
    code: packageWith('name="Adobe_Experience_Cloud" callbackServer="https://luma-shop.com:8443"'),
    others: { 'a.xml': packageWith('name="MAC" callbackServer="https://luma-shop.com:443"') },
  },
  {
    name: 'a package that brings a part of the account up to date',
    file: 'prod/mask.xml',
    code: packageWith('name="MAC" imsRightsMask="Luma (.*)"'),
    others: { 'prod/extaccount.xml': packageWith(LIVE) },
  },
  {
    name: 'a package that says that it changes the account',
    file: 'patch_prod.xml',
    code: packageWith(`${LIVE} _operation="update" imsRightsMask="Luma2 (.*)"`),
    others: { 'extaccount_prod.xml': packageWith(`${LIVE} imsRightsMask="Luma (.*)"`) },
  },
  {
    name: 'what a merge left',
    file: 'extaccount.xml',
    code: packageWith(NEW),
    others: { 'extaccount.orig.xml': packageWith(LIVE), 'extaccount~.xml': packageWith(LIVE) },
  },
  {
    name: 'an account that is switched off in another file',
    file: 'extaccount2.xml',
    code: packageWith(NEW),
    others: { 'extaccount.xml': packageWith(`${LIVE} active="0"`) },
  },
  {
    name: 'what was made of the package',
    file: 'luma.external-account.yaml',
    code: 'name: Luma\ncallbackServer: https://campaign.luma-shop.com\n',
    others: { 'extaccount.xml': packageWith(LIVE) },
  },
  ...[
    'extaccount-2024.xml',
    'extaccount_2024-05-01.xml',
    '20240501/extaccount.xml',
    'release-12/extaccount.xml',
    'v7.3/extaccount.xml',
    'old/extaccount.xml',
    'extaccount_old.xml',
    'archive/prod/extaccount.xml',
    'backup/extaccount.xml',
    'extaccount (2).xml',
    'extaccount.example.xml',
    'extaccount.xml.sample',
  ].map((path) => ({
    name: `what is kept for history or as a model: ${path}`,
    file: 'extaccount.xml',
    code: packageWith(NEW),
    others: { [path]: packageWith(LIVE) },
  })),
  {
    name: 'the environments of two projects that share their names',
    file: 'luma.ims.yaml',
    code: `${environments}externalAccounts:\n  - { name: a, environment: live }\n`,
    others: {
      'acme.ims.yaml': `${environments}externalAccounts:\n  - { name: b, environment: live }\n`,
    },
  },
  {
    name: 'accounts of two folders for environments that nobody describes, with addresses of their own',
    file: 'b/b.external-account.yaml',
    code: 'name: b\nenvironment: live\ncallbackServer: https://b.luma-shop.com\n',
    others: {
      'a/a.external-account.yaml':
        'name: a\nenvironment: live\ncallbackServer: https://a.luma-shop.com\n',
    },
  },
  {
    name: 'accounts of two environments, or of none',
    file: 'luma.ims.yaml',
    code: lines`
      externalAccounts:
        - { name: a, environment: dev }
        - { name: b, environment: live }
        - { name: c }
        - { name: d }
        - { name: e, environment: '\${STAGE}' }
        - { name: f, environment: '\${STAGE}' }
    `,
  },
];

const mistakes: readonly Invalid[] = [
  {
    name: 'the second and the third account of a package, beside a comment',
    file: 'extaccount.xml',
    code: lines`
      <package>
        <entities schema="nms:extAccount">
          <extAccount name="MAC"/>
          <!-- from the old instance -->
          <«extAccount» name="Adobe_Marketing_Cloud" active="0"/>
        </entities>
        <entities schema="nms:extAccount">
          <«extAccount» name="shop" imsServer="https://ims-na1.adobelogin.com"/>
        </entities>
      </package>
    `,
    severity: 'error',
    messages: ['This package has an Experience Cloud account already.', 'already'],
    related: ['extAccount'],
    fixed: null,
  },
  {
    name: 'another account for the same server, on the later file',
    file: 'sso/extaccount.xml',
    code: marked(NEW),
    others: { 'extaccount.xml': packageWith(LIVE) },
    messages: [
      'The package `extaccount.xml` has an Experience Cloud account for the same instance already, `campaign.luma-shop.com`.',
    ],
    related: ['extaccount.xml: extAccount'],
  },
  {
    name: 'the same account with other values',
    file: 'prod/extaccount2.xml',
    code: marked(LIVE.replace('Live', 'Shop')),
    others: { 'prod/extaccount.xml': packageWith(LIVE) },
    messages: [
      'has this account for the same instance already, `campaign.luma-shop.com`, with other values',
    ],
  },
  {
    name: 'the very same account in two files',
    file: 'extaccount2.xml',
    code: marked(LIVE),
    others: { 'extaccount.xml': packageWith(LIVE) },
    severity: 'warning',
    messages: [
      'The package `extaccount.xml` has this very account already, `campaign.luma-shop.com`. Both say the same today',
    ],
  },
  {
    name: 'two accounts in the folder of one environment',
    file: 'prod/sso.xml',
    code: marked('name="Adobe_Experience_Cloud" imsRightsMask="(.*)"'),
    others: { 'prod/extaccount.xml': packageWith(LIVE) },
    messages: [
      'The package `prod/extaccount.xml` has an Experience Cloud account for the same instance already. ',
    ],
  },
  {
    name: 'two accounts of the same release',
    file: 'release-12/sso.xml',
    code: marked(NEW),
    others: { 'release-12/extaccount.xml': packageWith(LIVE) },
  },
  {
    name: 'the account of the own package before those of others',
    file: 'extaccount2.xml',
    code: packageWith(LIVE, 'name="Adobe_Marketing_Cloud"').replace(
      /extAccount name/g,
      '«extAccount» name',
    ),
    others: { 'extaccount.xml': packageWith(NEW) },
    messages: ['The package `extaccount.xml`', 'This package'],
  },
  {
    name: 'a second account of an environment',
    file: 'luma.ims.yaml',
    code: lines`
      externalAccounts:
        - name: MAC
          environment: live
        - «name»: Shop
          environment: live
    `,
    messages: ['The environment `live` has an Experience Cloud account already. '],
    related: ['name'],
  },
  {
    name: 'a second account of an environment under a key',
    file: 'luma.ims.yaml',
    code: lines`
      externalAccounts:
        a: { environment: live }
        «b»: { environment: live }
    `,
    related: ['a'],
  },
  {
    name: 'an account in a file of its own for an environment that another file describes',
    file: 'shop.external-account.yaml',
    code: '«name»: Shop\nenvironment: live\n',
    others: {
      'luma.ims.yaml': `${environments}externalAccounts:\n  - { name: a, environment: live }\n`,
    },
    messages: [
      'The environment `live` has an Experience Cloud account already, in `luma.ims.yaml`.',
    ],
    related: ['luma.ims.yaml: name'],
  },
  {
    name: 'accounts of one folder for an environment that nobody describes, whatever their addresses',
    file: 'b.external-account.yaml',
    code: '«name»: b\nenvironment: live\ncallbackServer: https://b.luma-shop.com\n',
    others: {
      'a.external-account.yaml':
        'name: a\nenvironment: live\ncallbackServer: https://a.luma-shop.com\n',
    },
  },
  {
    name: 'accounts of one organization for an environment that nobody describes',
    file: 'b.external-account.yaml',
    code: '«name»: b\nenvironment: live\n',
    others: { 'a.external-account.yaml': 'name: a\nenvironment: live\n' },
  },
];

testRule(experienceCloudAccountDuplicate, {
  valid: [
    ...healthy,
    {
      name: 'the earlier of two files',
      file: 'a.xml',
      code: packageWith(NEW),
      others: { 'b.xml': packageWith(LIVE) },
    },
  ],
  invalid: mistakes,
});
