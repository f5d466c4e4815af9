/**
 * Which value does a cell say, as people and spreadsheets write it? `12/03/2025`, `60,50 €`, `oui`, `42 ans`, `11, 21`, a label instead of a code.
 *
 * What cannot be read goes to the engine as it is, which says what is wrong with it. An empty cell is a fact that is not known.
 */
import { parseDate } from "../../kit/fields/dates";
import { parseDecimal, parseInteger, type Unit } from "../../kit/fields/numbers";
import { parseYesNo } from "../../kit/fields/yes-no";
import { fold } from "../../kit/search";
import type { CellKind } from "./fields";

/** What a column means, for the worker. */
export interface Column {
  field: string;
  kind: CellKind;
  /** Codes by what may be written instead of them, folded. */
  codes?: ReadonlyMap<string, string>;
}

/** Distinct values of a column that are remembered: most columns have few. */
const MOST_REMEMBERED = 5_000;
const OPTAM = wordsFor<boolean>([[["optam", "optam-co", "secteur 1"], true], [["sans optam", "hors optam", "non optam"], false]]);
const SIDES = wordsFor([[["gauche", "g", "og", "left", "l"], "left"], [["droite", "droit", "d", "od", "right", "r"], "right"]]);

/** Undefined where the cell says nothing. */
export function cellReader(column: Column): (cell: string) => unknown {
  const values = new Map<string, unknown>();
  return (cell) => {
    let value = values.get(cell);
    if (value !== undefined || values.has(cell)) return value;
    if (values.size >= MOST_REMEMBERED) values.clear();
    values.set(cell, (value = valueOf(column, cell.trim())));
    return value;
  };
}

function valueOf({ field, kind, codes }: Column, text: string): unknown {
  if (text === "" || text === "-") return undefined;
  if (text === "null") return null;
  switch (kind) {
    case "care_type":
    case "text":
      return codes?.get(fold(text)) ?? text;
    case "date":
      return readOr(text, parseDate(text));
    case "boolean": {
      const optam = field === "is_optam_or_secteur_1" ? OPTAM.get(fold(text)) : undefined;
      return optam ?? readOr(text, parseYesNo(text));
    }
    case "amount":
      return decimal(text, "€");
    case "percent":
      return decimal(text, "%");
    case "age":
      return number(text.replace(/\s*(?:ans?|years?)$/i, ""));
    case "tooth":
      return number(text);
    case "teeth":
      return text.split(/[\s,;+/]+/).filter((tooth) => tooth !== "").map(number);
    case "side":
      return SIDES.get(fold(text)) ?? text;
  }
}

function readOr<T>(text: string, read: { ok: true; value: T } | { ok: false }): T | string {
  return read.ok ? read.value : text;
}

/** With this unit or none: 60 % are no 60 €. */
function decimal(text: string, unit: Unit): string {
  const read = parseDecimal(text);
  return read.ok && (read.unit === null || read.unit === unit) ? read.value : text;
}

function number(text: string): number | string {
  const read = parseInteger(text);
  return read.ok ? Number(read.value) : text;
}

function wordsFor<T>(meanings: readonly [readonly string[], T][]): ReadonlyMap<string, T> {
  return new Map(meanings.flatMap(([words, value]) => words.map((word): [string, T] => [word, value])));
}
