import type { CancellationToken, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { text } from '../texts';
import { pathOf, relativePath } from './addresses';
import { within } from './patience';
import type { Session } from './session';
import { LARGEST, listFiles, MOST_FILES } from './workspace-files';
import type { Skip } from './workspace-index';

/** Fills the index of a session with what lies in the folders of the workspace. */
export class WorkspaceIndexing {
  #building: Promise<void> | undefined;
  #isOutdated = false;
  #isStopped = false;
  #isListing = true;
  readonly #skips = new Map<Skip, number>();

  #built: () => void = () => undefined;

  constructor(private readonly session: Session) {}

  onBuilt(listener: () => void): void {
    this.#built = listener;
  }

  get isBuilding(): boolean {
    return this.#building !== undefined;
  }

  /** Resolves when the workspace is known, or nobody wants to wait for that any longer. */
  async settled(token: CancellationToken | undefined): Promise<void> {
    const cancelled = new Promise<void>((resolve) => {
      token?.onCancellationRequested(() => resolve());
    });
    while (this.#building && !token?.isCancellationRequested) {
      await Promise.race([this.#building, cancelled]);
    }
  }

  /**
   * Whether the client lists files, as far as is known, so that there is an index to be kept
   * current.
   */
  get isListing(): boolean {
    return this.#isListing;
  }

  /** Looks through all folders, in the background. */
  build(): void {
    this.#isOutdated = true;
    this.#building ??= this.#buildAll()
      .catch(() => undefined)
      .finally(() => {
        this.#building = undefined;
        this.#built();
      });
  }

  stop(): void {
    this.#isStopped = true;
    this.session.index.stop();
  }

  /** Takes notice of a file that is left out. Files that settings leave out are only counted. */
  skipped(uri: string, why: Skip): void {
    const count = (this.#skips.get(why) ?? 0) + 1;
    this.#skips.set(why, count);
    const id =
      why === 'tooLarge' ? 'log.fileTooLarge' : why === 'full' ? 'log.indexFull' : undefined;
    // Of many files a few names are enough; all are counted in the end.
    if (!id || count > MOST_NAMED) return;
    this.session.log(text(id, { file: this.#shown(uri), size: LARGEST / 1024 / 1024 }));
  }

  async #buildAll(): Promise<void> {
    while (this.#isOutdated && !this.#isStopped) {
      this.#isOutdated = false;
      await this.#build();
    }
  }

  async #build(): Promise<void> {
    const { connection, index, settings, log, withoutIgnored } = this.session;
    const listed = settings.folders.length > 0 ? await listFiles(connection) : [];
    this.#isListing = listed !== undefined;
    if (!listed || settings.folders.length === 0) return index.retain(() => false);
    const some = listed.slice(0, MOST_FILES);
    const files = await withoutIgnored(some);
    this.#skips.clear();
    this.#skips.set('ignored', some.length - files.length);
    const kept = new Set(files);
    const ignored = new Set(some.filter((uri) => !kept.has(uri)));
    index.retain((uri) => !ignored.has(uri));
    // What is known and was not listed has gone, or has come after the listing.
    const isComplete = await this.#readAll([...new Set([...files, ...index.uris()])]);
    if (listed.length > some.length) log(text('log.tooManyFiles', { count: MOST_FILES }));
    this.#summarize(some.length, isComplete);
  }

  /** Reads files, with a progress if that takes its time. False where the user has cancelled it. */
  async #readAll(files: readonly string[]): Promise<boolean> {
    const reading = this.session.index.readListed(files);
    if (await within(PATIENCE, reading.then(isDone), false)) return true;
    const progress = showProgress(this.session, files.length);
    await reading;
    return progress.end();
  }

  #summarize(files: number, isComplete: boolean): void {
    const { log, index } = this.session;
    const skipped = (why: Skip) => this.#skips.get(why) ?? 0;
    if (!isComplete) log(text('log.indexCancelled'));
    log(
      text('log.indexed', {
        files,
        ours: index.size,
        ignored: skipped('ignored'),
        large: skipped('tooLarge'),
        unreadable: skipped('unreadable'),
        full: skipped('full'),
      }),
    );
  }

  #shown(uri: string): string {
    const folder = this.session.settings.folderOf(uri);
    return (folder && relativePath(uri, folder)) ?? pathOf(uri);
  }
}

const MOST_NAMED = 20;

// Milliseconds. What is over at once need not be shown.
const PATIENCE = 300;
const TICK = 200;

/** Shows how many of so many files are read. `end` gives false where the user has cancelled it. */
function showProgress({ connection, index }: Session, total: number) {
  let shown: WorkDoneProgressServerReporter | undefined;
  let isOver = false;
  // Nobody waits for a client that takes its time to show it.
  connection.window.createWorkDoneProgress().then((created) => {
    if (isOver) return created.done();
    shown = created;
    created.begin(text('progress.index'), 0, undefined, true);
    created.token.onCancellationRequested(() => index.cancelListed());
  }, noProgress);
  const report = () => shown?.report(Math.round((1 - index.waiting / total) * 100));
  const ticking = setInterval(report, TICK);
  return {
    end(): boolean {
      isOver = true;
      clearInterval(ticking);
      const isCancelled = shown?.token.isCancellationRequested === true;
      shown?.done();
      return !isCancelled;
    },
  };
}

const noProgress = () => undefined;

const isDone = () => true;
