/** The words that several features say. */
import type * as en from "./words.en";
import type { FailureCode } from "../../engine/failure";
import type { Mistake } from "../../kit/json/parse";
import type { Expected } from "../../kit/json/tree";
import { count, digits } from "./french";

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

export const commonWords: typeof en.commonWords = {
  show: "Show in the text",
  careTypes: (number: number) => count(number, "care type", "care types"),
  mappings: (number: number) => count(number, "mapping", "mappings"),
  mapping: (number: number) => `Mapping ${number}`,
  selected: "Selected",
  leftOut: "Left out",
  showMore: (number: number) => `Show ${number} more`,
};

/** A view that is fetched when it is opened. */
export const laterWords: typeof en.laterWords = {
  loading: "Loading…",
  failed: "This view could not be loaded. Check the connection to the server of this page, then reload. Nothing you had here is lost.",
  retry: "Reload",
};

export const comboboxWords: typeof en.comboboxWords = {
  none: (text: string) => `Nothing matches “${text}”.`,
  free: (text: string) => `Use “${text}”`,
  more: (number: number) => `${count(number, "more", "more")}: type to narrow the list`,
  list: "Suggestions",
};

const notice: Record<FailureCode, string> = {
  out_of_memory: "The engine ran out of memory and was started again, and nothing you had here is lost: undo the last change, or close other tabs and try again.",
  internal: "The engine stopped, by a mistake of its own, and was started again; nothing you had here is lost: undo the last change, and report what led to it.",
};

const help: Record<FailureCode, string> = {
  out_of_memory: "There was not enough memory for it. Make the text smaller, or close other tabs and try again.",
  internal: "The engine stopped at it, by a mistake of its own. Change the text, and report what led to it.",
};

export const failureWords: typeof en.failureWords = { notice, help, title: "This could not be computed", retry: "Try again", again: "Everything was read again." };

export const problemWords: typeof en.problemWords = {
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
  /** Where a problem is: names of guarantees stay as they are. */
  guarantee: (number: number) => `Guarantee ${number}`,
  mapping: (number: number) => `mapping ${number}`,
  entry: (number: number) => `entry ${number}`,
  top: "The coverage itself",
  /** What a screen reader says of a button next to its problem. */
  fixOf: (fix: string, message: string) => `${fix}: ${message}`,
  whole: "the whole text",
  related: (message: string) => `See also: ${message}`,
  more: (number: number) => `${count(number, "more problem", "more problems")} not shown`,
};

const unitName = (unit = "") => (unit.includes("%") ? "pourcentage" : unit.includes("€") ? "euros" : unit);

export const fieldWords: typeof en.fieldWords = {
  unread: {
    empty: (_: string, unit?: string) => `Indiquez un nombre\u00a0: ${unit?.includes("%") ? "150" : "60,50"}, par exemple.`,
    not_a_number: (text: string, unit?: string) =>
      `«\u00a0${text}\u00a0» n’est pas un nombre. Écrivez ${unit?.includes("%") ? "150 ou 12,5" : "1500 ou 60,50"}, par exemple.`,
    ambiguous: (text: string) =>
      `«\u00a0${text}\u00a0» peut se lire de deux façons. Écrivez ${text.replace(/[^\d]/g, "")} ou ${text.replace(/[^\d,]/g, "")}0.`,
    not_whole: (text: string) => `«\u00a0${text}\u00a0» n’est pas un nombre entier. Écrivez 5, par exemple.`,
    negative: (text: string) => `«\u00a0${text}\u00a0» est négatif. Écrivez-le sans signe.`,
    other_unit: (text: string, unit?: string) => `«\u00a0${text}\u00a0» a une autre unité\u00a0: ce champ est en ${unitName(unit)}.`,
  },
  unreadDate: {
    empty: () => "Indiquez une date\u00a0: 12/03/2025, par exemple.",
    not_a_date: (text: string) => `«\u00a0${text}\u00a0» n’est pas une date. Écrivez 12/03/2025 ou 12 mars 2025, par exemple.`,
    no_such_day: (text: string) => `Le jour «\u00a0${text}\u00a0» n’existe pas. Écrivez le jour, le mois, puis l’année\u00a0: 12/03/2025.`,
  },
  datePlaceholder: "jj/mm/aaaa",
  calendar: (label: string) => `Choisir dans un calendrier\u00a0: ${label}`,
};
