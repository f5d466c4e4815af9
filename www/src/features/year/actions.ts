/** The acts of a year as a text: how is one added, and taken away? */
import type { ActAmounts, CareAct, LoadedCatalog } from "../../engine/engine";
import { patchedText } from "../../kit/json/patch";
import { say } from "../../store/page";
import { replaceWork } from "../../store/replace";
import { documents } from "../../store/work";
import { amountWords } from "../act/words";
import { typeLabel } from "../common/labels";
import { loadExampleInto } from "../documents/actions";
import { exampleYear } from "../documents/examples";
import { loadedWords, noticeWords } from "../documents/words";
import { yearWords } from "./words";

export function addToYear(act: CareAct, amounts: ActAmounts, catalog: LoadedCatalog): void {
  const entry = { label: typeLabel(catalog, act.care_type), act, amounts };
  const { loaded, typedJson } = documents.year;
  const before = loaded.value?.text.trim() ? loaded.value : null;
  const json = typedJson.value;
  const acts = before === null ? 0 : json.ok && Array.isArray(json.value) ? json.value.length : null;
  if (acts === null) return say({ tone: "failed", text: amountWords.notAdded });
  const text = before === null || acts === 0
    ? `[\n  ${JSON.stringify(entry, null, 2).replaceAll("\n", "\n  ")}\n]\n`
    : patchedText(before.text, [{ op: "add", path: "/-", value: entry }]);
  const from = before ? { ...before, isEdited: true } : { source: loadedWords.typedSource };
  if (text !== null) replaceWork({ year: { ...from, text } }, amountWords.added(acts + 1));
}

/** `index`: in the text that is read; of one that is typed and not read yet, nothing is removed. Whether it was. */
export function removeFromYear(index: number, label: string): boolean {
  const { loaded, text, read } = documents.year;
  if (loaded.value === null || text.value !== read.value) return false;
  const without = patchedText(loaded.value.text, [{ op: "remove", path: `/${index}` }]);
  if (without === null) return false;
  replaceWork({ year: { ...loaded.value, text: without, isEdited: true } }, yearWords.removed(label));
  return true;
}

/** A family's year of acts, and the example that it is for. */
export async function loadExampleYear(): Promise<void> {
  const text = await exampleYear().catch(() => null);
  if (text === null) return say({ tone: "failed", text: noticeWords.exampleFailed });
  const year = { text, source: loadedWords.exampleSource };
  // Under a coverage that is already in hand, the acts alone.
  if (documents.catalog.isThere.value && documents.coverage.isThere.value) {
    replaceWork({ year }, noticeWords.loadedYear(year.source));
    return;
  }
  return loadExampleInto(noticeWords.loadedYearExample, (work) => ({ ...work, year }));
}
