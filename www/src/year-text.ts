/** The acts of a year as a text: how is one added, and taken away? */
import { typeLabel } from "./care-types";
import type { ActAmounts, CareAct, LoadedCatalog } from "./engine";
import { parseJson } from "./json";
import { messages as m } from "./messages";
import { getState, replaceWork, update } from "./state";
import { applyEdits, patchText, type Operation } from "./text-patch";

export function addToYear(act: CareAct, amounts: ActAmounts, catalog: LoadedCatalog): void {
  const { work } = getState();
  const entry = { label: typeLabel(catalog, act.care_type), act, amounts };
  const before = work.year?.text.trim() ? work.year : { text: "[]", source: m.loaded.typedSource };
  const parsed = parseJson(before.text);
  const acts = parsed.ok && Array.isArray(parsed.value) ? parsed.value.length : null;
  if (acts === null) return update({ notice: { tone: "failed", text: m.amounts.notAdded } });
  const text = acts === 0 ? `[\n  ${JSON.stringify(entry, null, 2).replaceAll("\n", "\n  ")}\n]\n` : patched(before.text, { op: "add", path: "/-", value: entry });
  if (text !== null) replaceWork({ ...work, year: { ...before, text } }, m.amounts.added(acts + 1));
}

export function removeFromYear(index: number, label: string): void {
  const { work } = getState();
  const text = work.year && patched(work.year.text, { op: "remove", path: `/${index}` });
  if (work.year && text !== null) replaceWork({ ...work, year: { ...work.year, text } }, m.year.removed(label));
}

function patched(text: string, operation: Operation): string | null {
  const edits = patchText(text, [operation]);
  return edits && applyEdits(text, edits);
}
