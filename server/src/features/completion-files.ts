import { recommendedTokenEndpoint } from '../facts/ims-hosts';
import type { Dialect } from '../model/dialect';
import {
  aioDialect,
  customizerDialect,
  inXml,
  providerDialect,
} from '../model/kinds/osgi-dialects';
import { pdfServicesDialect } from '../model/kinds/pdfservices-credentials';
import { connectorDialects } from '../model/kinds/user-sync-connector';
import { baseName } from '../model/path';
import type { Workspace } from '../model/workspace';
import { blankOf } from '../rules/blank';
import { conceptSchema } from '../schema/catalog';
import type { DraftMember } from '../syntax/typing';
import { text } from '../texts';
import { aioContext, aioVariables, type Block, ids, secretStop } from './completion-blocks';
import { fieldMembers } from './completion-drafts';
import { solutions } from './completion-solutions';
import { tabStop } from './completion-tab-stops';

/**
 * What an empty file of a kind can begin with whose name tells what it is, although nothing in it
 * does.
 */
export function blocksOfName(path: string, workspace: Workspace): readonly Block[] {
  const name = baseName(path);
  if (isAnybodys(path)) return [aioVariables(workspace)];
  if (/^\.aio(_[^.]*)?$/.test(name)) return [aioFile(workspace)];
  if (/^(pdfservices-api|pdftools-api|dc-services-sdk)-credentials\.json$/.test(name)) {
    return [pdfServices(workspace)];
  }
  if (/^connector-umapi[^/]*\.ya?ml$/.test(name)) return [connector(workspace)];
  if (!/\.(config|cfg\.json|xml)$/.test(name)) return [];
  const pid = name === '.content.xml' ? baseName(path.slice(0, -name.length - 1)) : name;
  return OSGI.filter((each) => pid.startsWith(each.pid)).map(
    ({ label, detail, about, ...each }) => {
      const values = each.values(workspace, secretFor(name));
      const dialect = name.endsWith('.xml') ? inXml(each.dialect) : each.dialect;
      const members = fieldMembers(dialect, values);
      return {
        label: text(label),
        detail: text(detail),
        about: text(about),
        members: name.endsWith('.xml') ? inJcr(members) : members,
      };
    },
  );
}

/** Whether a name says of an empty file that it may become one of ours, and no more. */
export const isAnybodys = (path: string): boolean => /^\.env(\.|$)/.test(baseName(path));

/** All of a file of `aio`, with the scopes that are usual where no others are given. */
export function aioFile(workspace: Workspace, scopes?: readonly string[]): Block {
  const { members, ...rest } = aioContext(workspace, scopes);
  return { ...rest, members: [['ims', { contexts: Object.fromEntries(members) }]] };
}

/** A connector of the User Sync Tool. The secret stays in the key ring of the operating system. */
const connector = (workspace: Workspace): Block => ({
  label: text('new.userSync'),
  about: text('new.userSync.what'),
  members: fieldMembers(IN_KEY_RING, {
    authType: 'oauth',
    orgId: ids(workspace, 'orgId'),
    clientId: ids(workspace, 'clientId'),
    clientSecret: tabStop('umapi_client_secret'),
  }),
});

const IN_KEY_RING = {
  names: {
    ...connectorDialects.enterprise.names,
    clientSecret: { path: 'enterprise/secure_client_secret_key', shape: 'text' },
  },
} as const;

/** What the PDF Services API gives with its samples. */
const pdfServices = (workspace: Workspace): Block => ({
  label: text('complete.oauthCredential'),
  about: conceptSchema('ims-credential').description,
  members: fieldMembers(pdfServicesDialect, {
    clientId: ids(workspace, 'clientId'),
    clientSecret: secretStop,
    orgId: ids(workspace, 'orgId'),
  }),
});

/** The element of a repository around attributes. */
const inJcr = (members: readonly DraftMember[]): readonly DraftMember[] => [
  ['jcr:root', { ...JCR, ...Object.fromEntries(members) }],
];

const JCR = {
  '@xmlns:sling': 'http://sling.apache.org/jcr/sling/1.0',
  '@xmlns:jcr': 'http://www.jcp.org/jcr/1.0',
  '@jcr:primaryType': 'sling:OsgiConfig',
} as const;

/** Only configurations in JSON are for AEM as a Cloud Service, which keeps secrets in variables. */
const secretFor = (name: string): string =>
  name.endsWith('.json') ? '$[secret:IMS_CLIENT_SECRET]' : secretStop;

const scopesOf = (solution: string): readonly string[] =>
  solutions.find(({ id }) => id === solution)?.scopes ?? [];

const SMART_TAGS = scopesOf('smart-tags');
const APP_BUILDER = scopesOf('app-builder');

const CUSTOMIZER = 'adobe-ims-similaritysearch';

const provider: Dialect = {
  ...providerDialect,
  names: {
    ...providerDialect.names,
    validator: { path: 'auth.token.validator.type', shape: 'text' },
  },
};

const WORKSPACE = 'com.adobe.aio.aem.workspace.internal.WorkspaceSupplierImpl';

/** The components of Adobe's that sign in with OAuth Server-to-Server. */
const OSGI = [
  {
    pid: 'com.adobe.granite.auth.oauth.accesstoken.provider',
    label: 'complete.osgiProvider',
    detail: 'flow.oauth-server-to-server',
    about: 'complete.scopesToCompare',
    dialect: provider,
    values: (workspace: Workspace) => ({
      title: tabStop('Smart Tags'),
      grantType: 'client_credentials',
      orgId: ids(workspace, 'orgId'),
      claims: [`"iss" : "${ids(workspace, 'orgId')}"`],
      clientId: ids(workspace, 'clientId'),
      scopes: SMART_TAGS.join(', '),
      tokenEndpoint: recommendedTokenEndpoint,
      customizer: tabStop(CUSTOMIZER),
      validator: CUSTOMIZER,
    }),
  },
  {
    pid: 'com.adobe.granite.auth.ims.impl.IMSAccessTokenRequestCustomizerImpl',
    label: 'complete.osgiCustomizer',
    detail: 'complete.osgiCustomizer.of',
    about: 'new.osgiCustomizer.what',
    dialect: customizerDialect,
    values: (_: Workspace, secret: string) => ({
      clientSecret: secret,
      customizer: tabStop(CUSTOMIZER),
    }),
  },
  {
    pid: WORKSPACE,
    label: 'complete.osgiWorkspace',
    detail: 'flow.oauth-server-to-server',
    about: 'complete.scopesToCompare',
    dialect: aioDialect(WORKSPACE),
    values: (workspace: Workspace, secret: string) => ({
      projectId: tabStop(blankOf('projectId')),
      consumerOrgId: tabStop(blankOf('consumerOrgId')),
      orgId: ids(workspace, 'orgId'),
      workspaceId: tabStop(blankOf('workspaceId')),
      clientId: ids(workspace, 'clientId'),
      clientSecret: secret,
      scopes: tabStop(APP_BUILDER.join(',')),
    }),
  },
] as const;
