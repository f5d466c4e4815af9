/** The words that several features say. */
import type { ActConditions, ActFact, GuaranteeDecision } from "../../engine/engine";
import type { FailureCode } from "../../engine/failure";
import type { Mistake } from "../../kit/json/parse";
import type { Expected } from "../../kit/json/tree";
import { amountWords } from "../act/words";
import { count, digits, list } from "./counting";
import { factNames } from "./values";

const expectedWords: Record<Expected, string> = {
  value: "a value is expected",
  name: "a field name in double quotes is expected",
  colon: "a colon is expected after the field name",
  comma_or_brace: "a comma or a closing brace } is expected",
  comma_or_bracket: "a comma or a closing bracket ] is expected",
  end: "the text should end",
  closing_quote: "a closing double quote is missing",
  escape: "the backslash starts no known escape",
  no_line_break: "a text between quotes cannot contain a line break or a tab",
  less_depth: "the text is nested too deeply",
};

/** Where a text stops being JSON, and what was expected there. */
export function mistakeWords({ line, column, expected, found, trailingComma }: Mistake): string {
  const instead = found === null ? "the text ends" : found.trim() === "" ? "there is a blank" : `there is ${found}`;
  const comma = trailingComma ? " The comma before it is one too many." : "";
  return `Line ${line}, column ${column}: ${expectedWords[expected]}, but ${instead}.${comma}`;
}

export const commonWords = {
  show: "Show in the text",
  careTypes: (number: number) => count(number, "care type", "care types"),
  mappings: (number: number) => count(number, "mapping", "mappings"),
  mapping: (number: number) => `Mapping ${number}`,
  selected: "Selected",
  leftOut: "Left out",
  showMore: (number: number) => `Show ${number} more`,
};

/** A view that is fetched when it is opened. */
export const laterWords = {
  loading: "Loading…",
  failed: "This view could not be loaded. Check the connection to the server of this page, then reload. Nothing you had here is lost.",
  retry: "Reload",
};

/** Why a selector selects a care type or leaves it out. */
export const becauseWords = {
  include_care_types: () => "named by the selector",
  include_care_type_groups: (group: string) => `in the group ${group}`,
  exclude_care_types: () => "excluded by name",
  exclude_care_type_groups: (group: string) => `in the excluded group ${group}`,
  overrides: (terms: string[]) => `although ${list(terms)}`,
};

export const comboboxWords = {
  none: (text: string) => `Nothing matches “${text}”.`,
  free: (text: string) => `Use “${text}”`,
  more: (number: number) => `${count(number, "more", "more")}: type to narrow the list`,
  list: "Suggestions",
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
  return factNames[fact as ActFact | "member_age"] ?? amountWords.names[fact as keyof typeof amountWords.names] ?? fact;
}

type BooleanCondition = { [Fact in keyof ActConditions]-?: NonNullable<ActConditions[Fact]> extends boolean ? Fact : never }[keyof ActConditions];

/** The conditions that a set of acts has in common, as parts of one sentence. */
export const regionWords = {
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

const notice: Record<FailureCode, string> = {
  out_of_memory: "The engine ran out of memory and was started again, and nothing you had here is lost: undo the last change, or close other tabs and try again.",
  internal: "The engine stopped, by a mistake of its own, and was started again; nothing you had here is lost: undo the last change, and report what led to it.",
};

const help: Record<FailureCode, string> = {
  out_of_memory: "There was not enough memory for it. Make the text smaller, or close other tabs and try again.",
  internal: "The engine stopped at it, by a mistake of its own. Change the text, and report what led to it.",
};

export const failureWords = { notice, help, title: "This could not be computed", retry: "Try again", again: "Everything was read again." };

export const problemWords = {
  title: (number: number) => count(number, "problem", "problems"),
  heading: "Problems",
  none: "No problems found",
  onlyGaps: "No problems found, but acts that no guarantee covers",
  gaps: (number: number) => `${count(number, "gap", "gaps")}: acts of selected care types that no guarantee covers`,
  noneSoFar: "No other problems found in the part that can be read.",
  severity: { error: "Error", warning: "Warning", info: "Hint" },
  severities: {
    error: (number: number) => count(number, "error", "errors"),
    warning: (number: number) => count(number, "warning", "warnings"),
    info: (number: number) => count(number, "hint", "hints"),
  },
  list: "Which problems are listed",
  all: (number: number) => `All ${digits.format(number)}`,
  line: (line: number) => `Line ${line}`,
  /** Where a problem stands: names of guarantees stay as they are. */
  guarantee: (number: number) => `Guarantee ${number}`,
  mapping: (number: number) => `mapping ${number}`,
  entry: (number: number) => `entry ${number}`,
  top: "The coverage itself",
  fix: {
    replace: (value: string) => `Replace by ${value}`,
    remove: "Remove it",
    rename: (name: string) => `Rename to ${name}`,
    add: (name: string) => `Add ${name}`,
    several: (number: number) => count(number, "change", "changes"),
    /** What a screen reader says of a button that stands beside its problem. */
    of: (fix: string, message: string) => `${fix}: ${message}`,
  },
  whole: "the whole text",
  related: (message: string) => `See also: ${message}`,
  more: (number: number) => `${count(number, "more problem", "more problems")} not shown`,
};
