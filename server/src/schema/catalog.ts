import campaignAccount from '../../../schemas/campaign-account.schema.json';
import campaignEnvironment from '../../../schemas/campaign-environment.schema.json';
import externalAccount from '../../../schemas/external-account.schema.json';
import fileKind from '../../../schemas/file-kind.schema.json';
import imsCredential from '../../../schemas/ims-credential.schema.json';
import imsProject from '../../../schemas/ims-project.schema.json';
import imsRestrictions from '../../../schemas/ims-restrictions.schema.json';
import operatorGroup from '../../../schemas/operator-group.schema.json';
import pipelineOption from '../../../schemas/pipeline-option.schema.json';
import pipelineService from '../../../schemas/pipeline-service.schema.json';
import pipelineTopic from '../../../schemas/pipeline-topic.schema.json';
import pipelineTrigger from '../../../schemas/pipeline-trigger.schema.json';
import ruleLevels from '../../../schemas/rule-levels.schema.json';
import serverConfiguration from '../../../schemas/server-configuration.schema.json';
import settingsOverride from '../../../schemas/settings-override.schema.json';
import toolSettings from '../../../schemas/tool-settings.schema.json';

/** A thing that is configured, in our names, with one schema. */
export type Concept =
  | 'external-account'
  | 'campaign-account'
  | 'ims-credential'
  | 'campaign-environment'
  | 'ims-project'
  | 'server-configuration'
  | 'ims-restrictions'
  | 'pipeline-service'
  | 'pipeline-option'
  | 'pipeline-topic'
  | 'pipeline-trigger'
  | 'operator-group'
  | 'tool-settings'
  | 'settings-override'
  | 'rule-levels'
  | 'file-kind';

export interface ConceptSchema {
  readonly title: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  /** The field that decides which branch of `oneOf` holds. */
  readonly discriminator?: { readonly propertyName: string };
  readonly oneOf?: readonly Branch[];
  readonly 'x-link'?: string;
}

/** What the schema says of a field, in the schema's own words. */
export interface FieldSchema {
  /** The label in Adobe's UI. */
  readonly title: string;
  /** What it is, where its value is found, what happens if it is wrong. */
  readonly description: string;
  readonly type: string | readonly string[];
  /** Names what the rules expect of the value. */
  readonly format?: string;
  readonly default?: string | number | boolean;
  /** Real in form, false in content. */
  readonly examples: readonly unknown[];
  readonly enum?: readonly string[];
  /** A secret: never shown, logged or quoted. */
  readonly writeOnly?: boolean;
  /** Only a JWT credential has it. */
  readonly deprecated?: boolean;
  readonly items?: { readonly type: string };
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  /** Only other people's files have it; our own notation has not. */
  readonly 'x-foreign'?: boolean;
  readonly 'x-enumDescriptions'?: Readonly<Record<string, string>>;
  /** Values that are understood and never proposed. */
  readonly 'x-deprecatedValues'?: readonly string[];
  /** Adobe's page about it. */
  readonly 'x-link'?: string;
  /** What becomes of it when the credential moves to OAuth Server-to-Server. */
  readonly 'x-oauth'?: string;
  /** Values to propose where every text is allowed. */
  readonly 'x-suggestions'?: readonly string[];
}

interface Branch {
  readonly properties: Readonly<Record<string, { readonly const: string }>>;
  readonly required: readonly string[];
}

const schemas: ReadonlyMap<Concept, ConceptSchema> = new Map<Concept, ConceptSchema>([
  ['external-account', externalAccount],
  ['campaign-account', campaignAccount],
  ['ims-credential', imsCredential],
  ['campaign-environment', campaignEnvironment],
  ['ims-project', imsProject],
  ['server-configuration', serverConfiguration],
  ['ims-restrictions', imsRestrictions],
  ['pipeline-service', pipelineService],
  ['pipeline-option', pipelineOption],
  ['pipeline-topic', pipelineTopic],
  ['pipeline-trigger', pipelineTrigger],
  ['operator-group', operatorGroup],
  ['tool-settings', toolSettings],
  ['settings-override', settingsOverride],
  ['rule-levels', withMembers(ruleLevels)],
  ['file-kind', fileKind],
]);

/** Fields that are all alike but for what they are called and what is said about each. */
interface AlikeFields extends Omit<ConceptSchema, 'properties'> {
  readonly additionalProperties: Omit<FieldSchema, 'description'>;
  readonly 'x-members': Readonly<Record<string, string>>;
}

function withMembers(schema: AlikeFields): ConceptSchema {
  const { additionalProperties: alike, 'x-members': members, ...rest } = schema;
  const properties = Object.entries(members).map(([name, description]) => [
    name,
    { ...alike, description },
  ]);
  return { ...rest, properties: Object.fromEntries(properties) };
}

/** All concepts, in a fixed order. */
export const concepts: readonly Concept[] = [...schemas.keys()];

/** The schema of a concept. */
export function conceptSchema(concept: Concept): ConceptSchema {
  const schema = schemas.get(concept);
  if (!schema) throw new Error(`No schema for ${concept}.`);
  return schema;
}

/** What the schema says of a field; nested fields are named with dots (`clientConsole.version`). */
export const fieldSchema = (concept: Concept, name: string): FieldSchema | undefined =>
  fields.get(concept)?.get(name);

/** The fields of each concept, also those that hold others, in the order of the schema. */
const fields: ReadonlyMap<Concept, ReadonlyMap<string, FieldSchema>> = new Map(
  [...schemas].map(([concept, { properties }]) => [concept, new Map(fieldsIn(properties))]),
);

function fieldsIn(
  properties: ConceptSchema['properties'],
  prefix = '',
): readonly (readonly [name: string, schema: FieldSchema])[] {
  return Object.entries(properties).flatMap(([key, schema]) => [
    [prefix + key, schema] as const,
    ...fieldsIn(schema.properties ?? {}, `${prefix}${key}.`),
  ]);
}

/**
 * The names of the fields that hold values, in the order of the schema, nested ones with dots.
 * Fields that only other people's files have are left out unless asked for.
 */
export const fieldNames = (
  concept: Concept,
  options: { readonly foreign?: boolean } = {},
): readonly string[] => (options.foreign ? allNames : ownNames).get(concept) ?? [];

const allNames = namesBy(() => true);
const ownNames = namesBy((schema) => !schema['x-foreign']);

function namesBy(
  isMeant: (schema: FieldSchema) => boolean,
): ReadonlyMap<Concept, readonly string[]> {
  const leaves = (properties: ConceptSchema['properties'], prefix: string): readonly string[] =>
    Object.entries(properties).flatMap(([key, schema]) => {
      if (!isMeant(schema)) return [];
      return schema.properties
        ? leaves(schema.properties, `${prefix}${key}.`)
        : [`${prefix}${key}`];
    });
  return new Map(
    [...schemas].map(([concept, { properties }]) => [concept, leaves(properties, '')]),
  );
}

/**
 * The fields that must be there: always, and, where the flow is known, what that flow needs
 * besides.
 */
export function requiredFields(concept: Concept, flow?: string): readonly string[] {
  const { required = [], discriminator, oneOf = [] } = conceptSchema(concept);
  const tag = discriminator?.propertyName ?? '';
  const branch = oneOf.find(({ properties }) => properties[tag]?.const === flow);
  return [...new Set([...required, ...(branch?.required ?? [])])];
}
