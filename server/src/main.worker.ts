/// <reference lib="webworker" />
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { dayOf, type Host } from './lsp/host';
import { startServer } from './lsp/server';

/** A worker sees no files and no git: it asks the client. */
const workerHost: Host = {
  today: () => dayOf(new Date()),
  isTracked: async () => undefined,
  readFile: async () => undefined,
};

declare const self: DedicatedWorkerGlobalScope;

startServer(
  createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)),
  workerHost,
);
