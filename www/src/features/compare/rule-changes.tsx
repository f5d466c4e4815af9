/** Guarantees whose rule is another: more or less, the rule before and after in words, and what that means in euros. */
import type { CoverageDiff } from "../../engine/engine";
import { listState } from "../../store/lists";
import { GuaranteeName } from "../common/care-types";
import { euros } from "../common/counting";
import { typeLabel } from "../common/labels";
import { More } from "../common/lists";
import { plainSentence } from "../common/sentences";
import { examplesState } from "./acts";
import type { Comparison, RuleChange } from "./comparison";
import { Difference, DirectionStatus } from "./direction-status";
import type { Sides } from "./model";
import { type RuleExample, ruleExamples } from "./rule-examples";
import { ruleWordsOf } from "./rule-words";
import { compareWords } from "./words";

const LIST = "compare/rules";
const SHOWN_FIRST = 20;
const MORE = 50;

export function RuleChanges({ sides, comparison }: { sides: Sides; comparison: Comparison }) {
  const { rules: changes, diff } = comparison;
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  return (
    <section class="card">
      <h3>{compareWords.rules}</h3>
      <ul class="rule-changes">
        {changes.slice(0, shown).map((change) => (
          <li key={change.guarantee}>
            <h4 class="change">
              <DirectionStatus direction={change.direction} />
              <strong>
                <GuaranteeName name={change.guarantee} />
              </strong>
            </h4>
            <RuleWords change={change} leaves={diff.rule_changes.filter(({ guarantee }) => guarantee === change.guarantee)} />
            <Examples sides={sides} comparison={comparison} guarantee={change.guarantee} />
          </li>
        ))}
      </ul>
      <More list={LIST} length={changes.length} shown={shown} step={MORE} />
    </section>
  );
}

/** Where both read the same, or cannot be read, what differs in them leaf by leaf. */
function RuleWords({ change, leaves }: { change: RuleChange; leaves: CoverageDiff["rule_changes"] }) {
  const [before, after] = [ruleWordsOf(change.before), ruleWordsOf(change.after)];
  if (before === null || after === null || before === after) return leaves.map(({ message }) => <p>{plainSentence(message)}</p>);
  return (
    <p>
      <span class="muted">{before}</span>
      <span aria-hidden="true">{" → "}</span>
      <span class="visually-hidden">{` ${compareWords.becomes} `}</span>
      {after}
    </p>
  );
}

function Examples({ sides, comparison, guarantee }: { sides: Sides; comparison: Comparison; guarantee: string }) {
  // An act is only invented once it is known that no example shows it.
  if (examplesState.value === "none" || examplesState.value === "loading") return <p class="hint">{compareWords.euros.loading}</p>;
  const examples = ruleExamples(sides, guarantee, comparison.earlierName(guarantee));
  if (examples.length === 0) return <p class="hint">{compareWords.noExample}</p>;
  return (
    <ul class="rule-examples">
      {examples.map((example) => (
        <li>
          <span>
            <span class="muted">{`${compareWords.from[example.from]}${compareWords.colon} `}</span>
            {exampleWords(sides, example)}
          </span>
          <span class="number">
            {`${euros(example.before.complementary!)} → ${euros(example.after.complementary!)} `}
            <Difference amount={example.difference!} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function exampleWords({ after }: Sides, { act: { label, act, amounts } }: RuleExample): string {
  const words = compareWords.exampleAmounts(euros(amounts.charged), amounts.brss == null ? null : euros(amounts.brss));
  return `${label ?? typeLabel(after.catalog, act.care_type)}, ${words}`;
}
