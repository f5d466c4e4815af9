/** How do rows of the file come into the Act view, or the acts of a person into the Year view? They are read from the file again. */
import { signal } from "@preact/signals";
import type { ActAmounts, CareAct } from "../../engine/engine";
import { say } from "../../store/page";
import { catalog } from "../../store/readings";
import { replaceWork } from "../../store/replace";
import { fromAct } from "../act/draft";
import { openAct } from "../act/try-act";
import { typeLabel } from "../common/labels";
import { textOfEntries } from "../year/actions";
import { columnOf } from "./column";
import { costWords as c } from "./cost-words";
import { ACT_FIELDS, AMOUNT_FIELDS, type Field } from "./fields";
import type { Found } from "./find-worker";
import type { FoundRow, Wanted } from "./found-rows";
import { actsFile } from "./model";

/** The engine names so many rows of a person. */
const MOST_NAMED = 20;

/** The rows that are being read; null while none are. */
export const reading = signal<readonly number[] | null>(null);

/** `name`: of the person whose they are. */
export async function tryRows(rows: readonly number[], name: string): Promise<void> {
  const now = actsFile.value;
  const types = catalog.value;
  if (!now?.look || types.state !== "ready" || reading.value !== null) return;
  const { file, format, fields, look } = now;
  const numbers = rows.toSorted((a, b) => a - b);
  const columns = fields.map((field) => field && columnOf(field, types.value));
  const table = look.table && { separator: look.table.separator, headerRows: look.table.headerRows, columns };
  reading.value = rows;
  const found = await find({ file, table, format, numbers });
  reading.value = null;
  const acts = (found ?? []).map(actOf).filter((entry) => entry !== null);
  if (acts.length !== numbers.length) return say({ tone: "failed", text: c.persons.notRead });
  const [first] = acts;
  if (acts.length === 1 && first) return openAct(fromAct(first.act, first.amounts), c.persons.triedAct((numbers[0] ?? 0) + 1, file.name));
  const entries = acts.map(({ act, amounts }) => ({ label: typeLabel(types.value, act.care_type), act, amounts }));
  location.hash = "year";
  const words = rows.length === MOST_NAMED ? c.persons.triedFirst(name, MOST_NAMED) : c.persons.tried(name);
  replaceWork({ year: { text: textOfEntries(entries), source: file.name }, yearAct: null }, words);
}

function find(wanted: Wanted): Promise<Found> {
  const worker = new Worker(new URL("./find-worker.ts", import.meta.url), { type: "module" });
  return new Promise<Found>((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent<Found>) => resolve(data));
    worker.addEventListener("error", (event) => (event.preventDefault(), resolve(null)));
    worker.postMessage(wanted);
  }).finally(() => worker.terminate());
}

/** Whose an act is becomes its beneficiary, so that limits are counted for the person. */
function actOf(row: FoundRow): { act: CareAct; amounts: Partial<ActAmounts> } | null {
  const pick = (fields: readonly Field[]) => Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field as Field)));
  if (typeof row["care_type"] !== "string") return null;
  const beneficiary = row["beneficiary"] ?? row["person"];
  return { act: pick(ACT_FIELDS) as unknown as CareAct, amounts: { ...pick(AMOUNT_FIELDS), ...(beneficiary !== undefined && { beneficiary: String(beneficiary) }) } as Partial<ActAmounts> };
}
