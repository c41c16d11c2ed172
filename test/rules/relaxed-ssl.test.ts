import { relaxedSsl } from '../../server/src/rules/relaxed-ssl';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const FILE = 'com.adobe.granite.auth.oauth.accesstoken.provider-tags.config';

testRule(relaxedSsl, {
  valid: [
    {
      name: 'a setting that is off',
      file: FILE,
      code: 'auth.token.provider.relaxed.ssl=B"false"\n',
    },
    {
      name: 'a variable',
      file: 'com.adobe.granite.auth.oauth.accesstoken.provider~tags.cfg.json',
      code: '{ "auth.token.provider.relaxed.ssl": "$[env:RELAXED;type=Boolean]" }\n',
    },
  ],
  invalid: [
    {
      name: 'a typed value, and keeps its type',
      file: FILE,
      code: lines`
        # for the proxy
        auth.token.provider.relaxed.ssl=B"«true»"
        auth.token.provider.client.id="0123456789abcdef0123456789abcdef"
      `,
      messages: ['Relaxed SSL (`auth.token.provider.relaxed.ssl`) is on'],
      severity: 'warning',
      fixed: lines`
        # for the proxy
        auth.token.provider.relaxed.ssl=B"false"
        auth.token.provider.client.id="0123456789abcdef0123456789abcdef"
      `,
    },
    {
      name: 'a text, and leaves it one',
      file: FILE,
      code: 'auth.token.provider.relaxed.ssl="«true»"\n',
      fixed: 'auth.token.provider.relaxed.ssl="false"\n',
    },
    {
      name: 'a boolean of JSON',
      file: 'com.adobe.granite.auth.oauth.accesstoken.provider~tags.cfg.json',
      code: '{\n\t"auth.token.provider.relaxed.ssl": «true»\n}',
      fixed: '{\n\t"auth.token.provider.relaxed.ssl": false\n}',
    },
    {
      name: 'an attribute of XML',
      file: 'com.adobe.granite.auth.oauth.accesstoken.provider-tags.xml',
      code: lines`
        <jcr:root jcr:primaryType="sling:OsgiConfig"
            auth.token.provider.relaxed.ssl="{Boolean}«true»"/>
      `,
      fixed: lines`
        <jcr:root jcr:primaryType="sling:OsgiConfig"
            auth.token.provider.relaxed.ssl="{Boolean}false"/>
      `,
    },
  ],
});
