/** Who pays what for the act: the shares, the computation line by line, and what it lacks. */
import { euros, isZero, withGroups } from "../amounts";
import { guaranteeName } from "../care-types";
import { h, type Child } from "../dom";
import { ruleWords, type ActAmounts, type ActExplanation, type Answer, type CareAct, type Diagnostic, type LoadedCoverage, type Reimbursement } from "../engine";
import { factName, messages as m } from "../messages";
import { problems } from "../problems";
import { sharesBar } from "../shares";
import { status } from "../status";
import { addToYear } from "../year-text";
import { askFor } from "./act-amounts";
import { showInText } from "./coverage-text";

/** The errors of a rule point into the coverage, those of an act into the act. */
export function isRuleError({ pointer }: { pointer: string }): boolean {
  return pointer.startsWith("/guarantees/");
}

export function actMoney(coverage: LoadedCoverage, act: CareAct, amounts: ActAmounts | null, decision: Answer<ActExplanation>, answer: Answer<Reimbursement> | null): Child {
  if (!decision.ok) return null;
  return h("section", { "aria-labelledby": "money-title" },
    h("div", { class: "list-head" },
      h("h2", { id: "money-title" }, m.amounts.result),
      amounts && h("button", { type: "button", onclick: () => addToYear(act, amounts, coverage.catalog) }, m.amounts.addToYear)),
    body(coverage, amounts, decision.value, answer));
}

function body(coverage: LoadedCoverage, amounts: ActAmounts | null, decision: ActExplanation, answer: Answer<Reimbursement> | null): Child {
  if (decision.outcome === "unknown_care_type") return h("p", { class: "empty" }, m.amounts.needsDecision);
  if (amounts === null || answer === null) {
    const ask = askFor("charged");
    return h("p", { class: "empty" }, m.amounts.giveCharged, " ", ask && h("button", { type: "button", class: "link", onclick: ask }, m.amounts.fields.charged));
  }
  if (!answer.ok) return refused(answer.diagnostics);
  const { outcome, guarantee, missing } = answer.value;
  if (outcome === "covered") return covered(coverage, amounts, answer.value);
  if (outcome === "not_covered") return h("p", {}, m.amounts.uncovered);
  if (outcome === "ambiguous") return h("p", {}, m.amounts.ambiguous);
  if (guarantee === null) return h("p", {}, m.amounts.needsDecision);
  if (missing.length === 0) return h("div", { class: "card" }, h("p", {}, m.amounts.opaque(guarantee)));
  return h("div", { class: "card open-card" },
    h("p", {}, m.amounts.missing(guarantee)),
    h("ul", { class: "asked" }, missing.map((field) => {
      const ask = askFor(field);
      const name = factName(field);
      return h("li", {}, ask ? h("button", { type: "button", onclick: ask }, name) : name);
    })));
}

function refused(diagnostics: readonly Diagnostic[]): Child {
  const ofRule = diagnostics.find(isRuleError);
  return h("div", { class: "card bad-card" },
    h("p", {}, status("bad", ofRule ? m.amounts.brokenRule : m.amounts.invalid)),
    problems(diagnostics),
    ofRule && h("p", {}, h("button", { type: "button", onclick: () => showInText(ofRule.pointer) }, m.coverage.show)));
}

function covered(coverage: LoadedCoverage, { charged }: ActAmounts, { guarantee, amounts, steps }: Reimbursement): Child {
  const { secu_paid: secu, complementary, out_of_pocket } = amounts!;
  const rule = coverage.payload.guarantees.find(({ name }) => name === guarantee)?.coverage_rule;
  const words = rule && ruleWords(rule);
  return h("div", { class: "card money" },
    h("p", {}, m.amounts.sentence(euros(charged), euros(secu), euros(complementary), euros(out_of_pocket))),
    sharesBar(String(charged), { secu, complementary, out_of_pocket }),
    words?.ok && h("p", { class: "hint" }, h("strong", {}, guaranteeName(guarantee!)), ": ", words.value),
    ladder(String(charged), steps));
}

type Step = Reimbursement["steps"][number];
interface Rung { name: string; why: string | null; value: string; isShare: boolean }

const SHARES = ["charged", "secu_paid", "amc", "out_of_pocket"];
/** In the order of a person's question: the price, the Sécu, the coverage, the rest. */
const ORDER = ["charged", "eligible", "base", "rss", "flat", "secu_paid", "component", "target", "raw", "unlimited", "room", "allowed", "amc", "out_of_pocket"];

export function rungs(charged: string, steps: readonly Step[]): Rung[] {
  const all = [{ step: "charged", value: charged, note: m.amounts.why.charged }, ...steps];
  const several = steps.filter(({ step }) => step.startsWith("component:")).length > 1;
  const rank = ({ step }: Step) => ORDER.indexOf(step.split(":")[0]!);
  return all.filter((step) => says(step, several, charged)).sort((a, b) => rank(a) - rank(b)).map(rung);
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
  const names = m.amounts.steps;
  const name = kind === "room" ? names.room(key) : (names[kind as Exclude<keyof typeof names, "room">] ?? step);
  const why = note ?? (kind === "secu_paid" || kind === "amc" ? m.amounts.why[kind] : null);
  return { name, why: why && withGroups(why), value: euros(value), isShare: SHARES.includes(kind) };
}

function ladder(charged: string, steps: readonly Step[]): Child {
  const { caption, step, why, value } = m.amounts.ladder;
  return h("table", { class: "ladder" },
    h("caption", { class: "visually-hidden" }, caption),
    h("thead", { class: "visually-hidden" }, h("tr", {}, [step, why, value].map((title) => h("th", { scope: "col" }, title)))),
    h("tbody", {}, rungs(charged, steps).map((rung) =>
      h("tr", { class: rung.isShare ? "rung-share" : "rung" },
        h("th", { scope: "row" }, rung.name),
        h("td", { class: "why" }, rung.why),
        h("td", { class: "number" }, rung.value)))));
}
