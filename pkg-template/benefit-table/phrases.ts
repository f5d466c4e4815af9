// Which phrases of the vocabulary is a cell made of? The longest that fits, from left to right.
import type { Token } from "./tokens.ts";
import { FIGURES, MARK, type Meaning, NEGATION, VOCABULARY } from "./vocabulary.ts";

/** A phrase with its place; `unknown` is a word or a sign that is in no phrase. */
export interface Phrase { meaning: Meaning | "figure" | "unknown"; text: string; start: number; end: number }

interface Branch { next: Map<string, Branch>; meaning?: Meaning }

const SAME_WORD: Record<string, string> = { au: "a", aux: "a" };
const PHRASES = branches();

function branches(): Branch {
  const root: Branch = { next: new Map() };
  for (const [meaning, phrases] of VOCABULARY) {
    for (const phrase of phrases.split("|")) {
      let branch = root;
      for (const word of phrase.split(" ").map(sameWord)) {
        let next = branch.next.get(word);
        if (!next) branch.next.set(word, (next = { next: new Map() }));
        branch = next;
      }
      branch.meaning = meaning;
    }
  }
  return root;
}

function sameWord(word: string): string {
  return Object.hasOwn(SAME_WORD, word) ? SAME_WORD[word]! : word;
}

/** "de la Sécurité sociale" behind one of these is of its name. */
const NAMED_BY_SECU: (Phrase["meaning"] | undefined)[] = ["br", "pmss", "tm", "rss"];

/** What is said, without what carries no meaning. */
export function phrasesOf(tokens: readonly Token[]): Phrase[] {
  const phrases: Phrase[] = [];
  let at = 0;
  while (at < tokens.length) {
    const mark = marksAt(tokens, at, phrases.at(-1)?.meaning);
    const found = mark > 0 ? { meaning: "silent" as const, count: mark } : phraseAt(tokens, at);
    const count = found?.count ?? 1;
    const said = tokens.slice(at, at + count);
    const first = said[0]!;
    const place = { start: first.start, end: said.at(-1)!.end };
    at += count;
    if (found) {
      // "base de remboursement (BR)": the short name after the long one; "de la sécurité sociale" after a name that it belongs to.
      const before = phrases.at(-1)?.meaning;
      const echo = found.meaning === "open" ? echoAt(tokens, at, before) : 0;
      if (echo > 0) at += echo;
      else if (found.meaning === "close" && before === "open") phrases.pop();
      else if (found.meaning !== "silent" && !(found.meaning === "secu" && NAMED_BY_SECU.includes(before))) phrases.push({ meaning: found.meaning, text: said.map(({ text }) => text).join(" "), ...place });
    } else if (first.kind === "figure") phrases.push({ meaning: "figure", text: first.text, ...place });
    else if (Object.hasOwn(FIGURES, first.text)) phrases.push({ meaning: "figure", text: FIGURES[first.text]!, ...place });
    else if (first.text !== ":") phrases.push({ meaning: "unknown", text: first.text, ...place });
  }
  // "150 % BR, sur prescription": what is behind the comma has no meaning here.
  while (phrases.length > 0 && ["comma", "semicolon"].includes(phrases.at(-1)!.meaning)) phrases.pop();
  return phrases;
}

/** The most words and signs that are asked about a mark of professionals. */
const LONGEST_MARK = 24;

function phraseAt(tokens: readonly Token[], at: number): { meaning: Meaning; count: number } | null {
  const mark = tokens[at]?.kind === "word" ? MARK.exec(tokens.slice(at, at + LONGEST_MARK).map(({ text }) => sameWord(text)).join(" "))?.[0] : undefined;
  if (mark !== undefined) return { meaning: NEGATION.test(mark) ? "not_optam" : "optam", count: mark.split(" ").length };
  let branch = PHRASES;
  let found: { meaning: Meaning; count: number } | null = null;
  for (let count = 1; at + count <= tokens.length; count += 1) {
    const token = tokens[at + count - 1]!;
    const next = token.kind === "figure" ? undefined : branch.next.get(sameWord(token.text));
    if (!next) break;
    branch = next;
    if (next.meaning) found = { meaning: next.meaning, count };
  }
  return found;
}

/** How many tokens of `BR)` follow a parenthesis that repeats what is before it. */
function echoAt(tokens: readonly Token[], at: number, before: Phrase["meaning"] | undefined): number {
  const found = phraseAt(tokens, at);
  return found && found.meaning === before && tokens[at + found.count]?.text === ")" ? found.count + 1 : 0;
}

/** Marks of footnotes: `*`, `(*)`, `(1)`, `(a)`, `(1, 2)`, `(1)/(2)`. */
const FOOTNOTES = /^(?:[*†]|\( (?:(?:[*†]|[a-h]|\d\d?|\d\.\d)(?: ,)? )+\)(?: \/(?= \())?)(?= |$)/;

/** How many tokens are one. "30 € par séance (12)" may be a number of them. */
function marksAt(tokens: readonly Token[], at: number, before: Phrase["meaning"] | undefined): number {
  if (tokens[at]!.kind !== "sign") return 0;
  const mark = FOOTNOTES.exec(tokens.slice(at, at + LONGEST_MARK).map(({ text }) => text).join(" "))?.[0];
  return mark === undefined || (/\d\d/.test(mark) && (before === "unit:session" || before === "unit:day")) ? 0 : mark.split(" ").length;
}
