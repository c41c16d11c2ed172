import { tokenEndpointOutdated } from '../../server/src/rules/token-endpoint-outdated';
import { jwt, oauth } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'users.ims-integration.yaml';
const HOST = 'https://ims-na1.adobelogin.com';

const accepted = [
  `${HOST}/ims/token/v2`,
  `${HOST}/ims/token/v3`,
  `${HOST}/ims/token/v4/`,
  `${HOST}/ims/exchange/jwt`,
  HOST,
  '${TOKEN_ENDPOINT}',
  '<token endpoint>',
  '',
];

testRule(tokenEndpointOutdated, {
  valid: [
    ...accepted.map((url) => ({
      name: `"${url}"`,
      file,
      code: oauth(`tokenEndpoint: ${url}`),
    })),
    {
      name: 'another flow',
      file,
      code: jwt('authType: jwt', `tokenEndpoint: ${HOST}/ims/token`),
    },
    { name: 'a flow that is not known', file, code: `tokenEndpoint: ${HOST}/ims/token\n` },
  ],

  invalid: [
    {
      name: 'the endpoint without a version',
      file,
      code: oauth(`tokenEndpoint: ${HOST}«/ims/token» # EMEA`),
      severity: 'info',
      titles: ['Use `/ims/token/v3`'],
      fixed: oauth(`tokenEndpoint: ${HOST}/ims/token/v3 # EMEA`),
    },
    {
      name: 'the first version, and keeps what stands behind it',
      file,
      code: oauth(`tokenEndpoint: "${HOST}«/ims/token/v1»?client_id=x"`),
      fixed: oauth(`tokenEndpoint: "${HOST}/ims/token/v3?client_id=x"`),
    },
    {
      name: 'a trailing slash',
      file,
      code: oauth(`tokenEndpoint: ${HOST}«/ims/token/»`),
      fixed: oauth(`tokenEndpoint: ${HOST}/ims/token/v3`),
    },
  ],
});
