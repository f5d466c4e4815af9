/** Who gets more and who less, whatever is charged: asked in a worker, while the view is looked at. */
import { computed, signal } from "@preact/signals";
import type { Basis, Judged } from "../../engine/amounts";
import type { AmountChange, AmountComparison, LoadedCoverage } from "../../engine/engine";
import { documents, nonConventioned, numbersIn } from "../../store/work";
import type { Call } from "../code/call";
import { comparedFiles, options } from "../code/calls";
import { Asking } from "../common/asking";
import { askAmounts } from "../compliance/questions";
import { comparison, sides } from "./model";

interface Question {
  before: Basis;
  after: Basis;
  date: string;
}

/** The day that is asked, as ISO date; null is today. */
export const amountsDate = signal<string | null>(null);
export const askedDay = computed(() => amountsDate.value ?? new Date().toLocaleDateString("sv"));

/** The earlier coverage under the later names: a rename is no change of what is paid. */
const question = computed((): Question | null => {
  const [compared, found] = [sides.value, comparison.value];
  if (compared === null || found === null) return null;
  const hand = documents.catalog.read.value;
  const other = documents.otherCatalog.isThere.value ? documents.otherCatalog.read.value : hand;
  const numbers = numbersIn(nonConventioned.value);
  const isHandBefore = compared.inHand === "before";
  return {
    before: { catalog: isHandBefore ? hand : other, nonConventioned: numbers, coverage: JSON.stringify(found.earlierPayload) },
    after: { catalog: isHandBefore ? other : hand, nonConventioned: numbers, coverage: JSON.stringify(compared.after.payload) },
    date: askedDay.value,
  };
});

export const comparing = new Asking<Question, Judged<AmountComparison>>(question, ({ before, after, date }, signal) =>
  askAmounts((questions) => questions.compare(before, after, date, signal)),
);

export const amountsCall = computed((): Call | null => {
  const [files, compared] = [comparedFiles.value, sides.value];
  if (files === null || compared === null) return null;
  const of = ({ payload: { name, version } }: LoadedCoverage) => ({ name, version });
  return { ask: "compareAmounts", ...files, versions: [of(compared.before), of(compared.after)], date: askedDay.value, ...options() };
});

const ORDER = ["less", "both", "more"];

/** Losses first. */
export function inOrder(regions: readonly AmountChange[]): AmountChange[] {
  return regions.toSorted((a, b) => ORDER.indexOf(a.direction) - ORDER.indexOf(b.direction));
}
