import campaignAccount from '../../../schemas/campaign-account.schema.json';
import campaignEnvironment from '../../../schemas/campaign-environment.schema.json';
import externalAccount from '../../../schemas/external-account.schema.json';
import imsCredential from '../../../schemas/ims-credential.schema.json';
import imsProject from '../../../schemas/ims-project.schema.json';
import imsRestrictions from '../../../schemas/ims-restrictions.schema.json';
import operatorGroup from '../../../schemas/operator-group.schema.json';
import pipelineOption from '../../../schemas/pipeline-option.schema.json';
import pipelineService from '../../../schemas/pipeline-service.schema.json';
import pipelineTopic from '../../../schemas/pipeline-topic.schema.json';
import pipelineTrigger from '../../../schemas/pipeline-trigger.schema.json';
import serverConfiguration from '../../../schemas/server-configuration.schema.json';

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
  | 'operator-group';

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
]);

/** All concepts, in a fixed order. */
export const concepts: readonly Concept[] = [...schemas.keys()];

/** The schema of a concept. */
export function conceptSchema(concept: Concept): ConceptSchema {
  const schema = schemas.get(concept);
  if (!schema) throw new Error(`No schema for ${concept}.`);
  return schema;
}

/** What the schema says of a field; nested fields are named with dots (`clientConsole.version`). */
export function fieldSchema(concept: Concept, name: string): FieldSchema | undefined {
  let fields: ConceptSchema['properties'] | undefined = conceptSchema(concept).properties;
  let found: FieldSchema | undefined;
  for (const part of name.split('.')) {
    // A user's key may be called `constructor`.
    found = fields && Object.hasOwn(fields, part) ? fields[part] : undefined;
    fields = found?.properties;
  }
  return found;
}

/**
 * The names of the fields that hold values, in the order of the schema, nested ones with dots.
 * Fields that only other people's files have are left out unless asked for.
 */
export function fieldNames(
  concept: Concept,
  options: { readonly foreign?: boolean } = {},
): readonly string[] {
  const leaves = (fields: ConceptSchema['properties'], prefix: string): readonly string[] =>
    Object.entries(fields).flatMap(([name, schema]) => {
      if (schema['x-foreign'] && !options.foreign) return [];
      return schema.properties
        ? leaves(schema.properties, `${prefix}${name}.`)
        : [`${prefix}${name}`];
    });
  return leaves(conceptSchema(concept).properties, '');
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
