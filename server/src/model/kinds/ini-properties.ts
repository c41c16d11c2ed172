import { readers } from '../../facts/readers';
import { type ConfigNode, type ObjectNode, objectWith, type Property } from '../../syntax/tree';
import type { Dialect } from '../dialect';
import type { Entity } from '../entity';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import type { Shape } from '../shape';
import { valueKind } from '../value';
import {
  bareKey,
  COMMON,
  IMS_HOST,
  LIST_SHAPES,
  type Spelling,
  spellingOf,
  TOKEN_CALL,
  tableOf,
} from './spellings';

/**
 * The settings of Adobe's samples in Java, Python and Go, and of programs that people made of them.
 */
export const iniProperties: FileKind = {
  id: 'ini-properties',
  title: 'Settings of a program that calls Adobe',
  files: ['*.ini', '*.properties', 'usermanagement.config'],
  syntaxes: ['ini', 'properties'],
  recognition: {
    marker:
      /(?<![a-z])ims_?(?:org|host|url|exchange|endpoint)|tech(?:nical)?_?acc(?:oun)?t|meta_?scopes?\b|@AdobeOrg|\.adobelogin\.com/i,
    content: (root, path) => !isOfLabels(path) && entitiesOf(root).length > 0,
  },
  entities: entitiesOf,
};

/** What a user interface shows stands in properties as well. */
const isOfLabels = (path: string): boolean =>
  /(^|\/)[^/]*(messages?|labels?|strings|translations?|i18n|l10n|bundle)([._-][^/]*)?\.properties$|\/(i18n|l10n|locales?)\//i.test(
    path,
  );

function entitiesOf(root: ConfigNode | undefined): readonly Entity[] {
  if (root?.type !== 'object') return [];
  const groups = groupsOf(root);
  const credentials = groups.filter(isCredential);
  const [only] = credentials;
  const rest = credentials.length === 1 ? groups.filter((group) => group !== only) : [];
  const hosts = rest.map(hostsOf).filter(({ found }) => found.length > 0);
  return credentials.map((group) => read(root, group, hosts));
}

/** The keys of the file that stand above all sections, or those of one section. */
interface Group {
  readonly section: Property | undefined;
  /** Of the root. */
  readonly properties: readonly Property[];
  readonly found: readonly Found[];
}

interface Found {
  readonly name: string;
  /** From the root. */
  readonly path: string;
  readonly shape: Shape;
  readonly property: Property;
}

function groupsOf(root: ObjectNode): readonly Group[] {
  const sections = root.properties.filter(({ value }) => value.type === 'object');
  const properties = root.properties.filter(({ value }) => value.type !== 'object');
  return [
    { section: undefined, properties, found: foundIn(root, '') },
    ...sections.map((section) => ({
      section,
      properties: [section],
      found: foundIn(section.value, `${section.key}/`),
    })),
  ];
}

function foundIn(node: ConfigNode, prefix: string): readonly Found[] {
  if (node.type !== 'object') return [];
  return node.properties.flatMap((each) => {
    const name = nameOf(each);
    if (!name) return [];
    const shape = LIST_SHAPES[name] ?? 'text';
    return [{ name, path: prefix + each.key, shape, property: each }];
  });
}

function nameOf({ key, value }: Property): string | undefined {
  if (value.type !== 'scalar') return undefined;
  return spellingOf(bareKey(key), [value.text], SPELLINGS)?.name;
}

const SPELLINGS: readonly Spelling[] = [
  ...COMMON,
  { name: 'clientSecret', keys: ['secret'] },
  { name: 'scopes', keys: ['oauthscopes'] },
  {
    name: 'privateKey',
    keys: [
      ...['keypath', 'keyfile', 'privatekeypath', 'privatekeyfile'],
      ...['privkeyfilename', 'privkeypath', 'privkeydata'],
      ...['pkcs8filepath', 'encodedpkcs8', 'pkcs12filepath'],
    ],
  },
  { name: 'passphrase', keys: ['pkcs12password'] },
  // A host, or a place to fill one in.
  {
    name: 'imsServer',
    keys: ['imshost', 'imsurl', 'imsendpoint'],
    when: /adobelogin\.com|^\s*$|^[<{$]/i,
  },
  {
    name: 'tokenEndpoint',
    keys: ['imsexchange', 'imsendpointjwt', 'imstokenurl', 'tokenendpoint', 'tokenurl'],
    when: TOKEN_CALL,
  },
];

/** `[server]` beside `[enterprise]` says where the token is asked for. */
const hostsOf = (group: Group): Group => ({
  ...group,
  found: group.found.filter(({ name }) => name === 'imsServer' || name === 'tokenEndpoint'),
});

function isCredential({ found }: Group): boolean {
  const has = (name: string) => found.some((each) => each.name === name);
  const keys = has('clientId') && (has('clientSecret') || has('privateKey'));
  return keys && found.some(isAdobes) && !isOfPeople(found);
}

/** What only Adobe's Identity Management System has: a key of its own, or a value. */
const isAdobes = ({ name, property: { key, value } }: Found): boolean =>
  OWN.has(name) ||
  /^ims/i.test(key) ||
  (value.type === 'scalar' && /@AdobeOrg$|@techacct\.adobe\.com$/i.test(value.text)) ||
  (value.type === 'scalar' && IMS_HOST.test(value.text));

const OWN: ReadonlySet<string> = new Set([
  'technicalAccountId',
  'technicalAccountEmail',
  'metascopes',
  'tokenEndpoint',
]);

/** Sentences and titles in the place of all values are what a form shows to people. */
function isOfPeople(found: readonly Found[]): boolean {
  const texts = found.map(({ property: { value } }) => (value.type === 'scalar' ? value.text : ''));
  const isValue = (text: string) => /adobe(login|org|\.com)|^\/s\/|\bent_\w+/i.test(text);
  return (
    texts.some((text) => /\w \w/.test(text) && valueKind(text) === 'literal') &&
    !texts.some(isValue)
  );
}

function read(root: ObjectNode, group: Group, hosts: readonly Group[]): Entity {
  const { section, found } = group;
  const parts = [group, ...hosts];
  const dialect: Dialect = {
    concept: 'ims-credential',
    names: tableOf(parts.flatMap((part) => part.found)),
    secrets: 'private-file',
    credential: {
      issuer: 'developer-console',
      oauthWins: ['tokenEndpoint'],
      required: [],
      move: { kind: 'by-hand', reader: readers.ownCode },
    },
  };
  const head = section
    ? (headerOf(section) ?? section.keySpan)
    : (found[0]?.property.keySpan ?? root.span);
  // The other sections hold other credentials.
  const properties = parts.flatMap((part) => part.properties);
  return readEntity(objectWith(root, properties), dialect, { head, label: section?.key });
}

const headerOf = ({ value }: Property) => (value.type === 'object' ? value.nameSpan : undefined);
