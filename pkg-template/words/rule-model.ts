// A coverage rule as its words need it. What cannot be said is an error with its place; what else is wrong with a rule, a validation says.
import type * as main from "../care-coverage";
import { decimalOf, quote } from "./numbers.ts";
import { wrong } from "./wrong.ts";

export interface Rule {
  components: Component[];
  share: "included" | "excluded";
  cap: Cap | null;
  limits: Limit[];
  beyond: Rule | null;
}

/** A percentage, or a flat amount; exact. */
export interface Component { kind: Kind; decimal: string; per: main.CoverageRuleUnit }

export type Cap = { kind: "plv" | "hlf"; amount: null } | { kind: "amount"; amount: string };

export interface Limit {
  /** Of money, acts or days. */
  of: "amount" | "count" | "days";
  maximum: string;
  period: main.CoverageRulePeriod["kind"];
  /** Of a period that rolls. */
  months: number | null;
  scope: main.CoverageRuleScope;
  counts: "complementary" | "total";
}

export type Kind = main.CoverageRuleComponent["kind"];

const KINDS: readonly Kind[] = ["brss_percent", "ticket_moderateur", "actual_costs", "rss_percent", "reconstituted_brss_percent", "flat_amount", "pmss_percent"];
const UNITS = ["act", "session", "day", "semester", "tooth", "eye", "ear", "lens", "box", "year"] as const;
const SHARES = ["included", "excluded"] as const;
const CAPS = ["plv", "hlf", "amount"] as const;
const PERIODS = ["act", "stay", "civil_year", "membership_year", "rolling_months", "lifetime"] as const;
const SCOPES = ["beneficiary", "family", "eye", "ear", "tooth"] as const;
const COUNTS = ["complementary", "total"] as const;
const MAXIMA = ["max_amount", "max_count", "max_days"] as const;
/** The engine takes a longer period for this one. */
const MOST_MONTHS = 4_294_967_295;

/** What a rule says; null where it has no components, and so is another system's. */
export function readRule(rule: unknown): Rule | null {
  const given = new Given(rule, "");
  return given.has("components") ? readPart(given) : null;
}

function readPart(rule: Given): Rule {
  const components = rule.list("components").map(readComponent);
  if (components.length === 0) throw rule.field("components").wrong("a component");
  const cap = rule.optional("price_cap");
  const beyond = rule.optional("beyond_limits");
  return {
    components,
    share: rule.choice("secu_share", SHARES, "included"),
    cap: cap && readCap(cap),
    limits: rule.has("limits") ? rule.list("limits").map(readLimit) : [],
    beyond: beyond && readPart(beyond),
  };
}

function readComponent(component: Given): Component {
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
  if (name === undefined || maxima.length > 1) throw limit.wrong("exactly one of `max_amount`, `max_count` and `max_days`");
  const period = limit.field("period");
  const kind = period.choice("kind", PERIODS);
  return {
    of: name === "max_amount" ? "amount" : name === "max_count" ? "count" : "days",
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

  list(name: string): Given[] {
    const field = this.field(name);
    const items = field.value instanceof Set ? [...field.value] : field.value;
    if (!Array.isArray(items)) throw field.wrong("a list");
    return items.map((item, index) => new Given(item, `${field.at}/${index}`));
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
