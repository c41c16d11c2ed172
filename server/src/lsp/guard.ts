import type { CancellationToken } from 'vscode-languageserver';
import { text } from '../texts';

export type Handler<P, R> = (params: P, token?: CancellationToken) => Promise<R>;

/**
 * Makes a handler that answers empty where it fails or is no longer wanted. A failure is logged by
 * its name and its places in our code; its message is left out, because it may quote a document.
 */
export function guarded<P, R>(
  request: string,
  empty: R,
  log: (message: string) => void,
  handler: (params: P, token?: CancellationToken) => Promise<R> | R,
): Handler<P, R> {
  return async (params, token) => {
    if (token?.isCancellationRequested) return empty;
    try {
      return await handler(params, token);
    } catch (error) {
      log(text('log.failed', { request, error: traceOf(error) }));
      return empty;
    }
  };
}

/** The name of a failure and its places in our code. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const head = `${error.name}: ${error.message}`;
  const stack = error.stack ?? '';
  // A message of several lines could look like places.
  const places = stack.startsWith(head) ? stack.slice(head.length).split('\n') : [];
  return [error.constructor.name, ...places.filter((line) => PLACE.test(line)).slice(0, 8)].join(
    '\n',
  );
}

const PLACE = /^\s+at [^\n]*:\d+:\d+\)?$/;
