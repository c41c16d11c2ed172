import { usualImsHost } from '../facts/ims-hosts';
import { essentialScopes } from '../facts/scopes';
import type { ConfigDocument } from '../model/document';
import type { Entity } from '../model/entity';
import { contextDialect } from '../model/kinds/aio-context';
import { contextVariables } from '../model/kinds/aio-context-variables';
import { experienceCloudDialect } from '../model/kinds/campaign-package';
import type { Workspace } from '../model/workspace';
import { blankOf } from '../rules/blank';
import { conceptSchema, fieldSchema } from '../schema/catalog';
import { textAt } from '../syntax/tree';
import type { Draft, DraftMember } from '../syntax/typing';
import { text } from '../texts';
import { fieldMembers, isShort, listDraft, newValue, placedIn } from './completion-drafts';
import { projectBlock, serverElements } from './completion-holders';
import { offeredFields, wantedFields } from './completion-keys';
import { idChoices, knownValues, type ValueSort } from './completion-known';
import type { OtherPlace } from './completion-place';
import { SIGN_IN, type Solution, scopesFor, solutions } from './completion-solutions';
import { tabStop } from './completion-tab-stops';

/** Several members that make a whole thing. */
export interface Block {
  readonly label: string;
  /**
   * What tells it from others, in a few words; the number of its fields where nothing else does.
   */
  readonly detail?: string | undefined;
  /** What it is, as Markdown. */
  readonly about: string;
  /** What a person types to find it, where that is not the label. */
  readonly filter?: string | undefined;
  readonly members: readonly DraftMember[];
}

/**
 * What a person may write as a whole in the place of an entity of which nothing is there. Never
 * JWT.
 */
export function blocksFor(
  entity: Entity,
  document: ConfigDocument,
  workspace: Workspace,
): readonly Block[] {
  const { concept, dialect } = entity;
  if (dialect.unjudged) return [];
  if (concept === 'ims-project') return [projectBlock];
  // Until it has a name nobody can tell of which type an account is.
  if (concept === 'campaign-account') return [accountBlock(workspace)];
  if (concept === 'ims-credential') {
    if (dialect.style === 'closed') return solutions.map((each) => integration(each, entity));
    const required = dialect.credential?.required ?? [];
    return required.length > 0 ? [block(entity, required, text('complete.oauthCredential'))] : [];
  }
  const names = MAIN[concept] ?? wantedFields(entity);
  return names.length > 0 ? [block(entity, names, conceptSchema(concept).title)] : [];

  function block(of: Entity, all: readonly string[], label: string): Block {
    const offered = new Set(offeredFields(of));
    const members = all
      .filter((name) => offered.has(name))
      .map((name) => [name, wholeValue(name, of)] as const);
    return {
      label,
      about: conceptSchema(concept).description,
      members: placedIn(of.dialect.names, members),
    };
  }

  /** The scopes of a whole thing are those that are usual. */
  function wholeValue(name: string, of: Entity): Draft {
    if (fieldSchema(concept, name)?.format !== 'scopes') {
      return newValue(name, of, document, workspace, blankOf(name));
    }
    return listDraft(scopesFor(of), dialect.names[name]?.shape ?? 'text');
  }

  function integration({ id, title, scopes }: Solution, of: Entity): Block {
    const values: readonly DraftMember[] = INTEGRATION.map((name) => {
      if (name === 'title') return [name, tabStop(title)];
      if (name === 'solution') return [name, id];
      if (name === 'scopes') return [name, listDraft(scopes, 'list')];
      return [name, newValue(name, of, document, workspace, blankOf(name))];
    });
    const label = text('complete.integration', { solution: title });
    return { label, about: text('complete.scopesToCompare'), members: values };
  }
}

const INTEGRATION = [
  'title',
  'solution',
  'authType',
  'orgId',
  'clientId',
  'clientSecret',
  'technicalAccountId',
  'technicalAccountEmail',
  'scopes',
];

/** What belongs to a whole thing although nothing requires it. */
const MAIN: Readonly<Record<string, readonly string[]>> = {
  'external-account': [
    ...['name', 'label', 'imsServer', 'imsScope', 'clientId', 'clientSecret', 'callbackServer'],
    ...['orgId', 'associationMask', 'productContext', 'server', 'tenant'],
  ],
  'campaign-environment': [
    ...['name', 'stage', 'product', 'version', 'build', 'hosting'],
    ...['connectWithAdobeId', 'endUsers', 'technicalOperators'],
  ],
};

