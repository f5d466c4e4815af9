import type { CoverageCareTypeSelector } from "./care-types";
import type { ShortText } from "./acts";
import type { FactConditions } from "./facts";
import type { Annotations, AsJson } from "./json";

// ───────────────────────────── coverage payload ─────────────────────────────

/** Completed years on the care date.
 *  @asType integer
 *  @minimum 0
 *  @maximum 130
 *  @examples [18] */
export type Age = number;

/** Every stated condition must hold; one left out or null is no condition. An empty list holds for nothing. */
export interface CoverageCareTypeFilter extends FactConditions, Annotations {
  /** Inclusive. */
  min_age?: Age | null;
  /** Inclusive. */
  max_age?: Age | null;
}

/** A mapping matches an act when its selector selects the act's care type and its filter holds. */
export interface CoverageCareTypeMapping extends Annotations { selector: CoverageCareTypeSelector; filter: CoverageCareTypeFilter }

/** A guarantee matches an act when at least one of its mappings does. */
export interface CoverageGuarantee extends Annotations {
  /** Unique in the coverage, not empty; usually in UPPER_SNAKE_CASE.
   *  @pattern [^\s\u0085]|\ufeff
   *  @examples ["DENTAL_CARE"] */
  name: string;
  care_type_mappings: CoverageCareTypeMapping[];
  coverage_rule: CoverageRuleParameterSet;
}

/** A versioned list of guarantees. */
export interface CoveragePayload extends Annotations {
  /** Not empty.
   *  @pattern [^\s\u0085]|\ufeff */
  name: string;
  /** An integer from 1 to 2^53 − 1.
   *  @asType integer
   *  @minimum 1
   *  @maximum 9007199254740991
   *  @examples [1] */
  version: number;
  guarantees: CoverageGuarantee[];
}

/** How much is reimbursed and what the limits are.
 *  @title Rule */
export type CoverageRuleParameterSet = CoverageRule | OpaqueRule;

/** Somebody else's rule, which has no `components`: kept and returned unchanged, and not computed.
 *  @title Rule of another system */
export type OpaqueRule = { components?: never; [parameter: string]: unknown };

/** A decimal of at least 0 as a text: at most 12 digits before the point and 4 after it; no sign, exponent or blanks.
 *  @pattern ^(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,4})?$
 *  @examples ["26.50"]
 *  @title Text */
export type DecimalText = string;

/** A decimal of at least 0 as a number, read as its shortest decimal.
 *  @minimum 0
 *  @title Number */
export type DecimalNumber = number;

/** An amount of money in euros, or a quantity. */
export type Decimal = DecimalText | DecimalNumber;

/** A percentage as a text: at most 12 digits before the point and 6 after it; no sign, exponent or blanks.
 *  @pattern ^(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?$
 *  @examples ["150"]
 *  @title Text */
export type PercentText = string;

/** A percentage: "150" is 150 %. */
export type Percent = PercentText | DecimalNumber;

/**
 * How much a guarantee pays, in euros, exactly:
 *
 *     target    = sum of the components, rounded half-up to the cent once
 *     unlimited = target, less the Sécu part where it is included; at least 0, at most what the Sécu leaves of the price
 *     paid      = unlimited, or the least that a limit leaves; at least what `beyond_limits` pays where one took something
 *
 * See docs/reimbursement.md.
 */
export interface CoverageRule extends Annotations {
  /** Summed; at least one, at most 16.
   *  @minItems 1
   *  @maxItems 16 */
  components: CoverageRuleComponent[];
  /** "included", the default: the sum is a total with the Sécu part. "excluded": it comes on top of it.
   *  @default "included" */
  secu_share?: "included" | "excluded";
  /** The price that is looked at, at most. */
  price_cap?: CoverageRulePriceCap | null;
  /** All apply. */
  limits?: CoverageRuleLimit[];
  /** What is paid at least where a limit takes something away. */
  beyond_limits?: CoverageRuleBeyondLimits | null;
  /** Out of the care pathway the Sécu pays a lower rate. "left_to_member", the default: the rule pays no more than in the pathway.
   *  "covered": it pays the difference, too. It holds for `beyond_limits`, too.
   *  @default "left_to_member" */
  pathway_surcharge?: "left_to_member" | "covered";
}

/** A rule without limits. */
export interface CoverageRuleBeyondLimits extends Annotations {
  /** Summed; at least one, at most 16.
   *  @minItems 1
   *  @maxItems 16 */
  components: CoverageRuleUnlimitedComponent[];
  /** @default "included" */
  secu_share?: "included" | "excluded";
  price_cap?: CoverageRulePriceCap | null;
  /** There are none beyond the limits.
   *  @maxItems 0 */
  limits?: CoverageRuleLimit[];
  beyond_limits?: CoverageRuleBeyondLimits | null;
}

