import type { Clock } from '../../server/src/lsp/patience';

/**
 * A clock that a test has in its hand: work takes a millisecond between two looks at it, and while
 * it is held no pause ends by itself.
 */
export class HandClock implements Clock {
  #time = 0;
  #isHeld = false;
  readonly #waiting: (() => void)[] = [];
  #begun: () => void = () => undefined;
  /** How many pauses have begun. */
  pauses = 0;

  now(): number {
    return this.#time++;
  }

  pause(): Promise<void> {
    this.pauses++;
    return new Promise((resolve) => {
      if (this.#isHeld) this.#waiting.push(resolve);
      else setImmediate(resolve);
      this.#begun();
    });
  }

  hold(): void {
    this.#isHeld = true;
  }

  /** Ends the pauses that wait, and has all others end by themselves. */
  release(): void {
    this.#isHeld = false;
    this.#end();
  }

  /** Ends the pause that has waited the longest. */
  endFirst(): void {
    this.#waiting.shift()?.();
  }

  /**
   * Waits until a pause has begun, and then ends those that wait and waits again, so many times.
   */
  async turns(count: number): Promise<void> {
    await this.#anyWaiting();
    for (let turn = 0; turn < count; turn++) {
      this.#end();
      await this.#anyWaiting();
    }
  }

  async #anyWaiting(): Promise<void> {
    if (this.#waiting.length > 0) return;
    await new Promise<void>((resolve) => {
      this.#begun = resolve;
    });
  }

  #end(): void {
    for (const end of this.#waiting.splice(0)) end();
  }
}
