import { jwtCredential } from '../../server/src/rules/jwt-credential';
import { mixedCredential } from '../../server/src/rules/mixed-credential';
import { paddedScope } from '../../server/src/rules/padded-scope';
import { privateKeyInFile } from '../../server/src/rules/private-key-in-file';
import { secretInPlainText } from '../../server/src/rules/secret-in-plain-text';
import { syntaxError } from '../../server/src/rules/syntax-error';
import { CLIENT, ORG, SECRET } from '../support/samples';
import { testRule } from '../support/testRule';

const AIO = 'com.adobe.aio.aem.workspace.internal.WorkspaceSupplierImpl.cfg.json';
const ACS = 'com.adobe.acs.commons.adobeio.service.impl.IntegrationServiceImpl.config';
const CLOUD = `ui.config/src/main/content/jcr_root/apps/shop/osgiconfig/config.dev/${AIO}`;
const PROVIDER = 'config/com.adobe.granite.auth.oauth.accesstoken.provider';
const CUSTOMIZER =
  'config/com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl.9f8e.config';

const aio = (secret: string, org: string = ORG) =>
  `{ "aio.ims.org.id": "${org}", "aio.api.key": "${CLIENT}", "aio.client.secret": "${secret}", "aio.oauth.scopes": "openid,AdobeID" }`;

testRule(secretInPlainText, {
  valid: [
    { name: 'a variable', file: CLOUD, code: aio('$[secret:AIO]') },
    {
      name: 'a malformed variable, of which another rule speaks',
      file: CLOUD,
      code: aio('$[secret:a-b'),
    },
    {
      name: 'a secret of an AEM that is not known to have variables',
      file: AIO,
      code: aio(SECRET),
    },
    {
      name: 'a secret of another project than one that has variables',
      file: `/configs/old/config/${AIO}`,
      code: aio(SECRET),
      others: { [`/configs/new/config/${AIO}`]: aio('$[secret:AIO]') },
    },
    {
      name: 'a secret that AEM protects',
      file: CUSTOMIZER,
      code: 'auth.ims.client.secret="{0123456789abcdef0123456789abcdef}"\n',
      context: { tracked: true },
    },
  ],
  invalid: [
    {
      name: 'a secret in a project for the Cloud Service',
      file: CLOUD,
      code: aio(`«${SECRET}»`),
      messages: ['make a secret one in Cloud Manager, and write `$[secret:IMS_CLIENT_SECRET]`'],
      fixed: aio('$[secret:IMS_CLIENT_SECRET]'),
    },
    {
      name: 'a secret beside a variable',
      file: AIO,
      code: aio(`«${SECRET}»`, '$[env:org]'),
      messages: ['Cloud Manager'],
    },
    {
      name: 'a secret beside a file with variables',
      file: `shop/config/${AIO}`,
      code: aio(`«${SECRET}»`),
      messages: ['Cloud Manager'],
      others: { [`shop/config.prod/${AIO}`]: aio('$[secret:AIO]') },
    },
    {
      name: 'a secret whose variable is known from another run mode',
      file: CLOUD,
      code: aio(`«${SECRET}»`),
      others: { [CLOUD.replace('config.dev', 'config.prod')]: aio('$[secret:AIO]') },
      messages: ['write `$[secret:AIO]`'],
      fixed: aio('$[secret:AIO]'),
    },
    {
      name: 'a secret beside that of another component, which gets a variable of its own',
      file: CLOUD,
      code: aio(`«${SECRET}»`),
      others: { [CLOUD.replace('Supplier', 'Other')]: aio('$[secret:IMS_CLIENT_SECRET]') },
      fixed: aio('$[secret:IMS_CLIENT_SECRET_WORKSPACE_SUPPLIER_IMPL]'),
    },
    {
      name: 'a secret of one of several instances',
      file: CLOUD.replace('Impl', 'Impl~shop-eu'),
      code: aio(`«${SECRET}»`),
      others: { [CLOUD.replace('Impl', 'Impl~shop-us')]: aio('$[secret:US]') },
      fixed: aio('$[secret:IMS_CLIENT_SECRET_WORKSPACE_SUPPLIER_IMPL_SHOP_EU]'),
    },
    {
      name: 'a secret that git tracks, without a variable for it',
      file: CUSTOMIZER,
      code: `auth.ims.client.secret="«${SECRET}»"\n`,
      context: { tracked: true },
      messages: ['keep the value out of the repository'],
      fixed: null,
    },
    {
      name: 'a secret of aio-lib-java that git tracks',
      file: 'workspace.secret.properties',
      code: `aio_api_key=${CLIENT}\naio_client_secret=«${SECRET}»\n`,
      context: { tracked: true },
      messages: ['git tracks this file'],
    },
  ],
});

