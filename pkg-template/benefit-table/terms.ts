// Which amount is meant? A percentage of something, euros, what has a name of its own; with what they are for.
//
//     amount   N % BR, TM, FR, RSS, PMSS, BRR, of the excess · N € · TM · FR
//     for      par séance, par jour, … · par an, tous les N ans, … · par bénéficiaire, par famille
import { type Period, type Plain, type Term, newTerm } from "./cell.ts";
import type { Cursor } from "./cursor.ts";
import type { Phrase } from "./phrases.ts";

const KINDS: Record<string, string> = {
  br: "brss_percent", tm: "ticket_moderateur", fr: "actual_costs", costs: "actual_costs", rss: "rss_percent", secu: "brss_percent", pmss: "pmss_percent", brr: "reconstituted_brss_percent", excess: "excess_over_brss",
};

/** What a rule takes. */
export const AMOUNT = /^\d{1,12}(?:\.\d{1,4})?$/;
const PERCENT = /^\d{1,12}(?:\.\d{1,6})?$/;

/** A plain component, without what it is for. */
export function plainAt(cursor: Cursor): Plain {
  const figure = cursor.take("figure");
  if (!figure) {
    const named = cursor.need("tm", "fr");
    return { kind: KINDS[named.meaning]!, decimal: "100", per: "act" };
  }
  if (cursor.is("euro", "percent") && !(cursor.is("euro") ? AMOUNT : PERCENT).test(figure.text)) cursor.fail();
  if (cursor.take("euro")) return { kind: "flat_amount", decimal: figure.text, per: "act" };
  cursor.need("percent");
  const of = cursor.take("br", "tm", "fr", "costs", "rss", "secu", "pmss", "brr", "excess") ?? cursor.failFor("base");
  if (of.meaning === "pmss") {
    yearAt(cursor);
    eurosAt(cursor);
  }
  return { kind: KINDS[of.meaning]!, decimal: figure.text, per: "act" };
}

/** "(45,47 €)", "(soit 45,47 € en 2024)", behind a percentage of the PMSS or what it is for. */
export function eurosAt(cursor: Cursor): boolean {
  const at = cursor.isAhead(1, "currently") ? 2 : 1;
  if (!cursor.is("open") || !cursor.isAhead(at, "figure") || !cursor.isAhead(at + 1, "euro") || !cursor.isAhead(at + 2, "close", "in")) return false;
  cursor.skip(at);
  cursor.notes.push({ code: "pmss_in_euros", amount: cursor.need("figure").text });
  cursor.skip(1);
  yearAt(cursor);
  cursor.need("close");
  return true;
}

/** A calendar year. */
export const YEAR = /^(?:19|20)\d\d$/;

/** "en 2024", "PMSS 2024" */
export function yearAt(cursor: Cursor): void {
  if (cursor.take("in")) cursor.need("figure");
  else if (YEAR.test(cursor.text) && !cursor.isAhead(1, "percent", "euro")) cursor.skip(1);
}

export function isPlainAhead(cursor: Cursor, skipped = 0): boolean {
  return cursor.isAhead(skipped, "tm", "fr") || (cursor.isAhead(skipped, "figure") && cursor.isAhead(skipped + 1, "percent", "euro"));
}

/** What an amount or a limit is for. */
export interface For { unit: string | null; period: Period | null; isFamily: boolean }

/** Of a limit "par acte" is its period. `found`: what is known before. */
export function forAt(cursor: Cursor, isLimit = false, found: For = { unit: null, period: null, isFamily: false }): For {
  for (;;) {
    const start = cursor.place;
    // "par œil, par année civile"
    if (cursor.is("comma") && cursor.isAhead(1, "per", "every")) cursor.skip(1);
    // "100 € maximum par an"
    if (cursor.is("at_most") && cursor.isAhead(1, "per", "every", "annual")) cursor.skip(1);
    // "75 € par an – bénéficiaire"
    if (cursor.text === "-" && cursor.isAhead(1, "beneficiary", "family")) cursor.skip(1);
    if (!oneAt(cursor, found, isLimit)) {
      cursor.place = start;
      return found;
    }
  }
}

function oneAt(cursor: Cursor, found: For, isLimit: boolean): boolean {
  const hasPer = cursor.take("per") !== null;
  if (cursor.take("annual")) return setPeriod(cursor, found, { kind: "civil_year", isAssumed: true });
  if (cursor.take("lifetime")) return setPeriod(cursor, found, { kind: "lifetime", isAssumed: false });
  if (cursor.is(hasPer ? "figure" : "every", "over")) return intervalAt(cursor, found);
  if (cursor.take("beneficiary")) return true;
  if (cursor.take("family")) return (found.isFamily = true);
  // "75 € an", but not "limité à 1 an"
  if ((hasPer || (cursor.text === "an" && !cursor.isAhead(-1, "figure"))) && cursor.take("year")) return setPeriod(cursor, found, { kind: "civil_year", isAssumed: true });
  if (cursor.take("civil_year")) return setPeriod(cursor, found, { kind: "civil_year", isAssumed: false });
  if (cursor.take("membership_year")) return setPeriod(cursor, found, { kind: "membership_year", isAssumed: false });
  if (hasPer && cursor.take("stay")) return setPeriod(cursor, found, { kind: "stay", isAssumed: false });
  if (isLimit && cursor.take("act_itself")) return setPeriod(cursor, found, { kind: "act", isAssumed: false });
  const meaning = cursor.meaning();
  if (meaning !== "act_itself" && !meaning?.startsWith("unit:")) return false;
  // "200 € enfant": for whom, maybe.
  if (!hasPer && /^enfants?$/.test(cursor.text)) return false;
  const unit = unitOf(cursor, meaning);
  if (found.unit !== null && found.unit !== unit) cursor.fail();
  cursor.skip(1);
  found.unit = unit;
  return true;
}

