import { githubAction } from '../../facts/github-actions';
import { vocabularyOf } from '../../facts/scopes';
import {
  type ConfigNode,
  type ObjectNode,
  objectWith,
  type Property,
  property,
  textAt,
} from '../../syntax/tree';
import { type Dialect, withCredential } from '../dialect';
import { type Entity, entityWith, type Field } from '../entity';
import { readField } from '../field';
import { grouped } from '../grouped';
import { idForm } from '../id-form';
import type { FileKind } from '../kind';
import { readEntity } from '../read';
import { namesEmail } from '../reference-name';
import { valueKind } from '../value';
import { labelOf } from './label';
import { strayFields } from './stray-secrets';
import {
  appsDialect,
  appsEmailDialect,
  appsFlagDialect,
  appsJwtDialect,
  executionDialect,
  executionEmailDialect,
  rdeDialect,
  stepDialect,
} from './workflow-dialects';

/** A workflow or a composite action of GitHub with a step that signs in at Adobe. */
export const githubWorkflow: FileKind = {
  id: 'github-workflow',
  title: 'GitHub workflow with actions of Adobe',
  files: ['.github/workflows/*.{yml,yaml}', 'action.{yml,yaml}'],
  syntaxes: ['yaml'],
  recognition: {
    marker:
      /adobe(?:-basel)?\/aio-(?:apps|cloudmanager-[a-z-]{1,30})-action|\/ims\/exchange\/jwt|[ps]\de-[\w-]{32}/i,
    content: (root) => entitiesOf(root).length > 0,
  },
  entities: (root) => entitiesOf(root),
};

function entitiesOf(root: ConfigNode | undefined): readonly Entity[] {
  const { steps, variables } = partsOf(root);
  const actions = steps.flatMap((step) => {
    const uses = property(step, 'uses');
    const name = githubAction(textAt(step, 'uses') ?? '')?.name;
    return uses && name ? [{ step, name, field: readField('action', 'text', step, uses) }] : [];
  });
  const byName = grouped(actions, ({ name }) => name);
  const fields = new Map(
    [...byName].map(([name, all]) => [name, all.map(({ field }) => field)] as const),
  );
  const used = new Map(
    actions.map(({ step, name, field }) => [step, { name, field, along: fields.get(name) ?? [] }]),
  );
  return [
    ...steps.flatMap((step) => stepEntities(step, used.get(step))),
    ...variables.flatMap((each) => stray(each, [each.value], 'env')),
  ].sort((one, other) => one.span.start - other.span.start);
}

/** An action of Adobe's in a step, and the same one in all of them. */
interface UsedAction {
  readonly name: string;
  readonly field: Field;
  readonly along: readonly Field[];
}

interface Parts {
  readonly steps: readonly ObjectNode[];
  /** The `env` of jobs and of the whole. */
  readonly variables: readonly Property[];
}

/** All steps, whatever they stand in; a file may be a list of nothing but steps. */
function partsOf(root: ConfigNode | undefined): Parts {
  const steps = new Set<ObjectNode>(root?.type === 'array' ? stepsIn(root) : []);
  const variables: Property[] = [];
  const holders = [root, property(root, 'runs')?.value, ...valuesOf(property(root, 'jobs')?.value)];
  for (const holder of holders) {
    for (const step of stepsIn(property(holder, 'steps')?.value)) steps.add(step);
    const env = property(holder, 'env');
    if (env) variables.push(env);
  }
  return { steps: [...steps], variables: steps.size > 0 ? [...new Set(variables)] : [] };
}

const stepsIn = (node: ConfigNode | undefined): readonly ObjectNode[] =>
  node?.type === 'array'
    ? (node.items.filter(
        (item) =>
          item.type === 'object' &&
          (property(item, 'uses') !== undefined || property(item, 'run') !== undefined),
      ) as readonly ObjectNode[])
    : [];

const valuesOf = (node: ConfigNode | undefined): readonly ConfigNode[] =>
  node?.type === 'object' ? node.properties.map(({ value }) => value) : [];

/** The credential of a step, and what else in it is Adobe's. */
function stepEntities(step: ObjectNode, action: UsedAction | undefined): readonly Entity[] {
  const credential = credentialOf(step, action);
  const inputs = property(step, 'with');
  const places = [inputs?.value, property(step, 'env')?.value];
  const run = property(step, 'run');
  const name = property(step, 'name') ?? step.properties[0];
  const known = new Set(
    credential ? [...credential.fields.values()].flat().map(({ keySpan }) => keySpan.start) : [],
  );
  return [
    ...(credential ? [credential] : []),
    ...(name ? stray(name, [...places, run && onlyOf(step, run)], labelOfStep(step), known) : []),
  ];
}

