import { type Concept, conceptSchema, fieldNames, fieldSchema } from './catalog';
import * as validators from './generated/validators.mjs';

/** One way in which a value departs from its schema. */
export interface Violation {
  readonly keyword: 'required' | 'type' | 'enum' | 'minItems' | 'maxItems';
  /** Nested fields are named with dots. For `required` the field that is missing. */
  readonly field: string;
  /** The item of a list, where the defect is the item's. */
  readonly index?: number;
  /**
   * The types or the values that would do. Nothing that should no longer be chosen is among them.
   */
  readonly expected?: readonly string[];
}

/**
 * How a value departs from its schema: at most one violation for each field or item, in the order
 * of the schema. What is empty counts as absent. Where the value does not say which flow it
 * follows, or says what is unknown, `flow` decides which of the alternatives holds.
 */
export function violations(concept: Concept, value: unknown, flow?: string): readonly Violation[] {
  const filled = isObject(value) ? withoutEmpty(value) : {};
  const found = validate(concept, filled);
  const tag = conceptSchema(concept).discriminator?.propertyName;
  // The alternatives are checked only once the tag is known.
  const unknownTag = tag !== undefined && found.some(({ field }) => field === tag);
  const assumed =
    unknownTag && flow !== undefined ? validate(concept, { ...filled, [tag]: flow }) : [];
  return inOrder(concept, firstOfEach([...found, ...assumed]));
}

const byConcept: Readonly<Record<Concept, validators.Validator>> = {
  'external-account': validators.externalAccount,
  'campaign-account': validators.campaignAccount,
  'ims-credential': validators.imsCredential,
  'campaign-environment': validators.campaignEnvironment,
  'ims-project': validators.imsProject,
  'server-configuration': validators.serverConfiguration,
  'ims-restrictions': validators.imsRestrictions,
  'pipeline-service': validators.pipelineService,
  'pipeline-option': validators.pipelineOption,
  'pipeline-topic': validators.pipelineTopic,
  'pipeline-trigger': validators.pipelineTrigger,
  'operator-group': validators.operatorGroup,
  'tool-settings': validators.toolSettings,
  'settings-override': validators.settingsOverride,
  'rule-levels': validators.ruleLevels,
  'file-kind': validators.fileKind,
};

function validate(concept: Concept, value: unknown): readonly Violation[] {
  const validator = byConcept[concept];
  validator(value);
  return (validator.errors ?? []).flatMap((error) => violation(concept, error) ?? []);
}

function violation(concept: Concept, error: validators.ValidationError): Violation | undefined {
  const { keyword, instancePath, params } = error;
  const path = instancePath.split('/').slice(1).map(unescapePointer);
  const index = indexAt(concept, path);
  const field = (index === undefined ? path : path.slice(0, -1)).join('.');
  const place = index === undefined ? { field } : { field, index };
  switch (keyword) {
    case 'required': {
      const missing = String(params.missingProperty);
      return { keyword, field: field === '' ? missing : `${field}.${missing}` };
    }
    case 'type':
      return { keyword, ...place, expected: texts(params.type) };
    case 'enum':
      return { keyword, ...place, expected: allowedValues(concept, field) };
    case 'minItems':
    case 'maxItems':
      return { keyword, ...place };
    default:
      // `discriminator` and `const` repeat what `required` and `enum` say of the tag.
      return undefined;
  }
}

const texts = (types: unknown): readonly string[] => [types].flat().map(String);

const unescapePointer = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~');

function indexAt(concept: Concept, path: readonly string[]): number | undefined {
  const last = path.at(-1);
  if (last === undefined || path.length < 2) return undefined;
  return fieldSchema(concept, path.slice(0, -1).join('.'))?.items ? Number(last) : undefined;
}

function allowedValues(concept: Concept, field: string): readonly string[] {
  const schema = fieldSchema(concept, field);
  const outdated = schema?.['x-deprecatedValues'] ?? [];
  return (schema?.enum ?? []).filter((value) => !outdated.includes(value));
}

/** A value of the wrong type is also none of the allowed ones; one sentence is enough. */
function firstOfEach(found: readonly Violation[]): readonly Violation[] {
  const places = new Map<string, Violation>();
  for (const each of found) {
    const place = `${each.field} ${each.index ?? ''}`;
    if (!places.has(place)) places.set(place, each);
  }
  return [...places.values()];
}

function inOrder(concept: Concept, found: readonly Violation[]): readonly Violation[] {
  if (found.length < 2) return found;
  const names = fieldNames(concept, { foreign: true });
  const position = ({ field }: Violation) =>
    names.findIndex((name) => name === field || name.startsWith(`${field}.`));
  return found.toSorted((a, b) => position(a) - position(b) || (a.index ?? 0) - (b.index ?? 0));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.every((item) => item === null || item === ''));

function withoutEmpty(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(value).filter(([, each]) => !isEmpty(each));
  return Object.fromEntries(entries.map(([name, each]) => [name, filledIn(each)]));
}

function filledIn(value: unknown): unknown {
  if (isObject(value)) return withoutEmpty(value);
  // An item that is not written yet keeps its place and is no item of the wrong type.
  return Array.isArray(value) ? value.map((item) => item ?? '') : value;
}
