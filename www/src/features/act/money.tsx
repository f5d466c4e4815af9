/** Who pays what for the act: the shares, the computation line by line, and what it lacks. */
import {
  type ActAmounts,
  type ActExplanation,
  type Answer,
  type Diagnostic,
  type LoadedCoverage,
  type Reimbursement,
  ruleWords,
} from "../../engine/engine";
import { describeStep } from "../../engine/words";
import { isZero } from "../../kit/amounts";
import { SharesBar } from "../../kit/shares-bar";
import { Status } from "../../kit/status";
import { calls } from "../code/calls";
import { CopyAs } from "../code/copy-as";
import { factName } from "../common/act-words";
import { GuaranteeName } from "../common/care-types";
import { euros, withGroups } from "../common/counting";
import { Problems } from "../common/problems";
import { commonWords } from "../common/words";
import { showInText } from "../coverage/actions";
import { addToYear } from "../year/actions";
import { yearAct } from "../../store/work";
import { pageEditor } from "../../store/page-editor";
import { askFor } from "./ask";
import { act, amounts, decision, money } from "./model";
import { isRuleError } from "./state";
import { ToMend } from "./to-mend";
import { amountWords } from "./words";

export function ActMoney({ coverage }: { coverage: LoadedCoverage }) {
  const [asked, given, decided] = [act.value, amounts.value, decision.value];
  if (asked === null || !decided?.ok) return null;
  return (
    <section aria-labelledby="money-title">
      <div class="list-head">
        <h2 id="money-title">{amountWords.result}</h2>
        <div class="bar-end">
          <CopyAs call={calls.act.value} />
          {given && yearAct.value === null && (
            <button type="button" onClick={() => addToYear(asked, given, coverage.catalog)}>
              {amountWords.addToYear}
            </button>
          )}
        </div>
      </div>
      <Body coverage={coverage} amounts={given} decision={decided.value} answer={money.value} />
    </section>
  );
}

function Body({
  coverage,
  amounts,
  decision,
  answer,
}: {
  coverage: LoadedCoverage;
  amounts: ActAmounts | null;
  decision: ActExplanation;
  answer: Answer<Reimbursement> | null;
}) {
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
  if (!answer.ok) return <Refused diagnostics={answer.diagnostics} />;
  const { outcome, guarantee, missing } = answer.value;
  if (outcome === "covered") return <Covered coverage={coverage} actAmounts={amounts} reimbursement={answer.value} />;
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

function Refused({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  const ofRule = diagnostics.find(isRuleError);
  return (
    <div class="card bad-card">
      <p>
        <Status tone="bad" word={ofRule ? amountWords.brokenRule : amountWords.invalid} />
      </p>
      {ofRule ? <Problems diagnostics={diagnostics} /> : <ToMend diagnostics={diagnostics} />}
      {ofRule && (
        <p>
          <button type="button" onClick={() => showInText(pageEditor, ofRule.pointer)}>
            {commonWords.show}
          </button>
        </p>
      )}
    </div>
  );
}

function Covered({
  coverage,
  actAmounts: { charged },
  reimbursement: { guarantee, amounts, steps },
}: {
  coverage: LoadedCoverage;
  actAmounts: ActAmounts;
  reimbursement: Reimbursement;
}) {
  const { secu_paid: secu, complementary, out_of_pocket } = amounts!;
  const rule = coverage.payload.guarantees.find(({ name }) => name === guarantee)?.coverage_rule;
  const words = rule && ruleWords(rule);
  return (
    <div class="card money">
      <p>{amountWords.sentence(euros(charged), euros(secu), euros(complementary), euros(out_of_pocket))}</p>
      <SharesBar format={euros} labels={amountWords.shares} charged={String(charged)} shares={{ secu, complementary, out_of_pocket }} />
      {words?.ok && (
        <p class="hint">
          <strong>
            <GuaranteeName name={guarantee!} />
          </strong>
          {": "}
          {words.value}
        </p>
      )}
      <Ladder charged={String(charged)} steps={steps} />
    </div>
  );
}

type Line = Reimbursement["steps"][number];
/** A line of the computation, or what was charged. */
type Step = Omit<Line, "step"> & { step: Line["step"] | "charged" };
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
  "pathway_rss",
  "component",
  "target",
  "raw",
  "unlimited",
  "room",
  "allowed",
  "amc",
  "out_of_pocket",
];

function rungs(charged: string, steps: readonly Line[]): Rung[] {
  const all: Step[] = [{ step: "charged", value: charged, note: amountWords.why.charged }, ...steps];
  const several = steps.filter(({ step }) => step.startsWith("component:")).length > 1;
  // What the limits of components leave is between those limits and the rule's.
  const rank = ({ step }: Step) => ORDER.indexOf(step === "offered" ? "room" : step.split(":")[0]!);
  return all
    .filter((step) => says(step, several, charged))
    .sort((a, b) => rank(a) - rank(b))
    .map(rung);
}

/** Whether a line says more than those next to it. */
function says({ step, value, note }: Step, several: boolean, charged: string): boolean {
  if (step === "unlimited" || step === "offered" || step === "allowed" || step === "flat") return note !== null;
  if (step === "target") return several;
  if (step === "eligible") return euros(value) !== euros(charged);
  if (step === "base") return !isZero(value);
  return true;
}

/** Why it is so is said by the package; a line of ours says it itself. */
function noteOf(step: Step): string | null {
  return step.step === "charged" ? step.note : describeStep(step as Line).note;
}

function rung(line: Step): Rung {
  const { step, value } = line;
  const note = noteOf(line);
  const [kind = "", key = ""] = [step.split(":")[0], step.slice(step.indexOf(":") + 1)];
  const names = amountWords.steps;
  const name = kind === "room" ? names.room(key) : (names[kind as Exclude<keyof typeof names, "room">] ?? step);
  const why = note ?? (kind === "secu_paid" || kind === "amc" ? amountWords.why[kind] : null);
  return { name, why: why && withGroups(why), value: euros(value), isShare: SHARES.includes(kind) };
}

function Ladder({ charged, steps }: { charged: string; steps: readonly Line[] }) {
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
