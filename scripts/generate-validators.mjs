// Compiles schemas/*.schema.json to functions, so that nothing is compiled at run time.
//   node scripts/generate-validators.mjs
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const source = path.join(root, 'schemas');
const target = path.join(root, 'server', 'src', 'schema', 'generated');

/** What tells people and features something but validates nothing. */
export const annotations = [
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'writeOnly',
  'format',
  'x-foreign',
  'x-enumDescriptions',
  'x-deprecatedValues',
  'x-link',
  'x-oauth',
  'x-suggestions',
  'x-members',
];

/** How the schemas are compiled; the tests compile the unabridged ones the same way. */
export const ajvOptions = {
  strict: true,
  // A branch of `oneOf` names fields that the schema around it declares.
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: true,
  discriminator: true,
  // What a format means, and how it is mended, is for the rules to say.
  validateFormats: false,
  messages: false,
  code: { source: true, esm: true },
  keywords: annotations.filter((keyword) => keyword.startsWith('x-')),
};

/** Writes one exported function per concept; a file that would not change is left alone. */
export async function generateValidators() {
  const schemas = readSchemas();
  const bare = schemas.map(({ schema }) => withoutAnnotations(schema));
  const ajv = new Ajv({ ...ajvOptions, schemas: bare });
  const names = schemas.map(({ concept, schema }) => [camelCase(concept), schema.$id]);
  const code = standaloneCode(ajv, Object.fromEntries(names));
  if (/\brequire\(|new Function/.test(code)) throw new Error('The validators must stand alone.');
  fs.mkdirSync(target, { recursive: true });
  write('validators.mjs', `${code}\n`);
  write('validators.d.mts', declarations(names.map(([name]) => name)));
}

function readSchemas() {
  const files = fs.readdirSync(source).filter((file) => file.endsWith('.schema.json'));
  return files.sort().map((file) => ({
    concept: file.slice(0, -'.schema.json'.length),
    schema: JSON.parse(fs.readFileSync(path.join(source, file), 'utf8')),
  }));
}

/** The texts are in the catalog already; the validators need not carry them a second time. */
function withoutAnnotations(schema) {
  const kept = Object.entries(schema).filter(([keyword]) => !annotations.includes(keyword));
  const entries = kept.map(([keyword, value]) => {
    if (keyword === 'properties') return [keyword, mapValues(value, withoutAnnotations)];
    if (keyword === 'items') return [keyword, withoutAnnotations(value)];
    if (keyword === 'oneOf') return [keyword, value.map(withoutAnnotations)];
    return [keyword, value];
  });
  return Object.fromEntries(entries);
}

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));

const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

function declarations(names) {
  const functions = names.map((name) => `export declare const ${name}: Validator;`).sort();
  return [
    'export interface ValidationError {',
    '  readonly keyword: string;',
    '  readonly instancePath: string;',
    '  readonly params: Readonly<Record<string, unknown>>;',
    '}',
    'export interface Validator {',
    '  (value: unknown): boolean;',
    '  errors?: readonly ValidationError[] | null;',
    '}',
    ...functions,
    '',
  ].join('\n');
}

function write(name, text) {
  const file = path.join(target, name);
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return;
  fs.writeFileSync(file, text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await generateValidators();
