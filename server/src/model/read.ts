import { type ConfigNode, firstKeyOf, type ObjectNode, type Property } from '../syntax/tree';
import type { Span } from '../text/span';
import type { Dialect, FieldName } from './dialect';
import { type Entity, type Field, fieldWith, type OtherProperty } from './entity';
import { readField } from './field';
import { flowOf } from './flow';

export interface Place {
  /** The smallest span that stands for the entity, where its own keys do not say. */
  readonly head?: Span | undefined;
  /** The name under which the entity stands in its file. */
  readonly label?: string | undefined;
  /** Fields that stand outside of the entity's object. */
  readonly extra?: readonly Field[] | undefined;
  /**
   * Fields that change along with the flow of this one, wherever they are; its own may be among
   * them.
   */
  readonly along?: readonly Field[] | undefined;
  readonly container?: true | undefined;
}

/**
 * Reads what stands in an object in the names of a dialect. Anything but an object has no fields.
 */
export function readEntity(
  node: ConfigNode | undefined,
  dialect: Dialect,
  place: Place = {},
): Entity {
  return new ReadEntity(node, dialect, place);
}

/** Of a large file that has changed in one place most entities are not read again. */
class ReadEntity implements Entity {
  readonly concept: Entity['concept'];
  readonly label: string | undefined;
  readonly head: Span;
  readonly span: Span;
  readonly along: Entity['along'];
  readonly home: ObjectNode | undefined;
  readonly container: true | undefined;
  readonly alone: true | undefined;
  readonly #extra: readonly Field[];
  #found: Found | undefined;
  #fields: Entity['fields'] | undefined;
  #flow: { readonly is: Entity['flow'] } | undefined;

  constructor(
    readonly node: ConfigNode | undefined,
    readonly dialect: Dialect,
    { label, head, extra = [], along, container }: Place,
  ) {
    const home = node?.type === 'object' ? node : undefined;
    this.concept = dialect.concept;
    this.label = label;
    this.span = node?.span ?? { start: 0, end: 0 };
    this.head = head ?? home?.nameSpan ?? (home && firstKeyOf(home)) ?? this.span;
    this.along = along;
    this.home = home;
    this.container = container;
    this.alone = extra.length === 0 && !along ? true : undefined;
    this.#extra = extra;
  }

  get fields(): Entity['fields'] {
    this.#fields ??= byName([...this.#extra, ...this.#read().fields]);
    return this.#fields;
  }

  get others(): Entity['others'] {
    return this.#read().others;
  }

  get flow(): Entity['flow'] {
    this.#flow ??= { is: flowOf(this.fields, this.dialect) };
    return this.#flow.is;
  }

  #read(): Found {
    this.#found ??= this.home ? readFields(this.home, this.dialect) : { fields: [], others: [] };
    return this.#found;
  }
}

interface Found {
  readonly fields: readonly Field[];
  readonly others: readonly OtherProperty[];
}

function readFields(home: ObjectNode, dialect: Dialect): Found {
  const paths = pathsOf(dialect);
  const fields: Field[] = [];
  const others: OtherProperty[] = [];
  const visit = (parent: ObjectNode, prefix: string) => {
    for (const property of parent.properties) {
      const path = fold(prefix + property.key, dialect);
      const known = paths.fields.get(path);
      if (known) {
        const field = readField(known.name, known.shape, parent, property, known.jwtForm);
        fields.push(known.stored ? storedField(field) : marked(field, known));
      } else if (paths.prefixes.has(path)) {
        visitNested(parent, property, path);
      } else {
        others.push({ property, parent, prefix: prefix.replaceAll('/', '.') });
      }
    }
  };
  const visitNested = (parent: ObjectNode, property: Property, path: string) => {
    const { value } = property;
    const groups = value.type === 'object' ? [value] : elements(value);
    if (groups.length > 0) for (const group of groups) visit(group, `${path}/`);
    else if (value.type !== 'scalar' || value.value !== null) {
      fields.push(readField(property.key, 'any', parent, property));
    }
  };
  visit(home, '');
  return { fields, others };
}

const marked = (field: Field, { unread }: Known): Field =>
  unread ? fieldWith(field, { unread }) : field;

/** Such a key names a place, and whatever stands there is the value. */
const storedField = (field: Field): Field => {
  const items = field.items.map((item) =>
    item.kind === 'empty' ? item : { ...item, kind: 'reference' as const },
  );
  return fieldWith(field, { items });
};

/** Child elements of XML are lists by name; a path goes through all of them. */
const elements = (node: ConfigNode): readonly ObjectNode[] =>
  node.type === 'array'
    ? node.items.filter((item) => item.type === 'object').filter(({ nameSpan }) => nameSpan)
    : [];

interface Known {
  readonly name: string;
  readonly shape: FieldName['shape'];
  readonly jwtForm?: true | undefined;
  readonly unread?: true | undefined;
  readonly stored?: true | undefined;
}

function pathsOf(dialect: Dialect) {
  const fields = new Map<string, Known>();
  const prefixes = new Set<string>();
  const add = (path: string, known: Known) => {
    const folded = fold(path, dialect);
    fields.set(folded, known);
    for (let slash = folded.indexOf('/'); slash > 0; slash = folded.indexOf('/', slash + 1)) {
      prefixes.add(folded.slice(0, slash));
    }
  };
  for (const [name, { path, also, stored, unread, shape, jwt }] of Object.entries(dialect.names)) {
    for (const each of stored ?? []) add(each, { name, shape: 'text', stored: true });
    for (const each of unread ?? []) add(each, { name, shape, unread: true });
    for (const each of jwt?.unread ?? [])
      add(each, { name, shape: jwt!.shape, jwtForm: true, unread: true });
    for (const each of [path, ...(also ?? [])]) add(each, { name, shape });
    if (jwt) add(jwt.path, { name, shape: jwt.shape, jwtForm: true });
  }
  return { fields, prefixes };
}

const fold = (path: string, { anyCase }: Dialect) => (anyCase ? path.toUpperCase() : path);

function byName(fields: readonly Field[]): ReadonlyMap<string, readonly Field[]> {
  const map = new Map<string, Field[]>();
  for (const field of fields) {
    const same = map.get(field.name);
    if (same) same.push(field);
    else map.set(field.name, [field]);
  }
  return map;
}