/** What can be written as a whole in an object that is no entity itself. */
export function blocksIn(
  { path, owner }: Pick<OtherPlace, 'path' | 'owner'>,
  { kind }: Pick<ConfigDocument, 'kind'>,
  workspace: Workspace,
): readonly Block[] {
  const at = path.join('/');
  const keys = owner?.properties.map(({ key }) => key.toLowerCase()) ?? [];
  if (kind.id === 'aio-config' && at === 'ims/contexts') {
    return [
      aioContext(
        workspace,
        undefined,
        freeName((name) => keys.includes(name)),
      ),
    ];
  }
  if (kind.id === 'dotenv' && at === '') {
    const isTaken = (name: string) => keys.some((key) => key.startsWith(prefixOf(name)));
    return [aioVariables(workspace, undefined, freeName(isTaken))];
  }
  if (kind.id === 'campaign-package' && path.at(-1) === 'entities') {
    return textAt(owner, '@schema') === 'nms:extAccount' ? [packageAccount(workspace)] : [];
  }
  if (kind.id === 'campaign-server-config') {
    const all = serverElements[at.toLowerCase()] ?? [];
    return all.filter(({ label }) => !owner?.properties.some(({ key }) => key === label));
  }
  return [];
}

/** A place for an id, with those of the workspace to choose from. */
export function ids(
  workspace: Workspace,
  field: keyof typeof SORTS,
  sort: ValueSort = SORTS[field],
): string {
  const known = knownValues(workspace, sort).map((each) => each.text);
  return tabStop(...idChoices(field, sort, isShort(known) ? known : []));
}

const SORTS = {
  orgId: 'org-id',
  clientId: 'client-id',
  technicalAccountId: 'technical-account-id',
  technicalAccountEmail: 'technical-account-email',
} as const;

/** A place for a secret, of which none is ever proposed. */
export const secretStop = tabStop(blankOf('clientSecret'));

const CONTEXT_NAME = 'my_context';

/** A name for one more context. */
function freeName(isTaken: (name: string) => boolean): string {
  let count = 1;
  let name = CONTEXT_NAME;
  while (isTaken(name)) name = `${CONTEXT_NAME}_${++count}`;
  return name;
}

/**
 * How the variables of a context begin, in small letters: in its name an underscore is written
 * twice.
 */
const prefixOf = (name: string): string => `aio_ims_contexts_${name.replaceAll('_', '__')}_`;

/** A context of Adobe's IMS library, under its name. */
export function aioContext(
  workspace: Workspace,
  scopes?: readonly string[],
  name = CONTEXT_NAME,
): Block {
  const context = fieldMembers(contextDialect, contextFields(workspace, scopes));
  return {
    label: text('complete.aioContext'),
    about: text('complete.scopesToCompare'),
    members: [[tabStop(name), Object.fromEntries(context)]],
  };
}

/** The same in environment variables. */
export function aioVariables(
  workspace: Workspace,
  scopes?: readonly string[],
  name = CONTEXT_NAME,
): Block {
  const filter = prefixOf(name).replace('aio', 'AIO');
  return {
    label: text('complete.aioContext'),
    about: text('complete.scopesToCompare'),
    filter,
    members: fieldMembers(
      { names: contextVariables(filter, false) },
      contextFields(workspace, scopes),
    ),
  };
}

const contextFields = (workspace: Workspace, scopes: readonly string[] = essentialScopes) => ({
  clientId: ids(workspace, 'clientId'),
  clientSecret: [secretStop],
  technicalAccountId: ids(workspace, 'technicalAccountId'),
  technicalAccountEmail: ids(workspace, 'technicalAccountEmail'),
  orgId: ids(workspace, 'orgId'),
  scopes,
});

const packageAccount = (workspace: Workspace): Block => {
  const { members, about } = accountBlock(workspace);
  return { label: 'extAccount', about, members: [['extAccount', Object.fromEntries(members)]] };
};

/** The attributes of an account of type Adobe Experience Cloud. */
const accountBlock = (workspace: Workspace): Block => ({
  label: conceptSchema('external-account').title,
  about: conceptSchema('external-account').description,
  members: fieldMembers(experienceCloudDialect, {
    name: tabStop('Adobe_Experience_Cloud'),
    label: tabStop('Adobe Experience Cloud'),
    enabled: true,
    imsServer: `https://${usualImsHost}`,
    imsScope: SIGN_IN,
    clientId: ids(workspace, 'clientId', 'campaign-client'),
    callbackServer: `https://${tabStop('<campaign-server>')}`,
    orgId: ids(workspace, 'orgId'),
    associationMask: `Campaign - ${tabStop(blankOf('tenant'))} - (.*)`,
    server: tabStop('https://marketing.adobe.com'),
    tenant: tabStop(blankOf('tenant')),
  }),
});
