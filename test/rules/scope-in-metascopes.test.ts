import { scopeInMetascopes } from '../../server/src/rules/scope-in-metascopes';
import { jwt } from '../support/samples';
import { testRule } from '../support/testRule';
import { context } from '../support/variables';

const file = 'users.ims-integration.yaml';

testRule(scopeInMetascopes, {
  valid: [
    { name: 'metascopes', file, code: jwt('metascopes: [ent_user_sdk, event_receiver_api]') },
    {
      name: 'a claim',
      file,
      code: jwt('metascopes: https://ims-na1.adobelogin.com/s/ent_user_sdk'),
    },
    { name: 'a word nobody knows', file, code: jwt('metascopes: [luma]') },
    { name: 'a reference', file, code: jwt('metascopes: ${METASCOPES}') },
    { name: 'scopes in their place', file, code: jwt('scopes: [openid, AdobeID]') },
    {
      name: 'the metascope of AEM',
      file: 'a.json',
      code: '{"imsEndpoint":"x","technicalAccount":{},"metascopes":"ent_aem_cloud_api"}',
    },
  ],

  invalid: [
    {
      name: 'scopes among metascopes, and changes nothing',
      file,
      code: jwt('metascopes: ent_user_sdk,«openid»,«read_pc.dma_aem_ams»'),
      severity: 'info',
      messages: ['`openid` is a scope of OAuth', '`read_pc.dma_aem_ams`'],
      fixed: null,
    },
    {
      name: 'nothing but scopes once, and renames the field',
      file,
      code: 'authType: oauth-server-to-server\nmetascopes: [«openid», AdobeID] # all\n',
      titles: ['Rename `metascopes` to `scopes`'],
      fixed: 'authType: oauth-server-to-server\nscopes: [openid, AdobeID] # all\n',
    },
    {
      name: 'scopes beside a field of scopes',
      file,
      code: 'scopes: [openid, AdobeID]\nmetascopes: [«openid»]\n',
      fixed: null,
    },
    {
      name: 'a text of scopes in a console download',
      file: 'a.json',
      code: '{"ORG_ID":"x","TECHNICAL_ACCOUNT_ID":"y","META_SCOPES":"«openid»,AdobeID"}',
      severity: 'error',
      fixed: '{"ORG_ID":"x","TECHNICAL_ACCOUNT_ID":"y","SCOPES":["openid","AdobeID"]}',
    },
    {
      name: 'scopes where a context looks for others',
      file: '.env',
      code: context('client__secrets=["${C}"]', 'meta__scopes=["«openid»","AdobeID"]'),
      severity: 'error',
      fixed: context('client__secrets=["${C}"]', 'scopes=["openid","AdobeID"]'),
    },
    {
      name: 'scopes in AEM service credentials',
      file: 'a.json',
      code: '{"imsEndpoint":"x","technicalAccount":{},"metascopes":"«openid»"}',
      fixed: null,
    },
  ],
});
