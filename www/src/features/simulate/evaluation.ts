/**
 * What does the engine say of each act of a file? The text comes in parts; rows are read and answered some at a time, each on its own: what
 * an act uses of a limit is not counted for the next.
 */
import type { CareAct, Diagnostic, Evaluation, Reimbursement } from "../../engine/engine";
import { LineRows, type TableRow, TableRows } from "../../kit/table-rows";
import { TextOfBytes } from "../../kit/table-text";
import { cellReader, type Column } from "./cells";
import { type Joiner, type Joining, type JoinedRow, joinerOf, type RowAnswer } from "./joined";
import type { PaidRows } from "./paid-rows";
import { type ListedRow, type Listing, Listings } from "./listings";
import { type Money, Sums } from "./sums";

/** What of the engine is asked. */
export interface Engine {
  outcomes: readonly string[];
  guaranteeNames: readonly string[];
  evaluate(acts: readonly unknown[]): Evaluation;
  evaluateLines(text: string): Evaluation;
  /** The facts for want of which nothing is decided. */
  missing(act: unknown): readonly string[];
  reimburse(act: unknown): Reimbursed;
  /** For a file that is written again with what both sides pay for each row; nothing else is asked then. */
  paid?: PaidRows;
}

export type Reimbursed = { ok: true; value: Reimbursement } | { ok: false; diagnostics: Diagnostic[] };

/** How a file is read, and whether it is written again with its answers. */
export interface Reading {
  /** Null: NDJSON. */
  table: { separator: "," | ";" | "\t"; headerRows: number; columns: readonly (Column | null)[] } | null;
  joining: Joining | null;
}

export interface Answers extends Listing {
  length: number;
  byOutcome: Record<string, number>;
  byGuarantee: ReadonlyMap<string, number>;
  /** Null where no row says what was charged. */
  money: Money | null;
}

/** The engine lists as many acts that it cannot read for one question. */
const ROWS_AT_ONCE = 1_000;

type ActRow = { index: number; line: number; text: string; act: unknown; cells: readonly string[] | null };

export class FileEvaluation {
  length = 0;
  private readonly bytes = new TextOfBytes();
  private readonly rows: TableRows | LineRows;
  private readonly columns: readonly { position: number; field: string; read: (cell: string) => unknown }[];
  private readonly listings = new Listings();
  private readonly sums: Sums | null;
  private readonly byOutcome: Record<string, number> = {};
  private readonly byGuarantee = new Map<string, number>();
  private readonly join: Joiner | null;
  private toSkip: number;
  private width = 0;
  private waiting: ActRow[] = [];
  private isFirst = true;

  constructor(private readonly engine: Engine, private readonly reading: Reading, joiner: Joiner | null = null) {
    const { table, joining } = reading;
    this.rows = table ? new TableRows(table.separator) : new LineRows();
    this.columns = (table?.columns ?? []).flatMap((column, position) => (column ? [{ position, field: column.field, read: cellReader(column) }] : []));
    this.sums = table === null || this.columns.some(({ field }) => field === "charged") ? new Sums() : null;
    this.join = joiner ?? (joining && joinerOf(joining, table?.separator ?? null));
    this.toSkip = table?.headerRows ?? 0;
    for (const name of engine.guaranteeNames) this.byGuarantee.set(name, 0);
  }

  /** What is written again of the rows that end in this part. */
  push(part: Uint8Array<ArrayBuffer>): string {
    return this.take(this.withoutMark(this.bytes.push(part)), false);
  }

  finish(): string {
    return this.take(this.withoutMark(this.bytes.finish()), true);
  }

  answers(): Answers {
    const { length, byOutcome, byGuarantee } = this;
    const money = this.sums?.money() ?? null;
    return { length, byOutcome, byGuarantee, money: this.reading.table === null && money?.isEmpty ? null : money, ...this.listings.listing() };
  }

  private withoutMark(text: string): string {
    if (!this.isFirst || text === "") return text;
    this.isFirst = false;
    return text.replace(/^\uFEFF/, "");
  }

  private take(text: string, isLast: boolean): string {
    let written = "";
    for (const row of [...this.rows.push(text), ...(isLast ? this.rows.finish() : [])]) {
      if (this.toSkip > 0) {
        this.toSkip -= 1;
        if (this.toSkip === 0) this.width = row.cells.length;
        written += this.join?.header(row.text, this.toSkip === 0, row.cells) ?? "";
        continue;
      }
      this.waiting.push(this.rowOf(row));
      if (this.waiting.length === ROWS_AT_ONCE) written += this.answer();
    }
    if (isLast && this.waiting.length > 0) written += this.answer();
    if (isLast && this.engine.paid && this.engine.paid.length !== this.length) throw new Error("the engine has found other rows");
    return written;
  }

