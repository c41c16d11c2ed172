import { readers } from '../../facts/readers';
import {
  type ConfigNode,
  type ObjectNode,
  type Property,
  property,
  textAt,
} from '../../syntax/tree';
import { type Dialect, names, withCredential } from '../dialect';
import { type Entity, entityWith, type Field } from '../entity';
import { readField, readKeyField } from '../field';
import { readEntity } from '../read';

/**
 * What every file that `aio` keeps of the Developer Console has one of. Cheap; what stands around
 * it decides. Many programs have a `jwt`, but not in their credentials.
 */
export const CONSOLE_MARKER =
  /oauth_server_to_server|ims_org_id|technical_account_id|meta_scopes|client_secrets|techacct|jwt_payload|credentials["']?\s*:(?!\s*(?:true|false)\b)[\s\S]{0,1000}?(?:\bintegration_type|[\s"'{,]jwt)["']?\s*:/;

/** The value of that key if it is an object. */
export function objectAt(node: ConfigNode | undefined, key: string): ObjectNode | undefined {
  const value = property(node, key)?.value;
  return value?.type === 'object' ? value : undefined;
}

/**
 * The credentials of a workspace with which programs sign in, in the order of the text: each in the
 * block that its flow has. Without a block it is what `aio` leaves of one that it imported, and
 * only named.
 */
export function workspaceCredentials(root: ConfigNode | undefined): readonly Entity[] {
  const project = objectAt(root, 'project');
  const list = property(objectAt(objectAt(project, 'workspace'), 'details'), 'credentials')?.value;
  if (list?.type !== 'array') return [];
  const inherited = projectFields(project);
  return list.items.flatMap((item) =>
    item.type === 'object' ? credentialsOf(item, inherited) : [],
  );
}

/**
 * What a credential inherits from its project: the organization, and the title that tells whose
 * project it is.
 */
export function projectFields(project: ObjectNode | undefined): readonly Field[] {
  const org = objectAt(project, 'org');
  const orgId = property(org, 'ims_org_id');
  const titles = ['title', 'name'].map((key) => property(project, key));
  // Adobe names the projects that it generates, in one of the two.
  const title = titles.find((each) => GENERATED.test(textOfProperty(each))) ?? titles[0];
  return [
    ...(org && orgId ? [readField('orgId', 'text', org, orgId)] : []),
    ...(project && title ? [readField('title', 'text', project, title)] : []),
  ];
}

const GENERATED = /^AEM-p\d+-e\d+/;

const textOfProperty = (found: Property | undefined): string =>
  found?.value.type === 'scalar' ? found.value.text : '';

function credentialsOf(item: ObjectNode, inherited: readonly Field[]): readonly Entity[] {
  const blocks = ['jwt', 'oauth_server_to_server']
    .map((key) => property(item, key))
    .filter((block) => block?.value.type === 'object') as readonly Property[];
  const type = property(item, 'integration_type');
  const name = property(item, 'name');
  const place = {
    label: textAt(item, 'name') || undefined,
    head:
      (name?.value.type === 'scalar' ? name.value.span : undefined) ??
      type?.value.span ??
      blocks[0]?.keySpan,
  };
  const beside = [
    ...inherited,
    ...(type ? [readField('integrationType', 'text', item, type)] : []),
  ];
  if (blocks.length === 0) {
    if (!SERVER_TO_SERVER.test(textAt(item, 'integration_type') ?? '')) return [];
    return [readEntity(item, referenceDialect, { ...place, extra: inherited })];
  }
  const old = blocks.length > 1 ? blocks.find(({ key }) => key === 'jwt') : undefined;
  // The block that is on its way out is a leftover of the other one, and nothing else is said of
  // it.
  const leftover = old ? [readField('credentialBlock', 'any', item, old, true)] : [];
  return blocks.map((block) => {
    const key = readKeyField('credentialBlock', block);
    if (block === old) {
      const own = { label: block.key, head: block.keySpan, extra: inherited };
      return readEntity(block.value, leftoverDialect, own);
    }
    const extra = [...beside, key, ...leftover];
    return entityWith(readEntity(block.value, blockDialect, { ...place, extra }), {
      span: item.span,
    });
  });
}

const SERVER_TO_SERVER = /^(service|oauth_server_to_server(_migrate)?)$/;

const common = { concept: 'ims-credential', secrets: 'private-file' } as const;

const TYPES = { service: 'jwt', oauth_server_to_server: 'oauth-server-to-server' } as const;

/** What the block says, its key says as well, and the type beside it once more. */
const blockDialect: Dialect = {
  ...common,
  names: names({
    orgId: 'ims_org_id',
    clientId: 'client_id',
    clientSecret: {
      path: 'client_secrets',
      shape: 'list',
      jwt: { path: 'client_secret', shape: 'text' },
    },
    technicalAccountId: {
      path: 'technical_account_id',
      shape: 'text',
      jwt: { path: 'techacct', shape: 'text' },
    },
    technicalAccountEmail: 'technical_account_email',
    scopes: { path: 'scopes', shape: 'list' },
    metascopes: { path: 'meta_scopes', shape: 'list' },
    privateKey: { path: 'private_key', shape: 'lines' },
    passphrase: 'passphrase',
  }),
  credential: {
    issuer: 'developer-console',
    tag: {
      field: 'credentialBlock',
      values: { jwt: 'jwt', oauth_server_to_server: 'oauth-server-to-server' },
    },
    flags: { integrationType: { values: TYPES, oauth: 'oauth_server_to_server' } },
    // What the importer of aio requires; the organization comes from the project.
    required: ['clientId', 'clientSecret', 'technicalAccountEmail', 'technicalAccountId', 'scopes'],
    move: { kind: 'in-place' },
  },
};

const leftoverDialect: Dialect = {
  ...withCredential(blockDialect, { usual: 'jwt' }),
  unjudged: true,
};

/**
 * A credential that is only named; its values went into `.env`, and the next import writes it anew.
 */
const referenceDialect: Dialect = {
  ...common,
  names: names({ integrationType: 'integration_type' }),
  credential: {
    issuer: 'developer-console',
    tag: { field: 'integrationType', values: TYPES },
    required: [],
    move: { kind: 'by-hand', reader: readers.aioImport },
  },
};
