/** The words for acts: what is decided for one, why, and which acts a region has. */
import type { ActFact, BooleanFact, GuaranteeDecision } from "../../engine/engine";
import { amountNames } from "./amount-names.en";
import { count, list } from "./english";
import { factNames } from "./values.en";

/** Why a selector selects a care type or leaves it out. */
export const becauseWords = {
  include_care_types: () => "named by the selector",
  include_care_type_groups: (group: string) => `in the group ${group}`,
  exclude_care_types: () => "excluded by name",
  exclude_care_type_groups: (group: string) => `in the excluded group ${group}`,
  overrides: (terms: string[]) => `although ${list(terms)}`,
};

export const outcomeWords = {
  title: "Outcome",
  details: "The answer in detail",
  choose: "Choose a care type, or an example act.",
  invalid: "This act cannot be decided: something in it cannot be right.",
  words: {
    covered: "Covered",
    not_covered: "Not covered",
    ambiguous: "Ambiguous",
    undetermined: "Not decided yet",
    unknown_care_type: "Unknown care type",
  },
  didYouMean: "Did you mean",
  meant: (label: string) => `The care type is now ${label}.`,
  toMend: "Please correct:",
  otherWays: (number: number) => `Other ways (${number})`,
  sentence: (decision: GuaranteeDecision, careType: string, selecting: number): string => {
    const { outcome, guarantees, undetermined } = decision;
    switch (outcome) {
      case "covered":
        return `${guarantees[0]} covers this act.`;
      case "ambiguous":
        return `${count(guarantees.length, "guarantee covers", "guarantees cover")} this act at once: ${list(guarantees)}.`;
      case "unknown_care_type":
        return `${careType} is not in the catalogue.`;
      case "undetermined": {
        const facts = [...new Set(undetermined.flatMap(({ missing }) => missing))].map(factName);
        const sure = guarantees.length > 0 ? ` ${list(guarantees)} ${guarantees.length === 1 ? "covers" : "cover"} it for certain.` : "";
        return `${list(undetermined.map(({ guarantee }) => guarantee), "or")} may cover this act. Not known: ${list(facts)}.${sure}`;
      }
      case "not_covered":
        return selecting === 0 ? `No guarantee selects ${careType}.` : "No guarantee covers this act: the conditions are not met.";
    }
  },
  mappings: "Guarantees that select this care type",
  noMappings: "None of the guarantees selects this care type.",
  holds: "Matches",
  fails: "Does not match",
  unknown: "Not known",
  conditionHolds: "Holds",
  conditionFails: "Fails",
  conditionUnknown: "Not known",
  decidedBy: (reason: string) => `Selected: ${reason}`,
  table: { condition: "Condition", expected: "Expected", actual: "This act", result: "Result" },
  noConditions: "This mapping has no condition.",
  nearest: "What would have to change",
  nearestHint: "The fewest changes that make a guarantee match.",
  change: (fact: string, before: string, after: string) => `${fact}: ${before} → ${after}`,
  apply: "Apply",
  applyTo: (guarantee: string) => `Apply, so that ${guarantee} matches`,
};

/** The value of a condition and of a fact, in words. */
export const answerWords = {
  yes: "yes",
  no: "no",
  none: "does not apply",
  unknown: "not known",
  emptyList: "an empty list: never",
  atLeast: (years: number) => `${years} or older`,
  atMost: (years: number) => `${years} or younger`,
  between: (min: number, max: number) => (min === max ? `exactly ${min}` : `${min} to ${max}`),
  reversed: (min: number, max: number) => `${min} to ${max}: no age is in this range`,
  condition: (fact: string, value: string) => `${fact}: ${value}`,
};

/** The name of a fact of the act, as in a sentence. */
export function factName(fact: string): string {
  return factNames[fact as ActFact | "member_age"] ?? amountNames[fact as keyof typeof amountNames] ?? fact;
}

/** The conditions that a set of acts has in common, as parts of one sentence. */
export const regionWords = {
  ages: (min: number, max: number) =>
    min === max ? `members of ${min}` : max >= 130 ? `members of ${min} or older` : `members of ${min} to ${max}`,
  flags: {
    is_optam_or_secteur_1: { yes: "OPTAM or secteur 1", no: "neither OPTAM nor secteur 1" },
    is_for_at_least_one_visible_tooth: { yes: "a visible tooth", no: "no visible tooth" },
    is_etablissement_conventionne: { yes: "in an établissement conventionné", no: "in an établissement that is not conventionné" },
    reimbursed_by_secu: { yes: "reimbursed by the Sécu", no: "not reimbursed by the Sécu" },
  } satisfies Record<BooleanFact, { yes: string; no: string }>,
  oneOf: (fact: string, values: string[]) => `${fact}: ${list(values, "or")}`,
  noneOf: (fact: string, values: string[]) => `any ${fact} but ${list(values)}`,
  moreValues: (number: number) => `${number} more`,
  anyAct: "every act",
  /** In front of the care types that it counts. */
  sized: (size: string) => `${size}: `,
  group: (label: string) => `all of the group ${label}`,
  andMore: (number: number) => `and ${count(number, "more", "more")}`,
  careTypes: { find: "Find a care type among these acts", none: (text: string) => `No care type of these acts matches “${text}”.` },
  tryIt: "Try it",
  /** What a screen reader says of the button, which is next to the words. */
  tryWords: (words: string) => `Try it as an act: ${words}`,
  tried: "An act from this list is in the form.",
};
