// What do the footnotes of a table say, and of which of its cells? A mark, "(1)", "(*)", "¹", is behind words of a label or a cell, and before
// the text of its footnote below the table.
//
//     definition   a mark at the beginning of a row of footnotes or of a sentence of it, up to the next
//     terms        a text that goes on with a cell: "par an et par bénéficiaire", "y compris le remboursement de la Sécurité sociale"
//
// A text is used where every word of it is understood as going on with the cell; else it is only listed.
import type * as api from "../care-coverage-benefit-table";
import type * as main from "../care-coverage";
import { fold } from "./normalise.ts";
import { phrasesOf } from "./phrases.ts";
import { readBenefit } from "./read-benefit.ts";
import { saidOf, type Share, type Shares, sharesInSentence } from "./share.ts";
import { tokensOf } from "./tokens.ts";
import type { Meaning } from "./vocabulary.ts";

/** Of a longer text what is behind that has no marks; a mark has no more footnotes than that. */
const LONGEST = 20_000;
const MOST_OF_ONE_MARK = 8;
const SUPERSCRIPTS: Record<string, string> = { "¹": "1", "²": "2", "³": "3", "⁰": "0", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9" };
// A small 2 behind "m" is of square metres; a star between figures multiplies them.
const MARK = /[([] {0,3}(\*{1,9}|\d{1,2}(?: {0,3}(?:,|et) {0,3}\d{1,2}){0,9}) {0,3}[)\]]|\*{1,9}(?! ?\d)|(?<!\bm)[¹²³⁰⁴-⁹]{1,2}/g;

interface Mark { mark: string; start: number; end: number }

/** Marks of a text, from left to right. "(1, 2)" are two. */
function marksAt(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const found of text.slice(0, LONGEST).matchAll(MARK)) {
    const said = found[1] ?? found[0];
    const place = { start: found.index, end: found.index + found[0].length };
    for (const one of said.match(/\*+|\d+|[¹²³⁰⁴-⁹]+/g) ?? []) marks.push({ mark: one.replace(/[¹²³⁰⁴-⁹]/g, (small) => SUPERSCRIPTS[small]!), ...place });
  }
  return marks;
}

/** As it is written; whether cells are read with it is known when they are. */
export type Footnote = Omit<api.BenefitFootnote, "is_used">;

export class Footnotes {
  readonly list: Footnote[] = [];
  /** What sentences without a mark say of the whole table: its share, and where. */
  private readonly ofTable: { shares: Shares; footnote: number }[] = [];
  private readonly byMark = new Map<string, number[]>();

  /** `rows`: those below or between others that are footnotes. */
  constructor(rows: readonly { row: number; text: string }[]) {
    for (const { row, text } of rows) {
      const first = this.define(row, text);
      // Before the first mark of a row sentences are about the whole table.
      for (const [start, end] of sentencesOf(text.slice(0, first))) {
        const shares = sharesInSentence(text.slice(start, end), text.slice(end));
        if (shares) this.ofTable.push({ shares, footnote: this.list.push({ mark: null, row, start, end, text: text.slice(start, end) }) - 1 });
      }
    }
  }

  /** Where the first definition begins. */
  private define(row: number, text: string): number {
    const definitions = marksAt(text).filter(({ start, end }) => isDefinition(text, start, end));
    definitions.forEach(({ mark, end }, index) => {
      const [from, to] = trimmed(text, end, definitions[index + 1]?.start ?? text.length);
      if (to > from) this.add({ mark, row, start: from, end: to, text: text.slice(from, to) });
    });
    return Math.min(definitions[0]?.start ?? text.length, LONGEST);
  }

  private add(footnote: Footnote & { mark: string }): number {
    const at = this.list.push(footnote) - 1;
    const known = this.byMark.get(footnote.mark);
    if (known) known.push(at);
    else this.byMark.set(footnote.mark, [at]);
    return at;
  }

  /** Those that the marks of a text point to, ascending. A mark without a text is one, too: somebody should look for it. */
  of(text: string): number[] {
    const found = new Set<number>();
    for (const { mark } of marksAt(text)) for (const at of (this.byMark.get(mark) ?? [this.add({ mark, row: null, start: 0, end: 0, text: "" })]).slice(0, MOST_OF_ONE_MARK)) found.add(at);
    return [...found].sort((left, right) => left - right);
  }

  /** The share that one of them says; null where none does, or they differ. */
  share(footnotes: readonly number[]): { share: Share; footnote: number } | null {
    const said = footnotes.flatMap((footnote) => {
      const share = this.isAlone(footnote) ? shareOfTerms(this.list[footnote]!.text) : null;
      return share ? [{ share, footnote }] : [];
    });
    return said.length > 0 && said.every(({ share }) => share === said[0]!.share) ? said[0]! : null;
  }

