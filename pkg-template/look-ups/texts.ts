// The texts of a catalogue that a search looks through, and how well each has the words that were typed.
import { folded, singular } from "./folded.ts";
import { difference, isNear, letters, mistakes } from "./near.ts";

/** How well a text has what was typed, the higher the better; 0: not. */
export const NEAR = 1, INFIX = 2, PREFIX = 3, WORD = 4, BEGINS = 5, WHOLE = 6;

interface Word {
  written: string;
  singular: string;
  letters: number;
}

export interface Text {
  written: string;
  folded: string;
  /** Positions of words. */
  words: readonly number[];
}

/** What was typed. */
export interface Typed {
  folded: string;
  /** Words that an entry must have. */
  needed: readonly string[];
  /** Words of one or two letters next to longer ones, such as articles. */
  others: readonly string[];
}

/** As many as there are bits for them. */
const MOST_WORDS = 16;

export function typedOf(text: string): Typed {
  const whole = folded(text);
  const words = [...new Set(whole.split(" "))].filter((word) => word !== "").slice(0, MOST_WORDS);
  const long = words.filter((word) => word.length > 2);
  return long.length === 0 ? { folded: whole, needed: words, others: [] } : { folded: whole, needed: long, others: words.filter((word) => word.length <= 2) };
}

export class Texts {
  #texts: Text[] = [];
  #words: Word[] = [];
  #wordAt = new Map<string, number>();

  get length(): number {
    return this.#texts.length;
  }

  at(position: number): Text {
    return this.#texts[position]!;
  }

  /** The position of a new text. */
  add(written: string): number {
    const whole = folded(written);
    return this.#texts.push({ written, folded: whole, words: whole.split(" ").map((word) => this.#word(word)) }) - 1;
  }

  #word(written: string): number {
    let position = this.#wordAt.get(written);
    if (position === undefined) {
      position = this.#words.push({ written, singular: singular(written), letters: letters(written) }) - 1;
      this.#wordAt.set(written, position);
    }
    return position;
  }

  /** For each text, how well it has each of these words, one after the other. */
  qualities(needed: readonly string[]): Uint8Array {
    const qualities = new Uint8Array(this.#texts.length * needed.length);
    needed.forEach((typed, column) => {
      const ofWord = this.#qualitiesOf(typed);
      this.#texts.forEach(({ words }, text) => {
        let best = 0;
        for (const word of words) if (ofWord[word]! > best) best = ofWord[word]!;
        qualities[text * needed.length + column] = best;
      });
    });
    return qualities;
  }

  /** For each word of the texts, how well it is the typed one. */
  #qualitiesOf(typed: string): Uint8Array {
    const [one, set, most] = [singular(typed), letters(typed), mistakes(typed.length)];
    const qualities = new Uint8Array(this.#words.length);
    this.#words.forEach((word, position) => {
      qualities[position] = quality(word);
    });
    return qualities;

    function quality(word: Word): number {
      if (word.written === typed || word.singular === one) return WORD;
      if (word.written.startsWith(typed)) return PREFIX;
      if (typed.length > 2 && word.written.includes(typed)) return INFIX;
      return most > 0 && difference(set, word.letters) <= 2 * most && isNear(typed, word.written, most) ? NEAR : 0;
    }
  }
}
