// For which care types is each row? By its own label, by the sections above it, or by both: "Radiographie", and below it "OPTAM".
import type * as api from "../care-coverage-benefit-table";
import type { Grid } from "./grid.ts";
import type { LabelReading, Labels } from "./labels.ts";
import { both, type Filter } from "./regions.ts";
import { type Share, shareIn } from "./share.ts";
import type { Shape } from "./table-shape.ts";

interface Section { label: string; careTypes: Set<string> | null; when: Filter; isHeading: boolean; isWhole: boolean; share: Share | null }

export interface TableRow extends api.BenefitTableReadRow {
  when: Filter;
  share: Share | null;
  /** What its guarantee and its limits are called after: with the section's words where its own are conditions alone. */
  name: string;
}

export function rowsOfTable(grid: Grid, { labels: columns, kinds }: Shape, labels: Labels): TableRow[] {
  const rows: TableRow[] = [];
  let sections: Section[] = [];
  let wasBenefit = false;
  let before = "";
  kinds.forEach((kind, row) => {
    const texts = columns.map((column) => grid.textAt(row, column)).filter((text, index, all) => text !== "" && all.indexOf(text) === index);
    const own = texts.join(" : ");
    if (kind !== "section" && kind !== "benefit") {
      rows.push({ row, kind, label: own, care_types: [], when: {}, unread: [], asides: [], status: "text", share: null, name: own });
      return;
    }
    // A cell without a label goes on with the row above.
    const label = own === "" && kind === "benefit" ? before : own;
    const reading = labels.read(label);
    if (kind === "section") {
      sections = withSection(sections, sectionOf(label, reading, labels, sections.find(({ isHeading }) => isHeading)), wasBenefit);
      wasBenefit = false;
      before = label;
      rows.push({ row, kind, label, care_types: [...(sections.at(-1)!.careTypes ?? [])].sort(), when: sections.at(-1)!.when, unread: reading.unread, asides: reading.asides, status: "text", share: sections.at(-1)!.share, name: label });
      return;
    }
    before = label;
    wasBenefit = true;
    rows.push({ row, kind, label, ...placed(label, reading, sections, labels), name: reading.careTypes === null && sections.length > 0 ? `${sections.at(-1)!.label} ${label}` : label });
  });
  return rows;
}

/** A section whose words were not all understood bounds its rows, but does not stand for what they are for. */
function sectionOf(label: string, { careTypes, excluded, when, unread }: LabelReading, labels: Labels, above: Section | undefined): Section {
  const heading = labels.isTerm(label) && !labels.isTitle(label) ? null : labels.heading(label);
  const rest = heading === null && careTypes === null && excluded.length > 0 && above?.careTypes ? new Set([...above.careTypes].filter((code) => !excluded.includes(code))) : null;
  return { label, careTypes: heading ?? (careTypes ? new Set(careTypes) : rest), when, isHeading: heading !== null, isWhole: unread.length === 0 && heading === null, share: shareIn(label) };
}

/** More sections within one another are no table's. */
const MOST_SECTIONS = 8;

/** A heading ends all sections; a section behind benefits ends those that it is no part of. */
function withSection(sections: Section[], section: Section, isBehindBenefits: boolean): Section[] {
  if (section.isHeading) return [section];
  const { careTypes } = section;
  const heading = sections.find(({ isHeading }) => isHeading)?.careTypes;
  // What is mostly of another heading ends it, whatever it is called.
  if (careTypes && heading && 2 * [...careTypes].filter((code) => heading.has(code)).length < careTypes.size) return [section];
  const kept = [...sections];
  while (kept.length > 0) {
    const last = kept.at(-1)!;
    const isPart = section.careTypes !== null && last.careTypes !== null && [...section.careTypes].every((code) => last.careTypes!.has(code)) && last.careTypes.size > section.careTypes.size;
    if (last.isHeading || isPart || !isBehindBenefits) break;
    kept.pop();
  }
  return [...kept.slice(-MOST_SECTIONS), section];
}

function placed(label: string, reading: LabelReading, sections: readonly Section[], labels: Labels): Pick<TableRow, "care_types" | "when" | "unread" | "asides" | "status" | "share"> {
  const share = [shareIn(label), ...[...sections].reverse().map((section) => section.share)].find((found) => found !== null) ?? null;
  let when: Filter | null = reading.isContradictory ? null : reading.when;
  for (const section of sections) when = when && both(when, section.when);
  const rest = { when: when ?? {}, unread: reading.unread, asides: reading.asides, share };
  if (when === null) return { ...rest, care_types: [], status: "contradictory" };
  let named = reading.careTypes ? new Set(reading.careTypes) : null;
  if (named === null && reading.unread.length > 0) {
    // "Verres" and below it "Unifocaux": the words of both.
    const joint = sections.length > 0 ? labels.read(`${sections.at(-1)!.label} ${label}`) : null;
    if (!joint?.careTypes || joint.unread.length > 0) return { ...rest, care_types: [], status: "unmatched" };
    named = new Set(joint.careTypes);
    rest.unread = [];
  } else if (reading.unread.length > 0) return { ...rest, care_types: [...(named ?? [])].sort(), status: "unmatched" };
  // Of a row of conditions alone the section above says what it is for: not a heading, of which it is not said which part is meant.
  const last = sections.at(-1);
  if (named === null && !(last?.isWhole && last.careTypes)) return { ...rest, care_types: [], status: "unmatched" };
  for (const { careTypes, isHeading } of [...sections].reverse()) {
    if (careTypes === null) continue;
    const common: Set<string> = named === null ? new Set(careTypes) : new Set([...named].filter((code) => careTypes.has(code)));
    // A section that has nothing of it does not bound it; several words of no one term are another's then: "Dentaire", "Soins, consultations".
    if (common.size > 0) named = common;
    else if (isHeading && last!.isHeading && !labels.isTerm(label)) return { ...rest, care_types: [...named!].sort(), status: "unmatched" };
  }
  if (named === null) return { ...rest, care_types: [], status: "unmatched" };
  return { ...rest, care_types: [...named].sort(), status: "matched" };
}
