/// <reference lib="webworker" />
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type Connection,
  createConnection,
} from 'vscode-languageserver/browser';
import { dayOf, type Host } from './lsp/host';

declare const self: DedicatedWorkerGlobalScope;

/** The connection of a worker to the page or the worker that started it. */
export const connect = (): Connection =>
  createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

/** A worker sees no files and no git: it asks the client. */
export const host = (): Host => ({
  today: () => dayOf(new Date()),
  isTracked: async () => undefined,
  readFile: async () => undefined,
});
