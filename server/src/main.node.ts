import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Host } from './lsp/host';
import { nodeHost } from './lsp/node-host';

/**
 * The connection of a process; how the client is reached (`--node-ipc`, `--stdio` …) is read from
 * the command line.
 */
export const connect = (): Connection => createConnection(ProposedFeatures.all);

/** The host of a process; in a checkout the pages of the rules lie beside the bundle. */
export function host(): Host {
  const pages = path.resolve(__dirname, '../docs/rules');
  return nodeHost(existsSync(pages) ? pathToFileURL(pages).href : undefined);
}
