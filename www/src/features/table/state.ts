/** A table of an editor's coverage: what it is of, and the cell that is typed. There may be many on a page. */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { LoadedCoverage } from "../../engine/engine";
import { type BenefitTable, makeTable, type TableAnswer, type TableData, type TableQuestion } from "../../engine/table";
import type { Editor } from "../../store/editor/editor";
import { Asking } from "../common/asking";
import type { EditedCell } from "./cell";

export type Fetched = { state: "loading" } | { state: "failed" } | { state: "here"; data: readonly TableData[] };

/** The columns next to that of the coverage in hand, of the same catalogue. */
export interface Columns {
  before: readonly LoadedCoverage[];
  after: readonly LoadedCoverage[];
  /** What has no column, and why. */
  remarks: readonly string[];
}

export interface TableAround {
  columns: ReadonlySignal<Columns>;
  data: ReadonlySignal<Fetched>;
  askForData: () => void;
  /** The day whose PMSS counts, as it was chosen; null: today. */
  chosenDate: ReadonlySignal<string | null>;
  chooseDate: (date: string | null) => void;
  /** What it is printed by; null: it is a part of a page that is not ours. */
  print: (() => void) | null;
  /** The file of a spreadsheet program; null: not here. */
  spreadsheetOf: ((table: BenefitTable) => Promise<Blob>) | null;
  /** Another table is brought in; left out: not here. */
  importTable?: () => void;
}

/** Which column is the coverage in hand. */
type Asked = TableQuestion & { hand: number };

interface Made {
  answer: TableAnswer;
  /** Which column of it is the coverage in hand: its cells may be typed. */
  hand: number;
}

export interface TableState extends TableAround {
  editor: Editor;
  askedDate: ReadonlySignal<string>;
  making: Asking<Asked, Made>;
  /** Null until there is one. */
  table: ReadonlySignal<BenefitTable | null>;
  hand: ReadonlySignal<number>;
  edited: Signal<EditedCell | null>;
}

export function createTable(editor: Editor, around: TableAround): TableState {
  const { columns, data, chosenDate } = around;
  const askedDate = computed(() => chosenDate.value ?? new Date().toLocaleDateString("sv"));
  const question = computed((): Asked | null => {
    const [catalog, coverage, fetched] = [editor.catalog.value, editor.coverage.value, data.value];
    if (catalog.state !== "ready" || coverage.state !== "ready" || fetched.state !== "here") return null;
    const { before, after } = columns.value;
    return {
      catalog: catalog.value,
      coverages: [...before, coverage.value, ...after],
      hand: before.length,
      data: fetched.data,
      synonyms: editor.synonyms.value,
      date: askedDate.value,
    };
  });
  const making = new Asking(question, async (asked, signal): Promise<Made> => ({ answer: await makeTable(asked, signal), hand: asked.hand }));
  const table = computed(() => {
    const answer = making.answer.value?.answer;
    return answer?.state === "ready" ? answer.table : null;
  });
  return { ...around, editor, askedDate, making, table, hand: computed(() => making.answer.value?.hand ?? 0), edited: signal<EditedCell | null>(null) };
}

const Context = createContext<TableState | null>(null);

export const TableProvider = Context.Provider;

export function useTable(): TableState {
  const state = useContext(Context);
  if (state === null) throw new Error("there is no table around this component");
  return state;
}
