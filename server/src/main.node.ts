import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from './lsp/node-host';
import { startServer } from './lsp/server';

// How the client is reached (`--node-ipc`, `--stdio` …) is read from the command line.
startServer(createConnection(ProposedFeatures.all), nodeHost());
