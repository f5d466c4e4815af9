/** The words of the Coverage view. */
import type { CoverageAnalysis } from "../../engine/engine";
import { count } from "../common/english";

export const coverageWords = {
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

export const findingWords = {
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
