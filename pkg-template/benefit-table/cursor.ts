// Where is the grammar in a cell, and where does it stop?
import type { Phrase } from "./phrases.ts";

/** What would have to be said: of what a percentage is, over which time a number is. */
export type Lack = "base" | "period";

/** What is not understood, from `start` on. */
export class NotUnderstood extends Error {
  constructor(
    readonly start: number,
    readonly end: number,
    readonly lacks?: Lack,
  ) {
    super("not understood");
  }
}

export class Cursor {
  /** Amounts in brackets or behind "actuellement": what is said, and is no part of the rule. */
  readonly notes: { code: "pmss_in_euros" | "currently"; amount: string }[] = [];
  /** Whether what an amount is for was said by a word that may be of several acts. */
  isUnitAssumed = false;
  private at = 0;

  constructor(
    private readonly phrases: readonly Phrase[],
    private readonly end: number,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.phrases.length;
  }

  is(...meanings: Phrase["meaning"][]): boolean {
    return this.isAhead(0, ...meanings);
  }

  isAhead(count: number, ...meanings: Phrase["meaning"][]): boolean {
    const phrase = this.phrases[this.at + count];
    return phrase !== undefined && meanings.includes(phrase.meaning);
  }

  meaning(count = 0): Phrase["meaning"] | undefined {
    return this.phrases[this.at + count]?.meaning;
  }

  get text(): string {
    return this.phrases[this.at]?.text ?? "";
  }

  /** The next phrase, where it is one of these. */
  take(...meanings: Phrase["meaning"][]): Phrase | null {
    if (!this.is(...meanings)) return null;
    this.at += 1;
    return this.phrases[this.at - 1]!;
  }

  need(...meanings: Phrase["meaning"][]): Phrase {
    return this.take(...meanings) ?? this.fail();
  }

  skip(count: number): void {
    this.at += count;
  }

  fail(lacks?: Lack): never {
    // What comes behind it is not understood either. At the end it is the last phrase, which lacks something.
    const phrase = this.phrases[this.at] ?? this.phrases.at(-1);
    throw new NotUnderstood(phrase?.start ?? 0, this.end, lacks);
  }

  /** Nothing is said of it, rather than something that is not understood: "100 %", but "120 % PLV". */
  failFor(lacks: Lack): never {
    return this.fail(this.isAtEnd || this.is("comma", "semicolon", "open", "close", "plus", "less") ? lacks : undefined);
  }

  get place(): number {
    return this.at;
  }

  set place(at: number) {
    this.at = at;
  }
}
