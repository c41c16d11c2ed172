import { accountTypes, experienceCloudAccountNames } from '../facts/campaign-accounts';
import { releases } from '../facts/campaign-releases';
import { builtInOperators } from '../facts/campaign-server';
import { githubActions } from '../facts/github-actions';
import { imsHosts, recommendedTokenEndpoint } from '../facts/ims-hosts';
import { essentialScopes, scopeInfo } from '../facts/scopes';
import type { ConfigDocument } from '../model/document';
import { type Entity, textOf } from '../model/entity';
import type { Workspace } from '../model/workspace';
import { blankOf } from '../rules/blank';
import { secretReference } from '../rules/cloud-service';
import { keyOf } from '../rules/field-name';
import { type FieldSchema, fieldSchema } from '../schema/catalog';
import { code, enumerate, shortened } from '../text/message';
import { text } from '../texts';
import { knownValues, sortOf } from './completion-known';
import { scopesFor } from './completion-solutions';

/** A value that a field may have. */
export interface Candidate {
  /** As the file says it. */
  readonly text: string;
  /** What it means, in a line. */
  readonly detail?: string | undefined;
  /** No text in the file: a boolean in notations that have them. */
  readonly switch?: boolean | undefined;
  /** Likely ones come first. */
  readonly likely?: true | undefined;
  /** It stands elsewhere beside an id that only the credential of this entity has. */
  readonly partner?: true | undefined;
}

/**
 * The values that a field of an entity may have here, the likeliest first. Never one of JWT, and
 * never a secret.
 */
export function candidatesFor(
  name: string,
  entity: Entity,
  document: ConfigDocument,
  workspace: Workspace,
): readonly Candidate[] {
  const schema = fieldSchema(entity.concept, name);
  if (!schema || schema.deprecated) return [];
  if (schema.writeOnly) return referencesFor(name, entity, schema, document, workspace);
  const flows = flowValues(name, entity);
  if (flows) return flows;
  const sort = sortOf(entity.concept, name);
  if (sort) return sharedValues(entity, knownValues(workspace, sort));
  const own = OWN[`${entity.concept} ${name}`]?.(entity);
  if (own) return own;
  return (
    (schema.format && BY_FORMAT[schema.format]?.(entity, schema)) ||
    usualFirst(plainValues(schema, entity), schema)
  );
}

/** How the file calls OAuth Server-to-Server, where the field names the flow. */
function flowValues(name: string, { dialect }: Entity): readonly Candidate[] | undefined {
  const { tag, flags } = dialect.credential ?? {};
  const values = tag?.field === name ? tag.values : undefined;
  const flag = flags?.[name];
  if (!values && !flag) return undefined;
  const detail = text('flow.oauth-server-to-server');
  const named = Object.entries(values ?? {}).filter(([, flow]) => flow === OAUTH);
  if (named.length > 0) return named.map(([value]) => ({ text: value, detail, likely: true }));
  if (!flag) return [];
  const isSwitch = typeof flag.oauth === 'boolean' ? flag.oauth : undefined;
  return [{ text: String(flag.oauth), detail, switch: isSwitch, likely: true }];
}

const OAUTH = 'oauth-server-to-server';

/** A secret is never proposed, only a place where it is kept. */
function referencesFor(
  name: string,
  entity: Entity,
  schema: FieldSchema,
  document: ConfigDocument,
  workspace: Workspace,
): readonly Candidate[] {
  const { dialect } = entity;
  const detail = text('complete.reference');
  if (dialect.reference) return [{ text: dialect.reference(keyOf(name, entity)), detail }];
  if (dialect.secrets === 'osgi') {
    // Only configurations in JSON are for AEM as a Cloud Service, which keeps secrets in variables.
    if (!/\.cfg\.json$/i.test(document.path)) return [];
    return [{ text: secretReference({ name }, entity, document, workspace), detail }];
  }
  if (dialect.secrets !== 'references') return [];
  return schema.examples
    .filter((each) => typeof each === 'string')
    .map((each) => ({ text: each, detail }));
}

function sharedValues(entity: Entity, known: ReturnType<typeof knownValues>): readonly Candidate[] {
  const isBeside = ({ beside }: (typeof known)[number], names: readonly string[]) =>
    names.some((name) => beside.has(textOf(entity, name)?.text ?? ''));
  return known
    .map((each): Candidate => {
      const detail = usedIn(each.files.map((file) => shortened(file, LONGEST_NAME)));
      const partner = isBeside(each, OF_ONE_CREDENTIAL);
      const likely = partner || isBeside(each, ['orgId']);
      const near = { ...(likely && { likely }), ...(partner && { partner }) };
      return { text: each.text, detail, ...near };
    })
    .sort((one, other) => nearness(other) - nearness(one));
}

/** An organization has many credentials. */
const OF_ONE_CREDENTIAL = ['clientId', 'technicalAccountId', 'technicalAccountEmail'];

const nearness = ({ likely, partner }: Candidate): number =>
  Number(likely ?? false) + Number(partner ?? false);

