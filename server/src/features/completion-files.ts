import { baseName } from '../model/path';
import type { Workspace } from '../model/workspace';
import { conceptSchema } from '../schema/catalog';
import type { DraftMember } from '../syntax/typing';
import { text } from '../texts';
import { aioContext, aioVariables, type Block, ids, secretStop } from './completion-blocks';
import { listDraft } from './completion-drafts';
import { solutions } from './completion-solutions';
import { tabStop } from './completion-tab-stops';

/** What an empty file of a kind can begin with whose name tells what it is, although nothing in it does. */
export function blocksOfName(path: string, workspace: Workspace): readonly Block[] {
  const name = baseName(path);
  if (/^\.env(\.|$)/.test(name)) return [aioVariables(workspace)];
  if (/^\.aio(_[^.]*)?$/.test(name)) return [aioFile(workspace)];
  if (/^(pdfservices-api|pdftools-api|dc-services-sdk)-credentials\.json$/.test(name)) {
    return [pdfServices(workspace)];
  }
  if (/^connector-umapi[^/]*\.ya?ml$/.test(name)) return [connector(workspace)];
  if (!/\.(config|cfg\.json|xml)$/.test(name)) return [];
  const pid = name === '.content.xml' ? baseName(path.slice(0, -name.length - 1)) : name;
  return OSGI.filter((each) => pid.startsWith(each.pid)).map(({ label, members }) => {
    const all = members(workspace, secretFor(name));
    const detail = text('complete.scopesToCompare');
    return { label: text(label), detail, members: name.endsWith('.xml') ? inXml(all) : all };
  });
}

/** All of a file of `aio`, with the scopes that are usual where no others are given. */
export function aioFile(workspace: Workspace, scopes?: readonly string[]): Block {
  const { members, ...rest } = aioContext(workspace, scopes);
  return { ...rest, members: [['ims', { contexts: Object.fromEntries(members) }]] };
}

/** A connector of the User Sync Tool. The secret stays in the key ring of the operating system. */
const connector = (workspace: Workspace): Block => ({
  label: text('new.userSync'),
  detail: text('new.userSync.what'),
  members: [
    ['authentication_method', 'oauth'],
    [
      'enterprise',
      {
        org_id: ids(workspace, 'orgId'),
        client_id: ids(workspace, 'clientId'),
        secure_client_secret_key: tabStop('umapi_client_secret'),
      },
    ],
  ],
});

/** What the PDF Services API gives with its samples. */
const pdfServices = (workspace: Workspace): Block => ({
  label: text('complete.oauthCredential'),
  detail: conceptSchema('ims-credential').description,
  members: [
    ['client_credentials', { client_id: ids(workspace, 'clientId'), client_secret: secretStop }],
    ['service_principal_credentials', { organization_id: ids(workspace, 'orgId') }],
  ],
});

/** The element of a repository, where every value is the text of an attribute. */
function inXml(members: readonly DraftMember[]): readonly DraftMember[] {
  const attributes = members.map(
    ([key, draft]) =>
      [`@${key}`, Array.isArray(draft) ? listDraft(draft, 'jcr-list') : draft] as const,
  );
  return [['jcr:root', { ...JCR, ...Object.fromEntries(attributes) }]];
}

const JCR = {
  '@xmlns:sling': 'http://sling.apache.org/jcr/sling/1.0',
  '@xmlns:jcr': 'http://www.jcp.org/jcr/1.0',
  '@jcr:primaryType': 'sling:OsgiConfig',
} as const;

/** Only configurations in JSON are for AEM as a Cloud Service, which keeps secrets in variables. */
const secretFor = (name: string): string =>
  name.endsWith('.json') ? '$[secret:IMS_CLIENT_SECRET]' : secretStop;

const SMART_TAGS = solutions.find(({ id }) => id === 'smart-tags')?.scopes ?? [];

/** The components of Adobe's that sign in with OAuth Server-to-Server. */
const OSGI = [
  {
    pid: 'com.adobe.granite.auth.oauth.accesstoken.provider',
    label: 'complete.osgiProvider',
    members: (workspace: Workspace): readonly DraftMember[] => [
      ['auth.token.provider.title', tabStop('Smart Tags')],
      ['auth.token.provider.authorization.grants', 'client_credentials'],
      ['auth.token.provider.orgId', ids(workspace, 'orgId')],
      ['auth.token.provider.default.claims', [`"iss" : "${ids(workspace, 'orgId')}"`]],
      ['auth.token.provider.client.id', ids(workspace, 'clientId')],
      ['auth.token.provider.scope', SMART_TAGS.join(', ')],
      ['auth.access.token.request', 'https://ims-na1.adobelogin.com/ims/token/v3'],
      ['token.request.customizer.type', tabStop('adobe-ims-similaritysearch')],
      ['auth.token.validator.type', 'adobe-ims-similaritysearch'],
    ],
  },
  {
    pid: 'com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl',
    label: 'complete.osgiCustomizer',
    members: (_: Workspace, secret: string): readonly DraftMember[] => [
      ['auth.ims.client.secret', secret],
      ['customizer.type', tabStop('adobe-ims-similaritysearch')],
    ],
  },
  {
    pid: 'com.adobe.aio.aem.workspace.internal.WorkspaceSupplierImpl',
    label: 'complete.osgiWorkspace',
    members: (workspace: Workspace, secret: string): readonly DraftMember[] => [
      ['aio.ims.org.id', ids(workspace, 'orgId')],
      ['aio.api.key', ids(workspace, 'clientId')],
      ['aio.client.secret', secret],
      ['aio.oauth.scopes', tabStop('openid,AdobeID,adobeio_api')],
    ],
  },
] as const;
