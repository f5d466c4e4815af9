// What does a rule say, in the words of a benefit table?
//
//     rule       components joined by " + ", the price cap, the Sécu share; then its limits, and what is paid beyond them
//     the share  is said where a reader would not take it for granted: what comes on top of the Sécu by its nature, and all costs
import type { Language } from "./language.ts";
import { counted, euros, percent, say } from "./numbers.ts";
import { type Cap, type Component, type Limit, type Rule, readRule } from "./rule-model.ts";

export function ruleInWords(language: Language, rule: unknown): string {
  const read = readRule(rule);
  return read === null ? language.rule.opaque : wholeInWords(language, read);
}

function wholeInWords(language: Language, rule: Rule): string {
  const words = language.rule;
  const what = whatInWords(language, rule);
  const limits = rule.limits.map((limit) => limitInWords(language, limit, rule.components.some(({ per }) => per === "session")));
  return say(language, words.whole, {
    rule: isTakenForGranted(rule) ? what : say(language, words.shares[rule.share], { what }),
    limits: limits.length === 0 ? null : limits.join(language.lists.comma),
    beyond: rule.beyond && beyondInWords(language, rule.beyond),
    // Of a rule without limits, the one that it should have.
    count: counted(language, Math.max(1, limits.length)),
  });
}

/** What is paid beyond the limits. */
function beyondInWords(language: Language, rule: Rule): string {
  const what = whatInWords(language, rule);
  return isTakenForGrantedBeyond(rule) ? what : say(language, language.rule.shares[rule.share], { what });
}

function isTakenForGranted({ share, components }: Rule): boolean {
  if (share === "excluded") return components.every(isOnTop);
  return components.some(({ kind, decimal }) => kind === "actual_costs" && decimal === "100");
}

/** There, a percentage of 100 or more of the base or the costs is a total. */
function isTakenForGrantedBeyond(rule: Rule): boolean {
  const isTotal = ({ kind, decimal }: Component) => TOTALS.includes(kind) && Number(decimal) >= 100;
  return isTakenForGranted(rule) || (rule.share === "included" && rule.components.some(isTotal));
}

const TOTALS: readonly Component["kind"][] = ["brss_percent", "actual_costs", "reconstituted_brss_percent"];
const COME_ON_TOP: readonly Component["kind"][] = ["ticket_moderateur", "flat_amount", "pmss_percent"];

function isOnTop({ kind }: Component): boolean {
  return COME_ON_TOP.includes(kind);
}

/** The components and the price cap. */
function whatInWords(language: Language, { components, cap }: Rule): string {
  const words = components.map((component) => componentInWords(language, component)).join(language.rule.plus);
  return cap ? say(language, language.rule.capped, { components: words, cap: capInWords(language, cap) }) : words;
}

export function componentInWords(language: Language, { kind, decimal, per }: Component): string {
  const words = language.rule;
  const template = kind === "ticket_moderateur" && decimal === "100" ? "whole_ticket_moderateur" : kind;
  return say(language, words.components[template], {
    percent: percent(language, decimal),
    amount: euros(language, decimal),
    per: per === "act" ? null : words.units[per],
  });
}

export function capInWords(language: Language, cap: Cap): string {
  return say(language, language.rule.caps[cap.kind], { amount: cap.amount && euros(language, cap.amount) });
}

function limitInWords(language: Language, limit: Limit, isPerSession: boolean): string {
  const words = language.rule;
  const unit = limit.of === "days" ? "day" : isPerSession ? "session" : "act";
  return say(language, limit.of === "amount" ? words.amount : words.number, {
    maximum: limit.of === "amount" ? euros(language, limit.maximum) : say(language, words.maxima[unit], { count: counted(language, limit.maximum) }),
    period: say(language, words.periods[limit.period], { months: limit.months === null ? null : { number: limit.months, shown: String(limit.months) } }),
    scope: limit.scope === "beneficiary" ? null : words.scopes[limit.scope],
    total: limit.counts === "total" ? words.total : null,
  });
}
