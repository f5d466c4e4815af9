/** The words that several features say. */
import type { FailureCode } from "../../engine/failure";
import type { Mistake } from "../../kit/json/parse";
import type { Expected } from "../../kit/json/tree";
import { count, digits } from "./english";

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
  ofLabel: (label: string, part: string) => `${label}: ${part}`,
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
  partFailed: "This part could not be loaded. Check the connection to the server of this page, then try again. Nothing you had here is lost.",
  again: "Try again",
};

export const comboboxWords = {
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

export const failureWords = { notice, help, title: "This could not be computed", retry: "Try again", again: "Everything was read again." };

/** Of a cell of a benefit table. */
export const lackWords = {
  base: "A percentage says of what it is, such as BR, FR, TM or PMSS.",
  period: "A number of times says in which period, such as “par an”.",
};

export const problemWords = {
  title: (number: number) => count(number, "problem", "problems"),
  none: "No problems found",
  severity: { error: "Error", warning: "Warning", info: "Hint" },
  all: (number: number) => `All ${digits.format(number)}`,
  line: (line: number) => `Line ${line}`,
  /** Where a problem is: names of guarantees stay as they are. */
  guarantee: (number: number) => `Guarantee ${number}`,
  mapping: (number: number) => `mapping ${number}`,
  entry: (number: number) => `entry ${number}`,
  top: "The coverage itself",
  /** What a screen reader says of a button next to its problem. */
  fixOf: (fix: string, message: string) => `${fix}: ${message}`,
  /** Of a care type or a group, by its code, and others. */
  acts: (conditions: string, careType: string, more: number) => `${conditions} (\`${careType}\`${more > 0 ? ` and ${count(more, "more care type", "more care types")}` : ""})`,
  notCovered: (acts: string) => `not covered: ${acts}`,
  overlapping: (first: string, second: string, acts: string) => `${first} and ${second} both cover: ${acts}`,
  unnamed: "a guarantee without name",
  whole: "the whole text",
  related: (message: string) => `See also: ${message}`,
  more: (number: number) => `${count(number, "more problem", "more problems")} not shown`,
};

const unitName = (unit = "") => (unit.includes("%") ? "percent" : unit.includes("€") ? "euros" : unit);

/** What is said under a field whose text cannot be read. */
export const fieldWords = {
  /** Where a whole number is expected. */
  unreadWhole: {
    empty: () => "Give a whole number: 5, for example.",
    not_a_number: (text: string) => `“${text}” is not a whole number. Write 5, for example.`,
    not_whole: (text: string) => `“${text}” is not a whole number. Write 5, for example.`,
  },
  unread: {
    empty: (_: string, unit?: string) => `Give a number: ${unit?.includes("%") ? 150 : "60.50"}, for example.`,
    not_a_number: (text: string, unit?: string) =>
      `“${text}” is not a number. Write ${unit?.includes("%") ? "150 or 12.5" : "1500 or 60.50"}, for example.`,
    ambiguous: (text: string) => `“${text}” can be read in two ways. Write ${text.replace(/[^\d]/g, "")} or ${text.replace(/[^\d,]/g, "").replace(",", ".")}0.`,
    negative: (text: string) => `“${text}” is below 0. Write it without the sign.`,
    other_unit: (text: string, unit?: string) => `“${text}” has another unit: this is in ${unitName(unit)}.`,
  },
  unreadDate: {
    empty: () => "Give a date: 12/03/2025, for example, for 12 March.",
    not_a_date: (text: string) => `“${text}” is not a date. Write 12/03/2025 for 12 March, for example.`,
    no_such_day: (text: string) => `There is no such day as “${text}”. The day comes first: 12/03/2025 for 12 March.`,
  },
  datePlaceholder: "dd/mm/yyyy",
  calendar: (label: string) => `Choose in a calendar: ${label}`,
};