/** An equipment is one act or several, and which is not said. */
export function unitOf(cursor: Cursor, meaning: Phrase["meaning"]): string {
  if (meaning === "unit:equipment") cursor.isUnitAssumed = true;
  return meaning === "act_itself" || meaning === "unit:equipment" ? "act" : meaning === "unit:care_year" ? "year" : meaning.slice(5);
}

/** "tous les 2 ans", "/ 2 ans", "sur 24 mois", "sur 2 années consécutives". */
function intervalAt(cursor: Cursor, found: For): boolean {
  const start = cursor.place;
  cursor.take("every", "over");
  if (!cursor.is("figure") || !cursor.isAhead(1, "year", "civil_year", "months")) {
    cursor.place = start;
    return false;
  }
  const figure = cursor.need("figure");
  const months = Number(figure.text) * (cursor.take("months") ? 1 : 12);
  cursor.take("year", "civil_year");
  if (Number.isSafeInteger(months) && months > 0 && months <= 4_294_967_295) return setPeriod(cursor, found, { kind: "rolling_months", months, isAssumed: false });
  cursor.place = start;
  return cursor.fail();
}

/** "crédit annuel de 300 € par an" says it twice; another period after the first is not understood. */
function setPeriod(cursor: Cursor, found: For, period: Period): true {
  const before = found.period;
  if (before && (before.kind !== period.kind || before.months !== period.months)) cursor.fail();
  found.period = { ...period, isAssumed: (before?.isAssumed ?? true) && period.isAssumed };
  return true;
}

/** A part of the sum, with what it is for. */
export function termAt(cursor: Cursor): Term {
  // "dépassements limités à 100 % BR"
  if (cursor.is("excess") && cursor.isAhead(1, "limited_to", "within", "at_most")) {
    cursor.skip(2);
    const bound = plainAt(cursor);
    return bound.kind === "brss_percent" ? { ...boundExcess(bound), isBounded: true } : cursor.fail();
  }
  if (cursor.is("greatest", "least")) return choiceAt(cursor);
  if (cursor.is("open")) return newTerm(summedAt(cursor));
  // "forfait annuel de 100 €", "par séance : 30 €"
  const isNamed = cursor.is("credit", "flat", "ceiling", "annual");
  cursor.take("credit", "flat", "ceiling");
  const before = isNamed || cursor.is("per", "every") ? forAt(cursor) : undefined;
  const plain = plainAt(cursor);
  if (isNamed && plain.kind !== "flat_amount" && plain.kind !== "pmss_percent") cursor.fail();
  // "250 € (forfait par année civile)"
  if (cursor.is("flat") && cursor.isAhead(1, "per")) cursor.skip(1);
  let hasParenthesis = false;
  if (cursor.is("open") && cursor.isAhead(1, "flat") && cursor.isAhead(2, "per", "annual")) {
    cursor.skip(2);
    hasParenthesis = true;
  }
  const found = forAt(cursor, false, before);
  if (hasParenthesis) cursor.need("close");
  if (plain.kind === "brss_percent" && cursor.take("excess")) return boundExcess(plain);
  return { ...newTerm([plain]), unit: found.unit, period: found.period, isFamily: found.isFamily };
}

/** "70 % de la BR sur les dépassements" */
function boundExcess(bound: Plain): Term {
  return { ...newTerm([]), choice: { kind: "least_of", options: [[{ kind: "excess_over_brss", decimal: "100", per: "act" }], [bound]] } };
}

/** "le plus élevé de (…, …)" */
function choiceAt(cursor: Cursor): Term {
  const kind = cursor.need("greatest", "least").meaning === "greatest" ? "greatest_of" : "least_of";
  cursor.need("open");
  const options = [optionAt(cursor)];
  while (cursor.take("comma")) options.push(optionAt(cursor));
  cursor.need("close");
  if (options.length < 2 || options.length > 8) cursor.fail();
  return { ...newTerm([]), choice: { kind, options } };
}

/** "(TM + 50 €)" */
export function summedAt(cursor: Cursor): Plain[] {
  cursor.need("open");
  const parts = optionAt(cursor);
  cursor.need("close");
  return parts;
}

/** A sum of amounts with their units. */
export function optionAt(cursor: Cursor): Plain[] {
  const parts = [withUnitAt(cursor)];
  while (cursor.take("plus")) parts.push(withUnitAt(cursor));
  return parts.length > 8 ? cursor.fail() : parts;
}

function withUnitAt(cursor: Cursor): Plain {
  const plain = plainAt(cursor);
  const { unit, period, isFamily } = forAt(cursor);
  if (plain.kind === "pmss_percent") eurosAt(cursor);
  if (period || isFamily) cursor.fail();
  return withUnit(cursor, plain, unit);
}

const COUNTED = ["flat_amount", "pmss_percent"];
/** A base or the costs are those of the act, which is one of these. */
const OF_ONE_ACT = ["act", "session", "semester"];

export function withUnit(cursor: Cursor, plain: Plain, unit: string | null): Plain {
  if (unit === null) return plain;
  if (COUNTED.includes(plain.kind)) return { ...plain, per: unit };
  return OF_ONE_ACT.includes(unit) ? plain : cursor.fail();
}