/** A part of the sum. Those without limits of their own are paid first, then those with limits, in the order written. */
export type CoverageRuleComponent = CoverageRulePercentage | CoverageRuleFlatAmount | CoverageRulePmssPercentage | CoverageRuleChoice;

/** A part of the sum beyond the limits. */
export type CoverageRuleUnlimitedComponent = CoverageRulePlainComponent | CoverageRuleUnlimitedChoice;

/** A part of an option. */
export type CoverageRulePlainComponent = CoverageRulePlainPercentage | CoverageRulePlainFlatAmount | CoverageRulePlainPmssPercentage;

/** Of the BR (the base of the Sécu), of what the Sécu leaves of it, of what was charged within the price cap, of the Sécu part, of the
 *  base that the Sécu would have if it reimbursed the act, or of what was charged above the BR within the price cap. */
export type CoverageRulePercentageKind = "brss_percent" | "ticket_moderateur" | "actual_costs" | "rss_percent" | "reconstituted_brss_percent" | "excess_over_brss";

/** A percentage of something that the act says.
 *  @title Percentage */
export interface CoverageRulePercentage extends Annotations {
  kind: CoverageRulePercentageKind;
  percent: Percent;
  /** They apply to this part alone. */
  limits?: CoverageRuleComponentLimit[];
}

/** An amount for each unit.
 *  @title Flat amount */
export interface CoverageRuleFlatAmount extends Annotations {
  kind: "flat_amount";
  amount: Decimal;
  /** @default "act" */
  per?: CoverageRuleUnit;
  /** They apply to this part alone. */
  limits?: CoverageRuleComponentLimit[];
}

/** A percentage of the PMSS, the monthly ceiling of the Sécu, for each unit.
 *  @title Percentage of the PMSS */
export interface CoverageRulePmssPercentage extends Annotations {
  kind: "pmss_percent";
  percent: Percent;
  /** @default "act" */
  per?: CoverageRuleUnit;
  /** They apply to this part alone. */
  limits?: CoverageRuleComponentLimit[];
}

/** The greatest, or the least, of several sums; the first of equal ones.
 *  @title Choice */
export interface CoverageRuleChoice extends Annotations {
  kind: CoverageRuleChoiceKind;
  /** Two to eight sums.
   *  @minItems 2
   *  @maxItems 8 */
  options: CoverageRuleOption[];
  /** They apply to this part alone. */
  limits?: CoverageRuleComponentLimit[];
}

/** Which of the sums counts. */
export type CoverageRuleChoiceKind = "greatest_of" | "least_of";

/** A sum of one to eight components.
 *  @minItems 1
 *  @maxItems 8 */
export type CoverageRuleOption = CoverageRulePlainComponent[];

/** A percentage without limits.
 *  @title Percentage without limits */
export interface CoverageRulePlainPercentage extends Annotations {
  kind: CoverageRulePercentageKind;
  percent: Percent;
  /** There are none here.
   *  @maxItems 0 */
  limits?: CoverageRuleComponentLimit[];
}

/** An amount for each unit, without limits.
 *  @title Flat amount without limits */
export interface CoverageRulePlainFlatAmount extends Annotations {
  kind: "flat_amount";
  amount: Decimal;
  /** @default "act" */
  per?: CoverageRuleUnit;
  /** There are none here.
   *  @maxItems 0 */
  limits?: CoverageRuleComponentLimit[];
}

/** A percentage of the PMSS for each unit, without limits.
 *  @title Percentage of the PMSS without limits */
export interface CoverageRulePlainPmssPercentage extends Annotations {
  kind: "pmss_percent";
  percent: Percent;
  /** @default "act" */
  per?: CoverageRuleUnit;
  /** There are none here.
   *  @maxItems 0 */
  limits?: CoverageRuleComponentLimit[];
}

/** The greatest, or the least, of several sums, without limits.
 *  @title Choice without limits */
export interface CoverageRuleUnlimitedChoice extends Annotations {
  kind: CoverageRuleChoiceKind;
  /** Two to eight sums.
   *  @minItems 2
   *  @maxItems 8 */
  options: CoverageRuleOption[];
  /** There are none here.
   *  @maxItems 0 */
  limits?: CoverageRuleComponentLimit[];
}

/** What the quantity of an act counts. "act", the default: the quantity is of no matter. */
export type CoverageRuleUnit = "act" | "session" | "day" | "semester" | "tooth" | "eye" | "ear" | "lens" | "box" | "year";

/** A regulated price of the act (PLV: devices, HLF: dental work), or an amount. */
export type CoverageRulePriceCap = CoverageRuleRegulatedPrice | CoverageRuleAmount;

/** The regulated price of a device or of dental work.
 *  @title Regulated price */
export interface CoverageRuleRegulatedPrice extends Annotations { kind: "plv" | "hlf" }

/** An amount in euros.
 *  @title Amount */
export interface CoverageRuleAmount extends Annotations { kind: "amount"; amount: Decimal }

