// Answers as Parquet: so many rows are kept, and written as one group of rows. Amounts are decimals, to the digit.
import type { SchemaElement } from "hyparquet";
import type { Answers, Cell, Column, Kind, Problem } from "./row.ts";
import { said } from "./row.ts";
import type { Sink } from "./sink.ts";

const ROWS_OF_A_GROUP = 1 << 16;
/** Four decimals, as amounts of the engine have. */
const SCALE = 4;
const PRECISION = 18;

const KINDS: { [K in Kind]: Partial<SchemaElement> } = {
  row: { type: "INT64", repetition_type: "REQUIRED" },
  text: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" }, repetition_type: "OPTIONAL" },
  euros: {
    type: "INT64", converted_type: "DECIMAL", precision: PRECISION, scale: SCALE, logical_type: { type: "DECIMAL", precision: PRECISION, scale: SCALE }, repetition_type: "OPTIONAL",
  },
};

type Library = typeof import("../parts/parquet-writer.ts");
type Writer = InstanceType<Library["ParquetWriter"]>;

export class ParquetAnswers implements Answers {
  readonly #writer: Writer;
  readonly #columns: readonly Column[];
  #kept: Cell[][];

  static async create(sink: Sink, columns: readonly Column[]): Promise<ParquetAnswers> {
    return new ParquetAnswers(await import("../parts/parquet-writer.ts"), sink, [...columns, { name: "problem", kind: "text" }]);
  }

  private constructor({ ByteWriter, ParquetWriter }: Library, sink: Sink, columns: readonly Column[]) {
    const bytes = new ByteWriter();
    const flush = () => {
      sink.writeBytes(bytes.getBytes());
      bytes.index = 0;
    };
    const schema = [{ name: "answers", num_children: columns.length }, ...columns.map(({ name, kind }) => ({ name, ...KINDS[kind] }))] as SchemaElement[];
    this.#writer = new ParquetWriter({ writer: Object.assign(bytes, { flush, finish: flush }), schema, createdBy: "care-coverage" });
    this.#columns = columns;
    this.#kept = columns.map(() => []);
  }

  row(cells: readonly Cell[], problems: readonly Problem[]): void {
    for (const [index, { kind }] of this.#columns.entries()) {
      const cell = index < cells.length ? cells[index]! : said(problems);
      this.#kept[index]!.push(kind === "row" ? BigInt(cell as number) : cell);
    }
    if (this.#kept[0]!.length >= ROWS_OF_A_GROUP) this.#write();
  }

  end(): void {
    this.#write();
    void this.#writer.finish();
  }

  #write(): void {
    const columnData = this.#columns.map(({ name }, index) => ({ name, data: this.#kept[index]! }));
    void this.#writer.write({ columnData, rowGroupSize: ROWS_OF_A_GROUP });
    this.#kept = this.#columns.map(() => []);
  }
}
