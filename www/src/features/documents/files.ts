/** Files that are opened or dropped: documents, and files of acts. */
import { moreWords } from "../../store/language";
import { say, view } from "../../store/page";
import type { Target } from "../../store/types";
import { laterWords } from "../common/words";
import { loadDocuments } from "./actions";

/** Files of acts, which the Simulate view takes: by their names, and in that view whatever is not JSON. */
function isClaims({ name }: File): boolean {
  return /\.(csv|tsv|ndjson|jsonl|parquet|arrow|arrows|feather)$/i.test(name) || (view.value === "simulate" && !/\.json$/i.test(name));
}

export async function loadFiles(files: readonly File[], target: Target): Promise<void> {
  await loadDocuments(files.filter((file) => !isClaims(file)), target);
  const claims = files.filter(isClaims);
  if (claims.length === 0) return;
  // A table of acts that is dropped on the year is brought into it.
  if (view.value === "year" && /\.(csv|tsv)$/i.test(claims[0]!.name)) {
    await Promise.all([import("../year/import-actions"), moreWords()]).then(([{ importFile }]) => importFile(claims[0]!), () => say({ tone: "failed", text: laterWords.failed }));
    return;
  }
  location.hash = "simulate";
  await Promise.all([import("../simulate/actions"), moreWords()]).then(([{ evaluateFiles }]) => evaluateFiles(claims), () => say({ tone: "failed", text: laterWords.failed }));
}
