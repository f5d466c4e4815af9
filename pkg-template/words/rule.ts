// What does a rule say, in the words of a benefit table?
//
//     rule       components joined by " + ", the price cap, the Sécu share; then the care pathway, its limits, and what is paid beyond them
//     the share  is said where a reader would not take it for granted: what comes on top of the Sécu by its nature, and all costs
import { componentInWords, isAllCosts, isCredit, isPerSession, limitInWords, percentOfRest } from "./components.ts";
import type { Language, PlainKind } from "./language.ts";
import { counted, euros, percent, say } from "./numbers.ts";
import { type Cap, type Plain, type Rule, type Term, readRule } from "./rule-model.ts";

export function ruleInWords(language: Language, rule: unknown): string {
  const read = readRule(rule);
  return read === null ? language.rule.opaque : wholeInWords(language, read);
}

function wholeInWords(language: Language, rule: Rule): string {
  const words = language.rule;
  const what = whatInWords(language, rule);
  const limits = rule.limits.map((limit) => limitInWords(language, limit, rule.components.some(isPerSession)));
  return say(language, words.whole, {
    rule: isTakenForGranted(language, rule) ? what : say(language, words.shares[rule.share], { what }),
    pathway: rule.isPathwayCovered ? words.pathway : null,
    limits: limits.length === 0 ? null : limits.join(language.lists.comma),
    beyond: rule.beyond && beyondInWords(language, rule.beyond),
    // Of a rule without limits, the one that it should have.
    count: counted(language, Math.max(1, limits.length)),
  });
}

/** What is paid beyond the limits. */
function beyondInWords(language: Language, rule: Rule): string {
  const what = whatInWords(language, rule);
  return isTakenForGrantedBeyond(language, rule) ? what : say(language, language.rule.shares[rule.share], { what });
}

function isTakenForGranted(language: Language, { share, components }: Rule): boolean {
  if (share === "included" && language.rule.rest_of_costs !== null && percentOfRest(components) !== null) return true;
  const others = language.rule.is_credit_a_total ? components : components.filter((component) => !isCredit(component) || component.limits[0]!.period === "act");
  const terms = (others.length > 0 ? others : components).map(({ term }) => term);
  return share === "excluded" ? terms.every(isOnTop) : terms.some(isAllCosts);
}

/** There, a percentage of 100 or more of the base or the costs is a total. */
function isTakenForGrantedBeyond(language: Language, rule: Rule): boolean {
  const isTotal = (term: Term) => !("options" in term) && TOTALS.includes(term.kind) && Number(term.decimal) >= 100;
  return isTakenForGranted(language, rule) || (rule.share === "included" && rule.components.some(({ term }) => isTotal(term)));
}

const TOTALS: readonly PlainKind[] = ["brss_percent", "actual_costs", "reconstituted_brss_percent"];
const COME_ON_TOP: readonly PlainKind[] = ["ticket_moderateur", "excess_over_brss", "flat_amount", "pmss_percent"];

/** Of what is limited to something else, it is asked of that alone. */
function isOnTop(term: Term): boolean {
  if (!("options" in term)) return comesOnTop(term);
  const options = term.kind === "least_of" ? term.options.slice(0, 1) : term.options;
  return options.every((option) => option.every(comesOnTop));
}

function comesOnTop({ kind }: Plain): boolean {
  return COME_ON_TOP.includes(kind);
}

/** The components and the price cap. */
function whatInWords(language: Language, { components, share, cap }: Rule): string {
  const rest = language.rule.rest_of_costs !== null && share === "included" ? percentOfRest(components) : null;
  const words = rest !== null ? say(language, language.rule.rest_of_costs!, { percent: percent(language, rest) }) : components.map((component, at) => componentInWords(language, component, components.length === 1, components[at + 1])).join(language.rule.plus);
  return cap ? say(language, language.rule.capped, { components: words, cap: capInWords(language, cap) }) : words;
}

export function capInWords(language: Language, cap: Cap): string {
  return say(language, language.rule.caps[cap.kind], { amount: cap.amount && euros(language, cap.amount) });
}
