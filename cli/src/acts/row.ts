// A row of an answer: its columns, its cells, and what is wrong with it.
/** What a column has: numbers of rows, texts or null, amounts or null. */
export type Kind = "row" | "text" | "euros";
export interface Column { name: string; kind: Kind }

export interface Problem { code: string | null; pointer?: string | undefined; column?: string | null | undefined; message: string }

/** An amount is a bigint, in 1/10,000 €. */
export type Cell = string | number | bigint | null;

export interface Answers {
  /** The values of the columns, and what is wrong with the row. */
  row(cells: readonly Cell[], problems: readonly Problem[]): void;
  /** After the last row. JSON ends with the summary. */
  end(summary: unknown): void;
}

/** What is wrong with a row, in one text; null of a row that was read. */
export function said(problems: readonly Problem[]): string | null {
  if (problems.length === 0) return null;
  return problems.map(({ code, pointer, column, message }) => [code, column ?? pointer, message].filter(Boolean).join(" ")).join("; ");
}
