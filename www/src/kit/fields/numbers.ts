/**
 * How does a person write a number? In the French way, the English way and as spreadsheets paste it, with a unit or without.
 *
 *     parseDecimal("1 234,50 €")   // { ok: true, value: "1234.50", unit: "€" }
 *
 * Values are exact decimals as texts, as the engine takes them: no blanks, a point, no zeros in front.
 *
 * The last of two different signs is the decimal one: `1.234,56` and `1,234.56` are the same. A sign that is there twice groups digits.
 * A comma alone is the decimal sign, too, but for `1,234`, which is 1 234 to some and 1.234 to others: that is `ambiguous`, never
 * guessed. `1.234` is a decimal, because JSON writes it so.
 */

export type Unit = "€" | "%";

export type Decimal =
  | { ok: true; value: string; unit: Unit | null }
  | { ok: false; why: "empty" | "not_a_number" | "ambiguous" };

export type Integer = { ok: true; value: string; unit: Unit | null } | { ok: false; why: "empty" | "not_a_number" | "not_whole" };

/** Narrow ones and those that do not break are among them. */
const BLANK = /\s/g;
const UNIT = /^(€|eur|euros?|%)|(€|eur|euros?|%)$/iu;
const NUMBER = /^([+\-−]?)(\d*)(?:[.,](\d*))?$/;
const AMBIGUOUS = /^[+\-−]?[1-9]\d{0,2},\d{3}$/;

export function parseDecimal(text: string): Decimal {
  const { number, unit, isEmpty } = withoutUnit(text);
  if (isEmpty) return { ok: false, why: "empty" };
  if (AMBIGUOUS.test(number)) return { ok: false, why: "ambiguous" };
  const value = valueOf(number);
  return value === null ? { ok: false, why: "not_a_number" } : { ok: true, value, unit };
}

/** Digits after a sign can only be a group here. */
export function parseInteger(text: string): Integer {
  const { number, unit, isEmpty } = withoutUnit(text);
  if (isEmpty) return { ok: false, why: "empty" };
  const value = valueOf(/^[+\-−]?[1-9]\d{0,2}[.,]\d{3}$/.test(number) ? number.replace(/[.,]/, "") : number);
  if (value === null) return { ok: false, why: "not_a_number" };
  const [integer, fraction = ""] = value.split(".");
  return /^0*$/.test(fraction) ? { ok: true, value: integer!, unit } : { ok: false, why: "not_whole" };
}

function withoutUnit(text: string): { number: string; unit: Unit | null; isEmpty: boolean } {
  const trimmed = text.trim();
  const found = UNIT.exec(trimmed)?.[0];
  const number = found === undefined ? trimmed : trimmed.replace(UNIT, "").trim();
  return { number, unit: found === undefined ? null : found === "%" ? "%" : "€", isEmpty: trimmed === "" };
}

function valueOf(number: string): string | null {
  const [, sign, integer, fraction = ""] = NUMBER.exec(withoutGroups(number) ?? "") ?? [];
  if (integer === undefined || integer + fraction === "") return null;
  const digits = integer.replace(/^0+(?=\d)/, "") || "0";
  const minus = sign === "-" || sign === "−" ? "-" : "";
  return minus + digits + (fraction === "" ? "" : `.${fraction}`);
}

/** Without the signs between its thousands; null where they are elsewhere. */
function withoutGroups(number: string): string | null {
  const plain = number.replace(BLANK, " ").replace(/’/g, "'");
  const sign = groupSign(plain);
  if (sign === null) return plain;
  const end = sign === " " || sign === "'" ? plain.search(/[.,]|$/) : plain.lastIndexOf(sign === "," ? "." : ",");
  const integer = plain.slice(0, end < 0 ? plain.length : end);
  const groups = integer.split(sign);
  const isGrouped = /^[+\-−]?\d{1,3}$/.test(groups[0]!) && groups.slice(1).every((group) => /^\d{3}$/.test(group));
  return isGrouped ? groups.join("") + plain.slice(integer.length) : null;
}

function groupSign(plain: string): string | null {
  for (const blank of [" ", "'"]) if (plain.includes(blank)) return blank;
  const [comma, point] = [plain.lastIndexOf(","), plain.lastIndexOf(".")];
  if (comma >= 0 && point >= 0) return comma < point ? "," : ".";
  for (const sign of [",", "."]) if (plain.indexOf(sign) !== plain.lastIndexOf(sign)) return sign;
  return null;
}
