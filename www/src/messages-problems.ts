/** The words for what is wrong with a document, where, and what mends it: a part of `messages.ts`. */
import { count, digits } from "./counting";

export const problemMessages = {
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
