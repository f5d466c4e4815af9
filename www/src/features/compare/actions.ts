/** How does a second version come next to the coverage in hand? */
import { replaceWork } from "../../store/replace";
import { work } from "../../store/work";
import { loadExampleInto } from "../documents/actions";
import { loadedWords, noticeWords, sourceWords } from "../documents/words";
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
  const other = { catalog: before?.catalog ?? null, coverage: { text: coverage.text, source: compareWords.keptSource(sourceWords(coverage)) }, isBefore: true };
  replaceWork({ other }, compareWords.kept);
}
