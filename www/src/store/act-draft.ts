/** An act of which nothing is said yet, and how numbers of establishments are typed. */
import type { ActDraft } from "./types";

export const emptyDraft: ActDraft = { facts: {}, teeth: "", prescription: { sphere: "", cylinder: "", multifocal: false }, amounts: {} };

/** Identification numbers of establishments as typed, one a line. */
export function numbersIn(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter((word) => word !== ""))];
}
