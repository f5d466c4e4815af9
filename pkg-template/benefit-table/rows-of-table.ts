// For which care types is each row? By its own label, by the sections above it, or by both: "Radiographie", and below it "OPTAM". Of several
// columns of labels the last is the row's, and those before it are its sections: "Dentaire | Soins". Of a label of several lines each is read, too.
import type * as api from "../care-coverage-benefit-table";
import type { Grid } from "./grid.ts";
import type { LabelReading } from "./label-answer.ts";
import { type LabelUnits, unitsIn, withoutUnits } from "./label-units.ts";
import type { Labels } from "./labels.ts";
import { both, type Filter } from "./regions.ts";
import { isOfStay, type Section, sectionOf, titleOf, withSection } from "./sections.ts";
import { nearest, NOTHING_SAID, type Shares, sharesIn } from "./share.ts";
import type { Shape } from "./table-shape.ts";

export interface TableRow extends Omit<api.BenefitTableReadRow, "footnotes"> {
  /** What its label and its sections say. */
  shares: Shares;
  /** What its label says that amounts are for, or the section above it. */
  units: LabelUnits | null;
  /** What its guarantee and its limits are called after: with the section's words where its own are conditions alone. */
  name: string;
  /** The rows of the sections that it is in. */
  sections: number[];
  /** Whether it has no label of its own, and goes on with the row above. */
  goesOn: boolean;
}

/** More lines than that are a text. */
const MOST_LINES = 20;

export function rowsOfTable(grid: Grid, { labels: columns, kinds }: Shape, labels: Labels): TableRow[] {
  const rows: TableRow[] = [];
  let sections: Section[] = [];
  let wasBenefit = false;
  // Of the row above, by column.
  let before: string[] = [];
  kinds.forEach((kind, row) => {
    const texts = columns.map((column) => grid.textAt(row, column));
    const own = labelOf(namedBy(texts));
    const none = { parts: [], units: null, goesOn: false, sections: sections.map((section) => section.row) };
    if (kind === "header" && labels.isTitle(texts[0] ?? "")) {
      // "Optique | Base | Option"
      sections = [sectionOf(row, texts[0]!, labels.read(texts[0]!), labels, undefined)];
      wasBenefit = false;
      before = [];
    }
    if (kind !== "section" && kind !== "benefit") {
      rows.push({ row, kind, label: own, care_types: [], when: {}, unread: [], asides: [], status: "text", shares: NOTHING_SAID, name: own, ...none });
      return;
    }
    if (kind === "section") {
      const reading = labels.readUnder(titleOf(sections), own);
      const section = sectionOf(row, own, reading, labels, sections.find(({ isHeading }) => isHeading));
      sections = withSection(sections, section, wasBenefit);
      wasBenefit = false;
      before = [own];
      rows.push({ row, kind, label: own, care_types: [...(section.careTypes ?? [])].sort(), when: section.when, unread: reading.unread, asides: reading.asides, status: "text", shares: section.shares, name: own, ...none });
      return;
    }
    // A row without a label goes on with the one above, one without its first label with that of the one above.
    const first = texts.findIndex((text) => text !== "");
    before = first === -1 ? before : [...texts.slice(0, first).map((_, column) => before[column] ?? ""), ...texts.slice(first)];
    wasBenefit = true;
    rows.push({ row, kind, goesOn: first === -1, ...rowOf(row, namedBy(before), sections, labels) });
  });
  return rows;
}

/** What columns of labels say, the last of them apart. */
interface Named { upper: string[]; own: string }

function namedBy(texts: readonly string[]): Named {
  const said = texts.filter((text, index, all) => text !== "" && all.indexOf(text) === index);
  return { upper: said.slice(0, -1), own: said.at(-1) ?? "" };
}

function labelOf({ upper, own }: Named): string {
  return [...upper, ...(own === "" ? [] : [own])].join(" : ");
}

function rowOf(row: number, named: Named, sections: readonly Section[], labels: Labels): Omit<TableRow, "row" | "kind" | "goesOn"> {
  const label = labelOf(named);
  const reading = readingOf(label, sections, labels);
  let within = sections;
  for (const text of named.upper) within = withSection([...within], sectionOf(row, text, labels.readUnder(titleOf(within), text), labels, within.find(({ isHeading }) => isHeading)), false);
  const place = named.upper.length === 0 ? null : placed(named.own, readingOf(named.own, within, labels), within, labels);
  const found = place?.status === "matched" ? place : placed(label, reading, sections, labels);
  const name = reading.careTypes === null && sections.length > 0 ? `${sections.at(-1)!.label} ${label}` : label;
  const units = unitsIn(label) ?? unitsOf(sections.at(-1), found.care_types);
  return { label, ...found, name, units, parts: partsOf(row, named.own, within, labels), sections: sections.map((section) => section.row) };
}

