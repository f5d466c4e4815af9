import type { ActRegion } from "./analysis";
import type { LimitState, NotDecidable } from "./amount-comparison";
import type { CalendarDate, CareAct, ShortText } from "./acts";
import type { CoverageCareTypeSelector } from "./care-types";
import type {
  CoverageCareTypeFilter, CoveragePayload, CoverageRule, CoverageRuleAmountLimit, CoverageRuleCountLimit, CoverageRuleDaysLimit,
  CoverageRuleMonths, Decimal, Percent,
} from "./coverage-payload";
import type { BooleanFact } from "./facts";
import type { Annotations } from "./json";
import type { ActAmounts, LimitCounter, Reimbursement } from "./reimbursement";

// ───────────────────────────── requirements ─────────────────────────────

/** What a law, an agreement or a contract asks of a coverage. */
export interface RequirementProfile extends Annotations {
  /** @examples ["fr-contrat-responsable"] */
  name: ShortText;
  title: InBothLanguages;
  /** The day as of which it says what the law says. */
  published: CalendarDate;
  /** What is uncertain in it, and that it is no legal advice. */
  note?: InBothLanguages | null;
  /** Acts, by the name of the class. */
  classes: { [name: string]: ActClass };
  requirements: Requirement[];
}

/** A text in French and in English. */
export interface InBothLanguages extends Annotations {
  /** @pattern [^\s\u0085]|\ufeff */
  fr: string;
  /** @pattern [^\s\u0085]|\ufeff */
  en: string;
}

/** Acts, as a mapping says them, and what is known of their amounts. */
export interface ActClass extends Annotations {
  /** In a class of a profile, a code that the catalogue lacks selects nothing. */
  selector: CoverageCareTypeSelector;
  filter?: CoverageCareTypeFilter | null;
  /** The first that fits an act counts; an act that none fits has no tariff. */
  tariffs?: ActTariff[] | null;
}

/** The base and the rate of the Sécu, and regulated prices where there are any. */
export interface ActTariff extends Annotations {
  /** Short codes. Default: all of the class. */
  care_types?: string[] | null;
  filter?: CoverageCareTypeFilter | null;
  /** The first day. */
  valid_from?: CalendarDate | null;
  /** The last day. */
  valid_to?: CalendarDate | null;
  /** "0": there is no base. */
  brss: Decimal;
  /** At most 100. */
  rate_percent: Percent;
  plv?: Decimal | null;
  hlf?: Decimal | null;
  charged_at_most?: ChargedAtMost | null;
  /** Whether its author is not sure of it.
   *  @default false */
  uncertain?: boolean | null;
}

/** What is charged is at most an amount, or a regulated price of the act. */
export type ChargedAtMost = "plv" | "hlf" | Decimal;

/** What every requirement says. */
export interface RequirementHead extends Annotations {
  /** Unique in the profile. */
  id: ShortText;
  /** Where it is written. */
  article: string;
  title: InBothLanguages;
  note?: InBothLanguages | null;
  /** Whether its author is not sure of it.
   *  @default false */
  uncertain?: boolean | null;
  /** The first day on which it is in force. */
  valid_from?: CalendarDate | null;
  /** The last day. */
  valid_to?: CalendarDate | null;
}

/** One thing that is asked of a coverage. `class` is the name of a class of the profile. */
export type Requirement =
  | AtLeastRule | AtLeastCoverage | AtMostRule | CoveredRequirement | SurplusGapRequirement | EquipmentRequirement | FrequencyRequirement
  | RuleFieldRequirement | DeclaredRequirement | ByConstructionRequirement;

/** The coverage pays at least what a rule pays.
 *  @title At least a rule */
export interface AtLeastRule extends RequirementHead {
  kind: "at_least";
  class: ShortText;
  rule: CoverageRule;
  allowed_limits?: AllowedLimit[] | null;
  charged_at_most?: ChargedAtMost | null;
}

/** The coverage pays at least what another one pays.
 *  @title At least a coverage */
export interface AtLeastCoverage extends RequirementHead {
  kind: "at_least";
  class: ShortText;
  /** For the catalogue in hand. */
  coverage: CoveragePayload;
  allowed_limits?: AllowedLimit[] | null;
  charged_at_most?: ChargedAtMost | null;
}

/** A limit that may be used up; one that is at least as generous may be, too. */
export type AllowedLimit = Omit<CoverageRuleAmountLimit, "key"> | Omit<CoverageRuleCountLimit, "key"> | Omit<CoverageRuleDaysLimit, "key">;

/** The coverage pays at most what a rule pays, or the ticket modérateur.
 *  @title At most a rule */
export interface AtMostRule extends RequirementHead {
  kind: "at_most";
  class: ShortText;
  rule: CoverageRule;
  charged_at_most?: ChargedAtMost | null;
}

/** Some guarantee covers every act.
 *  @title Covered */
export interface CoveredRequirement extends RequirementHead { kind: "covered"; class: ShortText }

/** What is paid above the base is bounded where a fact is false, and lower than where it is true.
 *  @title Surplus gap */
export interface SurplusGapRequirement extends RequirementHead {
  kind: "surplus_gap";
  class: ShortText;
  fact: BooleanFact;
  /** Of the base: as much may be paid above it where the fact is false. */
  at_most_brss_percent: Percent;
  /** Of the base: so much less than where it is true. */
  below_brss_percent: Percent;
  charged_at_most?: ChargedAtMost | null;
}

/** A frame and two lenses are paid within bounds, Sécu and complementary together.
 *  @title Equipment */
