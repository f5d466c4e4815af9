/** Who pays what for the act: the shares, the computation line by line, and what it lacks. */
import { commonWords, factName } from "../common/words";
import { amountWords } from "./words";
import { euros, isZero, withGroups } from "../../kit/amounts";
import { guaranteeName } from "../common/care-types";
import type { ComponentChildren } from "preact";
import {
  ruleWords,
  type ActAmounts,
  type ActExplanation,
  type Answer,
  type CareAct,
  type Diagnostic,
  type LoadedCoverage,
  type Reimbursement,
} from "../../engine/engine";
import { problems } from "../common/problems";
import { sharesBar } from "../../kit/shares-bar";
import { status } from "../../kit/status";
import { addToYear } from "../year/actions";
import { askFor } from "./amounts";
import { showInText } from "../coverage/text";

/** The errors of a rule point into the coverage, those of an act into the act. */
export function isRuleError({ pointer }: { pointer: string }): boolean {
  return pointer.startsWith("/guarantees/");
}

export function actMoney(
  coverage: LoadedCoverage,
  act: CareAct,
  amounts: ActAmounts | null,
  decision: Answer<ActExplanation>,
  answer: Answer<Reimbursement> | null,
): ComponentChildren {
  if (!decision.ok) return null;
  return (
    <section aria-labelledby="money-title">
      <div class="list-head">
        <h2 id="money-title">{amountWords.result}</h2>
        {amounts && (
          <button type="button" onClick={() => addToYear(act, amounts, coverage.catalog)}>
            {amountWords.addToYear}
          </button>
        )}
      </div>
      {body(coverage, amounts, decision.value, answer)}
    </section>
  );
}

function body(
  coverage: LoadedCoverage,
  amounts: ActAmounts | null,
  decision: ActExplanation,
  answer: Answer<Reimbursement> | null,
): ComponentChildren {
  if (decision.outcome === "unknown_care_type") return <p class="empty">{amountWords.needsDecision}</p>;
  if (amounts === null || answer === null) {
    const ask = askFor("charged");
    return (
      <p class="empty">
        {amountWords.giveCharged}{" "}
        {ask && (
          <button type="button" class="link" onClick={ask}>
            {amountWords.fields.charged}
          </button>
        )}
      </p>
    );
  }
  if (!answer.ok) return refused(answer.diagnostics);
  const { outcome, guarantee, missing } = answer.value;
  if (outcome === "covered") return covered(coverage, amounts, answer.value);
  if (outcome === "not_covered") return <p>{amountWords.uncovered}</p>;
  if (outcome === "ambiguous") return <p>{amountWords.ambiguous}</p>;
  if (guarantee === null) return <p>{amountWords.needsDecision}</p>;
  if (missing.length === 0)
    return (
      <div class="card">
        <p>{amountWords.opaque(guarantee)}</p>
      </div>
    );
  return (
    <div class="card open-card">
      <p>{amountWords.missing(guarantee)}</p>
      <ul class="asked">
        {missing.map((field) => {
          const ask = askFor(field);
          const name = factName(field);
          return (
            <li>
              {ask ? (
                <button type="button" onClick={ask}>
                  {name}
                </button>
              ) : (
                name
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function refused(diagnostics: readonly Diagnostic[]): ComponentChildren {
  const ofRule = diagnostics.find(isRuleError);
  return (
    <div class="card bad-card">
      <p>{status("bad", ofRule ? amountWords.brokenRule : amountWords.invalid)}</p>
      {problems(diagnostics)}
      {ofRule && (
        <p>
          <button type="button" onClick={() => showInText(ofRule.pointer)}>
            {commonWords.show}
          </button>
        </p>
      )}
    </div>
  );
}

function covered(coverage: LoadedCoverage, { charged }: ActAmounts, { guarantee, amounts, steps }: Reimbursement): ComponentChildren {
  const { secu_paid: secu, complementary, out_of_pocket } = amounts!;
  const rule = coverage.payload.guarantees.find(({ name }) => name === guarantee)?.coverage_rule;
  const words = rule && ruleWords(rule);
  return (
    <div class="card money">
      <p>{amountWords.sentence(euros(charged), euros(secu), euros(complementary), euros(out_of_pocket))}</p>
      {sharesBar(String(charged), { secu, complementary, out_of_pocket })}
      {words?.ok && (
        <p class="hint">
          <strong>{guaranteeName(guarantee!)}</strong>
          {": "}
          {words.value}
        </p>
      )}
      {ladder(String(charged), steps)}
    </div>
  );
}

type Step = Reimbursement["steps"][number];
interface Rung {
  name: string;
  why: string | null;
  value: string;
  isShare: boolean;
}

const SHARES = ["charged", "secu_paid", "amc", "out_of_pocket"];
/** In the order of a person's question: the price, the Sécu, the coverage, the rest. */
const ORDER = [
  "charged",
  "eligible",
  "base",
  "rss",
  "flat",
  "secu_paid",
  "component",
  "target",
  "raw",
  "unlimited",
  "room",
  "allowed",
  "amc",
  "out_of_pocket",
];

export function rungs(charged: string, steps: readonly Step[]): Rung[] {
  const all = [{ step: "charged", value: charged, note: amountWords.why.charged }, ...steps];
  const several = steps.filter(({ step }) => step.startsWith("component:")).length > 1;
  const rank = ({ step }: Step) => ORDER.indexOf(step.split(":")[0]!);
  return all
    .filter((step) => says(step, several, charged))
    .sort((a, b) => rank(a) - rank(b))
    .map(rung);
}

/** Whether a line tells more than those beside it. */
function says({ step, value, note }: Step, several: boolean, charged: string): boolean {
  if (step === "unlimited" || step === "allowed" || step === "flat") return note !== null;
  if (step === "target") return several;
  if (step === "eligible") return euros(value) !== euros(charged);
  if (step === "base") return !isZero(value);
  return true;
}

function rung({ step, value, note }: Step): Rung {
  const [kind = "", key = ""] = [step.split(":")[0], step.slice(step.indexOf(":") + 1)];
  const names = amountWords.steps;
  const name = kind === "room" ? names.room(key) : (names[kind as Exclude<keyof typeof names, "room">] ?? step);
  const why = note ?? (kind === "secu_paid" || kind === "amc" ? amountWords.why[kind] : null);
  return { name, why: why && withGroups(why), value: euros(value), isShare: SHARES.includes(kind) };
}

function ladder(charged: string, steps: readonly Step[]): ComponentChildren {
  const { caption, step, why, value } = amountWords.ladder;
  return (
    <table class="ladder">
      <caption class="visually-hidden">{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          {[step, why, value].map((title) => (
            <th scope="col">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rungs(charged, steps).map((rung) => (
          <tr class={rung.isShare ? "rung-share" : "rung"}>
            <th scope="row">{rung.name}</th>
            <td class="why">{rung.why}</td>
            <td class="number">{rung.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
