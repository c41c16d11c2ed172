/** A field that somebody types in, while what is shown in it comes from elsewhere and a moment later. */
export class TypedText {
  #timer: number | undefined;
  /** What was typed and has not come back yet. */
  #pending: string | undefined;

  constructor(
    private readonly field: HTMLInputElement,
    private readonly typed: (text: string) => void,
  ) {
    field.addEventListener('input', () => {
      this.#pending = field.value;
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.typed(field.value), PAUSE);
    });
  }

  /** Shows a text, unless somebody has typed on meanwhile. */
  show(text: string): void {
    if (this.#pending === text) this.#pending = undefined;
    if (this.#pending === undefined && this.field.value !== text) this.field.value = text;
  }

  /** What was typed last is told otherwise, or no longer wanted. */
  forget(): void {
    window.clearTimeout(this.#timer);
    this.#pending = undefined;
  }
}

/** Milliseconds. */
const PAUSE = 120;
