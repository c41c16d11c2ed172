import { autoProvisioned } from '../../server/src/rules/auto-provisioned';
import { jwtEndpoint } from '../../server/src/rules/jwt-endpoint';
import { productWithoutOAuth } from '../../server/src/rules/product-without-oauth';
import { lines } from '../support/marks';
import { CLIENT, jwt, ORG, oauth } from '../support/samples';
import { testRule } from '../support/testRule';
import { context } from '../support/variables';

const file = 'a.ims-integration.yaml';
const endpoint = 'https://ims-na1.adobelogin.com';
const provider = 'com.adobe.granite.auth.oauth.accesstoken.provider-tags.config';
const grant = lines`
  auth.token.provider.authorization.grants="client_credentials"
  auth.token.provider.orgId="3F2504E04F8941D39A0C0305@AdobeOrg"
  auth.token.provider.scope="openid,AdobeID"
  auth.token.provider.client.id="9f1c2ab34d5e6f708192a3b4c5d6e7f8"
`;

testRule(jwtEndpoint, {
  valid: [
    { name: 'the endpoint of OAuth', file, code: oauth(`tokenEndpoint: ${endpoint}/ims/token/v2`) },
    {
      name: 'the endpoint beside a JWT credential',
      file,
      code: jwt('authType: jwt', `tokenEndpoint: ${endpoint}/ims/exchange/jwt`),
    },
    { name: 'a reference', file, code: oauth('tokenEndpoint: ${HOST}/ims/exchange/jwt') },
    {
      name: 'the endpoint in variables beside a JWT credential, which is told already',
      file: '.env',
      code: `${context('client__secret=${A}', 'meta__scopes=["ent_user_sdk"]')}IMS_URL=${endpoint}/ims/exchange/jwt\n`,
    },
    {
      name: "the endpoint in variables beside a credential of AEM's own console",
      file: '.env',
      code: `IMS_CLIENT_ID=cm-p123-e456-integration-1\nIMS_ORG_ID=${ORG}\nIMS_URL=${endpoint}/ims/exchange/jwt\n`,
    },
  ],
  invalid: [
    {
      name: 'the endpoint of JWT in an OAuth credential',
      file,
      code: oauth(`tokenEndpoint: ${endpoint}«/ims/exchange/jwt/» # old`),
      fixed: oauth(`tokenEndpoint: ${endpoint}/ims/token/v3 # old`),
    },
    {
      name: 'the endpoint beside a misspelled secret, which stays the only one',
      file,
      code: oauth(`tokenEndpoint: ${endpoint}«/ims/exchange/jwt/»`).replace('clientS', 'cleintS'),
      fixed: oauth(`tokenEndpoint: ${endpoint}/ims/token/v3`).replace('clientS', 'cleintS'),
    },
    {
      name: 'the endpoint in a variable of any name beside an OAuth credential',
      file: '.env',
      code: `${context('client__secrets=["${A}"]', 'scopes=["openid"]')}IMS_URL=${endpoint}«/ims/exchange/jwt»\n`,
      fixed: `${context('client__secrets=["${A}"]', 'scopes=["openid"]')}IMS_URL=${endpoint}/ims/token/v3\n`,
    },
    {
      name: "the endpoint in a variable beside a credential that people's own code reads",
      file: '.env',
      code: `IMS_CLIENT_ID=${CLIENT}\nIMS_ORG_ID=${ORG}\nIMS_EXCHANGE_URL=${endpoint}«/ims/exchange/jwt»\n`,
      fixed: null,
    },
    {
      name: 'the other endpoint of a provider of AEM that was migrated by half',
      file: provider,
      code: `${grant}auth.token.provider.endpoint="${endpoint}«/ims/exchange/jwt»"\nauth.access.token.request="${endpoint}/ims/token/v3"\n`,
      fixed: `${grant}auth.token.provider.endpoint="${endpoint}/ims/token/v3"\nauth.access.token.request="${endpoint}/ims/token/v3"\n`,
    },
  ],
});

testRule(autoProvisioned, {
  valid: [
    { name: 'OAuth', file, code: oauth('autoProvisioned: true') },
    {
      name: "a JWT integration of one's own",
      file,
      code: jwt('authType: jwt', 'autoProvisioned: false'),
    },
  ],
  invalid: [
    {
      name: 'a JWT integration of Adobe',
      file,
      code: jwt('authType: «jwt»', 'autoProvisioned: true'),
      severity: 'info',
      fixed: null,
    },
    {
      name: 'the endpoint of JWT in it',
      file,
      code: oauth('autoProvisioned: true', `«tokenEndpoint»: ${endpoint}/ims/exchange/jwt`),
    },
  ],
});

testRule(productWithoutOAuth, {
  valid: [
    { name: 'a service pack that has it', file, code: oauth('productVersion: 6.5.21.0') },
    {
      name: 'AEM 6.5 without a service pack',
      file,
      code: jwt('productVersion: AEM 6.5', 'authType: jwt'),
    },
    { name: 'another product', file, code: oauth('productVersion: Campaign 7.4.1') },
    { name: 'the hotfix in use', file, code: oauth('productVersion: 6.5 SP17') },
  ],
  invalid: [
    {
      name: 'an old service pack',
      file,
      code: oauth('productVersion: «AEM 6.5 SP 9»'),
      messages: ['before 11'],
    },
    {
      name: 'a service pack that needs the hotfix',
      file,
      code: jwt('authType: jwt', 'productVersion: «6.5.17»'),
      messages: ['service pack 17'],
    },
  ],
});
