import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelsAt, testCompletions, testSilence } from '../support/completion';
import { ORG } from '../support/samples';

const others = { 'other.ims-integration.yaml': `orgId: ${ORG}\n` };
const inPackage = (account: string) =>
  `<package>\n  <entities schema="nms:extAccount">\n    ${account}\n  </entities>\n</package>\n`;

const rows = (all: readonly (readonly [string, string, string, string])[]) =>
  all.map(
    ([what, before, label, after]) => [what, inPackage(before), label, inPackage(after)] as const,
  );

describe('completion in XML', () => {
  testCompletions(
    'package.xml',
    rows([
      [
        'an attribute',
        '<extAccount name="MAC" ‸/>',
        'imsOrgId',
        `<extAccount name="MAC" imsOrgId="‸${ORG}‸"/>`,
      ],
      [
        'an attribute that begins',
        '<extAccount name="MAC" im‸>',
        'imsOrgId',
        `<extAccount name="MAC" imsOrgId="‸${ORG}‸">`,
      ],
      [
        'an attribute of an open tag',
        '<extAccount name="MAC" ‸',
        'tenant',
        '<extAccount name="MAC" tenant="‸"',
      ],
      [
        'an attribute before another',
        '<extAccount ‸ name="MAC"/>',
        'tenant',
        '<extAccount tenant="‸" name="MAC"/>',
      ],
      [
        'an attribute close to another',
        '<extAccount name="MAC" ‸label="x"/>',
        'tenant',
        '<extAccount name="MAC" tenant="‸" label="x"/>',
      ],
      [
        'an attribute on a line',
        '<extAccount name="MAC"\n      ‸\n      label="x"/>',
        'tenant',
        '<extAccount name="MAC"\n      tenant="‸"\n      label="x"/>',
      ],
      [
        'only the name where it has a value',
        '<extAccount name="MAC" ten‸="x"/>',
        'tenant',
        '<extAccount name="MAC" tenant="x"/>',
      ],
      [
        'a value',
        '<extAccount name="MAC" imsServer="‸"/>',
        'https://ims-na1.adobelogin.com',
        '<extAccount name="MAC" imsServer="https://ims-na1.adobelogin.com"/>',
      ],
      [
        'a value without quotes',
        '<extAccount name="MAC" imsServer=‸/>',
        'https://ims-na1.adobelogin.com',
        '<extAccount name="MAC" imsServer="https://ims-na1.adobelogin.com"/>',
      ],
      [
        'a value in an open quote',
        '<extAccount name="MAC" imsServer="‸\n  label="x"/>',
        'https://ims-na1.adobelogin.com',
        '<extAccount name="MAC" imsServer="https://ims-na1.adobelogin.com"\n  label="x"/>',
      ],
      [
        'a value in single quotes',
        "<extAccount name='MAC' imsServer='h‸'/>",
        'https://ims-na1.adobelogin.com',
        "<extAccount name='MAC' imsServer='https://ims-na1.adobelogin.com'/>",
      ],
      ['a flag', '<extAccount name="MAC" active="‸"/>', '0', '<extAccount name="MAC" active="0"/>'],
      [
        'a flag with its attribute',
        '<extAccount name="MAC" ‸/>',
        'active',
        '<extAccount name="MAC" active="‸1,0‸"/>',
      ],
      [
        'a scope',
        '<extAccount name="MAC" userScope="openid,‸,session"/>',
        'AdobeID',
        '<extAccount name="MAC" userScope="openid,AdobeID,session"/>',
      ],
      [
        'a number that is public',
        '<extAccount name="x" type="‸"/>',
        '12',
        '<extAccount name="x" type="12"/>',
      ],
    ]),
    others,
  );

  const server = (inner: string) => `<serverConf>\n  ${inner}\n</serverConf>\n`;
  testCompletions('serverConf.xml', [
    [
      'an element with its attribute',
      server('<shared>\n    ‸\n  </shared>'),
      'urlPermission',
      server('<shared>\n    <urlPermission action="‸deny,warn,ignore‸"/>\n  </shared>'),
    ],
    [
      'an element that begins',
      server('<shared>\n    <url‸\n  </shared>'),
      'urlPermission',
      server('<shared>\n    <urlPermission action="‸deny,warn,ignore‸"/>\n  </shared>'),
    ],
    [
      'an attribute of an element',
      server('<shared><ims ‸/></shared>'),
      'authIMSTAId',
      server('<shared><ims authIMSTAId="‸"/></shared>'),
    ],
    [
      'a setting',
      server('<pipelined ‸/>'),
      'autoStart',
      server('<pipelined autoStart="‸true,false‸"/>'),
    ],
    [
      'a default',
      server('<pipelined retryPeriodSec="‸"/>'),
      '30',
      server('<pipelined retryPeriodSec="30"/>'),
    ],
  ]);

  const component = (attributes: string) =>
    `<jcr:root xmlns:sling="http://sling.apache.org" jcr:primaryType="sling:OsgiConfig"\n    auth.token.provider.title="x" ${attributes}/>\n`;
  testCompletions(
    'config/com.adobe.granite.auth.oauth.accesstoken.provider-x.xml',
    [
      [
        'a name with dots',
        component('‸'),
        'auth.token.provider.orgId',
        component(`auth.token.provider.orgId="‸${ORG}‸"`),
      ],
      [
        'a boolean of the repository',
        component('auth.token.provider.relaxed.ssl="‸"'),
        '{Boolean}false',
        component('auth.token.provider.relaxed.ssl="{Boolean}false"'),
      ],
    ],
    others,
  );

  testSilence('package.xml', [
    ['in a comment', inPackage('<!-- ‸ --><extAccount name="MAC"/>')],
    ['in an end tag', inPackage('<extAccount name="MAC"></ext‸Account>')],
    ['in the name of an element', inPackage('<ext‸Account name="MAC"/>')],
    ['in a section', inPackage('<extAccount name="MAC"/><![CDATA[ ‸ ]]>')],
    ['right behind a value', inPackage('<extAccount name="MAC"‸/>')],
    ['before a value', inPackage('<extAccount name="MAC" active=‸"1"/>')],
    ['before a value with a blank between', inPackage('<extAccount name="MAC" active=‸ "1"/>')],
  ]);

  it('offers no secret and no number that nobody knows', () => {
    const labels = labelsAt('package.xml', inPackage('<extAccount name="MAC" ‸/>'));
    for (const gone of ['clientSecret', 'password', 'awsSecret', 'type', 'name']) {
      assert.ok(!labels.includes(gone), gone);
    }
  });
});
