import { fieldNames } from '../../schema/catalog';
import type { ConfigNode, ObjectNode } from '../../syntax/tree';
import { type Dialect, type FieldName, names } from '../dialect';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { children } from './elements';

/**
 * What configures a Campaign server: `serverConf.xml` for all instances, `config-<instance>.xml`
 * for one.
 */
export const campaignServerConfig: FileKind = {
  id: 'campaign-server-config',
  title: 'Adobe Campaign server configuration',
  files: ['serverConf.xml', 'config-*.xml'],
  syntaxes: ['xml'],
  recognition: {
    marker: /<serverconf[\s>/]/i,
    content: (root) => rootsOf(root).length > 0,
  },
  entities: (root) =>
    rootsOf(root).flatMap((server) => {
      const shared = children(server, 'shared');
      return [
        readEntity(server, serverDialect, { label: 'serverConf' }),
        ...entitiesOf(shared, 'ims', technicalAccountDialect),
        ...entitiesOf(shared, 'imsConfig', restrictionsDialect),
        ...entitiesOf([server], 'pipelined', pipelineDialect),
      ];
    }),
};

/** Adobe writes the root both ways. */
const rootsOf = (root: ConfigNode | undefined): readonly ObjectNode[] =>
  ['serverConf', 'serverconf'].flatMap((name) => children(root, name));

const entitiesOf = (parents: readonly ObjectNode[], name: string, dialect: Dialect) =>
  parents
    .flatMap((parent) => children(parent, name))
    .map((node) => readEntity(node, dialect, { label: name }));

/**
 * What the dialects of one file have in common; the reference of the file is incomplete, so that
 * nothing is required.
 */
const shared = { secrets: 'encrypted' } as const;

const serverDialect: Dialect = {
  ...shared,
  concept: 'server-configuration',
  names: names({
    orgId: 'web/redirection/@IMSOrgId',
    webView2Mode: 'web/@webView2Mode',
    imsEndpoint: 'shared/ims/@authIMSEndpoint',
    imsClientId: 'shared/ims/@authIMSClientId',
    imsClientSecret: 'shared/ims/@authIMSClientSecret',
    imsCode: 'shared/ims/@authIMSCode',
    urlPermissionAction: 'shared/urlPermission/@action',
    urlPermissionHost: 'shared/urlPermission/url/@dnsSuffix',
    urlPermissionPattern: 'shared/urlPermission/url/@urlRegEx',
    defaultMode: 'shared/authentication/@defaultMode',
    sessionTimeOutSec: 'shared/authentication/@sessionTimeOutSec',
    internalPassword: 'shared/authentication/xtk/@internalPassword',
    internalSecurityZone: 'shared/authentication/xtk/@internalSecurityZone',
    userLoginAllowed: ofSecurityZones('@allowUserPassword'),
    httpAllowed: ofSecurityZones('@allowHTTP'),
    sessionTokenOnly: ofSecurityZones('@sessionTokenOnly'),
  }),
};

/** Zones lie in each other: the public network, the private one, the local one. */
function ofSecurityZones(attribute: string): FieldName {
  const [path = '', ...also] = [1, 2, 3, 4].map(
    (depth) => `${'securityZone/'.repeat(depth)}${attribute}`,
  );
  return { path, also, shape: 'text' };
}

/**
 * The technical account. That a private key means JWT is inferred: the command for OAuth takes
 * none.
 */
const technicalAccountDialect: Dialect = {
  ...shared,
  concept: 'ims-credential',
  names: names({
    clientId: ofAccount('@authIMSTAClientId', 'accountClientId'),
    technicalAccountId: ofAccount('@authIMSTAId', 'accountId'),
    clientSecret: ofAccount('@authIMSTAClientSecret', 'accountSecret'),
    privateKey: ofAccount('@authIMSTAPrivateKey', 'accountPrivateKey'),
  }),
  credential: {
    issuer: 'developer-console',
    required: [],
    move: { kind: 'campaign', by: 'server' },
  },
};

function ofAccount(path: string, name: string): FieldName {
  return { path, shape: 'text', explained: { concept: 'server-configuration', name } };
}

const restrictionsDialect: Dialect = {
  ...shared,
  concept: 'ims-restrictions',
  names: names({
    operatorManagementRestricted:
      'nonIMSOperatorMgmtInClientConsole/@nonIMSOperatorMgmtInClientConsoleRestricted',
    apiDisabled: 'nonIMSAuthnAPI/@disableAPI',
    allowedOperator: 'nonIMSAuthnAPI/allowOperator/@name',
  }),
};

/** What only signs in as it was before IMS, which Adobe has ended. */
const LEGACY: ReadonlySet<string> = new Set([
  'appName',
  'authPrivateKey',
  'authGatewayEndpoint',
  'disableAuth',
]);

/** The attributes of `<pipelined>` that have our names are all of its own. */
const pipelineDialect: Dialect = {
  ...shared,
  concept: 'pipeline-service',
  names: names(
    Object.fromEntries(
      fieldNames('pipeline-service', { foreign: true }).map((name) => [
        name,
        { path: `@${name}`, shape: 'text', unoffered: LEGACY.has(name) ? 'ended' : undefined },
      ]),
    ),
  ),
};
