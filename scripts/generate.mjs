// Writes what is made from the rules, kinds and schemas: docs/rules/, docs/fields.md, the table of
// the README, l10n/texts.en.json and client/src/markers.ts.
//   node scripts/generate.mjs           writes
//   node scripts/generate.mjs --check   only says what is out of date, and exits with 1 if anything is
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { generateValidators } from './generate-validators.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const checkOnly = process.argv.includes('--check');

const {
  rules,
  kinds,
  concepts,
  conceptSchema,
  fieldNames,
  fieldSchema,
  requiredFields,
  texts,
  rulePage,
} = await core();

/** The core, as the generator needs it. */
async function core() {
  await generateValidators();
  const outfile = path.join(root, 'out', `generate-${process.pid}.mjs`);
  await esbuild.build({
    stdin: {
      contents: `
        export { rules } from './server/src/rules';
        export { kinds } from './server/src/model/kinds';
        export * from './server/src/schema/catalog';
        export { texts } from './server/src/texts';
        export { rulePage } from './server/src/features/rule-page';
      `,
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  const module = await import(pathToFileURL(outfile).href);
  fs.rmSync(outfile);
  return module;
}

/** The fields of the others are the rules, which have pages of their own. */
const explainedConcepts = concepts.filter((concept) => concept !== 'rule-levels');

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function ruleTable(prefix) {
  const rows = rules.map(
    ({ meta }) =>
      `| [\`${meta.id}\`](${prefix}${meta.id}.md) | ${meta.offByDefault ? `off (${meta.severity})` : meta.severity} | ${meta.fix === 'none' ? '' : meta.fix} | ${cell(meta.docs.summary)} |`,
  );
  return ['| rule | level | fix | what it finds |', '|---|---|---|---|', ...rows].join('\n');
}

function kindTable() {
  const rows = kinds.map(
    (kind) =>
      `| \`${kind.id}\` | ${kind.files.map((file) => `\`${cell(file)}\``).join(', ')} | ${cell(kind.title)}${'name' in kind.recognition ? '' : ', known by its content'} |`,
  );
  return ['| kind | files | what it is |', '|---|---|---|', ...rows].join('\n');
}

function fieldsPage() {
  const parts = explainedConcepts.map((concept) => {
    const schema = conceptSchema(concept);
    const required = new Set(requiredFields(concept, 'oauth-server-to-server'));
    const rows = fieldNames(concept, { foreign: true }).map((name) => {
      const field = fieldSchema(concept, name);
      const marks = [
        required.has(name) ? 'required' : '',
        field.deprecated ? 'JWT only' : '',
        field['x-foreign'] ? 'not in our own notation' : '',
      ].filter(Boolean);
      const example = field.writeOnly ? '' : field.examples?.[0];
      const shown = example === undefined || example === '' ? '' : `\`${JSON.stringify(example)}\``;
      return `| \`${name}\` | ${cell(field.title)} | ${cell(field.description)} | ${cell(shown)} | ${marks.join(', ')} |`;
    });
    return [
      `## ${schema.title}`,
      schema.description,
      ['| field | label | meaning | example | |', '|---|---|---|---|---|', ...rows].join('\n'),
    ].join('\n\n');
  });
  return `# Fields\n\nWhat the hovers say, in one place. Generated from \`schemas/\`.\n\n${parts.join('\n\n')}\n`;
}

/** Every text that a user sees, by id, for translators. */
function textTable() {
  // A table that is not exported would be bundled as undefined, which `{ ...texts }` takes for
  // empty.
  const table = Object.fromEntries(Object.entries(texts));
  for (const { meta } of rules) {
    for (const [id, text] of Object.entries(meta.messages)) table[`${meta.id}/${id}`] = text;
    for (const [id, text] of Object.entries(meta.fixes ?? {})) table[`${meta.id}/${id}`] = text;
  }
  for (const concept of explainedConcepts) {
    for (const name of fieldNames(concept, { foreign: true })) {
      const { title, description } = fieldSchema(concept, name);
      table[`${concept}.${name}/title`] = title;
      table[`${concept}.${name}/description`] = description;
    }
  }
  const sorted = Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify(sorted, undefined, 2)}\n`;
}

/** The alternatives of patterns, each once. */
function alternatives(patterns) {
  const found = new Set();
  for (const { source } of patterns) {
    let depth = 0;
    let part = '';
    for (const [token] of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[\s\S]/g)) {
      if (token === '(') depth += 1;
      if (token === ')') depth -= 1;
      if (token === '|' && depth === 0) {
        found.add(part);
        part = '';
      } else part += token;
    }
    found.add(part);
  }
  return [...found].join('|');
}

/** What the client looks for before it starts the server. */
function clientMarkers() {
  const recognitions = kinds.map(({ recognition }) => recognition);
  const markers = recognitions.flatMap(({ marker }) => marker ?? []);
  const names = recognitions.flatMap(({ name, alsoName }) => name ?? alsoName ?? []);
  return `// Generated from the kinds of files and their \`recognition\`.

