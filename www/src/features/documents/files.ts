/** Files that are opened or dropped: documents, and files of acts. */
import { moreWords } from "../../store/language";
import { say, view } from "../../store/page";
import type { Target } from "../../store/types";
import { laterWords } from "../common/words";
import { loadDocuments } from "./actions";

/** Files of acts, which the Batch view evaluates: by their names, and in that view whatever is not JSON. */
function isBatch({ name }: File): boolean {
  return /\.(csv|tsv|ndjson|jsonl)$/i.test(name) || (view.value === "batch" && !/\.json$/i.test(name));
}

export async function loadFiles(files: readonly File[], target: Target): Promise<void> {
  await loadDocuments(files.filter((file) => !isBatch(file)), target);
  const batch = files.filter(isBatch);
  if (batch.length === 0) return;
  // A table of acts that is dropped on the year is brought into it.
  if (view.value === "year" && /\.(csv|tsv)$/i.test(batch[0]!.name)) {
    await Promise.all([import("../year/import-actions"), moreWords()]).then(([{ importFile }]) => importFile(batch[0]!), () => say({ tone: "failed", text: laterWords.failed }));
    return;
  }
  location.hash = "batch";
  await Promise.all([import("../batch/actions"), moreWords()]).then(([{ evaluateFiles }]) => evaluateFiles(batch), () => say({ tone: "failed", text: laterWords.failed }));
}
