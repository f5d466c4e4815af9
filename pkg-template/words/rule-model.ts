// A coverage rule as its words need it. What cannot be said is an error with its place; what else is wrong with a rule, a validation says.
import type * as main from "../care-coverage";
import type { ChoiceKind, PlainKind } from "./language.ts";
import { decimalOf, quote } from "./numbers.ts";
import { wrong } from "./wrong.ts";

export interface Rule {
  components: Component[];
  share: "included" | "excluded";
  cap: Cap | null;
  /** Whether what the Sécu pays less outside of the care pathway is covered. */
  isPathwayCovered: boolean;
  limits: Limit[];
  beyond: Rule | null;
}

/** A term of the sum, with limits of its own. */
export interface Component { term: Term; limits: Limit[] }

export type Term = Plain | Chosen;

/** A percentage, or a flat amount; exact. */
export interface Plain { kind: PlainKind; decimal: string; per: main.CoverageRuleUnit }

/** Each option is a sum. */
export interface Chosen { kind: ChoiceKind; options: Plain[][] }

export type Cap = { kind: "plv" | "hlf"; amount: null } | { kind: "amount"; amount: string };

export interface Limit {
  /** Of money, of the PMSS, of acts or days. */
  of: "amount" | "pmss" | "count" | "days";
  maximum: string;
  period: main.CoverageRulePeriod["kind"];
  /** Of a period that rolls. */
  months: number | null;
  scope: main.CoverageRuleScope;
  counts: "complementary" | "total";
}

const KINDS: readonly PlainKind[] = ["brss_percent", "ticket_moderateur", "actual_costs", "rss_percent", "reconstituted_brss_percent", "excess_over_brss", "flat_amount", "pmss_percent"];
const CHOICES: readonly ChoiceKind[] = ["greatest_of", "least_of"];
const UNITS = ["act", "session", "day", "semester", "tooth", "eye", "ear", "lens", "box", "year"] as const;
const SHARES = ["included", "excluded"] as const;
const CAPS = ["plv", "hlf", "amount"] as const;
const PERIODS = ["act", "stay", "civil_year", "membership_year", "rolling_months", "lifetime"] as const;
const SCOPES = ["beneficiary", "family", "eye", "ear", "tooth"] as const;
const COUNTS = ["complementary", "total"] as const;
const PATHWAYS = ["left_to_member", "covered"] as const;
const MAXIMA = ["max_amount", "max_pmss_percent", "max_count", "max_days"] as const;
const OF: Record<(typeof MAXIMA)[number], Limit["of"]> = { max_amount: "amount", max_pmss_percent: "pmss", max_count: "count", max_days: "days" };
/** The engine takes a longer period for this one. */
const MOST_MONTHS = 4_294_967_295;

/** What a rule says; null where it has no components, and so is another system's. */
export function readRule(rule: unknown): Rule | null {
  const given = new Given(rule, "");
  return given.has("components") ? readPart(given) : null;
}

function readPart(rule: Given): Rule {
  const components = rule.field("components").items("a component").map(readComponent);
  const cap = rule.optional("price_cap");
  const beyond = rule.optional("beyond_limits");
  return {
    components,
    share: rule.choice("secu_share", SHARES, "included"),
    cap: cap && readCap(cap),
    isPathwayCovered: rule.choice("pathway_surcharge", PATHWAYS, "left_to_member") === "covered",
    limits: limitsOf(rule),
    beyond: beyond && readPart(beyond),
  };
}

function limitsOf(given: Given): Limit[] {
  return given.has("limits") ? given.field("limits").items().map(readLimit) : [];
}

function readComponent(component: Given): Component {
  const kind = component.choice("kind", [...KINDS, ...CHOICES]);
  const term = isChoice(kind) ? { kind, options: component.field("options").items("an option").map(readOption) } : readPlain(component);
  return { term, limits: limitsOf(component) };
}

function isChoice(kind: PlainKind | ChoiceKind): kind is ChoiceKind {
  return (CHOICES as readonly string[]).includes(kind);
}

function readOption(option: Given): Plain[] {
  return option.items("a component").map(readPlain);
}

function readPlain(component: Given): Plain {
  const kind = component.choice("kind", KINDS);
  const decimal = component.field(kind === "flat_amount" ? "amount" : "percent").decimal();
  return { kind, decimal, per: component.choice("per", UNITS, "act") };
}

function readCap(cap: Given): Cap {
  const kind = cap.choice("kind", CAPS);
  return kind === "amount" ? { kind, amount: cap.field("amount").decimal() } : { kind, amount: null };
}

function readLimit(limit: Given): Limit {
  const maxima = MAXIMA.filter((name) => limit.has(name));
  const [name] = maxima;
  if (name === undefined || maxima.length > 1) throw limit.wrong("exactly one of `max_amount`, `max_pmss_percent`, `max_count` and `max_days`");
  const period = limit.field("period");
  const kind = period.choice("kind", PERIODS);
  return {
    of: OF[name],
    maximum: limit.field(name).decimal(),
    period: kind,
    months: kind === "rolling_months" ? period.field("months").months() : null,
    scope: limit.choice("scope", SCOPES, "beneficiary"),
    counts: limit.choice("counts", COUNTS, "complementary"),
  };
}

/** A value of the rule, with its place. */
class Given {
  constructor(
    private readonly value: unknown,
    private readonly at: string,
  ) {}

  /** An object without this field gives `undefined`. */
  field(name: string): Given {
    if (typeof this.value !== "object" || this.value === null || Array.isArray(this.value)) throw this.wrong("an object");
    return new Given(Object.hasOwn(this.value, name) ? (this.value as Record<string, unknown>)[name] : undefined, `${this.at}/${name}`);
  }

  has(name: string): boolean {
    return this.field(name).value !== undefined;
  }

  /** Null, where the field is null or left out. */
  optional(name: string): Given | null {
    const field = this.field(name);
    return field.value === undefined || field.value === null ? null : field;
  }

  /** The entries of a list; where one is `expected`, at least one. */
  items(expected?: string): Given[] {
    const items = this.value instanceof Set ? [...this.value] : this.value;
    if (!Array.isArray(items)) throw this.wrong("a list");
    if (items.length === 0 && expected !== undefined) throw this.wrong(expected);
    return items.map((item, index) => new Given(item, `${this.at}/${index}`));
  }

  choice<T extends string>(name: string, known: readonly T[], leftOut?: T): T {
    const field = this.field(name);
    if (field.value === undefined && leftOut !== undefined) return leftOut;
    if (!known.includes(field.value as T)) throw field.wrong(`one of ${known.map(quote).join(", ")}`);
    return field.value as T;
  }

  decimal(): string {
    const decimal = decimalOf(this.value);
    if (decimal === undefined) throw this.wrong("a decimal such as `18.65`, without sign, exponent or blanks");
    return decimal;
  }

  months(): number {
    if (!Number.isInteger(this.value) || Number(this.value) < 1) throw this.wrong("a number of months, at least 1");
    return Math.min(Number(this.value), MOST_MONTHS);
  }

  wrong(expected: string): TypeError {
    return wrong("rule", this.at, expected, this.value);
  }
}