/** Without the words of what amounts are for, where they are not what names the care: "Par verre". */
function readingOf(label: string, sections: readonly Section[], labels: Labels): LabelReading {
  const bare = withoutUnits(label);
  const reading = bare === label ? null : labels.readUnder(titleOf(sections), bare);
  return reading?.careTypes ? reading : labels.readUnder(titleOf(sections), label);
}

/** "Chambre particulière par jour", and below it "Conventionnée". A period of a section might be of all its rows together. */
function unitsOf(section: Section | undefined, codes: readonly string[]): LabelUnits | null {
  const units = section?.careTypes && codes.every((code) => section.careTypes!.has(code)) ? unitsIn(section.label) : null;
  return units?.hasPeriod ? null : units;
}

/** Each line of a label as a row of its own; a first line that ends with a colon is their section. None where there is one line. */
function partsOf(row: number, text: string, sections: readonly Section[], labels: Labels): api.BenefitTableReadPart[] {
  const lines = linesOf(text);
  if (lines.length < 2 || lines.length > MOST_LINES) return [];
  const isTitled = lines.length > 2 && lines[0]!.endsWith(":");
  const title = isTitled ? lines[0]!.slice(0, -1).trim() : "";
  const within = isTitled ? withSection([...sections], sectionOf(row, title, labels.readUnder(titleOf(sections), title), labels, sections.find(({ isHeading }) => isHeading)), false) : sections;
  return (isTitled ? lines.slice(1) : lines).map((label) => {
    const { shares: _, ...part } = placed(label, labels.readUnder(titleOf(within), label), within, labels);
    return { label, ...part };
  });
}

export function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}

function placed(label: string, reading: LabelReading, sections: readonly Section[], labels: Labels): Pick<TableRow, "care_types" | "when" | "unread" | "asides" | "status" | "shares"> {
  const shares = [...sections].reverse().reduce((near, section) => nearest(near, section.shares), sharesIn(label));
  let when: Filter | null = reading.isContradictory ? null : reading.when;
  for (const section of sections) when = when && both(when, section.when);
  const rest = { when: when ?? {}, unread: reading.unread, asides: reading.asides, shares };
  if (when === null) return { ...rest, care_types: [], status: "contradictory" };
  let named = reading.careTypes ? new Set(reading.careTypes) : null;
  if (reading.unread.length > 0) {
    // "Verres" and below it "Unifocaux": the words of both, also without the parentheses of the section.
    const above = sections.at(-1)?.label;
    const joint = above === undefined ? [] : [...new Set([above, above.replace(/\([^()]*\)/g, " ")])].map((text) => labels.read(`${text} ${label}`));
    const found = joint.find(({ careTypes, unread }) => careTypes && unread.length === 0);
    if (!found) return { ...rest, care_types: [...(named ?? [])].sort(), status: "unmatched" };
    named = new Set(found.careTypes);
    rest.unread = [];
  }
  // Of a row of conditions alone the section above says what it is for: not a heading, of which it is not said which part is meant.
  const last = sections.at(-1);
  const ofStays = last && isOfStay(last.label) && !reading.ofHeading ? labels.heading("Hospitalisation")?.careTypes : null;
  if (ofStays && !(named && [...named].every((code) => !ofStays.has(code)))) return { ...rest, care_types: [...(named ?? [])].sort(), status: "unmatched" };
  if (named === null && last?.careTypes) {
    // "Orthodontie", and below it "Non remboursée": a term that says the condition goes before it.
    const joint = labels.read(`${last.label} ${label}`);
    if (joint.careTypes && joint.unread.length === 0 && !joint.isContradictory && Object.keys(joint.when).length < Object.keys(reading.when).length) {
      const joined = joint.careTypes;
      const whole = sections.reduce((all: Filter | null, section) => all && both(all, section.when), joint.when);
      if (whole) return { ...rest, when: whole, care_types: joined, status: "matched" };
    }
  }
  const isByAge = last?.isHeading === true && Object.keys(reading.when).length > 0 && Object.keys(reading.when).every((name) => name.endsWith("_age"));
  if (named === null && isByAge) named = labels.ofTitle(last.label);
  if (named === null && !(last?.isWhole && last.careTypes)) return { ...rest, care_types: [], status: "unmatched" };
  const free = new Set([reading.ofHeading ?? [], ...sections.map((section) => section.ofHeading ?? [])].flatMap((codes) => [...codes]));
  for (const { careTypes, isHeading, title } of [...sections].reverse()) {
    if (careTypes === null || (isHeading && labels.isOfHeading(title!, label))) continue;
    const common: Set<string> = named === null ? new Set(careTypes) : new Set([...named].filter((code) => careTypes.has(code) || (isHeading && free.has(code))));
    // A section that has nothing of it does not bound it; several words of no one term are another's then: "Dentaire", "Soins, consultations".
    if (common.size > 0) named = common;
    else if (isHeading && last!.isHeading && !labels.isTerm(label)) return { ...rest, care_types: [...named!].sort(), status: "unmatched" };
  }
  if (named === null) return { ...rest, care_types: [], status: "unmatched" };
  return { ...rest, care_types: [...named].sort(), status: "matched" };
}
