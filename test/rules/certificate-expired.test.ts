import { certificateExpired } from '../../server/src/rules/certificate-expired';
import { EXPIRED_CERTIFICATE, FAR_CERTIFICATE } from '../support/certificates';
import { lines } from '../support/marks';
import { jwt, oauth } from '../support/samples';
import { testRule } from '../support/testRule';

const PRINTS = [
  '0123456789abcdef0123456789abcdef01234567',
  '76543210fedcba9876543210fedcba9876543210',
];

const download = (...days: readonly string[]) => {
  const table = days.map((day, index) => `"${PRINTS[index]}":"${day}"`);
  return `{"ORG_ID":"x","API_KEY":"y","CLIENT_SECRET":"\${X}","PUBLIC_KEYS_WITH_EXPIRY":{${table}}}`;
};

const aem = (rest: string) =>
  `{"integration":{"imsEndpoint":"x","technicalAccount":{},"metascopes":"ent_aem_cloud_api",${rest}}}`;

const block = (key: string, pem: string) =>
  `${key}: |\n${pem
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')}`;

testRule(certificateExpired, {
  valid: [
    { name: 'a certificate that is still good', file: 'a.json', code: download('12/31/2027') },
    { name: 'the last day', file: 'a.json', code: download('11/21/2026') },
    {
      name: 'an old certificate beside a good one',
      file: 'a.json',
      code: download('08/27/2022', '08/27/2028'),
    },
    { name: 'a date of another form', file: 'a.json', code: download('27/08/2022') },
    {
      name: 'a date that cannot be read beside an old one',
      file: 'a.json',
      code: download('08/27/2022', 'soon'),
    },
    { name: 'no certificate', file: 'a.json', code: download() },
    {
      name: 'a date of AEM in an OAuth credential',
      file: 'a.json',
      code: '{"imsEndpoint":"x","scopes":["openid"],"technicalAccount":{},"certificateExpirationDate":"2022-08-27"}',
    },
    {
      name: 'a template',
      file: 'service.json.sample',
      code: aem('"certificateExpirationDate":"2022-08-27"'),
    },
    {
      name: 'a good certificate',
      file: 'a.ims-integration.yaml',
      code: jwt(block('publicKey', FAR_CERTIFICATE)),
    },
    {
      name: 'a certificate that is a reference',
      file: 'a.ims-integration.yaml',
      code: jwt('publicKey: ${KEY}'),
    },
    {
      name: 'a certificate still being typed',
      file: 'a.ims-integration.yaml',
      code: jwt('publicKey: MII'),
    },
    { name: 'an integration without it', file: 'a.ims-integration.yaml', code: oauth() },
  ],

  invalid: [
    { name: 'an ISO date', file: 'a.json', code: download('«2022-08-27»') },
    {
      name: 'a download whose certificate has expired',
      file: 'a.json',
      code: download('«08/27/2022»'),
      severity: 'warning',
      messages: ['expired on 27 August 2022, and its sign-in has failed since then'],
      fixed: null,
    },
    {
      name: 'the last of several certificates',
      file: 'a.json',
      code: download('«08/27/2023»', '08/27/2022'),
    },
    {
      name: 'a certificate that has outlived JWT',
      file: 'a.json',
      code: download('«10/01/2026»'),
      messages: ['no Service Account (JWT) credential since 1 March 2026'],
    },
    {
      name: 'it on the day after',
      file: 'a.json',
      code: download('«08/27/2022»'),
      context: { today: '2022-08-28' },
    },
    {
      name: 'a certificate that a migration has left',
      file: 'a.json',
      code: download('«08/27/2022»').replace(
        '{',
        '{"CLIENT_SECRETS":["${X}"],"SCOPES":["openid"],',
      ),
      messages: ['still signs in with the JWT keys of this file has failed since 27 August 2022'],
    },
    {
      name: 'the date of AEM',
      file: 'a.json',
      code: aem('"certificateExpirationDate":"«2025-06-30T12:00:00.000Z»"'),
      messages: ['create a new technical account'],
    },
    {
      name: 'the certificate of AEM at its key',
      file: 'a.json',
      code: aem(`«"publicKey"»:${JSON.stringify(EXPIRED_CERTIFICATE.replaceAll('\n', '\r\n'))}`),
      messages: ['expired on 1 January 2026'],
    },
    {
      name: 'the later of a date and a certificate',
      file: 'a.json',
      code: aem(
        `"publicKey":${JSON.stringify(EXPIRED_CERTIFICATE)},"certificateExpirationDate":"«2026-01-02T00:00:00Z»"`,
      ),
    },
    {
      name: 'a certificate in a block of our notation',
      file: 'a.ims-integration.yaml',
      code: jwt('authType: jwt', block('«publicKey»', EXPIRED_CERTIFICATE), '# end'),
    },
    {
      name: 'it, and never asks to migrate what Adobe migrates',
      file: 'a.ims-integration.yaml',
      code: jwt('autoProvisioned: true', block('«publicKey»', EXPIRED_CERTIFICATE)),
      messages: ['Adobe migrates this configuration by itself'],
    },
    {
      name: 'the certificates of two integrations',
      file: 'a.ims.yaml',
      code: lines`
        integrations:
          - «publicKey»: "${EXPIRED_CERTIFICATE.replaceAll('\n', '\\n')}"
          - «publicKey»: "${EXPIRED_CERTIFICATE.replaceAll('\n', '\\n')}"
      `,
    },
  ],
});
