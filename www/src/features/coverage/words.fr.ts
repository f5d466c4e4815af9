/** The words of the Coverage view. */
import type * as en from "./words.en";
import type { CoverageAnalysis } from "../../engine/engine";
import { count, list } from "../common/french";

export const coverageWords: typeof en.coverageWords = {
  title: "Coverage",
  text: "Coverage as JSON",
  brokenTitle: "This is not valid JSON yet",
  refused: "The engine cannot read this coverage.",
  refusedCatalog: "The engine cannot read this catalogue.",
  catalogWarnings: "About the catalogue",
  stale: "Below: the coverage as it was before.",
  guarantees: (number: number) => count(number, "guarantee", "guarantees"),
  findGuarantee: "Find a guarantee",
  noGuarantee: (text: string) => `No guarantee has “${text}” in its name.`,
  noGuarantees: "This coverage has no guarantees yet.",
  selects: "Selects",
  except: "Except",
  nothing: "Nothing: the selector includes no care type.",
  moreTerms: (number: number) => `and ${number} more`,
  conditions: "When all of this holds",
  noCondition: "No condition: every act of these care types.",
  group: (label: string) => `group ${label}`,
  table: { careType: "Care type", why: "Selected, and why" },
  selectedCount: (selected: number, leftOut: number) =>
    count(selected, "care type selected", "care types selected") + (leftOut > 0 ? `, ${leftOut} left out` : ""),
  findCareType: "Find a care type in this mapping",
  noCareType: (text: string) => `No care type of this mapping matches “${text}”.`,
  ask: "Ask about a care type",
  askHint: "Which guarantees select it, and why?",
  askedNowhere: (label: string) => `No guarantee names ${label}, nor a group it belongs to.`,
  tryAct: "Try it as an act",
};

const units = {
  act: "for the act", session: "a session", day: "a day", semester: "a semester", tooth: "a tooth", eye: "an eye", ear: "an ear", lens: "a lens", box: "a box", year: "a year",
};

export const ruleFormWords: typeof en.ruleFormWords = {
  title: "Reimbursement",
  edit: "Edit the rule",
  editOf: (guarantee: string) => ` of ${guarantee}`,
  broken: "This rule has errors: acts that it should pay for cannot be computed.",
  brokenShort: "The rule has errors",
  opaque: "A rule of another system: it is kept as it is, and not computed. It can be changed in the text.",
  none: "no rule yet",
  nothing: "There is no rule yet.",
  begin: "Begin a rule",
  unreadable: "The text cannot be read at the moment. The form is back once it can.",
  notAForm: "This part has another shape than a form can show. It can be changed in the text.",
  severity: { error: "Error", warning: "Warning", info: "Hint" },

  components: "It pays",
  component: (number: number) => `Part ${number}`,
  kind: "Of what",
  kinds: {
    brss_percent: "% of the BR",
    ticket_moderateur: "% of the TM",
    actual_costs: "% of the costs",
    rss_percent: "% of the Sécu part",
    reconstituted_brss_percent: "% of the reconstituted BR",
    flat_amount: "€",
    pmss_percent: "% of the PMSS",
  },
  kindsHint: "BR: base of the Sécu. TM, ticket modérateur: what the Sécu leaves of it. PMSS: monthly ceiling of the Sécu.",
  figure: "Figure",
  per: "For each",
  units,
  addComponent: "Add a part",
  remove: "Remove",
  removePart: (number: number) => `Remove part ${number}`,

  share: "And the Sécu part?",
  shares: { included: "Included: this is the total with it", excluded: "On top: this is paid beside it" },

  cap: "Price that counts, at most",
  caps: { none: "No cap", plv: "The PLV, of devices", hlf: "The HLF, of dental work", amount: "An amount in €" },
  capAmount: "Cap in €",

  limits: "Limits",
  noLimits: "No limit.",
  limit: (number: number) => `Limit ${number}`,
  maximum: "At most",
  maximumKind: "Of what is counted",
  maxima: { max_amount: "€", max_count: "acts or sessions", max_days: "days" },
  period: "In",
  periods: {
    act: "one act", stay: "one stay", civil_year: "a civil year", membership_year: "a membership year", rolling_months: "rolling months", lifetime: "a lifetime",
  },
  months: "Months",
  scope: "Counted for each",
  scopes: { beneficiary: "beneficiary", family: "family", eye: "eye", ear: "ear", tooth: "tooth" },
  counts: "What counts",
  countsWhat: { complementary: "the coverage alone", total: "with the Sécu part" },
  key: "Name of the counter",
  keyHint: "Limits of one name share one counter, in all guarantees.",
  keyShared: (guarantees: readonly string[]) => `Shared with ${list([...guarantees])}: keep both the same.`,
  addLimit: "Add a limit",
  removeLimit: (number: number) => `Remove limit ${number}`,

  beyond: "Where a limit takes something away, still pay at least",
  beyondTitle: "Beyond the limits",
};

export const findingWords: typeof en.findingWords = {
  overlaps: (number: number) => count(number, "overlap", "overlaps"),
  gaps: (number: number) => count(number, "gap", "gaps"),
  overlapsTitle: "Also claimed by other guarantees",
  overlapWith: (own: number, other: number) => `its mapping ${other}, with mapping ${own} of this one`,
  gapsTitle: "Covered by no guarantee",
  gapsHint: "Acts of care types that a guarantee selects, this one first, but whose conditions none meets.",
  redundant: {
    selects_nothing: "This mapping changes nothing: its selector selects no care type.",
    never_holds: "This mapping changes nothing: its filter holds for no act of its care types.",
    covered_by_others: "This mapping changes nothing: the other mappings of this guarantee match all its acts.",
  } satisfies Record<CoverageAnalysis["redundant"][number]["reason"], string>,
  unselected: (number: number) => count(number, "care type that no guarantee selects", "care types that no guarantee selects"),
  unselectedTypes: { find: "Find a care type that no guarantee selects", none: (text: string) => `No care type that no guarantee selects matches “${text}”.` },
  truncated: "Not everything could be looked at",
  truncatedWords: (reason: string, careTypes: number) => `The search ended at ${reason}. Not finished: ${count(careTypes, "care type", "care types")}.`,
  unfinished: "Care types that are not finished",
  unfinishedTypes: { find: "Find a care type that is not finished", none: (text: string) => `No care type that is not finished matches “${text}”.` },
};