/** A property alone, as if it had an object of its own. */
const onlyOf = (step: ObjectNode, only: Property): ObjectNode => objectWith(step, [only]);

function stray(
  head: Property,
  places: readonly (ConfigNode | undefined)[],
  label: string,
  known: ReadonlySet<number> = new Set(),
): readonly Entity[] {
  const extra = strayFields(places, known);
  if (extra.length === 0) return [];
  const entity = readEntity(undefined, stepDialect, { head: head.keySpan, label, extra });
  return [entityWith(entity, { span: extra[0]?.span ?? head.span })];
}

const labelOfStep = (step: ObjectNode): string =>
  labelOf(step, ['name', 'id', 'uses', 'run'])
    ?.split(/[\r\n]/)[0]
    ?.replace(/^.*\/|@.*$/g, '') ?? '';

/**
 * The credential among the inputs of a step; undefined where its action or its command needs none.
 */
function credentialOf(step: ObjectNode, action: UsedAction | undefined): Entity | undefined {
  const inputs = property(step, 'with');
  const dialect = inputs && action && dialectOf(action.name, inputs.value);
  if (!dialect) return undefined;
  const { field, along } = action;
  const place = { head: inputs.keySpan, label: labelOfStep(step), extra: [field], along };
  return entityWith(readEntity(inputs.value, dialect, place), { span: step.span });
}

function dialectOf(action: string, inputs: ConfigNode): Dialect | undefined {
  const given = (name: string) => inputOf(inputs, name);
  const hasCredential = CREDENTIAL.some((name) => given(name) !== undefined);
  const holdsEmail =
    given('TECHNICALACCOUNTEMAIL') === undefined && isEmail(given('TECHNICALACCOUNTID'));
  if (action === 'adobe/aio-apps-action') {
    const dialect = appsDialectOf(given('COMMAND'), hasCredential);
    if (dialect !== appsJwtDialect) return dialect;
    if (hasInputsOfOAuth(given)) return appsFlagDialect;
    return holdsEmail ? appsEmailDialect : dialect;
  }
  // Without one it uses the token of a step before it; and what is in one text for all nobody sees.
  if (!hasCredential || given('IMSCONFIG') !== undefined) return undefined;
  if (action !== 'adobe/aio-cloudmanager-create-execution-action') return rdeDialect;
  const isJwt = given('KEY') !== undefined && !/^(?!false)./i.test(given('OAUTHENABLED') ?? '');
  return isJwt && holdsEmail ? executionEmailDialect : executionDialect;
}

/** Whether the inputs are those of OAuth, and none is the key of a JWT. */
const hasInputsOfOAuth = (given: (name: string) => string | undefined): boolean => {
  const scopes = given('SCOPES')?.split(',') ?? [];
  const hasScope = scopes.some((each) => vocabularyOf(each.trim()) === 'scope');
  return !given('KEY') && (Boolean(given('TECHNICALACCOUNTEMAIL')) || hasScope);
};

const CREDENTIAL = ['CLIENTID', 'CLIENTSECRET', 'TECHNICALACCOUNTID', 'KEY'];

/**
 * A command that is computed may be either; only a key says which then, and no edit is right for
 * all.
 */
function appsDialectOf(command: string | undefined, hasCredential: boolean): Dialect | undefined {
  // The action reads it in any case.
  const word = command?.toLowerCase();
  if (word === 'auth') return appsJwtDialect;
  if (word === 'oauth_sts') return appsDialect;
  const isOpen = command !== undefined && valueKind(command) === 'reference';
  return isOpen && hasCredential
    ? withCredential(appsDialect, { move: { kind: 'nothing' } })
    : undefined;
}

/** The text of an input, whose name GitHub reads in any case. */
function inputOf(inputs: ConfigNode, name: string): string | undefined {
  if (inputs.type !== 'object') return undefined;
  const { value } = inputs.properties.find(({ key }) => key.toUpperCase() === name) ?? {};
  return value?.type === 'scalar' ? value.text.trim() : undefined;
}

const isEmail = (text = ''): boolean =>
  namesEmail(text) || idForm(text) === 'technical-account-email';
