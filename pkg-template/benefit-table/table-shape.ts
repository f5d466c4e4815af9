// Which columns are labels, which are formulas, and what is each row? By what cells look like, not by where they are.
import type * as api from "../care-coverage-benefit-table";
import { holdsOf } from "./other-columns.ts";
import type { Grid } from "./grid.ts";
import { conditionAt } from "./label-conditions.ts";
import { isSmall, wordsOf } from "./label-words.ts";
import { type Filter } from "./regions.ts";
import { fold } from "./normalise.ts";
import { readBenefit } from "./read-benefit.ts";

export interface Column { column: number; name: string; when: Filter }
export interface Formula { name: string; columns: Column[] }
export type RowKind = "header" | "section" | "footnote" | "empty" | "benefit";
/** `others`: columns that are no formula, by what their headers say. `headers`: the texts of headers by column. */
export interface Shape { labels: number[]; formulas: Formula[]; others: api.BenefitOtherColumn[]; kinds: RowKind[]; headerText: string; headers: Map<number, string[]> }

/** A figure with a sign, or one of the words that cells are made of. */
const BENEFIT = /\d\s*(?:%|€|eur|fois|x\b)|%|\b(?:tm|fr|br|brss|rss|pmss|neant|non couverte?s?|frais reels|ticket moderateur|integral\w*|sans reste a (?:charge|payer)|oui|inclus|illimitee?)\b|^-$/;

/** A longer text is a cell where it can be read. */
const LONGEST = 600;

export function isBenefit(text: string): boolean {
  return text.length <= LONGEST ? text !== "" && BENEFIT.test(fold(text).text) : readBenefit(text).unread.length === 0;
}

export function shapeOf(grid: Grid): Shape {
  const columns = Array.from({ length: grid.width }, (_, column) => column);
  const first = columns.find((column) => column > 0 && shareOfBenefits(grid, column) >= 0.3) ?? columns.find((column) => column > 0) ?? 1;
  const benefits = columns.filter((column) => column >= first && countOf(grid, column) > 0);
  const before = columns.filter((column) => column < first);
  const kinds = kindsOf(grid, before, benefits);
  const header = kinds.flatMap((kind, row) => (kind === "header" ? [row] : []));
  const headers = new Map(columns.map((column) => [column, [...new Set(header.map((row) => grid.textAt(row, column)).filter((text) => text !== ""))]]));
  const others = holdsOf(headers, before, benefits);
  const isOther = (column: number) => others.some((other) => other.column === column);
  const formulas = formulasOf(headers, benefits.filter((column) => !isOther(column)));
  const said = columns.filter((column) => !isOther(column)).flatMap((column) => headers.get(column)!);
  // What is above the header is about all of the table.
  kinds.slice(0, header[0] ?? 0).forEach((kind, row) => kind === "section" && said.push(grid.textAt(row, 0)));
  return { labels: before.filter((column) => !isOther(column)), formulas, others, kinds, headerText: [...new Set(said)].join(" \n "), headers };
}

function countOf(grid: Grid, column: number): number {
  let count = 0;
  for (let row = 0; row < grid.height; row += 1) if (isBenefit(grid.textAt(row, column)) && !isWide(grid, row)) count += 1;
  return count;
}

function shareOfBenefits(grid: Grid, column: number): number {
  let [benefits, filled] = [0, 0];
  for (let row = 0; row < grid.height; row += 1) {
    if (grid.textAt(row, column) === "" || isWide(grid, row)) continue;
    filled += 1;
    if (isBenefit(grid.textAt(row, column))) benefits += 1;
  }
  return filled === 0 ? 0 : benefits / filled;
}

/** One cell is all of the row. */
function isWide(grid: Grid, row: number): boolean {
  if (grid.width < 2) return false;
  const [origin, first] = grid.originOf(row, 0);
  for (let column = 1; column < grid.width; column += 1) {
    const [other, column0] = grid.originOf(row, column);
    if (other !== origin || column0 !== first) return false;
  }
  return true;
}

