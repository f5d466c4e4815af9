/** The benefit table of an element's coverage, as the page draws it. */
import { computed } from "@preact/signals";
import { LoadedCoverage } from "../../www/src/engine/engine";
import { useEditor } from "../../www/src/features/common/editor";
import { type Columns, createTable, TableProvider, type TableState } from "../../www/src/features/table/state";
import { Table } from "../../www/src/features/table/table";
import { tableWords } from "../../www/src/features/table/words";
import type { Editor } from "../../www/src/store/editor/editor";
import { free } from "../../www/src/store/editor/readings";
import type { GivenForTable } from "./element-table";

const made = new WeakMap<GivenForTable, TableState>();

export function TablePart({ given }: { given: GivenForTable }) {
  const editor = useEditor();
  let state = made.get(given);
  if (!state) made.set(given, (state = tableOf(editor, given)));
  return (
    <TableProvider value={state}>
      <Table />
    </TableProvider>
  );
}

function tableOf(editor: Editor, { headings, examples, compared, date }: GivenForTable): TableState {
  let kept: readonly LoadedCoverage[] = [];
  const columns = computed((): Columns => {
    const [catalog, payloads] = [editor.catalog.value, compared.value];
    kept.forEach(free);
    const read = catalog.state === "ready" ? payloads.map((value) => LoadedCoverage.read(catalog.value, { ok: true, value }, null)) : [];
    kept = read.flatMap((reading) => (reading.state === "ready" ? [reading.value] : []));
    return { before: [], after: kept, remarks: kept.length < read.length ? [tableWords.compared.unreadable] : [] };
  });
  return createTable(editor, {
    columns,
    data: computed(() => ({ state: "here" as const, data: [{ headings: headings.value ?? { headings: [] }, examples: examples.value }] })),
    askForData: () => {},
    chosenDate: date,
    chooseDate: (chosen) => (date.value = chosen),
    print: null,
    spreadsheetOf: null,
  });
}
