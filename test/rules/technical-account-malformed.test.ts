import { technicalAccountMalformed } from '../../server/src/rules/technical-account-malformed';
import { oauthBlock, written } from '../support/console';
import { ACCOUNT_EMAIL as EMAIL, ACCOUNT_ID as ID, ORG } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'users.ims-integration.yaml';
const DIGITS = ID.slice(0, 24);

const ids: Readonly<Record<string, string>> = {
  'an id': ID,
  'an id with a domain in another case': `${DIGITS}@techacct.ADOBE.com`,
  'a reference for an id': '${ACCOUNT_ID}',
  'a blank for an id': '<id>@techacct.adobe.com',
  'a test value for an id': 'dummy@techacct.adobe.com',
  'an id still to be written': '',
};

const emails: Readonly<Record<string, string>> = {
  'an email': EMAIL,
  'an email of the older form': ID,
  'an email of the older form in small letters': ID.toLowerCase(),
  'the email that Cloud Manager writes': 'unused',
  'a reference for an email': '${ACCOUNT_EMAIL}',
};

testRule(technicalAccountMalformed, {
  valid: [
    {
      name: 'values of a sample, which is said once',
      file: '.aio',
      code: written({
        ims: {
          contexts: {
            shop: oauthBlock({ client_id: 'fake-id', technical_account_id: 'user@example.com' }),
          },
        },
      }),
    },
    ...Object.entries(ids).map(([name, id]) => ({
      name,
      file,
      code: `technicalAccountId: ${id}\n`,
    })),
    ...Object.entries(emails).map(([name, email]) => ({
      name,
      file,
      code: `technicalAccountEmail: ${email}\n`,
    })),
    {
      name: 'what is only exchanged',
      file,
      code: `technicalAccountId: ${EMAIL}\ntechnicalAccountEmail: ${ID}\n`,
    },
  ],

  invalid: [
    {
      name: 'an email as the id',
      file,
      code: `technicalAccountId: «${EMAIL}»\ntechnicalAccountEmail: ${EMAIL}\n`,
      severity: 'warning',
      messages: ['holds the email of the technical account'],
      fixed: null,
    },
    {
      name: 'an organization as the id',
      file,
      code: `technicalAccountId: «${ORG}»\n`,
      messages: ['holds the id of an organization'],
      fixed: null,
    },
    {
      name: 'an id without its end',
      file,
      code: `technicalAccountId: «${DIGITS}» # mine\n`,
      fixed: `technicalAccountId: ${ID} # mine\n`,
    },
    {
      name: 'an id in small letters',
      file,
      code: `technicalAccountId: «${DIGITS.toLowerCase()}»@techacct.adobe.com\n`,
      titles: ['Use capital letters'],
      fixed: `technicalAccountId: ${ID}\n`,
    },
    {
      name: 'blanks around an id',
      file,
      code: `technicalAccountId: "« »${ID}"\n`,
      fixed: `technicalAccountId: "${ID}"\n`,
    },
    {
      name: 'an id that was cut off',
      file,
      code: 'technicalAccountId: «6A1B2C3D@techacct.adobe.com»\n',
      messages: ['is not the id of a technical account'],
      fixed: null,
    },
    {
      name: "a person's email",
      file,
      code: 'technicalAccountEmail: «jane@luma-shop.com»\n',
      messages: ['is not the email of a technical account'],
      fixed: null,
    },
    {
      name: 'both of a console download',
      file: 'a.json',
      code: `{"ORG_ID":"${ORG}","TECHNICAL_ACCOUNT_ID":"«6A1B»","TECHNICAL_ACCOUNT_EMAIL":"«jane»"}`,
    },
  ],
});
