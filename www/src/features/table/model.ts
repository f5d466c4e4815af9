/** The coverage as its readers see it: asked in a worker whenever it has changed, while the view is looked at. */
import { computed, signal } from "@preact/signals";
import { askTable, type BenefitTable, type BenefitUnsaid, type TableAnswer, type TableQuestion } from "../../engine/table";
import { synonyms } from "../../store/page-editor";
import { catalog, compiled, coverage, otherCoverage } from "../../store/readings";
import { documents, nonConventioned, numbersIn, otherIsBefore } from "../../store/work";
import { Asking } from "../common/asking";
import { fetched } from "./data";
import { tableWords } from "./words";

/** The day whose PMSS counts, as it was chosen; null: today. */
export const chosenDate = signal<string | null>(null);
export const askedDate = computed(() => chosenDate.value ?? new Date().toLocaleDateString("sv"));

/** One that is compared has a column of its own, if it is of the same catalogue. */
export const comparedState = computed((): "none" | "shown" | "other_catalog" | "unreadable" => {
  if (otherIsBefore.value === null || !documents.otherCoverage.isThere.value) return "none";
  if (documents.otherCatalog.isThere.value) return "other_catalog";
  return otherCoverage.value.state === "ready" ? "shown" : "unreadable";
});

/** Which column is the coverage in hand. */
export const handColumn = computed(() => (comparedState.value === "shown" && otherIsBefore.value ? 1 : 0));

const question = computed((): TableQuestion | null => {
  if (catalog.value.state !== "ready" || coverage.value.state !== "ready" || fetched.value.state !== "here") return null;
  const hand = documents.coverage.read.value;
  const both = otherIsBefore.value ? [documents.otherCoverage.read.value, hand] : [hand, documents.otherCoverage.read.value];
  return {
    catalog: documents.catalog.read.value,
    nonConventioned: numbersIn(nonConventioned.value),
    coverages: comparedState.value === "shown" ? both : [hand],
    data: fetched.value.data,
    synonyms: synonyms.value,
    date: askedDate.value,
  };
});

/** `handColumn`: that of the question. */
export const making = new Asking<TableQuestion, { answer: TableAnswer; handColumn: number }>(question, async (asked, signal) => {
  const column = handColumn.peek();
  return { answer: await askTable(asked, signal), handColumn: column };
});

/** Null until there is one. */
export const table = computed((): BenefitTable | null => {
  const answer = making.answer.value?.answer;
  return answer?.state === "ready" ? answer.table : null;
});

/** Which column of the table that is shown is the coverage in hand: its cells may be typed. */
export const shownHand = computed(() => making.answer.value?.handColumn ?? 0);

/** Where in the table, in words. */
export function placeOf({ headings, coverages }: BenefitTable, { heading, row, line, coverage: column }: Omit<BenefitUnsaid, "code" | "text">): string[] {
  const part = headings[heading];
  const found = part?.rows[row];
  const condition = found && found.lines.length > 1 ? found.lines[line]?.label : null;
  return [part?.title, found && shortLabel(found.label), condition, column !== null && coverages.length > 1 ? coverages[column]?.name : null].filter((text): text is string => Boolean(text));
}

/** How many parts of a label are said where it stands for a place. */
const MOST_PARTS = 2;

/** A row of many care types by the first of them. */
export function shortLabel(label: string): string {
  const parts = label.split(" ; ");
  return parts.length > MOST_PARTS + 1 ? tableWords.andOthers(parts.slice(0, MOST_PARTS).join(" ; "), parts.length - MOST_PARTS) : label;
}

/** What the table does not say, by kind, in the order of the kinds. */
export function unsaidByCode({ unsaid }: BenefitTable): [BenefitUnsaid["code"], BenefitUnsaid[]][] {
  const codes = [...new Set(unsaid.map(({ code }) => code))];
  return codes.map((code) => [code, unsaid.filter((one) => one.code === code)]);
}

/** As the file is called: by the coverage in hand. */
export const fileName = computed(() => {
  const name = compiled.value?.payload.name ?? "";
  return /^[\w-]{1,64}$/.test(name) ? `${name}-${tableWords.fileName}` : tableWords.fileName;
});
