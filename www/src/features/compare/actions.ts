/** How does a second version come next to the coverage in hand? */
import { replaceWork } from "../../store/replace";
import { work } from "../../store/work";
import { loadExampleInto } from "../documents/actions";
import { exampleActs as fetchExampleActs } from "../documents/examples";
import { fetchedActs } from "../documents/model";
import { loadedWords, noticeWords } from "../documents/words";
import { examplesState } from "./acts";
import { editedExample } from "./example-edits";
import { compareWords } from "./words";

/** The example, and what a second version of it may look like. */
export function loadExampleComparison(): Promise<void> {
  return loadExampleInto(noticeWords.loadedComparison, (work) => {
    const coverage = { text: editedExample(work.coverage!.text), source: loadedWords.editedSource };
    return { ...work, other: { catalog: null, coverage, isBefore: false } };
  });
}

/** The coverage as it is now stays next to the one that is changed from here on. */
export function keepVersion(): void {
  const { coverage, other: before } = work.peek();
  if (coverage === null) return;
  const kept = { ...coverage, keptAt: new Date().toISOString() };
  replaceWork({ other: { catalog: before?.catalog ?? null, coverage: kept, isBefore: true } }, compareWords.kept);
}

/** Without them, changes are still said in words. */
export async function askForExamples(): Promise<void> {
  if (examplesState.peek() === "loading" || examplesState.peek() === "ready") return;
  examplesState.value = "loading";
  try {
    fetchedActs.value = await fetchExampleActs();
    examplesState.value = "ready";
  } catch {
    examplesState.value = "failed";
  }
}
