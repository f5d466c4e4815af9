/**
 * How does a person write a date? `12/03/2025`, `12-3-25`, `12 mars 2025`, `March 12, 2025`, `2025-03-12`: as an ISO date.
 *
 * Of three numbers, the first is the day, unless it has four digits. Two digits of a year are of 1950 to 2049. A time of midnight, as
 * spreadsheets write it, is left out.
 */

import { fold } from "../search";

export type ParsedDate = { ok: true; value: string } | { ok: false; why: "empty" | "not_a_date" | "no_such_day" };

const NUMBERS = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/;
/** Without separators only with all eight digits: `202511` is no day. */
const YEAR_FIRST = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))$/;
const DAY_MONTH = /^(\d{1,2})(?:er|st|nd|rd|th|\.)?[ -]*(?:of )?(\p{L}+)\.?[ ,-]*(\d{4}|\d{2})$/u;
const MONTH_DAY = /^(\p{L}+)\.? ?(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u;
const MIDNIGHT = /[t ]00:00(?::00(?:\.0+)?)?z?$/;

export function parseDate(text: string): ParsedDate {
  const date = fold(text.trim()).replace(/\s+/g, " ").replace(MIDNIGHT, "");
  if (date === "") return { ok: false, why: "empty" };
  const [day, month, year] = partsOf(date);
  if (day === undefined || month === undefined || year === undefined) return { ok: false, why: "not_a_date" };
  const value = isoOf(Number(day), Number(month), fullYear(year));
  return value === null ? { ok: false, why: "no_such_day" } : { ok: true, value };
}

/** Of an ISO date, `12/03/2025`; anything else as it is. */
export function dayFirst(iso: string): string {
  return iso.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1");
}

function partsOf(date: string): (string | undefined)[] {
  const numbers = NUMBERS.exec(date);
  if (numbers) return numbers.slice(1);
  const yearFirst = YEAR_FIRST.exec(date);
  if (yearFirst) return [yearFirst[4] ?? yearFirst[6], yearFirst[3] ?? yearFirst[5], yearFirst[1]];
  const dayMonth = DAY_MONTH.exec(date);
  if (dayMonth) return [dayMonth[1], monthOf(dayMonth[2]!), dayMonth[3]];
  const monthDay = MONTH_DAY.exec(date);
  return monthDay ? [monthDay[2], monthOf(monthDay[1]!), monthDay[3]] : [];
}

function fullYear(year: string): number {
  return year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
}

function isoOf(day: number, month: number, year: number): string | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

const LOCALES = ["fr", "en"];
let months: string[][] | null = null;

/** By its name or at least three letters of it, which have to be of one month alone. */
function monthOf(word: string): string | undefined {
  months ??= LOCALES.map((locale) => {
    const format = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, month) => fold(format.format(Date.UTC(2025, month, 1))));
  });
  const begins = (name: string) => word.length >= 3 && name.startsWith(word);
  const found = new Set(months.flatMap((names) => names.flatMap((name, index) => (begins(name) ? [index + 1] : []))));
  return found.size === 1 ? String([...found][0]) : undefined;
}
