// What does a part of a rule say: a component, its options, its limits?
//
//     a choice of two      {option} limited to {bound}; an option that is a sum is in parentheses
//     a choice of more     the least of (…, …, …)
//     all costs, with one limit of money and no other: a credit
import type { Language, PlainKind } from "./language.ts";
import { counted, euros, percent, say } from "./numbers.ts";
import type { Chosen, Component, Limit, Plain, Term } from "./rule-model.ts";

/** `isAlone`: there is no other component of the rule; `next` is added to it. */
export function componentInWords(language: Language, component: Component, isAlone: boolean, next?: Component): string {
  const { term, limits } = component;
  const [limit] = limits;
  const words = language.rule.are_bounds_misread && isBoundOpen(term, next) ? severalInWords(language, term as Chosen) : termInWords(language, term);
  if (limit === undefined) return words;
  const isCounted = isPerSession(component);
  const credit = isCredit(component) ? language.rule.credit[limit.period === "act" ? "of_act" : isAlone ? "alone" : "in_sum"] : null;
  if (credit !== null) return say(language, credit, limitValues(language, limit, isCounted));
  const own = limits.map((limit) => limitInWords(language, limit, isCounted, language.rule.own_number));
  return say(language, language.rule.limited, { component: words, limits: own.join(language.lists.comma) });
}

export function termInWords(language: Language, term: Term): string {
  return "options" in term ? chosenInWords(language, term) : plainInWords(language, term);
}

function chosenInWords(language: Language, chosen: Chosen): string {
  const { kind, options } = chosen;
  const words = language.rule;
  const [first, second, ...others] = options;
  if (kind === "least_of" && words.are_bounds_misread && isCostsWithinAmount(options)) return severalInWords(language, chosen);
  const excess = kind === "least_of" ? baseOfExcess(options) : null;
  if (excess !== null && words.excess_within_base !== null) return say(language, words.excess_within_base, { percent: percent(language, excess) });
  if (first === undefined || second === undefined || others.length > 0) return severalInWords(language, chosen);
  return say(language, words.either[kind], { option: sumInWords(language, first), bound: boundInWords(language, kind, second) });
}

function severalInWords(language: Language, { kind, options }: Chosen): string {
  return say(language, language.rule.several[kind], { options: options.map((option) => optionInWords(language, option)).join(language.lists.comma) });
}

/** "80 % FR limité à 100 % BR + TM": the ticket modérateur alone, and excess fees, are never of one bound with what is next to them. */
function isBoundOpen(term: Term, next: Component | undefined): boolean {
  if (!("options" in term) || term.options.length !== 2 || next === undefined || ("options" in next.term && next.term.options.length > 2)) return false;
  const [bounded, bound] = term.options as [Plain[], Plain[]];
  const [added] = "options" in next.term ? next.term.options : [[next.term]];
  const isTm = bounded.length === 1 && bounded[0]!.kind === "ticket_moderateur";
  return !isTm && bound.length === 1 && added?.[0]?.kind !== "excess_over_brss";
}

/** A table says of it that it is the amount. */
function isCostsWithinAmount([costs, bound, ...others]: readonly Plain[][]): boolean {
  return others.length === 0 && costs?.length === 1 && isAllCosts(costs[0]!) && bound?.length === 1 && MONEY.includes(bound[0]!.kind);
}

/** The percentage of the base that the whole excess is limited to. */
function baseOfExcess([excess, bound, ...others]: readonly Plain[][]): string | null {
  const [first, second] = [excess?.length === 1 ? excess[0]! : null, bound?.length === 1 ? bound[0]! : null];
  return others.length === 0 && first?.kind === "excess_over_brss" && first.decimal === "100" && second?.kind === "brss_percent" ? second.decimal : null;
}

/** The components of an option, which are summed. */
export function optionInWords(language: Language, option: readonly Plain[]): string {
  return option.map((component) => plainInWords(language, component)).join(language.rule.plus);
}

