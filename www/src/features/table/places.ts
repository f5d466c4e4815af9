/** What the table says of itself in words: where something is, what it does not say, and how its file is called. */
import type { BenefitTable, BenefitUnsaid } from "../../engine/table";
import { tableWords } from "./words";

export type Place = Pick<BenefitUnsaid, "heading" | "row" | "line">;

/** Where in the table, in words; `coverage`: which column, where there are several. */
export function placeOf({ headings, coverages }: BenefitTable, { heading, row, line }: Place, coverage: number | null = null): string[] {
  const part = headings[heading];
  const found = part?.rows[row];
  const condition = found && found.lines.length > 1 ? found.lines[line]?.label : null;
  return [part?.title, found && shortLabel(found.label), condition, coverage !== null && coverages.length > 1 ? coverages[coverage]?.name : null].filter((text): text is string => Boolean(text));
}

/** How many parts of a label are said where it names a place. */
const MOST_PARTS = 2;

/** A row of many care types by the first of them. */
function shortLabel(label: string): string {
  const parts = label.split(" ; ");
  return parts.length > MOST_PARTS + 1 ? tableWords.andOthers(parts.slice(0, MOST_PARTS).join(" ; "), parts.length - MOST_PARTS) : label;
}

/** What the table does not say, by kind, in the order of the kinds. */
export function unsaidByCode({ unsaid }: BenefitTable): [BenefitUnsaid["code"], BenefitUnsaid[]][] {
  const codes = [...new Set(unsaid.map(({ code }) => code))];
  return codes.map((code) => [code, unsaid.filter((one) => one.code === code)]);
}

/** By the coverage in hand. */
export function fileNameOf({ coverages }: BenefitTable, hand: number): string {
  const name = coverages[hand]?.name ?? "";
  return /^[\w-]{1,64}$/.test(name) ? `${name}-${tableWords.fileName}` : tableWords.fileName;
}