const KEY =
  'getPrivateKey="-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEF\n-----END PRIVATE KEY-----"';

const PEM =
  '-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0BAQEF\\n-----END PRIVATE KEY-----';

const flat = (key: string, client = 'cm-p1-e2-integration') =>
  `{\n\t"imsEndpoint": "ims-na1.adobelogin.com",\n\t"org": "${ORG}",\n\t"clientId": "${client}",\n\t${key}\n}`;

testRule(privateKeyInFile, {
  valid: [
    { name: 'a key that git does not track', file: ACS, code: `getAMCOrgId="a"\n${KEY}\n` },
    {
      name: 'a variable for a key',
      file: 'osgiconfig/config/com.shop.Pdf.cfg.json',
      code: flat('"privateKey": "$[secret:KEY]"'),
    },
  ],
  invalid: [
    {
      name: 'a key that git tracks',
      file: ACS,
      code: `getAMCOrgId="a"\n${KEY.replace('getPrivateKey', '«getPrivateKey»')}\n`,
      context: { tracked: true },
      messages: ['OAuth Server-to-Server needs no key'],
      fixed: null,
    },
    {
      name: 'a key of a credential that needs it, with a variable',
      file: 'osgiconfig/config/com.shop.Pdf.cfg.json',
      code: flat(`«"privateKey"»: "${PEM}"`),
      messages: ['make its key a secret variable in Cloud Manager'],
      fixed: flat('"privateKey": "$[secret:IMS_PRIVATE_KEY]"'),
    },
    {
      name: 'a key of a credential that needs none any more',
      file: 'osgiconfig/config/com.shop.Pdf.cfg.json',
      code: flat(`«"privateKey"»: "${PEM}"`, CLIENT).replace('imsEndpoint', 'imsHost'),
      messages: ['OAuth Server-to-Server needs no key'],
      fixed: null,
    },
    {
      name: 'a key in an attribute, and names it without its sign',
      file: 'com.shop.Ims.xml',
      code: `<jcr:root jcr:primaryType="sling:OsgiConfig" imsOrgId="${ORG}" «privateKey»="${PEM.replaceAll('\\n', '&#xa;')}"/>`,
      context: { tracked: true },
      messages: ['`privateKey` holds a private key'],
    },
    {
      name: "a download of AEM's console that git tracks",
      file: 'service-credentials.json',
      code: `{ "integration": { "imsEndpoint": "ims-na1.adobelogin.com", "metascopes": "ent_aem_cloud_api", "technicalAccount": { "clientId": "cm-p1-e2-integration" }, «"privateKey"»: "${PEM}" } }`,
      context: { tracked: true },
      messages: ['Take the file out of git'],
      fixed: null,
    },
  ],
});

