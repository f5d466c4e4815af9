/** Files that are opened or dropped: documents, benefit tables, and files of acts. */
import { broughtIn, importing } from "../../store/importing";
import { moreWords } from "../../store/language";
import { say, view } from "../../store/page";
import type { Target } from "../../store/types";
import { laterWords } from "../common/words";
import { loadDocuments } from "./actions";

/** What tables of benefits say, and files of acts do not; in the beginning of a file. */
const BENEFITS = /% ?(BR|PMSS|TM)\b|garanties|frais r.els/i;

/** Spreadsheets and pages are benefit tables; of other cells those that say so, and all while a table is brought in. A view of acts takes acts. */
async function isTable(file: File): Promise<boolean> {
  const now = view.value;
  if (now === "simulate" || !/\.(xls\w?|ods|html?|csv|tsv)$/i.test(file.name)) return false;
  if (!isClaims(file) || (now === "table" && importing.value)) return true;
  return now !== "year" && BENEFITS.test(await file.slice(0, 65_536).text().catch(() => ""));
}

/** Files of acts, which the Simulate view takes: by their names, and in that view whatever is not JSON. */
function isClaims({ name }: File): boolean {
  return /\.(csv|tsv|ndjson|jsonl|parquet|arrow|arrows|feather)$/i.test(name) || (view.value === "simulate" && !/\.json$/i.test(name));
}

export async function loadFiles(files: readonly File[], target: Target): Promise<void> {
  const areTables = await Promise.all(files.map(isTable));
  const others = files.filter((_, at) => !areTables[at]);
  const table = files.find((_, at) => areTables[at]);
  await loadDocuments(others.filter((file) => !isClaims(file)), target);
  if (table) {
    broughtIn.value = table;
    importing.value = "table";
    location.hash = "table";
  }
  const claims = others.filter(isClaims);
  if (claims.length === 0) return;
  // A table of acts that is dropped on the year is brought into it.
  if (view.value === "year" && /\.(csv|tsv)$/i.test(claims[0]!.name)) {
    await Promise.all([import("../year/import-actions"), moreWords()]).then(([{ importFile }]) => importFile(claims[0]!), () => say({ tone: "failed", text: laterWords.failed }));
    return;
  }
  location.hash = "simulate";
  await Promise.all([import("../simulate/actions"), moreWords()]).then(([{ evaluateFiles }]) => evaluateFiles(claims), () => say({ tone: "failed", text: laterWords.failed }));
}
