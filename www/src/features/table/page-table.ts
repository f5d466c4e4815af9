/** The table of the page: the coverage in hand, and next to it the one that it is compared with. */
import { computed } from "@preact/signals";
import { importing } from "../../store/importing";
import { pageEditor } from "../../store/page-editor";
import { otherCoverage } from "../../store/readings";
import { chooseTableDate, tableDate } from "../../store/table-date";
import { documents, otherIsBefore } from "../../store/work";
import { askForData, fetched } from "./data";
import { type Columns, createTable } from "./state";
import { tableWords } from "./words";

/** One that is compared has a column of its own, if it is of the same catalogue. */
const columns = computed((): Columns => {
  const alone: Columns = { before: [], after: [], remarks: [] };
  if (otherIsBefore.value === null || !documents.otherCoverage.isThere.value) return alone;
  if (documents.otherCatalog.isThere.value) return { ...alone, remarks: [tableWords.compared.other_catalog] };
  const other = otherCoverage.value;
  if (other.state !== "ready") return { ...alone, remarks: [tableWords.compared.unreadable] };
  return { ...alone, [otherIsBefore.value ? "before" : "after"]: [other.value] };
});

export const pageTable = createTable(pageEditor, {
  columns,
  data: fetched,
  askForData,
  chosenDate: tableDate,
  chooseDate: chooseTableDate,
  print: () => print(),
  importTable: () => {
    importing.value = "table";
  },
  spreadsheetOf: (table) => import("../../engine/spreadsheet").then((writer) => writer.spreadsheetOf(table)),
});
