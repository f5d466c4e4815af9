/** The words for sets of acts, and for what the analysis finds: a part of `messages.ts`. */
import { count, list } from "./counting";
import type { ActConditions, CoverageAnalysis } from "./engine";

type BooleanCondition = { [Fact in keyof ActConditions]-?: NonNullable<ActConditions[Fact]> extends boolean ? Fact : never }[keyof ActConditions];

/** The conditions that a set of acts has in common, as parts of one sentence. */
export const regionMessages = {
  ages: (min: number, max: number) =>
    min === max ? `members of ${min}` : max >= 130 ? `members of ${min} or older` : `members of ${min} to ${max}`,
  flags: {
    is_optam_or_secteur_1: { yes: "OPTAM or secteur 1", no: "neither OPTAM nor secteur 1" },
    is_for_at_least_one_visible_tooth: { yes: "a visible tooth", no: "no visible tooth" },
    is_etablissement_conventionne: { yes: "in an établissement conventionné", no: "in an établissement that is not conventionné" },
    reimbursed_by_secu: { yes: "reimbursed by the Sécu", no: "not reimbursed by the Sécu" },
  } satisfies Record<BooleanCondition, { yes: string; no: string }>,
  oneOf: (fact: string, values: string[]) => `${fact}: ${list(values, "or")}`,
  noneOf: (fact: string, values: string[]) => `any ${fact} but ${list(values)}`,
  moreValues: (number: number) => `${number} more`,
  anyAct: "every act",
  group: (label: string) => `all of the group ${label}`,
  andMore: (number: number) => `and ${count(number, "more", "more")}`,
  careTypes: { find: "Find a care type among these acts", none: (text: string) => `No care type of these acts matches “${text}”.` },
  tryIt: "Try it",
  /** What a screen reader says of the button, which stands beside the words. */
  tryWords: (words: string) => `Try it as an act: ${words}`,
  tried: "An act from this list is in the form.",
};

export const findingMessages = {
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
