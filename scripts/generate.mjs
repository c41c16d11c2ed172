// Writes what is made from the rules, kinds and schemas: docs/rules/, docs/fields.md, the table of
// the README and l10n/texts.en.json.
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
  const parts = concepts.map((concept) => {
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
  // A table that is not exported would be bundled as undefined, which `{ ...texts }` takes for empty.
  const table = Object.fromEntries(Object.entries(texts));
  for (const { meta } of rules) {
    for (const [id, text] of Object.entries(meta.messages)) table[`${meta.id}/${id}`] = text;
    for (const [id, text] of Object.entries(meta.fixes ?? {})) table[`${meta.id}/${id}`] = text;
  }
  for (const concept of concepts) {
    for (const name of fieldNames(concept, { foreign: true })) {
      const { title, description } = fieldSchema(concept, name);
      table[`${concept}.${name}/title`] = title;
      table[`${concept}.${name}/description`] = description;
    }
  }
  const sorted = Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify(sorted, undefined, 2)}\n`;
}

/** Replaces what stands between two comments of a page. */
function between(file, name, content) {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const pattern = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!pattern.test(text)) throw new Error(`${file} has no part ${name}`);
  return text.replace(pattern, (_, start, end) => `${start}\n${content}\n\n${end}`);
}

const pages = new Map([
  ...rules.map((rule) => [`docs/rules/${rule.meta.id}.md`, rulePage(rule.meta.id)]),
  ['docs/rules/README.md', `# Rules\n\n${ruleTable('')}\n`],
  ['docs/fields.md', fieldsPage()],
  ['l10n/texts.en.json', textTable()],
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
