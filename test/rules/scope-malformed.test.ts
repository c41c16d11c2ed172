import { scopeMalformed } from '../../server/src/rules/scope-malformed';
import { oauth } from '../support/samples';
import { testRule } from '../support/testRule';

const file = 'a.ims-integration.yaml';
const withScopes = (scopes: string) =>
  oauth().replace('[openid, AdobeID, user_management_sdk]', scopes);

testRule(scopeMalformed, {
  valid: [
    {
      name: 'scopes of all forms',
      file,
      code: withScopes('openid, read_pc.dma_aem_ams, org.read'),
    },
    {
      name: 'a metascope, of which another rule speaks',
      file,
      code: withScopes('[openid, /s/ent_user_sdk]'),
    },
    { name: 'a blank and a reference', file, code: withScopes('[openid, <scopes>, "${SCOPE}"]') },
  ],
  invalid: [
    { name: 'blanks between scopes', file, code: withScopes('«openid AdobeID»'), fixed: null },
    {
      name: 'another separator',
      file: 'a.external-account.yaml',
      code: 'imsScope: «openid;AdobeID»\n',
    },
  ],
});
