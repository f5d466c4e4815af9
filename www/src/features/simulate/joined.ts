/**
 * How is a file written again with what was answered for each of its rows? A table keeps its cells as they are, its separator and its decimal
 * sign, and gets columns; a line of NDJSON becomes the act in an object with its answer.
 */
import type { Diagnostic, Reimbursement } from "../../engine/engine";
import { csvCell } from "../../kit/csv";
import { decimal, minus, written } from "../../kit/decimals";
import { firstCells, type Separator } from "../../kit/table-rows";
import { SUMMED } from "./sums";

/** Headings of the new columns: outcome, guarantee, and where there are amounts, who pays what and what is not known. */
export interface JoinedHeadings {
  outcome: string;
  guarantee: string;
  money: Record<(typeof SUMMED)[number] | "missing", string> | null;
}

export interface Joining {
  decimalSign: "," | ".";
  lineEnd: string;
  headings: JoinedHeadings;
  /** Those of a draft that is answered, too. */
  draft?: { headings: JoinedHeadings; difference: string } | null;
  /** Words for outcomes and fields. */
  words: Readonly<Record<string, string>>;
}

export interface RowAnswer {
  outcome: string;
  guarantee: string;
  reimbursed: { ok: true; value: Pick<Reimbursement, "missing"> & { amounts: Record<(typeof SUMMED)[number], string> | null } } | { ok: false; diagnostics: readonly Diagnostic[] } | null;
}

export interface JoinedRow extends RowAnswer {
  text: string;
  /** How many cells it has, without blank ones that the header has no column for, and how many the header. */
  cells: number;
  width: number;
  /** As they are written; of NDJSON none. */
  values?: readonly string[];
  draft?: RowAnswer | null;
}

export interface Joiner {
  header(text: string, isHeader: boolean, values?: readonly string[]): string;
  row(row: JoinedRow): string;
}

/** `separator`: null for NDJSON. */
export function joinerOf(joining: Joining, separator: Separator | null): Joiner {
  return separator === null ? lines : tableJoiner(joining, separator);
}

const lines: Joiner = {
  header: () => "",
  row: ({ text, draft, ...row }) => {
    const act = isJson(text) ? text : JSON.stringify(text);
    const rest = draft ? { current: inJson(row), draft: inJson(draft) } : inJson(row);
    return `{"act":${act},${JSON.stringify(rest).slice(1)}\n`;
  },
};

function inJson({ outcome, guarantee, reimbursed }: RowAnswer): object {
  return { outcome, guarantee: guarantee === "" ? null : guarantee, ...(reimbursed?.ok ? { amounts: reimbursed.value.amounts, missing: reimbursed.value.missing } : {}) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The headings of all new columns, in the order of `addedCells`. */
export function addedHeadings({ headings, draft }: Joining): string[] {
  const of = ({ outcome, guarantee, money }: JoinedHeadings) => [outcome, guarantee, ...(money ? [...SUMMED.map((name) => money[name]), money.missing] : [])];
  return [...of(headings), ...(draft ? [...of(draft.headings), draft.difference] : [])];
}

/** What is answered for a row. Amounts as JSON has them, or null. */
export function addedCells({ headings, draft, words }: Joining, row: JoinedRow): (string | { amount: string } | null)[] {
  const of = (answer: RowAnswer, headings: JoinedHeadings) => {
    const value = answer.reimbursed?.ok ? answer.reimbursed.value : null;
    const missing = value?.missing.map((field) => words[field] ?? field).join(" + ") ?? "";
    const money = headings.money ? [...SUMMED.map((name) => (value?.amounts ? { amount: value.amounts[name] } : null)), missing] : [];
    return [words[answer.outcome] ?? answer.outcome, answer.guarantee, ...money];
  };
  if (!draft) return of(row, headings);
  const [before, after] = [row, row.draft].map((answer) => (answer?.reimbursed?.ok ? (answer.reimbursed.value.amounts?.complementary ?? null) : null));
  const difference = before && after ? { amount: written(minus(decimal(after), decimal(before))) } : null;
  return [...of(row, headings), ...(row.draft ? of(row.draft, draft.headings) : addedHeadings({ ...NO_WORDS, headings: draft.headings }).map(() => null)), difference];
}

const NO_WORDS = { decimalSign: ".", lineEnd: "", words: {} } as const;

function tableJoiner(joining: Joining, separator: Separator): Joiner {
  const { decimalSign, lineEnd } = joining;
  // Of a few texts, each is looked at once.
  const cells = new Map<string, string>();
  const cell = (text: string): string => {
    let found = cells.get(text);
    if (found === undefined) cells.set(text, (found = csvCell(text)));
    return found;
  };
  const amount = (value: string) => (decimalSign === "," ? (separator === "," ? `"${value.replace(".", ",")}"` : value.replace(".", ",")) : value);
  const inText = (added: string | { amount: string } | null) => (added === null ? "" : typeof added === "string" ? cell(added) : amount(added.amount));
  const added = addedHeadings(joining).map(cell).join(separator);
  return {
    header: (text, isHeader) => (isHeader ? `${text}${separator}${added}${lineEnd}` : `${text}${lineEnd}`),
    row: (row) => {
      const lacking = separator.repeat(Math.max(0, row.width - row.cells));
      const answer = addedCells(joining, row).map(inText);
      return `${firstCells(row.text, row.cells, separator)}${lacking}${separator}${answer.join(separator)}${lineEnd}`;
    },
  };
}
