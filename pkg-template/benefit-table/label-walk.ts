// The words of a label, one after another: terms, conditions, what excludes or includes, and what is not understood.
import { type Condition, conditionAt } from "./label-conditions.ts";
import type { Found } from "./label-answer.ts";
import { SILENT, type TermAt, type Terms } from "./label-terms.ts";
import { isSmall, LONGEST, stemOf, type Word, wordsOf } from "./label-words.ts";
import { both } from "./regions.ts";

const EXCEPT = new Set(["hors", "sauf", "exception", "exclusion", "excepte", "exceptes"]);
const INCLUDING = new Set(["compris", "dont", "inclus", "yc"]);
const AND = /^(?:et|ou)$/;
/** "sauf inlay et onlay" goes on; "hors 100 % Santé, classe B" does not. */
const GOES_ON = ["et", "ou", "ni", "des", "de"];

/** `silent`: words that say nothing of their own here, as "dentaire" below "Dentaire". */
export function foundIn(label: string, terms: Terms, silent: readonly string[]): Found {
  const { words, isCut } = wordsOf(label);
  const walk = new Walk(label, words, terms, silent);
  for (let at = 0; at < words.length; ) at += walk.step(at);
  if (isCut) walk.found.unread.push({ start: LONGEST, end: label.length });
  return walk.found;
}

class Walk {
  readonly found: Found = { outside: [], inside: [], included: [], excluded: [], when: {}, isContradictory: false, unread: [], asides: [] };
  private mode: "plain" | "including" | "excluding" = "plain";
  private depth = 0;
  /** Between the last term outside of parentheses and what comes: a comma, "et" or the like; that, or parentheses. */
  private isListed = false;
  private isApart = false;
  /** The last term. */
  private start = 0;
  private end = 0;
  private list = 0;

  constructor(
    private readonly label: string,
    private readonly words: readonly Word[],
    private readonly terms: Terms,
    private readonly silent: readonly string[],
  ) {}

  /** How many words it takes. */
  step(at: number): number {
    const { depth } = this.words[at]!;
    if (depth < this.depth || (depth > this.depth && this.mode !== "plain" && this.depth > 0)) this.mode = "plain";
    this.depth = depth;
    // "par un ostéopathe" is a condition that is not read, and no name of care.
    if (this.textAt(at) === "par" && /^une?$/.test(this.textAt(at + 1)) && this.words[at + 2]?.depth === depth) return this.leave(at, 3);
    const [term, condition] = [this.terms.at(this.words, at), conditionAt(this.words, at)];
    if (term && term.count >= (condition?.count ?? 0)) return this.take(term, at);
    return condition ? this.bound(condition, at) : this.pass(at);
  }

  private take({ careTypes, count, isGeneral }: TermAt, at: number): number {
    const { found, mode, words } = this;
    const word = words[at]!;
    const list = mode === "excluding" ? found.excluded : mode === "including" ? found.included : word.depth > 0 ? found.inside : found.outside;
    const isOther = word.list > this.list;
    list.push({
      careTypes, isGeneral, segment: word.segment, place: { start: word.start, end: words[at + count - 1]!.end },
      isListed: this.isListed || isOther, isApart: this.isApart || isOther, isNextTo: this.isNextTo(at), isCut: this.isCut(this.end, at),
    });
    if (list === found.outside) [this.isListed, this.isApart] = [false, false];
    else if (word.depth > 0) this.isApart = true;
    [this.start, this.end, this.list] = [at, at + count, words[at + count - 1]!.list];
    if (mode === "excluding" && !GOES_ON.includes(this.textAt(this.end))) this.mode = "plain";
    return count;
  }

  private bound({ when, count, isUncertain }: Condition, at: number): number {
    // "sauf mineurs": the others are meant, which is no condition of a filter.
    if (this.mode === "excluding") return this.leave(at, count);
    if (isUncertain) this.found.asides.push({ start: this.words[at]!.start, end: this.words[at + count - 1]!.end });
    const together = both(this.found.when, when);
    if (together) this.found.when = together;
    else this.found.isContradictory = true;
    return count;
  }

  private pass(at: number): number {
    const { text, depth } = this.words[at]!;
    if (depth === 0 && AND.test(text)) [this.isListed, this.isApart] = [true, true];
    const isOtherThan = /^(?:autre|differente?)s?$/.test(text) && /^(?:que|de|du|des)$/.test(this.textAt(at + 1));
    if (EXCEPT.has(text) || isOtherThan) this.mode = "excluding";
    else if (INCLUDING.has(text)) this.mode = "including";
    else if (!saysNothing(text) && !(this.mode === "plain" && this.isSilentHere(text) && !this.isDivided(at) && !this.isCut(at, at))) return this.leave(at, 1);
    return isOtherThan ? 2 : 1;
  }

  /** They are not understood. */
  private leave(at: number, count: number): number {
    const [first, last] = [this.words[at]!, this.words[at + count - 1]!];
    (first.depth > 0 ? this.found.asides : this.found.unread).push({ start: first.start, end: last.end });
    return count;
  }

  private textAt(at: number): string {
    return this.words[at]?.text ?? "";
  }

  private isSilentHere(text: string): boolean {
    return this.silent.includes(stemOf(text));
  }

  private isDivided(at: number): boolean {
    const before = this.words[at - 1];
    return before !== undefined && (this.words[at]!.list > before.list || AND.test(before.text));
  }

  /** Whether a colon, a dash or the end of a line is between a word and what ends before another. */
  private isCut(end: number, at: number): boolean {
    return end > 0 && /[:\n–—-]/.test(this.label.slice(this.words[end - 1]!.end, this.words[at]!.start));
  }

  /** Whether nothing that says something is between a term and the last one, which is not named again. */
  private isNextTo(at: number): boolean {
    return this.words.slice(this.end, at).every(({ text }) => saysNothing(text) || this.isSilentHere(text)) && this.textAt(at) !== this.textAt(this.start);
  }
}

function saysNothing(text: string): boolean {
  return isSmall(text) || SILENT.has(stemOf(text));
}
