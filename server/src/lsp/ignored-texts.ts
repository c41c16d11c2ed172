/** What is asked about the texts that are open. */
interface TextSources {
  /** Whether it is ours, and could take part. */
  couldTakePart(uri: string): boolean;
  /** Whether git or the settings ignore a file. */
  isIgnored(uri: string): Promise<boolean>;
  /** It is known now, or known anew. */
  decided(uri: string): void;
}

/** Which of the open texts are ignored, so that to look at one changes nothing in other files. */
export class IgnoredTexts {
  readonly #looks = new Map<string, Promise<void>>();
  readonly #ignored = new Map<string, boolean>();

  constructor(private readonly sources: TextSources) {}

  /** Finds out about a text, unless that has happened. */
  look(uri: string): void {
    if (!this.#looks.has(uri) && this.sources.couldTakePart(uri)) this.#lookAnew(uri);
  }

  /** Settings or folders are others now. */
  lookAgain(): void {
    for (const uri of this.#looks.keys()) this.#lookAnew(uri);
  }

  forget(uri: string): void {
    this.#looks.delete(uri);
    this.#ignored.delete(uri);
  }

  /** Undefined while nobody knows. */
  has(uri: string): boolean | undefined {
    return this.#ignored.get(uri);
  }

  /** Resolves when it is known of all texts. */
  async settled(): Promise<void> {
    await Promise.all(this.#looks.values());
  }

  #lookAnew(uri: string): void {
    const look = this.#ask(uri).then((isIgnored) => {
      // A later look, or none, has the last word.
      if (this.#looks.get(uri) !== look) return;
      this.#ignored.set(uri, isIgnored);
      this.sources.decided(uri);
    });
    this.#looks.set(uri, look);
  }

  async #ask(uri: string): Promise<boolean> {
    try {
      return await this.sources.isIgnored(uri);
    } catch {
      return false;
    }
  }
}
