/** The file with its results as Parquet: texts as they are written, amounts as numbers. The library comes with the first file. */
import type { ByteWriter as Bytes, ParquetWriter as Writer } from "hyparquet-writer";
import { addedCells, addedHeadings, type JoinedRow, type Joiner, type Joining } from "./joined";

/** So many rows are held until they are written. */
const ROWS_AT_ONCE = 50_000;

export class ParquetFile implements Joiner {
  #header: readonly string[] = [];
  #columns: (string | number | null)[][] = [];
  #rows = 0;
  #writer: Writer | null = null;
  readonly #bytes: Bytes;

  private constructor(private readonly joining: Joining, private readonly library: { ByteWriter: typeof Bytes; ParquetWriter: typeof Writer }) {
    this.#bytes = new library.ByteWriter();
  }

  static async begin(joining: Joining): Promise<ParquetFile> {
    return new ParquetFile(joining, await import("hyparquet-writer"));
  }

  header(_text: string, isHeader: boolean, values: readonly string[] = []): string {
    if (isHeader) this.#header = values;
    return "";
  }

  row(row: JoinedRow): string {
    const values = row.values ?? [row.text];
    // NDJSON has no header: its lines are one column.
    if (this.#header.length === 0) this.#header = ["act"];
    const cells = [...this.#header.map((_, column) => values[column] || null), ...addedCells(this.joining, row).map((added) => (added !== null && typeof added === "object" ? Number(added.amount) : added || null))];
    for (const [column, cell] of cells.entries()) (this.#columns[column] ??= []).push(cell);
    this.#rows += 1;
    if (this.#rows === ROWS_AT_ONCE) this.#write();
    return "";
  }

  finish(): Uint8Array<ArrayBuffer> {
    this.#write();
    this.#writer?.finish();
    return this.#bytes.getBytes();
  }

  #write(): void {
    const names = distinct([...this.#header, ...addedHeadings(this.joining)]);
    const isNumber = (column: number) => column >= this.#header.length && this.#amountAt(column - this.#header.length);
    const schema = names.map((name, column) => ({ name, repetition_type: "OPTIONAL" as const, ...(isNumber(column) ? { type: "DOUBLE" as const } : { type: "BYTE_ARRAY" as const, converted_type: "UTF8" as const }) }));
    this.#writer ??= new this.library.ParquetWriter({ writer: this.#bytes, schema: [{ name: "root", num_children: names.length }, ...schema] });
    if (this.#rows > 0) this.#writer.write({ columnData: names.map((name, column) => ({ name, data: this.#columns[column] ?? [] })) });
    this.#columns = [];
    this.#rows = 0;
  }

  /** Whether a new column has amounts, by its position. */
  #amountAt(position: number): boolean {
    const { headings, draft } = this.joining;
    const width = headings.money ? 6 : 2;
    if (draft && position === 2 * width) return true;
    const within = position % width;
    return headings.money !== null && within >= 2 && within <= 4;
  }
}

/** Two columns of one name would be one. */
function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name, column) => {
    const plain = name === "" ? `column ${column + 1}` : name;
    let free = plain;
    for (let number = 2; seen.has(free); number += 1) free = `${plain} ${number}`;
    seen.add(free);
    return free;
  });
}
