/** The result of a batch as a file: for each row its number, its outcome, and the first guarantee that certainly matches. */
import { OUTCOME_CODES } from "../../engine/engine";
import { csvCell } from "../../kit/csv";
import { download } from "../../kit/download";
import type { Result } from "./model";

/** So many rows are written before the page has its turn. */
const ROWS_AT_ONCE = 20_000;

export async function downloadResult(file: string, result: Result): Promise<void> {
  // Each part is the browser's once it is written: thousands of texts at the end would be a long task.
  const parts = [new Blob(["row,outcome,guarantee\r\n"])];
  const names = result.guaranteeNames.map(csvCell);
  const { outcomes, guarantees, length } = result.evaluation;
  for (let start = 0; start < length; start += ROWS_AT_ONCE) {
    let part = "";
    for (let row = start; row < Math.min(length, start + ROWS_AT_ONCE); row += 1) {
      part += `${row + 1},${OUTCOME_CODES[outcomes[row]!]},${names[guarantees[row]!] ?? ""}\r\n`;
    }
    parts.push(new Blob([part]));
    await new Promise((resolve) => setTimeout(resolve));
  }
  download(`${file.replace(/\.[^.]*$/, "")}-result.csv`, new Blob(parts, { type: "text/csv" }));
}
