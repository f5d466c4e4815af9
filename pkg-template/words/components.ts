// What does a part of a rule say: a component, its options, its limits?
//
//     a choice of two      {option} limited to {bound}; an option that is a sum is in parentheses
//     a choice of more     the least of (…, …, …)
//     all costs, with one limit of money and no other: a credit
import type { Language } from "./language.ts";
import { counted, euros, percent, say } from "./numbers.ts";
import type { Chosen, Component, Limit, Plain, Term } from "./rule-model.ts";

export function componentInWords(language: Language, component: Component): string {
  const { term, limits } = component;
  const [limit] = limits;
  if (limit === undefined) return termInWords(language, term);
  const isCounted = isPerSession(component);
  if (isAllCosts(term) && limits.length === 1 && isOfMoney(limit)) return say(language, language.rule.credit, limitValues(language, limit, isCounted));
  const words = limits.map((limit) => limitInWords(language, limit, isCounted));
  return say(language, language.rule.limited, { component: termInWords(language, term), limits: words.join(language.lists.comma) });
}

export function termInWords(language: Language, term: Term): string {
  return "options" in term ? chosenInWords(language, term) : plainInWords(language, term);
}

function chosenInWords(language: Language, { kind, options }: Chosen): string {
  const words = language.rule;
  const [first, second, ...others] = options;
  if (first === undefined || second === undefined || others.length > 0) {
    return say(language, words.several[kind], { options: options.map((option) => optionInWords(language, option)).join(language.lists.comma) });
  }
  return say(language, words.either[kind], { option: sumInWords(language, first), bound: boundInWords(language, second) });
}

/** The components of an option, which are summed. */
export function optionInWords(language: Language, option: readonly Plain[]): string {
  return option.map((component) => plainInWords(language, component)).join(language.rule.plus);
}

function sumInWords(language: Language, option: readonly Plain[]): string {
  const words = optionInWords(language, option);
  return option.length === 1 ? words : say(language, language.rule.sum, { option: words });
}

function boundInWords(language: Language, option: readonly Plain[]): string {
  const isWholeTm = option.length === 1 && isWholeTicketModerateur(option[0]!);
  return isWholeTm ? language.rule.bound_whole_ticket_moderateur : say(language, language.rule.bound, { option: sumInWords(language, option) });
}

function plainInWords(language: Language, component: Plain): string {
  const { kind, decimal, per } = component;
  const words = language.rule;
  return say(language, words.components[isWholeTicketModerateur(component) ? "whole_ticket_moderateur" : kind], {
    percent: percent(language, decimal),
    amount: euros(language, decimal),
    per: per === "act" ? null : words.units[per],
  });
}

export function limitInWords(language: Language, limit: Limit, isPerSession: boolean): string {
  const words = language.rule;
  return say(language, isOfMoney(limit) ? words.amount : words.number, {
    ...limitValues(language, limit, isPerSession),
    total: limit.counts === "total" ? words.total : null,
  });
}

function limitValues(language: Language, limit: Limit, isPerSession: boolean) {
  const words = language.rule;
  return {
    maximum: maximumInWords(language, limit, isPerSession),
    period: say(language, words.periods[limit.period], { months: limit.months === null ? null : { number: limit.months, shown: String(limit.months) } }),
    scope: limit.scope === "beneficiary" ? null : words.scopes[limit.scope],
  };
}

function maximumInWords(language: Language, { of, maximum }: Limit, isPerSession: boolean): string {
  const words = language.rule;
  if (of === "amount") return euros(language, maximum);
  if (of === "pmss") return say(language, words.components.pmss_percent, { percent: percent(language, maximum), per: null });
  const unit = of === "days" ? "day" : isPerSession ? "session" : "act";
  return say(language, words.maxima[unit], { count: counted(language, maximum) });
}

function isOfMoney({ of }: Limit): boolean {
  return of === "amount" || of === "pmss";
}

/** Whether it, or a component of an option, is paid for each session. */
export function isPerSession({ term }: Component): boolean {
  return plainsOf(term).some(({ per }) => per === "session");
}

export function plainsOf(term: Term): readonly Plain[] {
  return "options" in term ? term.options.flat() : [term];
}

export function isAllCosts(term: Term): boolean {
  return term.kind === "actual_costs" && term.decimal === "100";
}

function isWholeTicketModerateur({ kind, decimal }: Plain): boolean {
  return kind === "ticket_moderateur" && decimal === "100";
}
