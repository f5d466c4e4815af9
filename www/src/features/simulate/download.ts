/** The file as it was, with what was answered for each row: it is evaluated once more, by what the result is of, and written as it is read. */
import { download } from "../../kit/download";
import { say } from "../../store/page";
import { failureOf } from "./actions";
import { type ActsFile, type Result, writing } from "./model";
import { joiningOf } from "./reading";
import { runFile } from "./run";
import { fileWords as b } from "./words";

const MARK = "\uFEFF";

export async function downloadResult({ file, look, basis }: ActsFile, { reading, answers }: Result): Promise<void> {
  if (!look || !basis || writing.value) return;
  const { table } = look;
  // Spreadsheets know by the mark that a text is UTF-8.
  const isMarked = table !== null && (look.hasMark || look.encoding !== "utf-8" || table.separator !== ",");
  // Each part is the browser's once it is written: thousands of texts at the end would be a long task.
  const parts: Blob[] = isMarked ? [new Blob([MARK])] : [];
  writing.value = { rows: 0, bytes: 0 };
  try {
    const onProgress = (progress: { rows: number; bytes: number }, written: string) => {
      if (written !== "") parts.push(new Blob([written]));
      writing.value = progress;
    };
    const joined = { ...reading, joining: joiningOf(look, answers.money !== null) };
    await runFile({ basis, file, reading: joined, signal: new AbortController().signal, onProgress });
    const name = file.name.replace(/\.[^.]*$/, "");
    download(b.resultName(name, table ? "csv" : "ndjson"), new Blob(parts, { type: table ? "text/csv" : "application/x-ndjson" }));
  } catch (error) {
    const { kind, cause } = failureOf(error);
    say({ tone: "failed", text: `${b.failure[kind].title(file.name)} ${b.cause(cause)}` });
  } finally {
    writing.value = null;
  }
}
