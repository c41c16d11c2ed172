import { orgIdMalformed } from '../../server/src/rules/org-id-malformed';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'shop.external-account.yaml';
const HEX = '3F2504E04F8941D39A0C0305';

const accepted: Readonly<Record<string, string>> = {
  'an organization id': `${HEX}@AdobeOrg`,
  'a reference': '${ORG_ID}',
  'a reference with the end of an id': '${ORG_ID}@AdobeOrg',
  'an OSGi reference': '"$[env:ORG_ID]"',
  'a blank': '<your organization id>',
  'a blank with the end of an id': 'your-org-id@AdobeOrg',
  'a masked id': 'XXXXXXXXXXXXXXXXXXXXXXXX@AdobeOrg',
  'a half-masked id': 'C74FXXXXXX4880XXXXX9@AdobeOrg',
  'an obvious test value': 'XOXOXOXOXOXOX@AdobeOrg',
  'an end alone': '"@AdobeOrg"',
  'a value still to be written': '',
};

const reported = (name: string, value: string, message: string, fixed: string | null = null) => ({
  name,
  file,
  code: `orgId: ${value} # ours\n`,
  messages: [message],
  fixed: fixed && `orgId: ${fixed} # ours\n`,
});

testRule(orgIdMalformed, {
  valid: [
    ...Object.entries(accepted).map(([name, value]) => ({ name, file, code: `orgId: ${value}\n` })),
    { name: 'an account without it', file, code: 'name: MAC\n' },
    { name: 'a list, which is of another type', file, code: 'orgId: [a, b]\n' },
  ],

  invalid: [
    {
      name: 'a number without quotes',
      file,
      code: 'orgId: «12345»\n',
      messages: ['is a number'],
      fixed: null,
    },
    reported('a missing end', `«${HEX}»`, 'lacks its end `@AdobeOrg`', `${HEX}@AdobeOrg`),
    reported('an end still being typed', `«${HEX}@Adobe»`, 'lacks its end', `${HEX}@AdobeOrg`),
    reported(
      'small digits without an end',
      `«${HEX.toLowerCase()}»`,
      'lacks its end',
      `${HEX}@AdobeOrg`,
    ),
    reported('the case of the end', `"${HEX}«@ADOBEOrg»"`, 'Correct the case', `"${HEX}@AdobeOrg"`),
    reported(
      'the case of the digits',
      `'«${HEX.toLowerCase()}»@AdobeOrg'`,
      'capital letters',
      `'${HEX}@AdobeOrg'`,
    ),
    reported(
      'the case of both, and blanks with it',
      `' «${HEX.toLowerCase()}@adobeorg» '`,
      'Correct the case',
      `'${HEX}@AdobeOrg'`,
    ),
    reported(
      'a blank before it',
      `"« »${HEX}@AdobeOrg"`,
      'blanks or a line break around',
      `"${HEX}@AdobeOrg"`,
    ),
    reported(
      'blanks behind it',
      `"${HEX}@AdobeOrg«  »"`,
      'blanks or a line break around',
      `"${HEX}@AdobeOrg"`,
    ),
    reported(
      'blanks on both sides',
      `"« ${HEX}@AdobeOrg »"`,
      'blanks or a line break around',
      `"${HEX}@AdobeOrg"`,
    ),
    reported('a number of the console', '"«1234567»"', 'is a number'),
    reported('the id of a user', `«user@${HEX.toLowerCase()}.e»`, 'the id of a user'),
    reported('a technical account', `«${HEX}@techacct.adobe.com»`, 'a technical account'),
    reported('an id that is too short', '«3F2504E04F89@AdobeOrg»', 'has 12 characters'),
    reported('an id that is too long', `«A${HEX}@AdobeOrg»`, 'has 25 characters'),
    reported('a short id without its end', '«3F2504E0»', 'has 8 characters'),
    reported(
      'a letter that is no digit',
      '3F2504E04F8941D39A0C«O»305@AdobeOrg',
      'no hexadecimal digit',
    ),
    reported('an id of something else', `«${HEX}@AdobeID»`, 'not the id of an organization'),
    reported('a name', '«Luma»', 'not the id of an organization'),
    {
      name: "ids of several files' fields, each once",
      file: 'all.ims.json',
      code: `{ "externalAccounts": [{ "orgId": "«${HEX}»" }], "integrations": [{ "orgId": "«Luma»" }] }`,
      severity: 'error' as const,
    },
    {
      name: 'the line break of a block',
      file,
      code: `orgId: |\n«  ${HEX}@AdobeOrg»\nname: MAC\n`,
      fixed: `orgId: ${HEX}@AdobeOrg\nname: MAC\n`,
    },
    {
      name: 'an attribute of a package, and keeps its quotes',
      file: 'package.xml',
      code: lines`
        <package>
          <entities schema='nms:extAccount'>
            <extAccount name='MAC' imsOrgId='${HEX}«@adobeorg»' label='x'/>
          </entities>
        </package>
      `,
      fixed: lines`
        <package>
          <entities schema='nms:extAccount'>
            <extAccount name='MAC' imsOrgId='${HEX}@AdobeOrg' label='x'/>
          </entities>
        </package>
      `,
    },
    {
      name: 'a console download',
      file: 'a.json',
      code: `{"ORG_ID":"«${HEX}»","TECHNICAL_ACCOUNT_ID":"x"}`,
      titles: ['Add `@AdobeOrg`'],
      fixed: `{"ORG_ID":"${HEX}@AdobeOrg","TECHNICAL_ACCOUNT_ID":"x"}`,
    },
  ],
});
