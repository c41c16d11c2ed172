import { baseName } from '../model/path';
import type { Workspace } from '../model/workspace';
import type { DraftMember } from '../syntax/typing';
import { text } from '../texts';
import { aioContext, type Block, ids, secretHole } from './completion-blocks';
import { hole } from './completion-holes';
import { solutions } from './completion-solutions';

/** What an empty file of a kind can begin with whose name tells what it is, although nothing in it does. */
export function blocksOfName(path: string, workspace: Workspace): readonly Block[] {
  const name = baseName(path);
  if (/^\.aio(_[^.]*)?$/.test(name)) {
    const { members, ...rest } = aioContext(workspace);
    return [{ ...rest, members: [['ims', { contexts: Object.fromEntries(members) }]] }];
  }
  if (!/\.(config|cfg\.json)$/.test(name)) return [];
  return OSGI.filter(({ pid }) => name.startsWith(pid)).map(({ label, members }) => ({
    label: text(label),
    detail: text('complete.scopesToCompare'),
    members: members(workspace, secretFor(name)),
  }));
}

/** Only configurations in JSON are for AEM as a Cloud Service, which keeps secrets in variables. */
const secretFor = (name: string): string =>
  name.endsWith('.json') ? '$[secret:IMS_CLIENT_SECRET]' : secretHole;

const SMART_TAGS = solutions.find(({ id }) => id === 'smart-tags')?.scopes ?? [];

/** The components of Adobe's that sign in with OAuth Server-to-Server. */
const OSGI = [
  {
    pid: 'com.adobe.granite.auth.oauth.accesstoken.provider',
    label: 'complete.osgiProvider',
    members: (workspace: Workspace): readonly DraftMember[] => [
      ['auth.token.provider.title', hole('Smart Tags')],
      ['auth.token.provider.authorization.grants', 'client_credentials'],
      ['auth.token.provider.orgId', ids(workspace, 'orgId')],
      ['auth.token.provider.default.claims', [`"iss" : "${ids(workspace, 'orgId')}"`]],
      ['auth.token.provider.client.id', ids(workspace, 'clientId')],
      ['auth.token.provider.scope', SMART_TAGS.join(', ')],
      ['auth.access.token.request', 'https://ims-na1.adobelogin.com/ims/token/v3'],
      ['token.request.customizer.type', hole('adobe-ims-similaritysearch')],
      ['auth.token.validator.type', 'adobe-ims-similaritysearch'],
    ],
  },
  {
    pid: 'com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl',
    label: 'complete.osgiCustomizer',
    members: (_: Workspace, secret: string): readonly DraftMember[] => [
      ['auth.ims.client.secret', secret],
      ['customizer.type', hole('adobe-ims-similaritysearch')],
    ],
  },
  {
    pid: 'com.adobe.aio.aem.workspace.internal.WorkspaceSupplierImpl',
    label: 'complete.osgiWorkspace',
    members: (workspace: Workspace, secret: string): readonly DraftMember[] => [
      ['aio.ims.org.id', ids(workspace, 'orgId')],
      ['aio.api.key', ids(workspace, 'clientId')],
      ['aio.client.secret', secret],
      ['aio.oauth.scopes', hole('openid,AdobeID,adobeio_api')],
    ],
  },
] as const;
