import type { CancellationToken } from 'vscode-languageserver';
import { type CheckContext, checking } from '../check';
import type { ConfigDocument } from '../model/document';
import type { Finding } from '../rules/finding';
import type { CheckMemory } from '../rules/open-questions';
import { type Clock, inSlices } from './patience';

/** What a file is checked with. */
export interface Situation {
  readonly context: CheckContext;
  /** Another number whenever another file of the workspace has changed. */
  readonly revision: number;
}

/** Who waits for an answer. */
export type Asker = Pick<CancellationToken, 'isCancellationRequested'>;

/** What earlier versions of a document leave to later ones. */
export interface Experience {
  readonly memory: CheckMemory;
  /** How long the last check took, in milliseconds. */
  took: number;
}

interface Running {
  readonly key: string;
  readonly askers: (Asker | undefined)[];
  readonly findings: Promise<readonly Finding[] | undefined>;
}

/** The check of a document, made in slices and once for each situation. All who ask share it. */
export class DocumentCheck {
  /** Without what it was checked with, which would keep files in memory that are long closed. */
  #done: { readonly key: string; readonly findings: readonly Finding[] } | undefined;
  #running: Running | undefined;

  constructor(
    private readonly document: ConfigDocument,
    private readonly clock: Clock,
    /** Whether nothing newer has taken the place of the document. */
    private readonly isCurrent: () => boolean,
    private readonly experience?: Experience,
  ) {}

  get isDone(): boolean {
    return this.#done !== undefined;
  }

  /**
   * Undefined where it was given up: nobody waits for it any longer, or the document or its
   * situation is another one by now.
   */
  async findings(
    situation: Situation,
    asker: Asker | undefined,
  ): Promise<readonly Finding[] | undefined> {
    const key = keyOf(situation);
    if (this.#done?.key === key) return this.#done.findings;
    if (this.#running?.key !== key) this.#running = this.#start(key, situation);
    this.#running.askers.push(asker);
    return this.#running.findings;
  }

  #start(key: string, { context }: Situation): Running {
    const askers: Running['askers'] = [];
    const isLast = () => this.#running?.askers === askers;
    const isWanted = () =>
      isLast() && this.isCurrent() && askers.some((each) => !each?.isCancellationRequested);
    const findings = this.#run(context, isWanted)
      .then((found) => {
        if (found && isLast()) this.#done = { key, findings: found };
        return found;
      })
      .finally(() => {
        if (isLast()) this.#running = undefined;
      });
    return { key, askers, findings };
  }

  async #run(
    context: CheckContext,
    isWanted: () => boolean,
  ): Promise<readonly Finding[] | undefined> {
    const { document, clock, experience } = this;
    const start = clock.now();
    const steps = checking(document, { ...context, memory: experience?.memory });
    const findings = await inSlices(steps, clock, isWanted);
    if (findings && experience) experience.took = clock.now() - start;
    return findings;
  }
}

/** Tells situations apart; the other files of the workspace are known by their revision. */
const keyOf = ({ context, revision }: Situation): string =>
  `${revision} ${JSON.stringify({ ...context, workspace: undefined })}`;
