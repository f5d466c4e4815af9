/** What becomes of the formulas: the coverage in hand and the one to compare with, in one step; or files. */
import { download } from "../../kit/download";
import { importing } from "../../store/importing";
import { LARGEST_TEXT } from "../../store/limits";
import { say } from "../../store/page";
import { replaceWork } from "../../store/replace";
import { work } from "../../store/work";
import { ofAnother } from "../documents/actions";
import { draft } from "./model";
import { leftOut, lineOf } from "./left";
import { handFormula, isUsable, nameOf, textOf } from "./payloads";
import { shortName } from "./spots";
import { importWords as w } from "./words";

/** What was said of the table stays, so that another formula can be taken. */
export function takeFormulas(): void {
  const now = draft.peek();
  const hand = handFormula.peek();
  if (now === null || hand === null || !isUsable(hand)) return;
  const { other, source } = now;
  const isCompared = other !== null && isUsable(other);
  const coverage = { text: textOf(hand), source };
  const compared = isCompared ? { catalog: null, coverage: { text: textOf(other), source }, isBefore: false } : null;
  if (Math.max(coverage.text.length, compared?.coverage.text.length ?? 0) > LARGEST_TEXT) return say({ tone: "failed", text: w.take.tooLarge });
  importing.value = null;
  replaceWork({ coverage, ...(compared && { other: compared }), ...ofAnother(work.peek()) }, isCompared ? w.take.doneTwo(shortName(nameOf(hand)), shortName(nameOf(other))) : w.take.done(shortName(nameOf(hand))));
}

export function downloadFormula(formula: number): void {
  download(`${fileNameOf(nameOf(formula))}.json`, new Blob([textOf(formula)], { type: "application/json" }));
}

function fileNameOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}_.-]+/gu, "_") || "coverage";
}

function leftText(): string {
  return `${[w.left.about(draft.peek()?.source ?? ""), ...leftOut.peek().map(lineOf)].join("\n")}\n`;
}

export function downloadLeft(): void {
  download(`${w.left.fileName}.txt`, new Blob([leftText()], { type: "text/plain" }));
}

/** A browser may refuse, and has no clipboard where the page is not served securely. */
export async function copyLeft(): Promise<void> {
  try {
    await navigator.clipboard.writeText(leftText());
    say({ tone: "done", text: w.left.copied });
  } catch {
    say({ tone: "failed", text: w.left.notCopied });
  }
}