/** Words of which every file of ours that is known by its content has one. */
export const CONTENT_MARKER =
  /${alternatives(markers)}/i;

/** The names by which files of ours are known. */
export const OWN_NAME =
  /${alternatives(names)}/i;
`;
}

/** Replaces what stands between two comments of a page. */
function between(file, name, content) {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const pattern = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!pattern.test(text)) throw new Error(`${file} has no part ${name}`);
  return text.replace(pattern, (_, start, end) => `${start}\n${content}\n\n${end}`);
}

/** The schema of levels, with every rule. */
function levelsSchema() {
  const members = rules.map(({ meta }) => [meta.id, plainSummary(meta.docs.summary)]);
  return schemaWith('rule-levels', { 'x-members': Object.fromEntries(members) });
}

const plainSummary = (summary) => summary.replaceAll('**', '');

/** The schema of chosen kinds, with every kind that describes configuration. */
function kindsSchema() {
  const choices = kinds.filter(({ isSettings }) => !isSettings);
  const { properties } = JSON.parse(readSchema('file-kind'));
  const kind = {
    ...properties.kind,
    enum: ['none', ...choices.map(({ id }) => id)],
    'x-enumDescriptions': {
      none: properties.kind['x-enumDescriptions'].none,
      ...Object.fromEntries(choices.map(({ id, title }) => [id, `${title}.`])),
    },
  };
  return schemaWith('file-kind', { properties: { ...properties, kind } });
}

const readSchema = (concept) =>
  fs.readFileSync(path.join(root, 'schemas', `${concept}.schema.json`), 'utf8');

const schemaWith = (concept, parts) =>
  `${JSON.stringify({ ...JSON.parse(readSchema(concept)), ...parts }, undefined, 2)}\n`;

const pages = new Map([
  ['schemas/rule-levels.schema.json', levelsSchema()],
  ['schemas/file-kind.schema.json', kindsSchema()],
  ...rules.map((rule) => [`docs/rules/${rule.meta.id}.md`, rulePage(rule.meta.id)]),
  ['docs/rules/README.md', `# Rules\n\n${ruleTable('')}\n`],
  ['docs/fields.md', fieldsPage()],
  ['l10n/texts.en.json', textTable()],
  ['client/src/markers.ts', clientMarkers()],
]);
if (fs.existsSync(path.join(root, 'README.md'))) {
  pages.set('README.md', between('README.md', 'kinds', kindTable()));
}

const outdated = [];
for (const [file, content] of pages) {
  const target = path.join(root, file);
  if (fs.existsSync(target) && fs.readFileSync(target, 'utf8') === content) continue;
  outdated.push(file);
  if (checkOnly) continue;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, content);
}
// Pages of rules that are gone.
const rulesFolder = path.join(root, 'docs/rules');
for (const name of fs.existsSync(rulesFolder) ? fs.readdirSync(rulesFolder) : []) {
  if (pages.has(`docs/rules/${name}`)) continue;
  outdated.push(`docs/rules/${name} (its rule is gone)`);
  if (!checkOnly) fs.rmSync(path.join(rulesFolder, name));
}
if (outdated.length > 0)
  console.log(`${checkOnly ? 'out of date' : 'written'}:\n  ${outdated.join('\n  ')}`);
if (checkOnly && outdated.length > 0) {
  console.log('Run: node scripts/generate.mjs');
  process.exit(1);
}
