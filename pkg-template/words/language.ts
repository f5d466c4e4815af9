// What a language is: one table of this type. A text with braces is a template (`template.ts`); its comment names its parameters.
import type * as main from "../care-coverage";
import type { DIAGNOSTICS } from "./en-diagnostics.ts";
import type { Plural } from "./template.ts";

/** A template. */
export type Template = string;

type Unit = Exclude<main.CoverageRuleUnit, "act">;
/** Of a component that is no choice between others. */
export type PlainKind = main.CoverageRulePlainComponent["kind"];
export type ChoiceKind = main.CoverageRuleChoiceKind;
type Scope = Exclude<main.CoverageRuleScope, "beneficiary">;

export interface Language {
  /** The position of the form of a word that goes with a number: in English 0 for 1, and 1 for all others. */
  plural: Plural;

  numbers: {
    point: string;
    /** Before every three digits of an integer. */
    group: string;
    /** {number} */
    percent: Template;
    /** {number} */
    euros: Template;
    /** {year} {month} {day}, in digits */
    date: Template;
  };

  lists: {
    comma: string;
    semicolon: string;
    /** {first} {last} */
    and: Template;
    /** {first} {last} */
    or: Template;
  };

  rule: RuleWords;
  acts: ActWords;
  selector: SelectorWords;
  steps: StepWords;
  checks: CheckWords;
  diagnostics: DiagnosticWords;
}

/** A rule, in the words of a benefit table. No two rules that pay differently have the same words. */
export interface RuleWords {
  /** A rule without components. */
  opaque: string;
  /** {components} {cap} */
  capped: Template;
  /** {what}: components, and their price cap */
  shares: Record<"included" | "excluded", Template>;
  /** {rule}, {pathway}, {limits} joined by the comma of lists, and {beyond} them, of which there are {count} */
  whole: Template;
  /** What the Sécu pays less outside of the care pathway is covered. */
  pathway: string;
  plus: string;

  /** {percent}, of a flat amount {amount}; {per} of what is for each unit. Of the ticket modérateur and of all costs, 100 % has words of its own. */
  components: Record<PlainKind | "whole_ticket_moderateur" | "whole_actual_costs", Template>;
  /** {option} and its {bound} */
  either: Record<ChoiceKind, Template>;
  /** {option} behind the words before; the whole ticket modérateur has words of its own. */
  bound: Record<ChoiceKind, Template>;
  bound_whole_ticket_moderateur: Record<ChoiceKind, string>;
  /** {option} of several components, next to its bound */
  sum: Template;
  /** {options} of three or more, joined by the comma of lists */
  several: Record<ChoiceKind, Template>;
  /** {component} with its own {limits}, joined by the comma of lists */
  limited: Template;
  /** Whether tables mean something else by all costs limited to an amount, and by "X limited to Y + Z": these are then said as of several. */
  are_bounds_misread: boolean;
  /** The least of the whole excess over the base and {percent} of the base; null where that has no words of its own. */
  excess_within_base: Template | null;
  /** {percent} of the costs and the rest of a hundred of the Sécu part, as a total; null where that has no words of its own. */
  rest_of_costs: Template | null;
  /** All costs with no other limit than {maximum} {period} {scope}: alone, in a sum, and where the limit is that of an act; null where it is a
   *  component with a limit as any other. */
  credit: Record<"alone" | "in_sum" | "of_act", Template | null>;
  /** Whether the Sécu part is taken to be in a sum because a credit is. */
  is_credit_a_total: boolean;
  units: Record<Unit, string>;
  /** {amount}, of that which is one */
  caps: Record<"plv" | "hlf" | "amount", Template>;

  /** {maximum} {period} {scope} {total}: of an amount of money or a percentage of the PMSS, and of a number of acts, sessions or days */
  amount: Template;
  number: Template;
  /** {maximum} {period} {scope}: a number of acts, sessions or days in the parentheses behind a component */
  own_number: Template;
  /** {count} */
  maxima: Record<"act" | "session" | "day", Template>;
  /** {months} of those that roll */
  periods: Record<main.CoverageRulePeriod["kind"], Template>;
  /** {years}, two or more, that roll; null where months are said. */
  rolling_years: Template | null;
  scopes: Record<Scope, string>;
  /** Behind a limit that the Sécu part counts for, too: of money, and of acts or days. */
  totals: Record<"amount" | "number", string>;
}

