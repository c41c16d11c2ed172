import { readers } from '../../facts/readers';
import type { ObjectNode, Property } from '../../syntax/tree';
import type { Dialect } from '../dialect';
import type { Shape } from '../shape';
import { bareKeyOf, textsOf } from './osgi-keys';
import { COMMON, IMS_HOST, type Spelling, spellingOf, TOKEN_CALL, tableOf } from './spellings';

/**
 * The dialect of a configuration that somebody's own code reads, of the keys that are there;
 * undefined where nothing shows that they are about Adobe's Identity Management System.
 */
export function customDialect({ properties }: ObjectNode, pid: string): Dialect | undefined {
  const found = properties.flatMap((property) => {
    const name = nameOf(property);
    return name ? [{ name, property, path: property.key, shape: shapeOf(name, property) }] : [];
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
  const bare = bareKeyOf(key);
  const core = bare.replace(/^(adobe|ims|aio|io|jwt|oauth|aem)+/, '');
  const texts = textsOf(value);
  return (spellingOf(bare, texts, SPELLINGS) ?? spellingOf(core, texts, SPELLINGS))?.name;
}

const SPELLINGS: readonly Spelling[] = [
  ...COMMON,
  { name: 'orgId', keys: ['amcorgid'] },
  { name: 'technicalAccountId', keys: ['id'], when: /@techacct\.adobe\.com$/i },
  { name: 'technicalAccountEmail', keys: ['email'], when: /@techacct\.adobe\.com$/i },
  { name: 'metascopes', keys: ['adobeloginclaimkey', 'loginclaimkey'] },
  { name: 'passphrase', keys: ['privatekeypassphrase'] },
  { name: 'publicKey', keys: ['publickey'], when: /-----BEGIN/ },
  { name: 'imsServer', keys: ['imsendpoint', 'imshost', 'endpoint', 'host'], when: IMS_HOST },
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
  OWN_KEY.test(bareKeyOf(key)) || textsOf(value).some((text) => OWN_VALUE.test(text));

const OWN_KEY =
  /^(adobe)?ims(org|organization)(id)?$|^amcorgid$|loginclaimkey$|metascopes?$|^(adobe)?tech(nical)?acc(oun)?t(id|email)$/;

const OWN_VALUE =
  /@AdobeOrg$|@techacct\.adobe\.com$|^\[?(https?:\/\/)?ims-[\w-]+\.adobelogin\.com|^cm-p\d+-e\d+-integration/i;

/** AEM's own Developer Console issues credentials of another family. */
const isOfAem = ({ value }: Property): boolean =>
  textsOf(value).some((text) => /^cm-p\d+-e\d+|\bent_aem_cloud_/.test(text));

/** In XML every value is a text; in the other notations some people write lists as XML does. */
function shapeOf(name: string, { key, value }: Property): Shape {
  const inXml = key.startsWith('@');
  const isList = name === 'scopes' || name === 'metascopes';
  if (!isList) return inXml ? 'jcr-text' : 'text';
  const bracketed = value.type === 'scalar' && /^\s*(\{\w+\})?\[.*\]\s*$/s.test(value.text);
  if (bracketed) return 'jcr-list';
  return inXml ? 'jcr-list-or-comma-text' : 'list-or-comma-text';
}
