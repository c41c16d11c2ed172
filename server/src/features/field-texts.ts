import type { Flow } from '../model/dialect';
import { type Shape, shapeForm } from '../model/shape';
import { rules } from '../rules';
import type { Concept, FieldSchema } from '../schema/catalog';
import { code, plain } from '../text/message';
import { hasText, text } from '../texts';

export interface ExplainedField {
  /** As written. */
  readonly key: string;
  readonly concept: Concept;
  readonly schema: FieldSchema;
  readonly shape?: Shape | undefined;
  /** How an OAuth credential calls it, where the key is the one of a JWT credential. */
  readonly oauthKey?: string | undefined;
  /** Only JWT credentials have it where it stands, whatever the schema says. */
  readonly jwtOnly?: true | undefined;
  /** Only people write it, and Adobe's files of the kind have no such key. */
  readonly byHand?: boolean | undefined;
  /** How the flows are called here, where the field names one. */
  readonly flows?: Readonly<Record<string, Flow>> | undefined;
}

/** What the schema says of a field, and what the rules expect of it: paragraphs of Markdown. */
export function fieldTexts(field: ExplainedField): readonly string[] {
  const { key, schema } = field;
  return [
    `**${schema.title}** ${code(key)}`,
    schema.description,
    ...(field.byHand ? [text('hover.byHand')] : []),
    ...valuesTexts(field),
    ...list([...formatTexts(field), ...exampleTexts(field), ...defaultTexts(schema)]),
    ...migrationTexts(field),
    ...checksTexts(field),
    ...(schema['x-link'] ? [text('hover.link', { url: schema['x-link'] })] : []),
  ];
}

const list = (items: readonly string[]): readonly string[] =>
  items.length > 0 ? [items.map((item) => `- ${item}`).join('\n')] : [];

function valuesTexts({ schema, shape, flows }: ExplainedField): readonly string[] {
  const meanings = schema['x-enumDescriptions'] ?? {};
  const old = new Set(schema['x-deprecatedValues'] ?? []);
  const allowed = schema.enum ?? [];
  const values = [
    ...allowed.filter((value) => !old.has(value)).map((value) => said('hover.value', value)),
    ...allowed
      .filter((value) => old.has(value))
      .map((value) => said('hover.deprecatedValue', value)),
    ...(schema.type === 'boolean' ? switches(shape === 'flag') : []),
  ];
  return values.length > 0 ? [[text('hover.values'), '', ...list(values)].join('\n')] : [];

  function said(id: 'hover.value' | 'hover.deprecatedValue', value: string): string {
    return text(id, { value: spelled(value, flows), meaning: meanings[value] ?? value });
  }
}

/** A value as the file at hand calls it. */
const spelled = (value: string, flows: ExplainedField['flows']): string =>
  Object.entries(flows ?? {}).find(([, flow]) => flow === value)?.[0] ?? value;

const switches = (asFlag: boolean): readonly string[] => [
  text('hover.value', { value: asFlag ? '1' : 'true', meaning: text('hover.true') }),
  text('hover.value', { value: asFlag ? '0' : 'false', meaning: text('hover.false') }),
];

function formatTexts({ schema, shape }: ExplainedField): readonly string[] {
  const id = isJson(shape) && schema.items ? 'format.json-array' : `format.${schema.format}`;
  return hasText(id) ? [text('hover.format', { format: text(id) })] : [];
}

/** The values of a list of choices are their own examples, and a secret has none. */
function exampleTexts({ schema, shape }: ExplainedField): readonly string[] {
  if (schema.writeOnly || schema.enum || schema.type === 'boolean') return [];
  const lists = isJson(shape) ? schema.examples.filter((example) => Array.isArray(example)) : [];
  const all =
    lists.length > 0 ? lists.map((each) => JSON.stringify(each)) : schema.examples.map(written);
  const examples = all.map((example) => `\`${example}\``);
  const suggestions = schema['x-suggestions'] ?? [];
  if (suggestions.length > 1) {
    return [
      text('hover.suggestions', { values: suggestions.map((each) => `\`${each}\``).join(', ') }),
    ];
  }
  if (examples.length === 0) return [];
  const [example] = examples;
  return examples.length === 1
    ? [text('hover.example', { example: example ?? '' })]
    : [text('hover.examples', { examples: examples.join(', ') })];
}

/** Whether a list is written as an array of JSON in a text. */
function isJson(shape: Shape | undefined): boolean {
  const { list, also } = shapeForm(shape ?? 'any');
  return list === 'json' && also !== 'commas';
}

/** One line, as YAML's flow style would write it. */
function written(example: unknown): string {
  if (Array.isArray(example)) return `[${example.map(written).join(', ')}]`;
  if (typeof example === 'string') return example.replace(/\s*\n\s*/g, ' ');
  return JSON.stringify(example) ?? '';
}

function defaultTexts({ default: value }: FieldSchema): readonly string[] {
  return value === undefined ? [] : [text('hover.default', { value: String(value) })];
}

function migrationTexts({ schema, oauthKey, jwtOnly, flows }: ExplainedField): readonly string[] {
  const usual = schema.enum && flows ? `becomes ${spelled(OAUTH, flows)}` : schema['x-oauth'];
  const fate = jwtOnly ? 'removed' : usual;
  return [
    ...(schema.deprecated || jwtOnly ? [text('hover.jwtOnly')] : []),
    ...(fate ? [text('hover.oauth', { fate })] : []),
    ...(oauthKey ? [text('hover.oauthKey', { key: oauthKey })] : []),
  ];
}

const OAUTH: Flow = 'oauth-server-to-server';

function checksTexts({ schema: { format }, concept }: ExplainedField): readonly string[] {
  if (!format) return [];
  const checks = rules
    .filter((rule) => 'formats' in rule && rule.formats.includes(format))
    .filter((rule) => rule.concepts?.includes(concept) ?? true)
    .map(({ meta: { id, docs } }) => text('hover.check', { id, summary: plain(docs.summary) }));
  return checks.length > 0 ? [[text('hover.checks'), '', ...list(checks)].join('\n')] : [];
}
