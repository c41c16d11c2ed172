import { technicalAccountSwapped } from '../../server/src/rules/technical-account-swapped';
import { lines } from '../support/marks';
import { ACCOUNT_EMAIL as EMAIL, ACCOUNT_ID as ID, ORG } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'users.ims-integration.yaml';
const account = (id: string, email: string) =>
  `technicalAccountId: ${id}\ntechnicalAccountEmail: ${email}\n`;

testRule(technicalAccountSwapped, {
  valid: [
    { name: 'both in their places', file, code: account(ID, EMAIL) },
    { name: 'the id in both', file, code: account(ID, ID) },
    { name: 'the email in both', file, code: account(EMAIL, EMAIL) },
    { name: 'a reference', file, code: account(EMAIL, '${ID}') },
    { name: 'one that is still being typed', file, code: account(EMAIL, '6A1B') },
    { name: 'one alone', file, code: `technicalAccountId: ${EMAIL}\n` },
  ],

  invalid: [
    {
      name: 'both in the place of the other, and keeps quotes and comments',
      file,
      code: lines`
        technicalAccountId: "«${EMAIL}»" # id
        # e-mail
        technicalAccountEmail: ${ID}
      `,
      severity: 'warning',
      titles: ['Exchange id and email'],
      fixed: lines`
        technicalAccountId: "${ID}" # id
        # e-mail
        technicalAccountEmail: ${EMAIL}
      `,
    },
    {
      name: 'them in a console download',
      file: 'a.json',
      code: `{"ORG_ID":"${ORG}","TECHNICAL_ACCOUNT_EMAIL":"${ID}","TECHNICAL_ACCOUNT_ID":"«${EMAIL}»"}`,
      fixed: `{"ORG_ID":"${ORG}","TECHNICAL_ACCOUNT_EMAIL":"${EMAIL}","TECHNICAL_ACCOUNT_ID":"${ID}"}`,
    },
    {
      name: 'them in AEM service credentials',
      file: 'b.json',
      code: `{"imsEndpoint":"ims-na1.adobelogin.com","technicalAccount":{},"email":"${ID}","id":"«${EMAIL}»"}`,
    },
  ],
});
