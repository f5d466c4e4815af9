/** The words of the Coverage view. */
import type * as en from "./words.en";
import { count } from "../common/french";

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
