/** In which format is a file of acts? */
import type { Columnar } from "../../kit/columnar";

export type Format = "csv" | "ndjson" | Columnar;

/** A file whose rows are no text. */
export function isColumnar(format: Format): format is Columnar {
  return format === "parquet" || format === "arrow";
}