/** Acts: one, a set, and those that a filter asks for. */
export interface ActWords {
  /** {act} is what follows; {age} of the member, {date} of the care, {facts} joined by the comma of lists */
  one: Template;
  /** {care_types}, {conditions} */
  many: Template;
  /** {care_type}, in backticks or its label; several are a list */
  care_type: Template;
  /** {count} that are not named */
  more: Template;
  /** Without any condition. */
  every: string;
  /** Of a filter that holds for nothing: {why} */
  never: Template;
  /** {field}: a list without values. {min} {max}: ages */
  why: { empty_list: Template; ages: Template };
  /** {age} of one member */
  age: Template;
  /** {min} {max}; years */
  ages: Record<"exactly" | "between" | "at_least" | "at_most", Template>;
  /** {teeth} a list of numbers, which are {count}; {establishment} in backticks */
  teeth: Template;
  establishment: Template;
  flags: Record<main.BooleanFact, { yes: string; no: string }>;
  texts: Record<main.TextFact, TextWords>;
}

export interface TextWords {
  /** {values} in backticks, as in a message that names codes */
  coded: Template;
  /** {values} in words: one of them, and any but them */
  in: Template;
  not_in: Template;
  /** A value in words; one that is not here is in backticks. {code} is as it is written. */
  values: Record<string, Template>;
}

export interface SelectorWords {
  /** {included} {excluded}, each a list of the two below */
  whole: Template;
  /** {names} a list of {count} */
  care_types: Template;
  groups: Template;
  nothing: string;
}

export interface StepWords {
  /** {number} of a component, {key} of a limit */
  names: Record<StepName, Template>;
  /** By step. The engine's own are the English ones: by them a note is known. */
  notes: { [Step in StepName]: Record<StepNotes[Step], Template> };
}

export type StepName = keyof StepNotes;

/** {percent} of a rate, {cap} of a rule, {component}, {option} taken, {used} of {maximum}, {rule} beyond limits */
interface StepNotes {
  base: "charged_and_base" | "no_base";
  rss: "secu_given" | "secu_paid" | "rate_down" | "rate_half_up" | "not_reimbursed";
  pathway_rss: "rate_down" | "rate_half_up" | "as_paid";
  eligible: "charged_capped" | "charged";
  component: "greatest_uncounted" | "greatest" | "least_uncounted" | "least" | "uncounted" | "component";
  target: "sum";
  raw: "less_pathway_secu_and_before" | "less_secu_and_before" | "less_pathway_secu" | "less_secu" | "on_top";
  unlimited: "clamped" | "clamped_behind";
  offered: "limits";
  room: "used_euros" | "used_days" | "used";
  allowed: "limits";
  amc: "beyond";
  flat: "contributions";
  secu_paid: never;
  out_of_pocket: "left" | "left_behind";
}

/** The checks of dispenses. What the system answers to one that fails is its own, and stays as it is. */
export interface CheckWords {
  outcomes: Record<main.DispenseCheck["outcome"], string>;
  /** What a check asks, and what it means that it failed; by its id. */
  checks: Record<string, { asks: string; failed: string }>;
  /** {places} a list of pointers */
  skipped: Template;
  /** {asks} of the check that failed */
  skipped_after: Template;
  /** {places} */
  unknown: Template;
  /** Instead of a place. */
  reasons: Record<string, string>;
}

export interface DiagnosticWords {
  /** By `code`, or `code/variant`, with the parameters of the English sentence. */
  messages: Record<keyof typeof DIAGNOSTICS, Template>;
  /** {argument} of a call, {message} about it */
  argument: Template;
  unnamed_guarantee: string;
  /** What a message says of a kind of value, or of a bound. The engine's own are the English ones: by them a phrase is known. */
  phrases: Record<Phrase, Template>;
  titles: FixTitles;
}

type Phrase =
  | "json_value" | "boolean" | "number" | "string" | "array" | "object" | "null"
  | "decimal" | "integer" | "division" | "visible_teeth" | "precedence" | "one_condition" | "text_or_bytes"
  | "undefined" | "bigint" | "symbol" | "function" | "unknown" | "date" | "map" | "instance" | "nan" | "infinite" | "unusable" | "rates" | "two_classes" | "whole_number" | "date_format" | "plain_value" | "age_band" | "month"
  /** {regions} {listed}; {overlaps} {listed}; {comparisons}; {pointer} */
  | "gaps_bound" | "gaps_work" | "overlaps_bound" | "overlaps_work" | "redundancy_work";

/** What a fix does: {name} a field in backticks, {value} in backticks or one of the phrases. */
interface FixTitles {
  add: Template;
  remove: Template;
  replace: Template;
  rename: Template;
  move: Template;
  /** What is removed and has no name, by the code. */
  removed: Partial<Record<main.DiagnosticCode, string>>;
}
