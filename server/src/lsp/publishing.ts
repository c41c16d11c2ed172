import { guarded } from './guard';
import { diagnosticsFor } from './requests';
import type { Session } from './session';

/**
 * Sends diagnostics to clients that do not ask for them, soon after a text has changed.
 * Gives the way to send all of them anew.
 */
export function publishDiagnostics(session: Session): () => void {
  const { connection, texts, client, log } = session;
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const isAsked = () => client.capabilities.textDocument?.diagnostic !== undefined;

  const publish = guarded('publishDiagnostics', undefined, log, async (uri: string) => {
    const version = texts.get(uri)?.version;
    const diagnostics = await diagnosticsFor(session, uri);
    // A newer text has its own turn.
    if (version === undefined || texts.get(uri)?.version !== version) return;
    await connection.sendDiagnostics({ uri, version, diagnostics });
  });

  function schedule(uri: string, delay: number): void {
    if (isAsked()) return;
    clearTimeout(waiting.get(uri));
    const run = () => {
      waiting.delete(uri);
      void publish(uri);
    };
    waiting.set(uri, setTimeout(run, delay));
  }

  texts.onDidOpen(({ document }) => schedule(document.uri, 0));
  texts.onDidChangeContent(({ document: { uri } }) => {
    // Whatever waits already will see the newest text.
    if (!waiting.has(uri)) schedule(uri, DELAY);
  });
  texts.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    if (!isAsked()) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  return () => {
    for (const uri of texts.keys()) schedule(uri, 0);
  };
}

/** Milliseconds. */
const DELAY = 150;
