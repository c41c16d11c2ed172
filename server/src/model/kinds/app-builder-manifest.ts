import { readers } from '../../facts/readers';
import {
  type ConfigNode,
  type ObjectNode,
  objectWith,
  type Property,
  property,
} from '../../syntax/tree';
import { type CredentialDialect, type Dialect, withCredential } from '../dialect';
import { type Entity, entityWith, type Field, fieldWith } from '../entity';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { namedCredentials, PROOF } from './credential-variables';
import { strayFields } from './stray-secrets';

/** The actions of an app of App Builder, some of which are given a credential as their inputs. */
export const appBuilderManifest: FileKind = {
  id: 'app-builder-manifest',
  title: 'App Builder manifest',
  files: ['app.config.yaml', 'ext.config.yaml', 'actions.config.yaml', 'manifest.yml'],
  syntaxes: ['yaml'],
  recognition: {
    marker: new RegExp(`${PROOF.source}|docCloud|technicalAccount`, 'i'),
    content: (root) => entitiesOf(root).length > 0,
  },
  entities: (root) => entitiesOf(root),
};

const entitiesOf = (root: ConfigNode | undefined): readonly Entity[] =>
  blocksOf(root).flatMap(credentialsIn);

interface Block {
  readonly name: string;
  readonly key: Property;
  readonly inputs: ObjectNode;
}

/**
 * The inputs of actions, or of packages of them. What has the key for another reason neither lies
 * among them nor has one of the keys beside it.
 */
function blocksOf(root: ConfigNode | undefined): readonly Block[] {
  const found: Block[] = [];
  const seen = new Set<ConfigNode>();
  const visit = (node: ConfigNode, name: string, holder: string) => {
    if (node.type === 'scalar' || seen.has(node)) return;
    seen.add(node);
    if (node.type === 'array') {
      for (const item of node.items) visit(item, name, holder);
      return;
    }
    const key = property(node, 'inputs');
    const isAction =
      HOLDERS.has(holder) || BESIDE.some((each) => property(node, each) !== undefined);
    if (key?.value.type === 'object' && isAction) found.push({ name, key, inputs: key.value });
    for (const each of node.properties) visit(each.value, each.key, name);
  };
  if (root) visit(root, '', '');
  return found;
}

/** Keys of which every value is an action, or a package of them. */
const HOLDERS: ReadonlySet<string> = new Set(['actions', 'packages']);

const BESIDE = ['function', 'actions', 'annotations', 'runtime'];

function credentialsIn({ name, key, inputs }: Block): readonly Entity[] {
  const written = new Map(inputs.properties.map((each) => [each.keySpan.start, each]));
  const properties = inputs.properties.map((each) => ({ ...each, key: variableName(each.key) }));
  const named = namedCredentials(objectWith(inputs, properties));
  const isOfAem = inputs.properties.some((each) => OF_AEM.test(each.key));
  const entities = named.map((entity): Entity => {
    const label = [name, named.length > 1 ? entity.label : ''].filter((each) => each).join(' ');
    const fields = [...entity.fields].map(
      ([each, all]) => [each, all.map((field) => asWritten(field, written))] as const,
    );
    return entityWith(entity, {
      label,
      head: key.keySpan,
      dialect: {
        ...withCredential(entity.dialect, isOfAem ? { ...OWN, issuer: 'aem' } : OWN),
        ...IN_VARIABLES,
      },
      fields: new Map(fields),
    });
  });
  const known = entities.flatMap(({ fields }) => [...fields.values()].flat());
  const places = new Set(known.map(({ keySpan }) => keySpan.start));
  return [...entities, ...strayIn({ name, key, inputs }, places)].sort(
    (one, other) => one.span.start - other.span.start,
  );
}

/** Secrets under names that tell nothing. */
function strayIn({ name, key, inputs }: Block, known: ReadonlySet<number>): readonly Entity[] {
  const extra = strayFields([inputs], known);
  if (extra.length === 0) return [];
  const dialect: Dialect = {
    concept: 'ims-credential',
    names: {},
    ...IN_VARIABLES,
    credential: { issuer: 'developer-console', ...OWN },
  };
  const entity = readEntity(undefined, dialect, { head: key.keySpan, label: name, extra });
  return [entityWith(entity, { span: extra[0]?.span ?? key.span })];
}

/** Values stand in variables. */
const IN_VARIABLES = {
  secrets: 'references',
  reference: (key: string) => `$${variableName(key)}`,
} as const satisfies Partial<Dialect>;

/** The code of the action decides what it does with the inputs. */
const OWN = {
  required: [],
  move: { kind: 'by-hand', reader: readers.ownCode },
} as const satisfies Partial<CredentialDialect>;

/** `technicalAccount.clientId` is how AEM's own credentials are written. */
const OF_AEM = /^technical_?account_?client_?id$/i;

/**
 * The name of the variable that people would make of the name of an input: `docCloudOrgId` is
 * `DOC_CLOUD_ORG_ID`.
 */
const variableName = (key: string): string =>
  key
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace(/^TECHNICAL_ACCOUNT_(?=CLIENT_)/, '');

/**
 * A field under its own key; every text with a dollar before it is a variable here, whatever its
 * name.
 */
function asWritten(field: Field, written: ReadonlyMap<number, Property>): Field {
  const { key = field.key } = written.get(field.keySpan.start) ?? {};
  const items = field.items.map((item) =>
    item.text.startsWith('$') ? { ...item, kind: 'reference' as const } : item,
  );
  return fieldWith(field, { key, items });
}