export interface EquipmentRequirement extends RequirementHead {
  kind: "equipment";
  /** Default: the class `frame`. */
  frame?: ShortText | null;
  /** @minItems 1 */
  pairs: LensPair[];
  /** False: floors only where more than the ticket modérateur is paid.
   *  @default true */
  required?: boolean | null;
}

/** Two lenses, and what is paid of them with a frame. */
export interface LensPair extends Annotations {
  /** Unique in the requirement. */
  id: ShortText;
  /** The classes of the left lens and of the right one. */
  lenses: [ShortText, ShortText];
  floor: Decimal;
  ceiling?: Decimal | null;
}

/** What was paid once is paid again only so many months later.
 *  @title Frequency */
export interface FrequencyRequirement extends RequirementHead {
  kind: "frequency";
  class: ShortText;
  rolling_months: CoverageRuleMonths;
  /** What is paid first, on one day. Default: one act of the class.
   *  @minItems 1 */
  acts?: PaidAct[] | null;
}

/** An act that is paid first. */
export interface PaidAct extends Annotations { class: ShortText; side?: "left" | "right" | null }

/** No rule that acts reach has a value in a field.
 *  @title Rule field */
export type RuleFieldRequirement = SecuShareRequirement | PathwaySurchargeRequirement;

/** How the Sécu part is counted.
 *  @title Sécu share */
export interface SecuShareRequirement extends RequirementHead {
  kind: "rule_field";
  class: ShortText;
  field: "secu_share";
  forbidden: "included" | "excluded";
}

/** What is paid out of the care pathway.
 *  @title Pathway surcharge */
export interface PathwaySurchargeRequirement extends RequirementHead {
  kind: "rule_field";
  class: ShortText;
  field: "pathway_surcharge";
  forbidden: "left_to_member" | "covered";
}

/** Cannot be seen in amounts: the option `declarations` says whether it holds.
 *  @title Declared */
export interface DeclaredRequirement extends RequirementHead { kind: "declared"; class?: ShortText | null }

/** The rule language cannot say the contrary, so that it holds.
 *  @title By construction */
export interface ByConstructionRequirement extends RequirementHead { kind: "by_construction"; class?: ShortText | null }

/** With what a profile is asked. What the profile does not ask for is read, and otherwise ignored. */
export interface RequirementsOptions {
  /** The day that is asked. */
  date: CalendarDate;
  /** By name, classes instead of those of the profile. A code that the catalogue lacks is an error. */
  classes?: ActClasses | undefined;
  /** By name of a class, tariffs instead of its own. */
  tariffs?: { [name: string]: ActTariff[] } | undefined;
  /** By id, whether a `declared` requirement holds. */
  declarations?: { [id: string]: boolean } | undefined;
}

/** Classes of acts, by name. */
export interface ActClasses { [name: string]: ActClass }

export type RequirementKind =
  | "at_least" | "at_most" | "covered" | "surplus_gap" | "equipment" | "frequency" | "rule_field" | "declared" | "by_construction";

/** `holds`: for every act of the classes, and all amounts. `violated`: some acts show it. `not_decidable`: some acts cannot be judged, and
 *  no others violate it. `to_declare`: the caller has not declared it. `class_empty`: the catalogue has none of its acts.
 *  `not_in_force`: the date is not one of its own. */
export type RequirementStatus = "holds" | "violated" | "not_decidable" | "to_declare" | "class_empty" | "not_in_force";

/** What came of each requirement of a profile. A profile helps experts, and is no legal advice. */
export interface RequirementsReport {
  profile: string;
  date: string;
  note: { fr: string; en: string } | null;
  /** In the profile's order. */
  requirements: RequirementAnswer[];
  /** How many there are of each status. */
  summary: Record<RequirementStatus, number>;
}

/** What came of a requirement. */
export interface RequirementAnswer {
  id: string;
  article: string;
  kind: RequirementKind;
  status: RequirementStatus;
  title: { fr: string; en: string };
  note: { fr: string; en: string } | null;
  /** Whether the author of the profile is not sure of it, or of a tariff of its classes. */
  uncertain: boolean;
  /** The acts that show it, by their first care type. Empty where the caller has declared that it does not hold. */
  violations: RequirementViolation[];
  /** The acts that cannot be judged. */
  not_decidable: NotDecidable[];
  /** The quantities of an act that were asked for. */
  quantities: string[];
}

/** Acts that violate a requirement. */
export interface RequirementViolation {
  region: ActRegion | null;
  /** The guarantee that covers them. */
  guarantee: string | null;
  /** Its place in the coverage payload, a JSON Pointer. */
  pointer: string | null;
  /** In which way; see docs/requirements.md. */
  reason:
    | "not_covered" | "ambiguous" | "forbidden_value" | "less_than_required" | "more_than_allowed" | "gap_too_small" | "too_early" | "not_renewed";
  /** The state of the limits in which it shows; null where it is not about amounts. */
  state: LimitState | null;
  /** Whether base and rate are those of a tariff; null where it is not about amounts. */
  tariffs: "given" | "assumed" | null;
  /** The rates of the Sécu at which it shows; empty where it shows without a base alone. */
  rates: string[];
  /** Of an `equipment`, the id of the pair. */
  pair: string | null;
  /** Acts that show it, in euros; null where it is not about amounts. */
  example: RequirementExample | null;
}

/** Acts that show a violation. */
export interface RequirementExample {
  /** In the order in which they are paid. */
  acts: (CareAct & ActAmounts)[];
  /** What was used of the limits before them. */
  counters: LimitCounter[];
  /** What is paid, in euros: by the coverage; of a `surplus_gap` what is paid above the base, of an `equipment` with the Sécu. */
  paid: string;
  /** What is required, or allowed. */
  required: string;
  reimbursements: Reimbursement[];
}