testRule(jwtCredential, {
  valid: [
    {
      name: 'the secret of a provider, which has no flow of its own',
      file: CUSTOMIZER,
      code: 'auth.ims.client.secret="{0123456789abcdef}"\ncustomizer.type="tags"\n',
    },
  ],
  invalid: [
    {
      name: 'a provider, and where its secret stands',
      file: `${PROVIDER}-1a2b.config`,
      code: '«auth.token.provider.keypair.alias»="tags"\ntoken.request.customizer.type="tags"\n',
      others: {
        [CUSTOMIZER]: 'auth.ims.client.secret="{0123456789abcdef}"\ncustomizer.type="tags"\n',
        'other/com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl-x.config':
          'auth.ims.client.secret="{0123456789abcdef}"\ncustomizer.type="others"\n',
      },
      related: [`${CUSTOMIZER}: auth.ims.client.secret`],
      titles: ['Migrate to OAuth Server-to-Server'],
    },
    {
      name: 'a provider that gets another name',
      file: `${PROVIDER}.1a2b.config`,
      code: '«auth.token.provider.keypair.alias»="tags"\n',
      titles: [
        'Migrate to OAuth Server-to-Server, and rename this file to `com.adobe.granite.auth.oauth.accesstoken.provider-1a2b.config`',
      ],
    },
    {
      name: 'a component that knows nothing but JWT, without a fix',
      file: ACS,
      code: `getAMCOrgId="${ORG}"\ngetClientId="${CLIENT}"\n«getPrivateKey»="k"\n`,
      messages: ['knows no other credentials'],
      severity: 'error',
      fixed: null,
    },
    {
      name: "a credential of AEM's console in such a component",
      file: ACS,
      code: 'getAMCOrgId="a"\ngetClientId="cm-p1-e2-integration"\n«getPrivateKey»="k"\n',
      messages: ['names no last day'],
      severity: 'warning',
      fixed: null,
    },
    {
      name: "somebody's own component, without a fix",
      file: 'com.shop.ImsClient.xml',
      code: `<jcr:root jcr:primaryType="sling:OsgiConfig" imsOrgId="${ORG}" clientSecret="\${X}" «metascopes»="[ent_user_sdk]"/>`,
      messages: ['in the place of `metascopes`'],
      severity: 'error',
      fixed: null,
    },
    {
      name: "a credential of AEM's console in somebody's own component",
      file: 'com.shop.ImsClient.cfg.json',
      code: `{ "imsEndpoint": "ims-na1.adobelogin.com", "org": "${ORG}", "clientId": "$[env:ID]", "clientSecret": "$[secret:CS]", «"metascopes"»: "ent_aem_cloud_api" }`,
      messages: ['in the place of `metascopes`'],
      severity: 'warning',
      fixed: null,
    },
  ],
});

testRule(mixedCredential, {
  valid: [
    {
      name: 'keys of JWT that nothing reads beside scopes',
      file: 'workspace.properties',
      code: 'aio_api_key=a\naio_oauth_scopes=openid\naio_meta_scopes=/s/ent_user_sdk\n',
    },
  ],
  invalid: [
    {
      name: "both in somebody's own component",
      file: 'com.shop.ImsClient.cfg.json',
      code: '{ "imsOrgId": "$[env:ORG]", "clientSecret": "$[secret:CS]", "scopes": ["openid", "AdobeID"], «"privateKey"»: "$[secret:KEY]" }',
      messages: ['the code that reads these names decides'],
      fixed: null,
    },
  ],
});

testRule(paddedScope, {
  valid: [
    {
      name: "blanks where Adobe's own page has them",
      file: `${PROVIDER}-a.config`,
      code: 'auth.token.provider.scope="openid,\\ AdobeID"\nauth.token.provider.authorization.grants="client_credentials"\n',
    },
    {
      name: 'blanks that aio-lib-java takes off',
      file: 'workspace.properties',
      code: 'aio_api_key=a\naio_oauth_scopes=openid, AdobeID\n',
    },
  ],
  invalid: [],
});

testRule(syntaxError, {
  valid: [
    {
      name: 'blanks and equals signs that nobody escaped, which all readers but the strictest take',
      file: `${PROVIDER}-a.config`,
      code: 'auth.token.provider.scope="openid, AdobeID"\nauth.access.token.request = "https://ims-na1.adobelogin.com/ims/token/v3?a=b"\n',
    },
    {
      name: 'comments, which AEM takes',
      file: AIO,
      code: `// a\n${aio('$[secret:A]')} /* b */\n`,
    },
  ],
  invalid: [
    {
      name: 'a value without its closing quote',
      file: `${PROVIDER}-a.config`,
      code: 'auth.token.provider.scope=«"openid»\nauth.token.provider.client.id="a"\n',
    },
    {
      name: 'a comma behind the last member, which AEM does not take',
      file: AIO,
      code: aio('$[secret:A]').replace(' }', '«,» }'),
      messages: ['JSON only'],
      severity: 'error',
    },
  ],
});
