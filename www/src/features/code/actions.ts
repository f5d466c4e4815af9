/** How does the code of a call, and what it reads, leave the page? */
import { download } from "../../kit/download";
import { dialog, say } from "../../store/page";
import { documents } from "../../store/work";
import { type Call, type FileName, literal } from "./call";
import { shownCall } from "./model";
import { codeWords } from "./words";

export function showCode(call: Call): void {
  shownCall.value = call;
  dialog.value = "code";
}

/** Whether it could be copied: a browser may refuse it, and then the text is there to be selected. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    say({ tone: "failed", text: codeWords.notCopied });
    return false;
  }
  return true;
}

/** What a file has that the call reads; null of one that the person has. */
export function contentOf(file: FileName, call: Call): string | null {
  const { catalog, coverage, acceptances, otherCatalog, otherCoverage, dispense } = documents;
  const texts = {
    "catalog.json": catalog, "coverage.json": coverage, "acceptances.json": acceptances, "other-catalog.json": otherCatalog, "other-coverage.json": otherCoverage,
    "dispense.json": dispense,
  };
  if (call.ask === "simulate") return call.texts[file] ?? null;
  if (call.ask === "benefitTable" && Object.hasOwn(call.texts, file)) return call.texts[file as keyof typeof call.texts];
  if (file === "acts.json") return call.ask === "reimburseMany" ? `${literal(call.acts)}\n` : null;
  if (file === "profile.json" || file === "classes.json") return call.ask === "checkRequirements" ? (call[file === "profile.json" ? "profile" : "classes"]?.text ?? null) : null;
  return file in texts ? texts[file as keyof typeof texts].text.value : null;
}

export function downloadFile(file: FileName, content: string): void {
  download(file, new Blob([content], { type: "application/json" }));
}
