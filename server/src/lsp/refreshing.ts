import { guarded } from './guard';
import { isOutdated } from './reports';
import type { Session } from './session';

/** How diagnostics get to a client without a text of theirs having changed. */
interface Ways {
  /** Sends those anew that are sent without being asked for. */
  readonly publish: () => void;
  /** Has requests for the diagnostics of the workspace looked at again. */
  readonly wake: () => void;
  /** Says that the workspace is another one, or is judged by other settings. */
  readonly tell: (hasNewSettings: boolean) => void;
}

/**
 * Has diagnostics asked for, or sends them, when what is found in a file depends on something else.
 */
export class Refreshing {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasStoredChanges = false;
  /** The state of the workspace that the client was last told of. */
  #revision = 0;

  constructor(
    private readonly session: Session,
    private readonly ways: Ways,
  ) {}

  /** At once, and whatever the texts are: settings have changed. */
  now(): void {
    this.#revision = this.session.workspace.revision;
    this.#refresh(true);
  }

  /** Soon, if a file on the disk is another one than the client was told of. */
  afterStored(): void {
    if (this.#timer !== undefined && this.#hasStoredChanges) return;
    this.#hasStoredChanges = true;
    this.#in(SOON);
  }

  /**
   * When typing pauses. A client asks by itself for diagnostics of the file that was typed in, and
   * of few others.
   */
  afterTyped(): void {
    if (this.#timer === undefined || !this.#hasStoredChanges) this.#in(PAUSE);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #in(delay: number): void {
    clearTimeout(this.#timer);
    const run = guarded('refresh', undefined, this.session.log, () => this.#run());
    // Who has left meanwhile gets not even a log.
    this.#timer = setTimeout(() => void run(undefined).catch(() => undefined), delay);
  }

  async #run(): Promise<void> {
    this.#timer = undefined;
    const isStored = this.#hasStoredChanges;
    this.#hasStoredChanges = false;
    const { revision } = this.session.workspace;
    if (revision === this.#revision) return;
    this.#revision = revision;
    if (isStored) return this.#refresh(false);
    this.#tell(false);
    if (await isOutdated(this.session)) this.#ask();
  }

  #refresh(hasNewSettings: boolean): void {
    this.#ask();
    this.#tell(hasNewSettings);
  }

  #ask(): void {
    const { connection, client } = this.session;
    if (!client.capabilities.workspace?.diagnostics?.refreshSupport) return;
    connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  #tell(hasNewSettings: boolean): void {
    this.ways.publish();
    this.ways.wake();
    this.ways.tell(hasNewSettings);
  }
}

// Milliseconds.
const SOON = 100;
const PAUSE = 400;
