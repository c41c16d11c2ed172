import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from './lsp/node-host';
import { startServer } from './lsp/server';

/** In a checkout the pages of the rules lie beside the bundle. */
const pages = path.resolve(__dirname, '../docs/rules');
const rulePages = existsSync(pages) ? pathToFileURL(pages).href : undefined;

// How the client is reached (`--node-ipc`, `--stdio` …) is read from the command line.
startServer(createConnection(ProposedFeatures.all), nodeHost(rulePages));
