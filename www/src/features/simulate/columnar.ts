/** Which columns has a file of columns, and what is in its first rows? */
import { arrowBeginning, parquetBeginning } from "../../kit/columnar";
import { FIELDS } from "./fields";
import { guessFields } from "./headings";
import { type Look, SAMPLE_ROWS } from "./layout";

export async function lookAtColumns(file: File, format: "parquet" | "arrow"): Promise<Look> {
  const { header, sample } = await (format === "parquet" ? parquetBeginning(file, SAMPLE_ROWS) : arrowBeginning(file, SAMPLE_ROWS));
  const table = { separator: "," as const, headerRows: 0, header, sample, fields: guessFields(header, FIELDS) };
  return { encoding: "utf-8", hasMark: false, table, decimalSign: ".", lineEnd: "\n" };
}
