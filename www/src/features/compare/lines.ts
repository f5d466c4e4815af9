/** What changes for members, as a list of sentences. */
import type { Tone } from "../../kit/status";
import { typeLabel } from "../common/labels";
import { conditionWords } from "../common/regions";
import { type Comparison, kindOf } from "./comparison";
import type { Sides } from "./model";
import { ruleWordsOf } from "./rule-words";
import { DIRECTION_TONES, KIND_TONES } from "./tones";
import { compareWords } from "./words";

export interface ChangeLine {
  tone: Tone;
  /** What kind of change it is. */
  kind: string;
  words: string;
}

/** Of so many care types of a change, their names. */
const NAMED = 2;

export function changeLines(comparison: Comparison, { before, after }: Pick<Sides, "before" | "after">): ChangeLine[] {
  const { renames, diff, rules } = comparison;
  const named = (tone: Tone, kind: string) => (words: string) => ({ tone, kind, words });
  const types = (codes: readonly string[]) => {
    const labels = codes.slice(0, NAMED).map((code) => typeLabel((after.catalog.types.has(code) ? after : before).catalog, code));
    return compareWords.types(labels, codes.length - labels.length);
  };
  return [
    ...renames.map(({ before, after }) => named("info", compareWords.renamed)(`${before} ${compareWords.isNowCalled} ${after}`)),
    ...diff.added_guarantees.map(named("good", compareWords.added)),
    ...diff.removed_guarantees.map(named("bad", compareWords.removedGuarantee)),
    ...rules.map(({ guarantee, before, after, direction }) => {
      const [was, is] = [ruleWordsOf(before), ruleWordsOf(after)];
      const words = was === null || is === null || was === is ? guarantee : compareWords.ruleLine(guarantee, was, is);
      return { tone: DIRECTION_TONES[direction], kind: compareWords.directions[direction], words };
    }),
    ...diff.decision_changes.map((change) => {
      const kind = kindOf(change);
      const { care_types, conditions } = change.region;
      const names = (kind === "lost" ? change.before.map((name) => comparison.earlierName(name)) : change.after).join(", ");
      return { tone: KIND_TONES[kind], kind: compareWords.kinds[kind], words: compareWords.decisionLine(names, types(care_types), conditionWords(conditions)) };
    }),
  ];
}