  /** What sentences say of cells with these rules; a share that is null is unclear. */
  shareOfTable(rules: readonly main.CoverageRule[]): { share: Share | null; footnote: number } | null {
    const said = this.ofTable.flatMap(({ shares, footnote }) => {
      const share = saidOf(shares, rules);
      return share ? [{ share: share === "unclear" ? null : share, footnote }] : [];
    });
    return said.length > 1 && said.some(({ share }) => share !== said[0]!.share) ? { ...said[0]!, share: null } : (said[0] ?? null);
  }

  /** Whether no other has its mark. */
  isAlone(footnote: number): boolean {
    const { mark } = this.list[footnote]!;
    return mark === null || this.byMark.get(mark)!.length === 1;
  }
}

/** At the beginning, or behind the end of a sentence, or before a capital. */
function isDefinition(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start).trimEnd();
  if (before === "" || text.slice(before.length, start).includes("\n") || /[.;:!?]$/.test(before)) return true;
  return before.length < start && /^\s*\p{Lu}/u.test(text.slice(end, end + 9));
}

function sentencesOf(text: string): [number, number][] {
  return [...text.matchAll(/[^.!?\n]+/g)].map(({ 0: sentence, index }) => trimmed(text, index, index + sentence.length)).filter(([start, end]) => end > start);
}

function trimmed(text: string, start: number, end: number): [number, number] {
  const inner = text.slice(start, end);
  return [start + (inner.length - inner.replace(/^[\s:=–-]+/, "").length), start + inner.replace(/[\s.;:]+$/, "").length];
}

/** What a text that goes on with a cell may begin with, and what none has: an amount of its own, another case. */
const BEGINS = new Set<string>(["within", "limited_to", "at_most", "ceiling", "at_least", "per", "every", "over", "annual", "including", "deducting", "on_top", "secu_included", "secu_excluded"] satisfies Meaning[]);
const NEVER = new Set<string>(["plus", "nothing", "beyond", "currently", "optam", "not_optam", "approved", "not_approved", "frame", "pathway", "unknown", "counting_secu"] satisfies (Meaning | "unknown")[]);

interface Terms {
  text: string;
  /** Whether it has a limit of its own, which several rows might share. */
  hasLimit: boolean;
  saysShare: boolean;
}

const SHARES = new Set<string>(["including", "deducting", "on_top", "secu_included", "secu_excluded"] satisfies Meaning[]);

/** Null where a text is none that goes on with a cell. */
export function termsIn(footnote: string): Terms | null {
  if (footnote.length > 300) return null;
  const text = footnote.replace(/^(?:prises? en charge|remboursements?|garanties?)\s+(?=(?:au|avec un)\s+minimum|dans\s|limité|plafonné|par\s|y\s+compris|en\s+complément)/i, "");
  const phrases = phrasesOf(tokensOf(fold(text)));
  if (phrases.length === 0 || !BEGINS.has(phrases[0]!.meaning) || phrases.some(({ meaning }) => NEVER.has(meaning))) return null;
  return { text, hasLimit: phrases.some(({ meaning }, at) => meaning === "figure" && !["every", "over"].includes(phrases[at - 1]?.meaning ?? "")), saysShare: phrases.some(({ meaning }) => SHARES.has(meaning)) };
}

/** A cell with what a footnote adds. Null where the two together are not understood, or would be of another case or share than the cell is, which
 *  the footnote does not say. */
export function withTerms(text: string, terms: Terms, label: string): api.BenefitReading | null {
  const [alone, whole] = [readBenefit(text, { label }), readBenefit(`${text}, ${terms.text}`, { label })];
  if (whole.unread.length > 0 || alone.readings.length === 0 || whole.readings.length !== alone.readings.length) return null;
  const isSame = whole.readings.every(({ when, rule }, at) => {
    const { when: before, rule: { secu_share } } = alone.readings[at]!;
    return JSON.stringify(when) === JSON.stringify(before) && (terms.saysShare || rule.secu_share === secu_share || isOfPeriod(rule));
  });
  return isSame ? whole : null;
}

/** "100 €" with "par an": all costs, up to that amount. */
function isOfPeriod({ components: [first, ...others] }: main.CoverageRule): boolean {
  return others.length === 0 && first?.kind === "actual_costs" && first.percent === "100";
}

/** The share that a text says that is about nothing else. */
function shareOfTerms(text: string): Share | null {
  const terms = termsIn(text);
  if (!terms || terms.hasLimit || !terms.saysShare) return null;
  const reading = withTerms("150 % BR", terms, "");
  const rule = reading?.readings[0]?.rule;
  if (!reading || !rule || reading.assumed.length > 0 || rule.limits) return null;
  return rule.secu_share === "excluded" ? "excluded" : "included";
}
