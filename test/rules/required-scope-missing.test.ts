import { requiredScopeMissing } from '../../server/src/rules/required-scope-missing';
import { oauthBlock, written } from '../support/console';
import { ORG } from '../support/samples';
import { testRule } from '../support/testRule';

const FIVE = [
  'openid',
  'AdobeID',
  'read_organizations',
  'additional_info.projectedProductContext',
  'read_pc.dma_aem_ams',
];

const context = (scopes: unknown) => ({
  ...oauthBlock({ scopes }),
  ims_org_id: ORG,
  oauth_enabled: true,
});

const file = 'config.json';
const code = (scopes: unknown) => written(context(scopes));

testRule(requiredScopeMissing, {
  valid: [
    { name: 'the five', file, code: code(FIVE) },
    {
      name: 'in another order, and one more',
      file,
      code: code(['aem.folders', ...FIVE].reverse()),
    },
    { name: 'as an array of JSON in a text', file, code: code(JSON.stringify(FIVE)) },
    { name: 'a reference', file, code: code('${SCOPES}') },
    { name: 'a reference among them', file, code: code(['openid', '${MORE}']) },
    { name: 'a blank among them', file, code: code(['openid', '<scopes>']) },
    { name: 'a metascope, which is another mistake', file, code: code(['ent_cloudmgr_sdk']) },
    { name: 'none at all, which is another mistake', file, code: code([]) },
    {
      name: 'other capital letters, which are another mistake',
      file,
      code: code(FIVE.map((scope) => (scope === 'AdobeID' ? 'adobeid' : scope))),
    },
    {
      name: 'a context of something else',
      file: '.aio',
      code: written({
        ims: { contexts: { shop: { ...oauthBlock({ scopes: ['openid', 'AdobeID'] }) } } },
      }),
    },
  ],

  invalid: [
    {
      name: 'one that is missing',
      file,
      code: code(FIVE.slice(0, 4)).replace('"scopes"', '«"scopes"»'),
      fixed: code(FIVE),
    },
    {
      name: 'several in a minified file',
      file,
      code: JSON.stringify(context(['openid', 'AdobeID'])).replace('"scopes"', '«"scopes"»'),
      fixed: JSON.stringify(context(FIVE)),
    },
    {
      name: 'in the context of the plug-in',
      file: '.aio',
      code: `ims:\n  contexts:\n    aio-cli-plugin-cloudmanager:\n      client_id: x\n      client_secrets: ['\${SECRET}']\n      «scopes»: [openid, AdobeID, read_organizations, additional_info.projectedProductContext]\n`,
      fixed: `ims:\n  contexts:\n    aio-cli-plugin-cloudmanager:\n      client_id: x\n      client_secrets: ['\${SECRET}']\n      scopes: [openid, AdobeID, read_organizations, additional_info.projectedProductContext, read_pc.dma_aem_ams]\n`,
    },
    {
      name: 'in its variables',
      file: '.env',
      code: `AIO_ims_contexts_aio-cli-plugin-cloudmanager_client__id=x\nAIO_ims_contexts_aio-cli-plugin-cloudmanager_client__secrets=["$SECRET"]\n«AIO_ims_contexts_aio-cli-plugin-cloudmanager_scopes»=["openid","AdobeID","read_organizations","additional_info.projectedProductContext"]\n`,
      fixed: `AIO_ims_contexts_aio-cli-plugin-cloudmanager_client__id=x\nAIO_ims_contexts_aio-cli-plugin-cloudmanager_client__secrets=["$SECRET"]\nAIO_ims_contexts_aio-cli-plugin-cloudmanager_scopes=["openid","AdobeID","read_organizations","additional_info.projectedProductContext","read_pc.dma_aem_ams"]\n`,
    },
  ],
});
