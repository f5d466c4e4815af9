/** Which columns has a file of columns, and what is in its first rows? */
import { beginningOf, type Columnar } from "../../kit/columnar";
import { FIELDS } from "./fields";
import { guessFields } from "./headings";
import { type Look, SAMPLE_ROWS } from "./layout";

/** Its rows are read as a table with commas and a header. */
export async function lookAtColumns(file: File, format: Columnar): Promise<Look> {
  const { header, sample } = await beginningOf(file, format, SAMPLE_ROWS);
  const table = { separator: "," as const, headerRows: 1, header, sample, fields: guessFields(header, FIELDS) };
  return { encoding: "utf-8", hasMark: false, table, decimalSign: ".", lineEnd: "\n" };
}
