// The rows of a CSV of claims as Parquet: texts with a dictionary, amounts as doubles, row groups of so many rows.
import { parquetWriteBuffer } from "hyparquet-writer";

const ROWS_OF_A_GROUP = 100_000;
const FLAGS = ["is_optam_or_secteur_1", "reimbursed_by_secu", "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne"];
const DOUBLES = ["charged", "brss", "flat_contribution", "franchise", "plv", "hlf"];
const INTEGERS = ["member_age", "secu_rate_percent", "pathway_rate_percent", "quantity"];

const kindOf = (name) => (FLAGS.includes(name) ? ["BOOLEAN", (cell) => cell === "true"] : DOUBLES.includes(name) ? ["DOUBLE", Number] : INTEGERS.includes(name) ? ["INT32", Number] : ["STRING", String]);

/** No cell has quotation marks. */
export function parquetOf(csv) {
  const [header, ...lines] = new TextDecoder().decode(csv).trimEnd().split("\n");
  const rows = lines.map((line) => line.split(","));
  const columnData = header.split(",").map((name, column) => {
    const [type, valueOf] = kindOf(name);
    return { name, type, nullable: true, data: rows.map((cells) => (cells[column] === "" ? null : valueOf(cells[column]))) };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: ROWS_OF_A_GROUP }));
}
