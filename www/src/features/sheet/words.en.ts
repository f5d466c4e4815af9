/** The words of a coverage on paper. */
import { count } from "../common/english";

export const sheetWords = {
  about: (version: number, guarantees: number, careTypes: number, date: string) =>
    `Version ${version} · ${count(guarantees, "guarantee", "guarantees")} · catalogue of ${count(careTypes, "care type", "care types")} · printed on ${date}`,
  stale: "The text of the coverage cannot be read at the moment. This is the coverage before.",
  when: (conditions: string) => `When: ${conditions}`,
  always: "Whatever the conditions",
  noRule: "No rule that can be said in words",
  none: "No guarantee yet.",
};
