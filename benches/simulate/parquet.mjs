// The rows of a CSV of claims as Parquet: texts and amounts with a dictionary where one is smaller, days as days, row groups of so many rows.
import { parquetWriteBuffer } from "hyparquet-writer";

const ROWS_OF_A_GROUP = 100_000;
const FLAGS = ["is_optam_or_secteur_1", "reimbursed_by_secu", "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne"];
const DOUBLES = ["charged", "brss", "flat_contribution", "franchise", "plv", "hlf"];
const INTEGERS = ["member_age", "secu_rate_percent", "pathway_rate_percent", "quantity"];

const TEXT = [{ type: "BYTE_ARRAY", converted_type: "UTF8" }, String];

/** How a column is stored, and what is given for a cell. */
function kindOf(name, areDaysTexts) {
  if (name === "care_date" && !areDaysTexts) return [{ type: "INT32", converted_type: "DATE" }, (cell) => new Date(cell)];
  if (FLAGS.includes(name)) return [{ type: "BOOLEAN" }, (cell) => cell === "true"];
  if (DOUBLES.includes(name)) return [{ type: "DOUBLE" }, Number];
  return INTEGERS.includes(name) ? [{ type: "INT32" }, Number] : TEXT;
}

/** No cell has quotation marks. */
export function parquetOf(csv, { areDaysTexts = false } = {}) {
  const [header, ...lines] = new TextDecoder().decode(csv).trimEnd().split("\n");
  const rows = lines.map((line) => line.split(","));
  const names = header.split(",");
  const kinds = names.map((name) => kindOf(name, areDaysTexts));
  const schema = [{ name: "claims", num_children: names.length }, ...names.map((name, column) => ({ name, repetition_type: "OPTIONAL", ...kinds[column][0] }))];
  const columnData = names.map((name, column) => ({ name, data: rows.map((cells) => (cells[column] === "" ? null : kinds[column][1](cells[column]))) }));
  return new Uint8Array(parquetWriteBuffer({ columnData, schema, rowGroupSize: ROWS_OF_A_GROUP }));
}
