import { readers } from '../../facts/readers';
import type { ObjectNode, Property } from '../../syntax/tree';
import type { Dialect, FieldName } from '../dialect';
import type { Shape } from '../shape';
import { bareKey, textsOf } from './osgi-keys';

/**
 * The dialect of a configuration that somebody's own code reads, of the keys that are there;
 * undefined where nothing shows that they are about Adobe's Identity Management System.
 */
export function customDialect({ properties }: ObjectNode, pid: string): Dialect | undefined {
  const found = properties.flatMap((property) => {
    const name = nameOf(property);
    return name ? [{ name, property }] : [];
  });
  const fields = new Set(found.map(({ name }) => name));
  if (!isCredential(fields) || !properties.some(isAdobes)) return undefined;
  return {
    concept: 'ims-credential',
    names: tableOf(found),
    secrets: 'osgi',
    credential: {
      issuer: found.some(({ property }) => isOfAem(property)) ? 'aem' : undefined,
      required: [],
      move: { kind: 'by-hand', reader: ACS.test(pid) ? readers.acsCommons : readers.ownCode },
    },
  };
}

const ACS =
  /^com\.adobe\.acs\.commons\.adobeio(\.core)?\.service\.impl\.IntegrationServiceImpl(?!\w)/;

/** A client id alone may be any program's; together with one of these it is a credential. */
const isCredential = (fields: ReadonlySet<string>): boolean =>
  fields.has('clientSecret') ||
  fields.has('privateKey') ||
  (fields.has('clientId') && (fields.has('metascopes') || fields.has('technicalAccountId')));

/** Keys are compared without words that only say whose they are. */
function nameOf({ key, value }: Property): string | undefined {
  const bare = bareKey(key);
  const core = bare.replace(/^(adobe|ims|aio|io|jwt|oauth|aem)+/, '');
  const texts = textsOf(value);
  return SPELLINGS.find(
    ({ keys, when }) =>
      (keys.includes(bare) || keys.includes(core)) &&
      (!when || texts.some((text) => when.test(text))),
  )?.name;
}

interface Spelling {
  readonly name: string;
  readonly keys: readonly string[];
  /** Values that show what the key means, where it may mean anything. */
  readonly when?: RegExp | undefined;
}

const HOST = /^(https?:\/\/)?ims-[\w-]+\.adobelogin\.com\/?$/i;
const TOKEN_CALL = /\/ims\/(exchange|token)\b/i;

/** Spellings seen in public projects. */
const SPELLINGS: readonly Spelling[] = [
  { name: 'orgId', keys: ['amcorgid', 'orgid', 'organizationid', 'imsorg'] },
  { name: 'orgId', keys: ['iss', 'org'], when: /@AdobeOrg$/i },
  { name: 'clientId', keys: ['clientid', 'apikey'] },
  { name: 'clientSecret', keys: ['clientsecret'] },
  {
    name: 'technicalAccountId',
    keys: ['techaccountid', 'technicalaccountid', 'techacctid', 'techacct'],
  },
  { name: 'technicalAccountId', keys: ['sub', 'id'], when: /@techacct\.adobe\.com$/i },
  { name: 'technicalAccountEmail', keys: ['technicalaccountemail', 'techaccountemail'] },
  { name: 'technicalAccountEmail', keys: ['email'], when: /@techacct\.adobe\.com$/i },
  { name: 'metascopes', keys: ['metascopes', 'metascope', 'adobeloginclaimkey', 'loginclaimkey'] },
  { name: 'scopes', keys: ['scopes', 'scope'] },
  { name: 'privateKey', keys: ['privatekey'] },
  { name: 'passphrase', keys: ['passphrase', 'privatekeypassphrase'] },
  { name: 'publicKey', keys: ['publickey'], when: /-----BEGIN/ },
  { name: 'imsServer', keys: ['imsendpoint', 'imshost', 'endpoint', 'host'], when: HOST },
  {
    name: 'tokenEndpoint',
    keys: [
      ...['endpoint', 'imsexchange', 'exchange', 'exchangehost'],
      ...['tokenendpoint', 'tokenurl', 'accesstokenurl'],
    ],
    when: TOKEN_CALL,
  },
];

/**
 * What only a configuration of Adobe's Identity Management System has: a key of its own, or a
 * value.
 */
const isAdobes = ({ key, value }: Property): boolean =>
  OWN_KEY.test(bareKey(key)) || textsOf(value).some((text) => OWN_VALUE.test(text));

const OWN_KEY =
  /^(adobe)?ims(org|organization)(id)?$|^amcorgid$|loginclaimkey$|metascopes?$|^(adobe)?tech(nical)?acc(oun)?t(id|email)$/;

const OWN_VALUE =
  /@AdobeOrg$|@techacct\.adobe\.com$|^\[?(https?:\/\/)?ims-[\w-]+\.adobelogin\.com|^cm-p\d+-e\d+-integration/i;

/** AEM's own Developer Console issues credentials of another family. */
const isOfAem = ({ value }: Property): boolean =>
  textsOf(value).some((text) => /^cm-p\d+-e\d+|\bent_aem_cloud_/.test(text));

interface Found {
  readonly name: string;
  readonly property: Property;
}

/** The table of the keys that are there; of several for one field the first is its name. */
function tableOf(found: readonly Found[]): Readonly<Record<string, FieldName>> {
  const table: Record<string, FieldName> = {};
  for (const { name, property } of found) {
    const known = table[name];
    table[name] = known
      ? { ...known, also: [...(known.also ?? []), property.key] }
      : { path: property.key, shape: shapeOf(name, property) };
  }
  return table;
}

/** In XML every value is a text; in the other notations some people write lists as XML does. */
function shapeOf(name: string, { key, value }: Property): Shape {
  const inXml = key.startsWith('@');
  const isList = name === 'scopes' || name === 'metascopes';
  if (!isList) return inXml ? 'jcr-text' : 'text';
  const bracketed = value.type === 'scalar' && /^\s*(\{\w+\})?\[.*\]\s*$/s.test(value.text);
  if (bracketed) return 'jcr-list';
  return inXml ? 'comma-text' : 'list-or-comma-text';
}
