/**
 * How is a file written again with what was answered for each of its rows? A table keeps its cells as they are, its separator and its decimal
 * sign, and gets columns; a line of NDJSON becomes the act in an object with its answer.
 */
import type { Diagnostic, Reimbursement } from "../../engine/engine";
import { csvCell } from "../../kit/csv";
import { firstCells, type Separator } from "../../kit/table-rows";
import { SUMMED } from "./sums";

export interface Joining {
  decimalSign: "," | ".";
  lineEnd: string;
  /** Headings of the new columns: outcome, guarantee, and where there are amounts, who pays what and what is not known. */
  headings: { outcome: string; guarantee: string; money: Record<(typeof SUMMED)[number] | "missing", string> | null };
  /** Words for outcomes and fields. */
  words: Readonly<Record<string, string>>;
}

export interface JoinedRow {
  text: string;
  /** How many cells it has, without blank ones that the header has no column for, and how many the header. */
  cells: number;
  width: number;
  outcome: string;
  guarantee: string;
  reimbursed: { ok: true; value: Reimbursement } | { ok: false; diagnostics: readonly Diagnostic[] } | null;
}

interface Joiner {
  header(text: string, isHeader: boolean): string;
  row(row: JoinedRow): string;
}

/** `separator`: null for NDJSON. */
export function joinerOf(joining: Joining, separator: Separator | null): Joiner {
  return separator === null ? lines : tableJoiner(joining, separator);
}

const lines: Joiner = {
  header: () => "",
  row: ({ text, outcome, guarantee, reimbursed }) => {
    const answer = { outcome, guarantee: guarantee === "" ? null : guarantee, ...(reimbursed?.ok ? { amounts: reimbursed.value.amounts, missing: reimbursed.value.missing } : {}) };
    return `{"act":${isJson(text) ? text : JSON.stringify(text)},${JSON.stringify(answer).slice(1)}\n`;
  },
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function tableJoiner({ decimalSign, lineEnd, headings, words }: Joining, separator: Separator): Joiner {
  const { outcome, guarantee, money } = headings;
  // Of a few texts, each is looked at once.
  const cells = new Map<string, string>();
  const cell = (text: string): string => {
    let found = cells.get(text);
    if (found === undefined) cells.set(text, (found = csvCell(text)));
    return found;
  };
  const amount = (value: string) => (decimalSign === "," ? (separator === "," ? `"${value.replace(".", ",")}"` : value.replace(".", ",")) : value);
  const amounts = (reimbursed: JoinedRow["reimbursed"]): string[] => {
    const value = reimbursed?.ok ? reimbursed.value : null;
    const missing = value?.missing.map((field) => words[field] ?? field).join(" + ") ?? "";
    return [...SUMMED.map((name) => (value?.amounts ? amount(value.amounts[name]) : "")), cell(missing)];
  };
  const added = [outcome, guarantee, ...(money ? [...SUMMED.map((name) => money[name]), money.missing] : [])].map(cell).join(separator);
  return {
    header: (text, isHeader) => (isHeader ? `${text}${separator}${added}${lineEnd}` : `${text}${lineEnd}`),
    row: (row) => {
      const lacking = separator.repeat(Math.max(0, row.width - row.cells));
      const answer = [cell(words[row.outcome] ?? row.outcome), cell(row.guarantee), ...(money ? amounts(row.reimbursed) : [])];
      return `${firstCells(row.text, row.cells, separator)}${lacking}${separator}${answer.join(separator)}${lineEnd}`;
    },
  };
}
