import { hostOf, tokenPath } from '../../facts/ims-hosts';
import { type ConfigNode, type ObjectNode, type Property, textAt } from '../../syntax/tree';
import { type Dialect, withCredential } from '../dialect';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { valueKind } from '../value';
import { labelOf } from './label';
import { customDialect } from './osgi-custom';
import { aioDialect, customizerDialect, hyphenated, inXml, providerDialect } from './osgi-dialects';
import { bareKeyOf, textsOf, typed, untyped } from './osgi-keys';

/**
 * The OSGi configuration of a component that signs in to Adobe, in the three notations that AEM
 * reads.
 */
export const osgiConfig: FileKind = {
  id: 'osgi-config',
  title: 'OSGi configuration',
  files: ['*.cfg.json', '*.config', '*.xml'],
  syntaxes: ['json', 'osgi-config', 'xml'],
  recognition: {
    marker:
      /@AdobeOrg|@techacct\.adobe|\.adobelogin\.com|(?<!cla)ims.?org|amcOrgId|LoginClaimKey|meta[_-]?scopes?\b|meta\.scopes\b|tech(nical)?.?acc(oun)?t.?(id|email)|auth\.(token\.provider|ims\.client)\.|\baio\.(ims|api|client)\.|cm-p\d+-e\d+/i,
    content: (root, path, problems) =>
      (problems.length === 0 || !FOREIGN_CONFIG.test(path)) && componentsOf(root, path).length > 0,
  },
  entities: (root, path) =>
    componentsOf(root, path).map(({ node, pid, dialect }) =>
      readEntity(node, dialect, { label: labelFor(node, pid) }),
    ),
};

/** Settings of other tools, in a notation that resembles ours: no class is called so. */
const FOREIGN_CONFIG = /(^|\/)[^/.]*(\.[^/.]*)?\.config$/i;

/** A component that is configured, and how its names are to be read. */
interface Component {
  readonly node: ObjectNode;
  /** The identity of the component; empty where nothing tells it. */
  readonly pid: string;
  readonly dialect: Dialect;
}

function componentsOf(root: ConfigNode | undefined, path: string): readonly Component[] {
  return configurationsIn(root, path).flatMap(({ node, pid }) => {
    const isForeign = FOREIGN.test(pid) || asksSomebodyElse(node);
    const dialect = isForeign ? undefined : dialectOf(node, pid);
    return dialect ? [{ node, pid, dialect: named(dialect, path) }] : [];
  });
}

/** With these people sign in to AEM; they are no credentials of a program. */
const FOREIGN =
  /^com\.adobe\.granite\.auth\.(oauth\.provider|ims(?!\.impl\.IMSAccessTokenRequestCustomizerImpl))/;

/** AEM's providers sign in to other companies as well, and so does the code of its users. */
const asksSomebodyElse = ({ properties }: ObjectNode): boolean =>
  properties.some(
    ({ key, value }) => ASKS.test(bareKeyOf(key)) && textsOf(value).some(isSomebodyElses),
  );

const ASKS = /^auth(accesstokenrequest|tokenproviderendpoint)$|token(endpoint|ur[il])$/;

/** A proxy in front of Adobe keeps the path; `%s` stands for a host that is filled in later. */
function isSomebodyElses(text: string): boolean {
  const host = valueKind(text) === 'literal' ? hostOf(text) : undefined;
  if (!host || !/\.[a-z]{2,}$/.test(host) || tokenPath(text)) return false;
  return !/(^|\.)adobe(login)?\.(com|io)$/.test(host);
}

function dialectOf(node: ObjectNode, pid: string): Dialect | undefined {
  const keys = node.properties.map(({ key }) => key);
  const inAttributes = keys.some((key) => key.startsWith('@'));
  const known = knownDialect(
    keys.map((key) => untyped(key.replace(/^@/, ''))),
    pid,
  );
  if (!known) return customDialect(node, pid);
  return inAttributes ? inXml(known) : typed(known, keys);
}

/** The dialect of the file, which has another name with OAuth. */
const named = (dialect: Dialect, path: string): Dialect => {
  const oauthFileName = hyphenated(path.slice(path.lastIndexOf('/') + 1));
  return oauthFileName ? withCredential(dialect, { oauthFileName }) : dialect;
};

/** Adobe's own components are known by keys that nobody else has. */
function knownDialect(keys: readonly string[], pid: string): Dialect | undefined {
  const has = (pattern: RegExp) => keys.some((key) => pattern.test(key));
  if (has(/^auth\.token\.provider\.|^auth\.access\.token\.request$/)) return providerDialect;
  if (has(/^auth\.ims\.client\.secret$/)) return customizerDialect;
  return has(/^aio\.(ims\.org\.id|api\.key|client\.secret)$/) ? aioDialect(pid) : undefined;
}

interface Configuration {
  readonly node: ObjectNode;
  readonly pid: string;
}

/**
 * A file is the configuration of the component that it is named after; XML may hold several, each
 * under its name.
 */
function configurationsIn(root: ConfigNode | undefined, path: string): readonly Configuration[] {
  if (root?.type !== 'object') return [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/\.xml$/i.test(name)) return nodesIn(root, pidOfXml(path));
  if (/\.json$/i.test(name) && !/\.cfg\.json$/i.test(name)) return [];
  if (/\.config$/i.test(name) && !root.properties.some(isQuoted)) return [];
  return [{ node: root, pid: name.replace(/\.(cfg\.json|config)$/i, '') }];
}

/** Other tools' `.config` files have values without quotes, which no component of OSGi can read. */
const isQuoted = ({ value }: Property): boolean =>
  value.type === 'array' || (value.type === 'scalar' && value.content.start > value.span.start);

/** A `.content.xml` is named by its folder. */
function pidOfXml(path: string): string {
  const [name = '', folder = ''] = path.split('/').reverse();
  return name === '.content.xml' ? folder : name.replace(/\.xml$/i, '');
}

function nodesIn(element: ObjectNode, pid: string): readonly Configuration[] {
  const self =
    textAt(element, '@jcr:primaryType') === 'sling:OsgiConfig' ? [{ node: element, pid }] : [];
  const below = element.properties.flatMap(({ key, value }) =>
    value.type !== 'array'
      ? []
      : value.items.flatMap((item) =>
          item.type === 'object' ? nodesIn(item, key === 'jcr:root' ? pid : key) : [],
        ),
  );
  return [...self, ...below];
}

/** What people call it, or else its class and its instance. */
function labelFor(node: ObjectNode, pid: string): string {
  const key = 'auth.token.provider.title';
  const title = labelOf(node, [key, `@${key}`]);
  const [, name = pid, instance] = /^(.*?)(?:[-~](.+))?$/s.exec(dashed(pid)) ?? [];
  const own = name.slice(name.lastIndexOf('.') + 1);
  const short = PEOPLES[own] ?? own;
  return title ?? (instance ? `${short} (${instance})` : short || 'OSGi configuration');
}

/** Old instances stand behind a dot. */
const dashed = (pid: string): string =>
  hyphenated(`${pid}.config`)?.replace(/\.config$/, '') ?? pid;

const PEOPLES: Readonly<Record<string, string>> = {
  provider: 'Access-token provider',
  IMSAccessTokenRequestCustomizerImpl: 'Access-token secret',
};
