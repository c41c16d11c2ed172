import { certificateExpiring } from '../../server/src/rules/certificate-expiring';
import { testRule } from '../support/testRule';

const download = (first: string, second = '01/01/2020') =>
  `{"ORG_ID":"x","API_KEY":"y","CLIENT_SECRET":"\${X}","PUBLIC_KEYS_WITH_EXPIRY":{"a":"${first}","b":"${second}"}}`;

const file = 'a.json';

testRule(certificateExpiring, {
  valid: [
    { name: 'a certificate with 31 days left', file, code: download('12/22/2026') },
    { name: 'a certificate that has expired', file, code: download('11/20/2026') },
    { name: 'another one that is good for long', file, code: download('12/01/2026', '12/01/2028') },
    { name: 'a date that is a reference', file, code: download('${DAY}') },
    {
      name: 'an ISO date that has expired, of which another rule tells',
      file,
      code: download('2026-11-20'),
    },
  ],

  invalid: [
    {
      name: 'a certificate with 30 days left',
      file,
      code: download('«12/21/2026»'),
      severity: 'warning',
      messages: ['expires on 21 December 2026'],
      fixed: null,
    },
    {
      name: 'an ISO date with 10 days left',
      file,
      code: download('«2026-12-01»'),
      severity: 'warning',
      messages: ['expires on 1 December 2026'],
    },
    {
      name: 'an ISO date that is far away',
      file,
      code: download('«2028-12-01»'),
      severity: 'info',
      messages: ['`MM/DD/YYYY`'],
    },
    { name: 'a date that cannot be read', file, code: download('«27/08/2028»', '01/01/2029') },
    { name: 'a certificate on its last day', file, code: download('«11/21/2026»') },
    {
      name: 'the date of AEM',
      file,
      code: '{"imsEndpoint":"x","technicalAccount":{},"privateKey":"${K}","certificateExpirationDate":"«2025-01-20T00:00:00Z»"}',
      context: { today: '2025-01-01' },
      messages: ['create a new technical account there before that day'],
    },
  ],
});