/** The first of several files, and how many there are besides. */
function usedIn(files: readonly string[]): string {
  const count = files.length - MOST_FILES;
  if (count <= 0) return text('complete.usedIn', { files: enumerate(files) });
  const shown = files.slice(0, MOST_FILES).map(code).join(', ');
  return text('complete.usedInMore', { files: shown, count });
}

const MOST_FILES = 3;

/** In characters of code that fit in a line beside a list of completions. */
const LONGEST_NAME = 40;

const versions = (entity: Entity): readonly Candidate[] => {
  const product = textOf(entity, 'product')?.text;
  return releases
    .filter((each) => product === undefined || product === '' || each.product === product)
    .filter((each) => /^\d/.test(each.version))
    .toReversed()
    .map(({ version, what }) => ({ text: version, detail: what }));
};

const builds = (entity: Entity): readonly Candidate[] => {
  const version = textOf(entity, 'version')?.text;
  return releases
    .filter((each) => each.build !== undefined)
    .map(({ version: of, build }): Candidate => {
      const likely = of === version;
      const detail = text('complete.buildOf', { version: of });
      return { text: String(build), detail, ...(likely && { likely: true }) };
    })
    .toReversed();
};

const plain = (texts: readonly string[]): readonly Candidate[] =>
  texts.map((each) => ({ text: each }));

/** What is known of single fields. */
const OWN: Readonly<Record<string, (entity: Entity) => readonly Candidate[]>> = {
  'external-account name': () => plain(experienceCloudAccountNames),
  'external-account label': () => plain(['Adobe Experience Cloud']),
  'external-account associationMask': (entity) => {
    const tenant = textOf(entity, 'tenant');
    const named = tenant?.kind === 'literal' ? tenant.text : blankOf('tenant');
    return plain([`Campaign - ${named} - (.*)`]);
  },
  'external-account callbackServer': () => plain(['https://<campaign-server>']),
  'external-account server': () => plain(['https://marketing.adobe.com']),
  'campaign-account type': () =>
    Object.entries(accountTypes).map(([type, detail]) => ({ text: type, detail })),
  'campaign-environment version': versions,
  'campaign-environment clientConsole.version': (entity) => {
    const server = textOf(entity, 'version')?.text;
    return versions(entity).map((each) =>
      each.text === server ? { ...each, likely: true } : each,
    );
  },
  'campaign-environment build': builds,
  'ims-credential action': () =>
    githubActions.flatMap(({ name, oauthVersion }) =>
      oauthVersion ? [{ text: `${name}@${oauthVersion}` }] : [],
    ),
  'ims-restrictions allowedOperator': () => plain(builtInOperators),
  'pipeline-service authType': () => plain(['imsJwtToken']),
  'pipeline-topic name': () => plain(['triggers']),
};

const BY_FORMAT: Readonly<
  Record<string, (entity: Entity, schema: FieldSchema) => readonly Candidate[]>
> = {
  'ims-server': ({ concept }, schema) => {
    // As the field is usually written: with what is before the host, or without.
    const lead = /^https:\/\//.exec(String(schema.examples[0]))?.[0] ?? '';
    return imsHosts
      .filter(({ campaign, tokens }) => (concept === 'ims-credential' ? tokens : campaign))
      .map(({ host, stage }) => ({
        text: lead + host,
        detail: text(stage === 'staging' ? 'complete.stagingHost' : 'complete.productionHost'),
      }));
  },
  'token-endpoint': () => [
    {
      text: recommendedTokenEndpoint,
      detail: text('complete.tokenEndpoint'),
    },
  ],
  scopes: (entity) => {
    const likely = new Set([...essentialScopes, ...scopesFor(entity)]);
    const rest = Object.keys(scopeInfo).filter((scope) => !likely.has(scope));
    return [...likely, ...rest].map((scope) => ({
      text: scope,
      detail: scopeInfo[scope],
      ...(likely.has(scope) && { likely: true as const }),
    }));
  },
};

/** What the schema gives as its first example is usual. */
const usualFirst = (all: readonly Candidate[], { examples }: FieldSchema): readonly Candidate[] => {
  const usual = all.filter(({ text: said }) => said === String(examples[0]));
  return [...usual, ...all.filter((each) => !usual.includes(each))];
};

/** What the schema says. */
function plainValues(schema: FieldSchema, { concept }: Entity): readonly Candidate[] {
  const old = new Set(schema['x-deprecatedValues'] ?? []);
  const allowed = (schema.enum ?? schema['x-suggestions'] ?? []).filter((each) => !old.has(each));
  if (allowed.length > 0) {
    const meanings = schema['x-enumDescriptions'] ?? {};
    return allowed.map((value) => ({ text: value, detail: meanings[value] }));
  }
  if ([schema.type].flat().includes('boolean')) {
    return [
      { text: 'true', detail: text('hover.true'), switch: true },
      { text: 'false', detail: text('hover.false'), switch: false },
    ];
  }
  const isSetting = concept === 'pipeline-service' || concept === 'server-configuration';
  return isSetting && schema.default !== undefined
    ? [{ text: String(schema.default), detail: text('complete.default') }]
    : [];
}
