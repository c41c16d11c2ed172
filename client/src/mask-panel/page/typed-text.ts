import type { PanelRequest } from '../state';

/** Tells the panel something; gives the number by which the panel says that it has heard it. */
export type Send = (request: PanelRequest) => number;

/** What of a field is used here. */
interface Field {
  value: string;
  addEventListener(type: 'input', listener: () => void): void;
}

/**
 * A field that somebody types in, while what is shown in it comes from elsewhere and a moment
 * later.
 */
export class TypedText {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /**
   * The number of what was typed last; infinite while that is not told yet, and undefined once it
   * was heard.
   */
  #told: number | undefined;

  constructor(
    private readonly field: Field,
    private readonly tell: (text: string) => number,
  ) {
    field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#told = Number.POSITIVE_INFINITY;
      this.#timer = setTimeout(() => this.flush(), PAUSE);
    });
  }

  /** Shows a text, unless the panel has not heard yet what somebody has typed meanwhile. */
  show(text: string, heard: number): void {
    if (this.#told !== undefined && this.#told > heard) return;
    this.#told = undefined;
    if (this.field.value !== text) this.field.value = text;
  }

  /** Tells at once what was typed, if it was not told yet. */
  flush(): void {
    if (this.#told !== Number.POSITIVE_INFINITY) return;
    clearTimeout(this.#timer);
    this.#told = this.tell(this.field.value);
  }

  /** What was typed last is told otherwise, or no longer wanted. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#told = undefined;
  }
}

/** Milliseconds. */
const PAUSE = 120;
