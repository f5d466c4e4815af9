/** How much does a guarantee reimburse? Its rule in the words of a benefit table, and the way to change it. */
import { h, type Child } from "../dom";
import { ruleWords, type CoverageGuarantee } from "../engine";
import { unfolding } from "../lists";
import { messages as m } from "../messages";
import type { Results } from "../results";
import { ruleInText } from "../rule-text";
import { update, type State } from "../state";
import { status } from "../status";
import type { ruleForm } from "./rule-form";

/** The form is fetched when somebody wants to change a rule. */
let form: typeof ruleForm | "none" | "loading" | "failed" = "none";

/** For the list of guarantees: nothing where the rule has errors, which are told elsewhere. */
export function ruleLine({ coverage_rule: rule }: CoverageGuarantee): Child {
  const words = typeof rule === "object" && rule !== null ? ruleWords(rule) : null;
  return words?.ok ? h("span", { class: "rule-words" }, words.value) : h("span", { class: "rule-words" }, status("bad", m.rule.brokenShort));
}

export function ruleSection(state: State, results: Results, guarantee: CoverageGuarantee, index: number): Child {
  const rule = ruleInText(state, index, guarantee.name);
  const shown = (rule ?? guarantee.coverage_rule) as unknown;
  const words = typeof shown === "object" && shown !== null ? ruleWords(shown) : null;
  return h("section", { class: "mapping rule" },
    h("h4", {}, m.rule.title),
    h("p", { role: "status" }, words?.ok ? h("strong", {}, words.value) : status("bad", m.rule.broken)),
    isOpaque(shown)
      ? opaque(shown as object, index)
      : unfolding(state, `rule/${guarantee.name}`, { class: "inline-details" }, [m.rule.edit, h("span", { class: "visually-hidden" }, m.rule.editOf(guarantee.name))],
          () => (rule === undefined ? h("p", { class: "empty" }, m.rule.unreadable) : opened(state, results, rule, index))));
}

/** Another system's rule stays as it is; where there is none, one can be begun. */
function opaque(rule: object, index: number): Child {
  if (Object.keys(rule).length > 0) return h("p", { class: "hint" }, m.rule.opaque);
  const begin = () => void fetchForm().then((loaded) => loaded?.beginRule(index));
  return h("div", { class: "bar" }, h("p", { class: "hint" }, m.rule.nothing), h("button", { type: "button", onclick: begin }, m.rule.begin),
    form === "failed" && h("p", { class: "bad", role: "alert" }, m.later.failed));
}

function isOpaque(rule: unknown): boolean {
  return typeof rule === "object" && rule !== null && !Array.isArray(rule) && !("components" in rule);
}

function opened(state: State, results: Results, rule: unknown, index: number): Child {
  if (form === "none") void fetchForm();
  if (typeof form === "function") return form(state, results, rule, index);
  return h("p", { class: "empty", role: "status" }, form === "failed" ? m.later.failed : m.later.loading);
}

async function fetchForm(): Promise<typeof import("./rule-form") | null> {
  if (typeof form !== "function") form = "loading";
  const loaded = await import("./rule-form").catch(() => null);
  form = loaded?.ruleForm ?? "failed";
  update({});
  return loaded;
}
