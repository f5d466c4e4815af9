// What does a cell of a benefit table say? Words are made phrases, phrases a part, the part a rule; or nothing is read, and it is said
// which words were not understood. Never a guess: see `care-coverage-benefit-table.d.ts`.
import type * as api from "../care-coverage-benefit-table";
import { NotUnderstood, Cursor } from "./cursor.ts";
import { type Half, halvesOf } from "./conditions.ts";
import { partAt } from "./grammar.ts";
import { fold } from "./normalise.ts";
import { type Phrase, phrasesOf } from "./phrases.ts";
import { type Assumption, ruleOf } from "./rule.ts";
import { tokensOf } from "./tokens.ts";

/** A cell is short: what is longer is a text, of which nothing is read. */
const LONGEST = 2_000;
const ORDER: readonly Assumption[] = ["share", "year", "unit"];

export function readBenefit(text: string, options: api.ReadBenefitOptions = {}): api.BenefitReading {
  if (typeof text !== "string") throw new TypeError("a cell is a text");
  if (typeof options !== "object" || options === null) throw new TypeError("options are an object");
  const { language = "fr", label } = options;
  if (language !== "fr") throw new RangeError("the language of a benefit table is `fr`");
  if (label !== undefined && typeof label !== "string") throw new TypeError("the label of a row is a text");
  if (text.length > LONGEST) return unread([{ start: 0, end: text.length }]);
  const { phrases: found, frame } = withoutFrame(phrasesOf(tokensOf(fold(text))));
  if (found.length === 0 || isNothing(found)) {
    return text.trim() === "" || found.length > 0 ? { readings: [], assumed: [], unread: [], notes: [{ code: "nothing" }] } : unread([placeOf(text)]);
  }
  const unknown = runsOfUnknown(found);
  if (unknown.length > 0) return unread(unknown);
  const sign = negativeIn(found, text);
  if (sign) return unread([sign]);
  const halves = halvesOf(found);
  if (!halves) return unread([{ start: found[0]!.start, end: found.at(-1)!.end }]);
  return readHalves(halves, keysOf(label), text.length, frame);
}

function readHalves(halves: Half[], key: () => string, end: number, frame: api.BenefitNote[]): api.BenefitReading {
  const answer: api.BenefitReading = { readings: [], assumed: [], unread: [], notes: frame };
  const assumed = new Set<Assumption>();
  try {
    for (const { when, phrases } of halves) {
      const cursor = new Cursor(phrases, phrases.at(-1)?.end ?? end);
      const made = ruleOf(partAt(cursor), key);
      if (!made) return unread([{ start: phrases[0]!.start, end: phrases.at(-1)!.end }]);
      answer.readings.push({ when, rule: made.rule });
      answer.notes.push(...cursor.notes);
      for (const what of made.assumed) assumed.add(what);
      if (cursor.isUnitAssumed) assumed.add("unit");
    }
  } catch (error) {
    if (error instanceof NotUnderstood) return unread([{ start: error.start, end: error.end, ...(error.lacks && { lacks: error.lacks }) }]);
    throw error;
  }
  return { ...answer, assumed: ORDER.filter((what) => assumed.has(what)) };
}

function unread(places: api.BenefitUnread[]): api.BenefitReading {
  return { readings: [], assumed: [], unread: places, notes: [] };
}

function placeOf(text: string): api.BenefitPlace {
  return { start: 0, end: text.length };
}

function isNothing(phrases: readonly Phrase[]): boolean {
  return phrases.every(({ meaning, text }) => meaning === "nothing" || (meaning === "less" && text === "-"));
}

/** Words that are next to one another are one place, and so is a sign that stands for several ("℅"). */
function runsOfUnknown(phrases: readonly Phrase[]): api.BenefitPlace[] {
  const runs: api.BenefitPlace[] = [];
  let isRun = false;
  for (const { meaning, start, end } of phrases) {
    const last = runs.at(-1);
    if (meaning === "unknown" && last && (isRun || start < last.end)) last.end = end;
    else if (meaning === "unknown") runs.push({ start, end });
    isRun = meaning === "unknown";
  }
  return runs;
}

const SIGN = /^[-\u2010-\u2014\u2212]/;
const BEFORE_A_SIGN: Phrase["meaning"][] = ["optam", "not_optam", "approved", "not_approved", "comma", "semicolon", "less", "open"];

/** "-50 % BR": a sign next to a figure takes it away, of which nothing is known; with a blank it begins a line. */
function negativeIn(phrases: readonly Phrase[], text: string): api.BenefitPlace | null {
  const at = phrases.findIndex(({ meaning, text: said, start, end }, index) => {
    const next = phrases[index + 1];
    const isFirst = index === 0 || BEFORE_A_SIGN.includes(phrases[index - 1]!.meaning);
    return meaning === "less" && said === "-" && SIGN.test(text.slice(start)) && isFirst && next?.meaning === "figure" && next.start === end && phrases[index + 2]?.meaning !== "year";
  });
  return at < 0 ? null : { start: phrases[at]!.start, end: phrases[at + 1]!.end };
}

const BOUNDS: Phrase["meaning"][] = ["at_most", "within", "limited_to"];

/** "dont 100 € (au maximum) pour la monture", "y compris monture limitée à 100 €": noted, and no part of the rule. */
function withoutFrame(phrases: Phrase[]): { phrases: Phrase[]; frame: api.BenefitNote[] } {
  const found = phrases.findIndex(({ meaning }) => meaning === "frame");
  const is = (at: number, ...meanings: Phrase["meaning"][]) => phrases[at] !== undefined && meanings.includes(phrases[at].meaning);
  let [start, end] = [found, found + 1];
  let amount = found + 1;
  if (is(found - 1, "including")) {
    while (is(amount, ...BOUNDS)) amount += 1;
    end = amount + 2;
    while (is(end, "at_most")) end += 1;
  } else {
    while (is(start - 1, "at_most", "open", "close")) start -= 1;
    start = amount = start - 2;
  }
  const isSaid = is(amount, "figure") && is(amount + 1, "euro") && is(start - 1, "including", ...BOUNDS);
  if (found < 0 || !isSaid) return { phrases, frame: [] };
  while (is(start - 1, "including", ...BOUNDS)) start -= 1;
  if (is(start - 1, "comma")) start -= 1;
  else if (is(start - 1, "open") && is(end, "close")) [start, end] = [start - 1, end + 1];
  return { phrases: [...phrases.slice(0, start), ...phrases.slice(end)], frame: [{ code: "frame_at_most", amount: phrases[amount]!.text }] };
}

/** Keys of limits: the row's label in capitals, or `limit_1`, `limit_2`. */
function keysOf(label: string | undefined): () => string {
  const name = fold(label ?? "").text.toUpperCase().replace(/[^A-Z0-9]+/g, "_").replace(/^_|_$/g, "").slice(0, 56).replace(/_$/, "");
  let number = 0;
  return () => {
    number += 1;
    return name === "" ? `limit_${number}` : number === 1 ? name : `${name}_${number}`;
  };
}