function sumInWords(language: Language, option: readonly Plain[]): string {
  const words = optionInWords(language, option);
  return option.length === 1 ? words : say(language, language.rule.sum, { option: words });
}

function boundInWords(language: Language, kind: Chosen["kind"], option: readonly Plain[]): string {
  const isWholeTm = option.length === 1 && isWholeTicketModerateur(option[0]!);
  return isWholeTm ? language.rule.bound_whole_ticket_moderateur[kind] : say(language, language.rule.bound[kind], { option: sumInWords(language, option) });
}

function plainInWords(language: Language, component: Plain): string {
  const { kind, decimal, per } = component;
  const words = language.rule;
  const whole = isWholeTicketModerateur(component) ? "whole_ticket_moderateur" : isAllCosts(component) ? "whole_actual_costs" : kind;
  return say(language, words.components[whole], {
    percent: percent(language, decimal),
    amount: euros(language, decimal),
    per: per === "act" ? null : words.units[per],
  });
}

/** `number`: how one of acts or days is said. */
export function limitInWords(language: Language, limit: Limit, isPerSession: boolean, number = language.rule.number): string {
  const words = language.rule;
  return say(language, isOfMoney(limit) ? words.amount : number, {
    ...limitValues(language, limit, isPerSession),
    total: limit.counts === "total" ? words.totals[isOfMoney(limit) ? "amount" : "number"] : null,
  });
}

function limitValues(language: Language, limit: Limit, isPerSession: boolean) {
  const words = language.rule;
  return {
    maximum: maximumInWords(language, limit, isPerSession),
    period: periodInWords(language, limit),
    scope: limit.scope === "beneficiary" ? null : words.scopes[limit.scope],
  };
}

function periodInWords(language: Language, { period, months }: Limit): string {
  const { periods, rolling_years } = language.rule;
  const whole = (number: number) => ({ number, shown: String(number) });
  if (rolling_years !== null && months !== null && months >= 24 && months % 12 === 0) return say(language, rolling_years, { years: whole(months / 12) });
  return say(language, periods[period], { months: months === null ? null : whole(months) });
}

function maximumInWords(language: Language, { of, maximum }: Limit, isPerSession: boolean): string {
  const words = language.rule;
  if (of === "amount") return euros(language, maximum);
  if (of === "pmss") return say(language, words.components.pmss_percent, { percent: percent(language, maximum), per: null });
  const unit = of === "days" ? "day" : isPerSession ? "session" : "act";
  return say(language, words.maxima[unit], { count: counted(language, maximum) });
}

/** The percentage of the costs, where the rest of a hundred is of the Sécu part: a table says that it is of what the Sécu leaves. */
export function percentOfRest([first, second, ...others]: readonly Component[]): string | null {
  if (first === undefined || second === undefined || others.length > 0 || first.limits.length + second.limits.length > 0) return null;
  const [costs, secu] = [first.term, second.term];
  const isRest = costs.kind === "actual_costs" && secu.kind === "rss_percent" && "decimal" in costs && "decimal" in secu && isHundred(costs.decimal, secu.decimal);
  return isRest ? (costs as Plain).decimal : null;
}

function isHundred(...decimals: string[]): boolean {
  const [left, right] = decimals.map((decimal) => decimal.split("."));
  const digits = Math.max(left![1]?.length ?? 0, right![1]?.length ?? 0);
  const [first, second] = [left!, right!].map(([whole, decimals = ""]) => BigInt(whole! + decimals.padEnd(digits, "0")));
  return first! > 0n && second! > 0n && first! + second! === 100n * 10n ** BigInt(digits);
}

/** All costs with one limit, of money. */
export function isCredit({ term, limits }: Component): boolean {
  return isAllCosts(term) && limits.length === 1 && isOfMoney(limits[0]!);
}

const MONEY: readonly PlainKind[] = ["flat_amount", "pmss_percent"];

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
