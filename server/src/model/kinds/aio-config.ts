import { readers } from '../../facts/readers';
import type { ConfigNode, ObjectNode } from '../../syntax/tree';
import { property } from '../../syntax/tree';
import { type Dialect, names, withCredential } from '../dialect';
import type { Entity } from '../entity';
import type { FileKind } from '../kind';
import { AIO_NAME } from '../notation';
import { readEntity } from '../read';
import {
  CLOUD_MANAGER_CONTEXT,
  cloudManagerDialect,
  contextDialect,
  isAccountContext,
  isFlatContext,
  isForCloudManager,
  tokenDialect,
} from './aio-context';
import { CONSOLE_MARKER, objectAt, projectFields, workspaceCredentials } from './console-project';
import { isForJwtPlugin, jwtPluginDialect } from './jwt-plugin';

/** What `aio` keeps of a project, and the IMS contexts with which it and its plug-ins sign in. */
export const aioConfig: FileKind = {
  id: 'aio-config',
  title: 'aio configuration',
  files: ['.aio', '.aio_*', '*.aio', '*.aio_*', '*.{json,hjson,yaml,yml}'],
  syntaxes: ['hjson', 'yaml'],
  recognition: { marker: CONSOLE_MARKER, content: isAioConfig },
  entities: (root) =>
    [
      ...workspaceCredentials(root),
      ...contexts(root),
      ...oldCredential(root),
      ...jwtPlugin(root),
      ...(isFlatContext(root) ? [readEntity(root, contextDialect, { label: 'IMS context' })] : []),
    ].toSorted((one, other) => one.head.start - other.head.start),
};

function isAioConfig(root: ConfigNode, path: string): boolean {
  if ([contexts, oldCredential, jwtPlugin].some((read) => read(root).length > 0)) return true;
  if (isFlatContext(root)) return !isForCloudManager(root);
  return AIO_NAME.test(path) && workspaceCredentials(root).length > 0;
}

/**
 * The entries of `ims.contexts`, each with the credential of a technical account, or a token that
 * is kept.
 */
function contexts(root: ConfigNode | undefined): readonly Entity[] {
  const all = objectAt(objectAt(root, 'ims'), 'contexts');
  return (all?.properties ?? []).flatMap(({ key, keySpan, value }) => {
    if (value.type !== 'object') return [];
    const dialect = dialectFor(key, value);
    return dialect ? [readEntity(value, dialect, { label: key, head: keySpan })] : [];
  });
}

function dialectFor(name: string, context: ObjectNode): Dialect | undefined {
  if (isAccountContext(context)) {
    const dialect = name === CLOUD_MANAGER_CONTEXT ? cloudManagerDialect : contextDialect;
    // Where the secret is not here, other fields may stand with it in variables, which `aio` reads
    // as well.
    return SECRETS.some((key) => property(context, key))
      ? dialect
      : withCredential(dialect, { required: [] });
  }
  return property(context, 'access_token') ? tokenDialect : undefined;
}

const SECRETS = ['client_secrets', 'client_secret'];

/** What the plug-in that signed JWTs before the IMS library did keeps under its own name. */
function jwtPlugin(root: ConfigNode | undefined): readonly Entity[] {
  const block = property(root, 'jwt-auth');
  if (!block || !isForJwtPlugin(block.value)) return [];
  return [readEntity(block.value, jwtPluginDialect, { label: block.key, head: block.keySpan })];
}

/** The layout of 2019: `credentials.jwt` at the top, beside `project` and `runtime`. */
function oldCredential(root: ConfigNode | undefined): readonly Entity[] {
  const home = ['project', 'runtime'].some((key) => objectAt(root, key)) ? root : undefined;
  const block = property(objectAt(home, 'credentials'), 'jwt');
  const isOurs = OF_OLD.every((keys) => keys.some((key) => property(block?.value, key)));
  if (block?.value.type !== 'object' || !isOurs) return [];
  const extra = projectFields(objectAt(root, 'project'));
  return [readEntity(block.value, oldDialect, { label: block.key, head: block.keySpan, extra })];
}

/** Of each of these one stands there. */
const OF_OLD = [['client_id'], ['techacct', 'technical_account_id', 'meta_scopes']];

const oldDialect: Dialect = {
  concept: 'ims-credential',
  names: names({
    clientId: 'client_id',
    clientSecret: {
      path: 'client_secrets',
      shape: 'list',
      jwt: { path: 'client_secret', shape: 'text' },
    },
    technicalAccountId: { path: 'techacct', also: ['technical_account_id'], shape: 'text' },
    technicalAccountEmail: 'technical_account_email',
    metascopes: { path: 'meta_scopes', shape: 'list' },
    privateKey: { path: 'private_key', shape: 'lines' },
    passphrase: 'passphrase',
  }),
  secrets: 'private-file',
  credential: {
    issuer: 'developer-console',
    usual: 'jwt',
    move: { kind: 'by-hand', reader: readers.aioImport },
  },
};