  /** An act that cannot be made of the cells is none. */
  private rowOf({ line, text, cells, isTorn }: TableRow): ActRow {
    const index = this.length++;
    if (this.reading.table === null) return { index, line, text, act: null, cells: null };
    const isWrong = isTorn || cells.length < this.width || !isBlank(cells.slice(this.width));
    if (isWrong) {
      this.listings.torn({ index, line, text }, isTorn ? null : { expected: this.width, got: cells.length });
      return { index, line, text, act: undefined, cells };
    }
    const act: Record<string, unknown> = {};
    for (const { position, field, read } of this.columns) {
      const value = read(cells[position]!);
      if (value !== undefined) act[field] = value;
    }
    return { index, line, text, act, cells };
  }

  /** What the rows that wait are answered. */
  private answer(): string {
    const rows = this.waiting;
    this.waiting = [];
    const { paid } = this.engine;
    if (paid) return rows.map((row) => this.ofSides(row, paid)).join("");
    const { outcomes, guarantees, invalid } =
      this.reading.table === null
        ? this.engine.evaluateLines(`\n${rows.map(({ text }) => text).join("\n")}\n`)
        : this.engine.evaluate(rows.map(({ act }) => act ?? {}));
    if (outcomes.length !== rows.length) throw new Error("the engine has found other rows");
    const wrong = new Map(invalid.map(({ index, diagnostics }) => [index, diagnostics]));
    let written = "";
    for (const [position, row] of rows.entries()) written += this.one(row, outcomes[position]!, guarantees[position]!, wrong.get(position) ?? []);
    return written;
  }

  private one(row: ActRow, code: number, position: number, wrong: readonly Diagnostic[]): string {
    const outcome = this.engine.outcomes[code]!;
    const guarantee = this.engine.guaranteeNames[position] ?? "";
    this.byOutcome[outcome] = (this.byOutcome[outcome] ?? 0) + 1;
    let reimbursed: Reimbursed | null = null;
    if (outcome === "covered") {
      this.byGuarantee.set(guarantee, (this.byGuarantee.get(guarantee) ?? 0) + 1);
      reimbursed = this.reimbursed(row);
      if (reimbursed) this.sums?.add(guarantee, reimbursed);
      if (reimbursed?.ok === false) this.listings.wrong(row, this.valuesOf(row), reimbursed.diagnostics);
    } else this.list(row, outcome, wrong);
    return this.joined(row, { outcome, guarantee, reimbursed }, null);
  }

  private ofSides(row: ActRow, paid: PaidRows): string {
    const act = this.actOf(row) as Record<string, unknown> | null | undefined;
    const { current, draft } = paid.of(row.index, act ?? null);
    return this.joined(row, current, draft);
  }

  private joined(row: ActRow, answer: RowAnswer, draft: RowAnswer | null): string {
    if (!this.join) return "";
    const joined: JoinedRow = { text: row.text, cells: this.numberOfCells(row.cells ?? []), width: this.width, ...answer, draft };
    if (row.cells) joined.values = row.cells;
    return this.join.row(joined);
  }

  private numberOfCells(cells: readonly string[]): number {
    return isBlank(cells.slice(this.width)) ? Math.min(cells.length, this.width) : cells.length;
  }

  private list(row: ActRow, outcome: string, wrong: readonly Diagnostic[]): void {
    const listed: ListedRow = { index: row.index, line: row.line, text: row.text, act: null };
    if (outcome === "invalid_act") {
      if (row.act !== undefined) this.listings.wrong(listed, this.valuesOf(row), wrong);
      return this.listings.list(outcome, { ...listed, wrong: row.act === undefined ? null : wrong });
    }
    if (outcome === "unknown_care_type") this.listings.unknown(listed, String(this.actOf(row)?.care_type ?? ""));
    if (outcome === "undetermined") this.listings.undecided(this.engine.missing(this.actOf(row)));
    if (outcome !== "not_covered") this.listings.list(outcome, () => ({ ...listed, act: this.actOf(row) }));
  }

  /** A beneficiary only names what is used of a limit, which is nothing yet. */
  private reimbursed(row: ActRow): Reimbursed | null {
    if (this.sums === null || (this.reading.table === null && !row.text.includes('"charged"'))) return null;
    const act = this.actOf(row) as Record<string, unknown> | null;
    return act?.["charged"] === undefined ? null : this.engine.reimburse(act["beneficiary"] ? act : { ...act, beneficiary: "-" });
  }

  private actOf({ act, text }: ActRow): CareAct | null {
    return (this.reading.table === null ? parsed(text) : act) as CareAct | null;
  }

  /** What a row has written for a field, as it is written. */
  private valuesOf({ cells, text }: ActRow): (field: string) => string | null {
    return (field) => {
      const column = this.columns.find((column) => column.field === field);
      if (cells) return column ? (cells[column.position] ?? null) : null;
      const value = (parsed(text) as Record<string, unknown> | null)?.[field];
      return value === undefined ? null : JSON.stringify(value);
    };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}