/** How much of something is paid in a period: exactly one of `max_amount`, `max_pmss_percent`, `max_count` and `max_days`. */
export type CoverageRuleLimit = CoverageRuleAmountLimit | CoverageRulePmssLimit | CoverageRuleCountLimit | CoverageRuleDaysLimit;

/** An amount of money.
 *  @title Limit of an amount */
export interface CoverageRuleAmountLimit extends Annotations {
  /** Limits of one key, in any rule of the coverage, share one counter. */
  key: ShortText;
  period: CoverageRulePeriod;
  max_amount: Decimal;
  /** "complementary", the default, or "total": Sécu and complementary together.
   *  @default "complementary" */
  counts?: "complementary" | "total";
  /** @default "beneficiary" */
  scope?: CoverageRuleScope;
}

/** A percentage of the PMSS, rounded half-up to the cent.
 *  @title Limit in percent of the PMSS */
export interface CoverageRulePmssLimit extends Annotations {
  /** Limits of one key, in any rule of the coverage, share one counter. */
  key: ShortText;
  period: CoverageRulePeriod;
  max_pmss_percent: Percent;
  /** "complementary", the default, or "total": Sécu and complementary together.
   *  @default "complementary" */
  counts?: "complementary" | "total";
  /** @default "beneficiary" */
  scope?: CoverageRuleScope;
}

/** A number of acts, or of sessions where a component is per session.
 *  @title Limit of a count */
export interface CoverageRuleCountLimit extends Annotations {
  /** Limits of one key, in any rule of the coverage, share one counter. */
  key: ShortText;
  period: CoverageRulePeriod;
  max_count: Decimal;
  /** @default "complementary" */
  counts?: "complementary" | "total";
  /** @default "beneficiary" */
  scope?: CoverageRuleScope;
}

/** A number of days: what the quantity of the act counts.
 *  @title Limit of days */
export interface CoverageRuleDaysLimit extends Annotations {
  /** Limits of one key, in any rule of the coverage, share one counter. */
  key: ShortText;
  period: CoverageRulePeriod;
  max_days: Decimal;
  /** @default "complementary" */
  counts?: "complementary" | "total";
  /** @default "beneficiary" */
  scope?: CoverageRuleScope;
}

/** How much of a component is paid in a period: exactly one of `max_amount`, `max_pmss_percent`, `max_count` and `max_days`. */
export type CoverageRuleComponentLimit =
  | CoverageRuleComponentAmountLimit | CoverageRuleComponentPmssLimit | CoverageRuleComponentCountLimit | CoverageRuleComponentDaysLimit;

/** An amount of money.
 *  @title Limit of an amount */
export interface CoverageRuleComponentAmountLimit extends CoverageRuleComponentLimitParts { max_amount: Decimal }

/** A percentage of the PMSS, rounded half-up to the cent.
 *  @title Limit in percent of the PMSS */
export interface CoverageRuleComponentPmssLimit extends CoverageRuleComponentLimitParts { max_pmss_percent: Percent }

/** A number of acts, or of sessions where the component is per session.
 *  @title Limit of a count */
export interface CoverageRuleComponentCountLimit extends CoverageRuleComponentLimitParts { max_count: Decimal }

/** A number of days: what the quantity of the act counts.
 *  @title Limit of days */
export interface CoverageRuleComponentDaysLimit extends CoverageRuleComponentLimitParts { max_days: Decimal }

/** What every limit of a component says. */
export interface CoverageRuleComponentLimitParts extends Annotations {
  /** Limits of one key, in any rule of the coverage, share one counter; within a rule each key of a component's limit is its own. */
  key: ShortText;
  period: CoverageRulePeriod;
  /** @default "beneficiary" */
  scope?: CoverageRuleScope;
}

/** When a limit begins anew. */
export type CoverageRulePeriod = CoverageRuleFixedPeriod | CoverageRuleRollingMonths;

/** A period that begins by itself. */
export interface CoverageRuleFixedPeriod extends Annotations { kind: "act" | "stay" | "civil_year" | "membership_year" | "lifetime" }

/** The months before the act. */
export interface CoverageRuleRollingMonths extends Annotations { kind: "rolling_months"; months: CoverageRuleMonths }

/** A number of months, at least 1.
 *  @asType integer
 *  @minimum 1
 *  @maximum 9007199254740991 */
export type CoverageRuleMonths = number;

/** For whom, or for what, a limit is counted. Default "beneficiary". */
export type CoverageRuleScope = "beneficiary" | "family" | "eye" | "ear" | "tooth";

/** A rule in the words of a benefit table: "150 % BR, Sécu included", "TM + 200 €", "1.5 % PMSS a day, 90 days a year". A rule
 *  without `components` is only said to be another system's. Throws the errors of a rule that is wrong. */
export function describeRule(rule: AsJson<CoverageRuleParameterSet>): string;
