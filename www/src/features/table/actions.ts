/** What a person can do: print the table, take it as a file, and choose its day. */
import { type BenefitTable, fileOf, type Format } from "../../engine/table";
import { download } from "../../kit/download";
import { say } from "../../store/page";
import { chosenDate, fileName } from "./model";
import { tableWords } from "./words";

export async function downloadTable(table: BenefitTable, format: Format): Promise<void> {
  try {
    download(`${fileName.peek()}.${format}`, await fileOf(table, format));
  } catch {
    say({ tone: "failed", text: tableWords.downloadFailed });
  }
}

export function chooseDate(date: string): void {
  chosenDate.value = date === "" ? null : date;
}