function kindsOf(grid: Grid, labels: readonly number[], benefits: readonly number[]): RowKind[] {
  const kinds: RowKind[] = [];
  let isBody = false;
  const headers = new Set<string>();
  const isPaidAt = (row: number) => !isWide(grid, row) && benefits.some((column) => isBenefit(grid.textAt(row, column)));
  let last = grid.height - 1;
  while (last >= 0 && !isPaidAt(last)) last -= 1;
  for (let row = 0; row < grid.height; row += 1) {
    const texts = benefits.map((column) => grid.textAt(row, column));
    const label = labels.map((column) => grid.textAt(row, column)).join(" ").trim();
    const hasOwn = !isWide(grid, row) && texts.some((text) => text !== "");
    const isPaid = isPaidAt(row);
    let kind: RowKind = "benefit";
    if (label === "" && !hasOwn) kind = "empty";
    else if ((isMarked(label) || (row > last && label.length > 160)) && !isPaid) kind = "footnote";
    else if (!hasOwn || isTitled(grid, row, label, texts)) kind = "section";
    else if (!isBody && (!isPaid || isTitle(label, texts) || isNamed(label, texts))) kind = "header";
    // "Conventionné | Non conventionné" below the first sections.
    else if (!kinds.includes("benefit") && label === "" && texts.every((text) => text === "" || wholeCondition(text))) kind = "header";
    // A table that is printed on several pages repeats its header.
    else if (headers.has(JSON.stringify(texts)) && !isPaid) kind = "header";
    if (kind === "header") headers.add(JSON.stringify(texts));
    if (kind === "benefit" || (kind === "section" && headers.size > 0)) isBody = true;
    kinds.push(kind);
  }
  return kinds;
}

/** "Remboursements y compris l’assurance maladie": words about all cells, with no amount, that are no benefit. */
function isTitle(label: string, texts: readonly string[]): boolean {
  return texts.every((text) => !/\d/.test(text) && text.length > 12 && !/^(?:sans|pas|aucun)\b/i.test(text)) && (/^(?:garantie|poste|nature|prestation|$)/i.test(label) || texts.some((text) => !isRead(text)));
}

/** "Garanties | Formule 100 % | TM": names, whatever is in them. */
function isNamed(label: string, texts: readonly string[]): boolean {
  return NAMES.test(fold(label).text.trim()) || (/^(?:garantie|poste|nature|$)/i.test(label) && !texts.some((text) => text !== "" && isRead(text)));
}

const NAMES = /^(?:(?:nature|types?|libelles?|designation|detail|tableau|acte|soin|frai|de|d'|l'|la|et)s?\s*)*(?:garantie|poste|prestation|rubrique|niveau|formule)[sx]?(?:\s(?:de|des|d'|la|l'|et|en)|\s?(?:soins?|sante|frais|actes?|garanties?|prestations?|remboursements?|depenses?))*$/;

function isRead(text: string): boolean {
  return readBenefit(text).readings.length > 0;
}

/** "Équipements à tarifs libres | -", and rows below it that begin with a dash: they are its parts. */
function isTitled(grid: Grid, row: number, label: string, texts: readonly string[]): boolean {
  return row + 1 < grid.height && texts.every((text) => /^[-–—]?$/.test(text)) && !DASHED.test(label) && DASHED.test(grid.textAt(row + 1, 0));
}

const DASHED = /^(?:[-–—•]|[a-z]\))\s/;

/** It begins with the mark of a footnote. */
function isMarked(label: string): boolean {
  return /^(?:\(?[*\u00b9\u00b2\u00b3]+\)?|\(\d{1,2}\)|\[\d{1,2}\])\s*\S/.test(label);
}

/** Columns of a condition ("Conventionné | Non conventionné") are of one formula, that above them. */
function formulasOf(headers: ReadonlyMap<number, readonly string[]>, benefits: readonly number[]): Formula[] {
  const columns = benefits.map((column) => {
    const texts = headers.get(column)!;
    const last = texts.at(-1) ?? "";
    const when = last === "" ? null : wholeCondition(last);
    return { column, when: when ?? {}, isCondition: when !== null && Object.keys(when).length > 0, name: ((when === null ? last : texts.at(-2)) ?? "").replace(/\s+/g, " ") };
  });
  if (columns.length < 2 || !columns.some(({ isCondition }) => isCondition)) return columns.map(({ isCondition, ...column }) => ({ name: column.name, columns: [column] }));
  const formulas: Formula[] = [];
  for (const { isCondition, ...column } of columns) {
    const last = formulas.at(-1);
    if (last && last.name === column.name && isCondition) last.columns.push(column);
    else formulas.push({ name: column.name, columns: [column] });
  }
  return formulas;
}

/** A text that is nothing but a condition; null where it is more. */
function wholeCondition(text: string): Filter | null {
  const { words } = wordsOf(text);
  let when: Filter | null = null;
  for (let at = 0; at < words.length; ) {
    const found = conditionAt(words, at);
    if (found) {
      when = { ...(when ?? {}), ...found.when } as Filter;
      at += found.count;
    } else if (isSmall(words[at]!.text)) at += 1;
    else return null;
  }
  return when;
}
