import type {
  CancellationToken,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { fingerprint } from './diagnostics';
import { pauses } from './patience';
import { diagnosedFiles, fileDiagnostics } from './reports';
import type { Session } from './session';

type Items = WorkspaceDocumentDiagnosticReport[];
type Partial = ResultProgressReporter<{ items: Items }> | undefined;

/**
 * The answers to `workspace/diagnostic`. A request stays open until something is to be told that
 * the client does not know yet: it asks again as soon as it is answered. One that takes partial
 * results stays open for good, and is told everything in them.
 */
export class WorkspaceReports {
  readonly #wakes = new Set<() => void>();
  /** Files that have closed; of these a client may show what it was told while they were open. */
  readonly #closed = new Set<string>();
  #isAsked = false;

  constructor(
    private readonly session: Session,
    /** Whether the workspace is not known yet. */
    private readonly isBuilding: () => boolean,
  ) {}

  /** Has requests that wait look again. */
  wake(): void {
    for (const wake of [...this.#wakes]) wake();
  }

  closed(uri: string): void {
    if (this.#isAsked) this.#closed.add(uri);
  }

  async answer(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial?: Partial,
  ): Promise<WorkspaceDiagnosticReport> {
    this.#isAsked = true;
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    for (let isFirst = true; !token.isCancellationRequested; ) {
      const isReady = !this.isBuilding();
      // Made before the files are looked at, so that nothing that happens meanwhile is missed.
      const next = this.#next(token);
      const items = isReady ? await this.#news(known, isFirst || !partial, token) : [];
      if (items.some(({ kind }) => kind === 'full')) {
        if (!partial) return { items };
        partial.report({ items });
      }
      if (isReady) isFirst = false;
      await next;
    }
    return { items: [] };
  }

  /** What a client does not know; in a whole answer also what of it is still true. */
  async #news(
    known: Map<string, string>,
    isWhole: boolean,
    token: CancellationToken,
  ): Promise<Items> {
    const items: Items = [];
    const closed = [...this.#closed];
    this.#closed.clear();
    const files = new Set(await diagnosedFiles(this.session));
    for (const uri of new Set([...closed, ...known.keys()])) {
      if (!files.has(uri)) items.push(nothingIn(uri));
      if (!files.has(uri) || closed.includes(uri)) known.delete(uri);
    }
    const breathe = pauses();
    for (const uri of files) {
      if (token.isCancellationRequested) return [];
      const diagnostics = await fileDiagnostics(this.session, uri, token);
      // It has gone meanwhile, and the next turn says so.
      if (!diagnostics) continue;
      const resultId = fingerprint(diagnostics);
      const isKnown = known.get(uri) === resultId;
      const version = this.session.texts.get(uri)?.version ?? null;
      if (isKnown && isWhole) items.push({ kind: 'unchanged', uri, version, resultId });
      if (!isKnown) items.push({ kind: 'full', uri, version, resultId, items: diagnostics });
      known.set(uri, resultId);
      await breathe();
    }
    return token.isCancellationRequested ? [] : items;
  }

  #next(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#wakes.delete(wake);
        cancelled.dispose();
        resolve();
      };
      this.#wakes.add(wake);
      const cancelled = token.onCancellationRequested(wake);
    });
  }
}

/** Without a result's id, so that the client forgets that it ever knew the file. */
const nothingIn = (uri: string): WorkspaceDocumentDiagnosticReport => ({
  kind: 'full',
  uri,
  version: null,
  items: [],
});
