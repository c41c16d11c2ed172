// Drives our server beside those that people use for YAML and JSON, over stdio and in one run, with
// the same documents and the same schema, and the command line over growing workspaces. Writes
// docs/performance.md.
//   npm run bench [-- rounds]
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { codeServerFolder, nodeFor } from '../scripts/editor/places.mjs';
import { temporaryFolder } from '../scripts/lifetime.mjs';
import { commandLine } from './command-line.mjs';
import { largeJson, largeProject, peerSchemas, smallAccount } from './documents.mjs';
import { openAndClose } from './open-and-close.mjs';
import { page } from './page.mjs';
import { START, session, start } from './session.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const rounds = Number(process.argv[2] ?? 3);

function schemaUri(name) {
  const file = path.join(root, 'out/bench', `${name}.schema.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(peerSchemas()[name]));
  return pathToFileURL(file).href;
}

/** What the others need to check the same: our schemas, bound to the same names. */
const settings = {
  imsConfig: {},
  yaml: {
    validate: true,
    schemaStore: { enable: false },
    schemas: {
      [schemaUri('external-account')]: '*.external-account.yaml',
      [schemaUri('project-for-peer')]: '*.ims.yaml',
    },
  },
  json: {
    validate: { enable: true },
    schemas: [
      {
        fileMatch: ['*.ims.json'],
        url: 'bench://project',
        schema: peerSchemas()['project-for-peer'],
      },
    ],
  },
};

const SERVERS = {
  yaml: {
    'ims-config': [path.join(root, 'dist/server.js')],
    'yaml-language-server': [require.resolve('yaml-language-server/bin/yaml-language-server')],
  },
  json: {
    'ims-config': [path.join(root, 'dist/server.js')],
    'vscode-json-language-server': [
      require.resolve('vscode-langservers-extracted/bin/vscode-json-language-server'),
    ],
  },
};

const yaml = (name, text) => ({ uri: `file:///bench/${name}.yaml`, languageId: 'yaml', text });
const json = (name, text) => ({ uri: `file:///bench/${name}.json`, languageId: 'json', text });
const WRONG = { wrong: true };

const DOCUMENTS = {
  yaml: {
    '1 KB': yaml('shop.external-account', smallAccount()),
    '100 KB': yaml('shop.ims', largeProject(100_000)),
    '100 KB with errors': yaml('shop.ims', largeProject(100_000, WRONG)),
    '1 MB': yaml('shop.ims', largeProject(1_000_000)),
    '1 MB with errors': yaml('shop.ims', largeProject(1_000_000, WRONG)),
  },
  json: {
    '100 KB': json('shop.ims', largeJson(100_000)),
    '1 MB': json('shop.ims', largeJson(1_000_000)),
  },
};

const tables = {};
for (const [language, servers] of Object.entries(SERVERS)) {
  const rows = {};
  const add = (row, name, value) => {
    rows[row] ??= {};
    rows[row][name] ??= [];
    rows[row][name].push(value);
  };
  for (let round = 0; round < rounds; round++) {
    for (const [size, document] of Object.entries(DOCUMENTS[language])) {
      for (const [name, args] of Object.entries(servers)) {
        const { times, rss } = await session({ args, settings }, document);
        for (const [what, ms] of Object.entries(times)) add(`${what}, ${size}`, name, ms);
        add(`memory of the process afterwards, ${size}`, name, rss);
      }
    }
  }
  if (language === 'yaml') await inEditorsNode(servers, add);
  for (const [name, args] of Object.entries(servers)) {
    const document = language === 'yaml' ? DOCUMENTS.yaml['1 KB'] : json('0.ims', largeJson(1000));
    const { idle, growth } = await openAndClose({ args, settings }, document);
    add('memory of the idle process', name, idle);
    add('growth of the heap after 1,000 files were opened and closed four times', name, growth);
  }
  tables[language] = rows;
}

/**
 * The start in the Node of a new editor, where that is there. Our client lets the server keep what
 * was compiled, so the first start of all does not count.
 */
async function inEditorsNode(servers, add) {
  const node = nodeFor(codeServerFolder);
  if (!fs.existsSync(node)) return;
  const [major] = execFileSync(node, ['--version'], { encoding: 'utf8' }).match(/\d+/);
  const { folder, remove } = temporaryFolder('ims-config-bench-');
  const envs = { 'ims-config': { NODE_COMPILE_CACHE: folder } };
  for (let round = -1; round < rounds; round++) {
    for (const [name, args] of Object.entries(servers)) {
      const server = { args, settings, node, env: envs[name] };
      const took = await start(server, DOCUMENTS.yaml['1 KB']);
      if (round >= 0) add(`${START}, 1 KB, in Node ${major}`, name, took);
    }
  }
  await remove();
}

const text = page({ tables, commandLine: await commandLine(root), rounds, root });
fs.writeFileSync(path.join(root, 'docs/performance.md'), text);
console.log(text);
