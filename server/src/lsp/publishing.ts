import { fingerprint } from './diagnostics';
import { guarded } from './guard';
import { diagnosedFiles, diagnosticsFor } from './reports';
import type { Session } from './session';

/**
 * Sends diagnostics to clients that do not ask for them, when typing pauses.
 * Gives the way to send those anew in which something else has changed.
 */
export function publishDiagnostics(session: Session): () => void {
  const { connection, texts, client, clock, log } = session;
  /** The last of those that wait for typing to pause. */
  const waiting = new Map<string, object>();
  /** What was sent last, by its fingerprint. */
  const sent = new Map<string, string>();
  const isAsked = () => client.capabilities.textDocument?.diagnostic !== undefined;

  const publish = guarded('publishDiagnostics', undefined, log, async (uri: string) => {
    const version = texts.get(uri)?.version;
    const asker = {
      // A newer text has its own turn.
      get isCancellationRequested() {
        return texts.get(uri)?.version !== version;
      },
    };
    const diagnostics = await diagnosticsFor(session, uri, asker);
    if (asker.isCancellationRequested) return;
    const print = `${version} ${fingerprint(diagnostics)}`;
    if (sent.get(uri) === print) return;
    if (version === undefined && diagnostics.length === 0) sent.delete(uri);
    else sent.set(uri, print);
    await connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(version !== undefined && { version }),
    });
  });

  const takeBack = (uri: string) => {
    sent.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  };

  /** Of closed files those that the client wants to see, and no others that it saw. */
  const publishClosed = guarded('publishDiagnostics', undefined, log, async () => {
    const isOpen = (uri: string) => texts.get(uri) !== undefined;
    const files = new Set((await diagnosedFiles(session)).filter((uri) => !isOpen(uri)));
    for (const uri of sent.keys()) if (!files.has(uri) && !isOpen(uri)) takeBack(uri);
    for (const uri of files) schedule(uri, 0);
  });

  async function afterPause(uri: string, delay: number): Promise<void> {
    const turn = {};
    waiting.set(uri, turn);
    await clock.pause(delay);
    if (waiting.get(uri) !== turn) return;
    waiting.delete(uri);
    await publish(uri);
  }

  function schedule(uri: string, delay: number): void {
    // Who has left meanwhile gets not even a log.
    if (!isAsked()) afterPause(uri, delay).catch(() => undefined);
  }

  texts.onDidOpen(({ document }) => schedule(document.uri, 0));
  texts.onDidChangeContent(({ document: { uri } }) => {
    schedule(uri, Math.max(PAUSE, session.files.pauseBefore(uri)));
  });
  texts.onDidClose(({ document: { uri } }) => {
    // As a closed file it may be shown all the same.
    schedule(uri, 0);
  });
  return () => {
    if (isAsked()) return;
    for (const uri of texts.keys()) schedule(uri, 0);
    publishClosed(undefined).catch(() => undefined);
  };
}

/** So long nobody types, in milliseconds. */
const PAUSE = 20;
