import type { ConfigDocument } from '../model/document';
import type { Entity, Field, TextValue } from '../model/entity';
import { textValues } from '../model/field';
import { folderOf } from '../model/path';
import { redactor } from '../rules/redaction';
import { fieldSchema } from '../schema/catalog';
import type { ConfigNode, Property } from '../syntax/tree';
import { encloses, type Span } from '../text/span';
import { text } from '../texts';

/** A place that names a file. */
export interface FileLink {
  readonly span: Span;
  /** The path of the file, from the top. */
  readonly target: { readonly file: string };
  readonly tooltip: string;
}

/**
 * The links to the files that a document names: of keys, certificates, credentials, secrets and
 * variables.
 */
export function fileLinks(
  document: ConfigDocument,
  folders: readonly string[],
  home?: string,
): readonly FileLink[] {
  const fields = document.entities.flatMap(namedByFields);
  const secrets = document.entities.flatMap(secretSpans);
  // What is no field of our own notation is read by nobody.
  const unread = new Set(document.entities.flatMap(unreadSpans).map(({ start }) => start));
  const others = namedByKeys(document.root).filter(
    ({ value: { span } }) =>
      !unread.has(span.start) && !secrets.some((secret) => encloses(secret, span)),
  );
  const redact = redactor({ ...document, entities: [] });
  return [...fields, ...others].flatMap(({ value, what }) => {
    const isPublic = redact(value.text) === value.text;
    const file = isPublic ? resolved(value.text, document.path, folders, home) : undefined;
    return file ? [{ span: value.span, target: { file }, tooltip: text(`link.${what}`) }] : [];
  });
}

type What =
  | 'privateKey'
  | 'certificate'
  | 'secrets'
  | 'credentials'
  | 'variables'
  | 'configuration';

interface Named {
  readonly value: TextValue;
  readonly what: What;
}

/** What a key or a certificate is written as, if not as its own text. */
function namedByFields(entity: Entity): readonly Named[] {
  return fieldsOf(entity).flatMap(({ name, items }) => {
    const what = FORMATS[fieldSchema(entity.concept, name)?.format ?? ''];
    const [value, ...more] = items;
    if (!what || !value || more.length > 0 || !isWritten(value)) return [];
    return PATH.test(value.text) && KEY_FILE.test(value.text) ? [{ value, what }] : [];
  });
}

const FORMATS: Readonly<Record<string, What>> = {
  'private-key': 'privateKey',
  certificate: 'certificate',
};

/** A key may stand here itself, so that only the names of files of keys are taken for such. */
const KEY_FILE = /[^\\/.]\.(key|pem|p12|pfx|p8|jks|ppk|der|crt|cer|cert|pub|b64|base64)$/i;

/** Characters that a path has and no key in base64, no JWT and no secret with a dot. */
const PATH = /^(?!.*:\/\/)(?:[A-Za-z]:)?[\w .@()+~\\/-]{1,250}$/;

/** Secrets other than keys are never looked into. */
const secretSpans = (entity: Entity): readonly Span[] =>
  fieldsOf(entity)
    .filter(({ name }) => fieldSchema(entity.concept, name)?.writeOnly === true)
    .map(({ value }) => value.span);

const unreadSpans = ({ dialect, others }: Entity): readonly Span[] =>
  dialect.style === 'closed'
    ? others.flatMap(({ property: { key, value } }) => (key.startsWith('x-') ? [] : [value.span]))
    : [];

const fieldsOf = ({ fields }: Entity): readonly Field[] => [...fields.values()].flat();

const isWritten = ({ kind }: TextValue): boolean => kind === 'literal' || kind === 'test';

/** The files that other keys name, whatever they belong to. */
function namedByKeys(root: ConfigNode | undefined): readonly Named[] {
  const found: Named[] = [];
  const seen = new Set<ConfigNode>();
  const open: ConfigNode[] = root ? [root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    // What YAML repeats by an alias is one place.
    if (node.type === 'scalar' || seen.has(node)) continue;
    seen.add(node);
    if (node.type === 'array') open.push(...node.items);
    else {
      for (const each of node.properties) {
        found.push(...namedBy(each));
        open.push(each.value);
      }
    }
  }
  return found;
}

function namedBy({ key, value }: Property): readonly Named[] {
  const what = meantBy(key);
  if (!what) return [];
  const all = value.type === 'array' ? value.items : [value];
  // What is longer is no path, and looking at it takes time.
  const short = all.filter((each) => each.type === 'scalar' && each.text.length <= LONGEST_PATH);
  return short
    .flatMap((each) => textValues(each, 'text'))
    .filter((item) => isWritten(item) && PATH.test(item.text) && FILE.test(item.text))
    .map((item) => ({ value: item, what }));
}

const LONGEST_PATH = 300;

/** What a key says that its value is the path of. */
function meantBy(key: string): What | undefined {
  const word = key.replace(/[^A-Za-z$]/g, '').toLowerCase();
  return KEYS.find(([pattern]) => pattern.test(word))?.[1];
}

const KEYS: readonly (readonly [pattern: RegExp, what: What])[] = [
  [/key(file|path|filename|filepath)$/, 'privateKey'],
  [/cert(ificate)?(file|path|filename|filepath)$/, 'certificate'],
  [/secrets?(file|path|filename|filepath)$/, 'secrets'],
  [/(credentials?|integration)(file|path|filename|filepath)$/, 'credentials'],
  [/(^|dot)env(file|path|filename|filepath)s?$/, 'variables'],
  [/^\$include$|config(file|path|filename|filepath)$/, 'configuration'],
];

/** The name of a file with an ending, or one that is all ending. */
const FILE = /(^|[\\/])[^\\/]*\.[A-Za-z][\w-]{0,15}(\.[\w-]{1,15})?$/;

/**
 * The path of a file that a document names; undefined where it lies neither in the workspace nor
 * beside it, nor in the home folder that it names.
 */
function resolved(
  written: string,
  from: string,
  folders: readonly string[],
  home: string | undefined,
): string | undefined {
  const path = written.replaceAll('\\', '/');
  if (path.startsWith('~')) {
    const isHome = home !== undefined && path[1] === '/';
    return isHome ? resolved(home + path.slice(1), from, [home], undefined) : undefined;
  }
  const folder = folderOf(from);
  const isDrive = /^[A-Za-z]:/.test(path);
  if (isDrive && path[2] !== '/') return undefined;
  const full = isDrive ? `/${path}` : path.startsWith('/') ? path : folder + path;
  const file = normalized(full);
  if (file === undefined || file === normalized(from)) return undefined;
  const roots = [folder, ...folders].flatMap((each) => normalized(each) ?? []);
  return roots.some((root) => file.startsWith(`${root.replace(/\/$/, '')}/`)) ? file : undefined;
}

/** Without `.` and `..`; undefined where a path leads above its beginning. */
function normalized(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/').slice(1)) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  // Only paths from the top can be told to lie somewhere.
  if (!path.startsWith('/')) return undefined;
  // Windows tells no capital letters of drives apart.
  return `/${parts.join('/')}`.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}
