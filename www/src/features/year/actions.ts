/** The acts of a year as a text: how is one added, and taken away? */
import { loadedWords } from "../documents/words";
import { amountWords } from "../act/words";
import { yearWords } from "./words";
import { typeLabel } from "../common/care-types";
import type { ActAmounts, CareAct, LoadedCatalog } from "../../engine/engine";
import { parseJson } from "../../kit/json/parse";
import { getState, replaceWork, update } from "../../store/state";
import { applyEdits, patchText, type Operation } from "../../kit/json/patch";

export function addToYear(act: CareAct, amounts: ActAmounts, catalog: LoadedCatalog): void {
  const { work } = getState();
  const entry = { label: typeLabel(catalog, act.care_type), act, amounts };
  const before = work.year?.text.trim() ? work.year : { text: "[]", source: loadedWords.typedSource };
  const parsed = parseJson(before.text);
  const acts = parsed.ok && Array.isArray(parsed.value) ? parsed.value.length : null;
  if (acts === null) return update({ notice: { tone: "failed", text: amountWords.notAdded } });
  const text = acts === 0 ? `[\n  ${JSON.stringify(entry, null, 2).replaceAll("\n", "\n  ")}\n]\n` : patched(before.text, { op: "add", path: "/-", value: entry });
  if (text !== null) replaceWork({ ...work, year: { ...before, text } }, amountWords.added(acts + 1));
}

export function removeFromYear(index: number, label: string): void {
  const { work } = getState();
  const text = work.year && patched(work.year.text, { op: "remove", path: `/${index}` });
  if (work.year && text !== null) replaceWork({ ...work, year: { ...work.year, text } }, yearWords.removed(label));
}

function patched(text: string, operation: Operation): string | null {
  const edits = patchText(text, [operation]);
  return edits && applyEdits(text, edits);
}
