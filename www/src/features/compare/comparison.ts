/** What is other in a later coverage: guarantees called otherwise, rules, and which acts are decided otherwise. */
import { type CoverageDiff, type CoverageGuarantee, type CoveragePayload, type LimitCounter, LoadedCoverage } from "../../engine/engine";
import { type Direction, directionOf } from "./direction";
import { type Rename, renamesOf, underLaterNames } from "./renames";

/** A guarantee whose rule is another, by its later name. */
export interface RuleChange {
  guarantee: string;
  before: CoverageGuarantee["coverage_rule"];
  after: CoverageGuarantee["coverage_rule"];
  direction: Direction;
}

export type ChangeKind = "gained" | "lost" | "moved" | "claimed" | "settled";

export function kindOf({ before, after }: { before: readonly string[]; after: readonly string[] }): ChangeKind {
  if (after.length > 1) return "claimed";
  if (before.length > 1) return after.length === 1 ? "settled" : "lost";
  return before.length === 0 ? "gained" : after.length === 0 ? "lost" : "moved";
}

export class Comparison {
  readonly renames: readonly Rename[];
  readonly diff: CoverageDiff;
  readonly rules: readonly RuleChange[];
  /** What limits of the later keys were called before. */
  private readonly earlierKeys: ReadonlyMap<string, string>;
  /** The earlier coverage under the later names, so that a rename is no change of what is covered. */
  private readonly renamed: LoadedCoverage | null;

  constructor(private readonly before: LoadedCoverage, private readonly after: LoadedCoverage) {
    this.renames = renamesOf(before, after);
    const { payload, keys } = underLaterNames(before.payload, after.payload, this.renames);
    this.earlierKeys = new Map([...keys].map(([was, is]) => [is, was]));
    const reading = LoadedCoverage.read(before.catalog, { ok: true, value: payload }, before);
    this.renamed = reading.state === "ready" ? reading.value : null;
    try {
      this.diff = this.earlier.diff(after);
      const names = [...new Set(this.diff.rule_changes.map(({ guarantee }) => guarantee))];
      this.rules = names.map((guarantee) => {
        const [was, is] = [ruleOf(this.earlier, guarantee)!, ruleOf(after, guarantee)!];
        return { guarantee, before: was, after: is, direction: directionOf(was, is) };
      });
    } catch (error) {
      this.free();
      throw error;
    }
  }

  /** What a guarantee of the later names was called before. */
  earlierName(name: string): string {
    return this.renames.find(({ after }) => after === name)?.before ?? name;
  }

  /** What is used of limits of the later keys, for the earlier coverage as it is. */
  earlierCounters(counters: readonly LimitCounter[]): LimitCounter[] {
    return counters.map((counter) => ({ ...counter, key: this.earlierKeys.get(counter.key) ?? counter.key }));
  }

  /** The earlier coverage under the later names, as it is compared. */
  get earlierPayload(): CoveragePayload {
    return this.earlier.payload;
  }

  /** Whether members get more or less where a guarantee pays in place of another; both by their later names. */
  moveDirection(before: string, after: string): Direction {
    return directionOf(ruleOf(this.earlier, before), ruleOf(this.after, after));
  }

  free(): void {
    this.renamed?.free();
  }

  private get earlier(): LoadedCoverage {
    return this.renamed ?? this.before;
  }
}

function ruleOf({ payload }: LoadedCoverage, name: string): CoverageGuarantee["coverage_rule"] | undefined {
  return payload.guarantees.find((guarantee) => guarantee.name === name)?.coverage_rule;
}
