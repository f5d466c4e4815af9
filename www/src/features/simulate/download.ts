/** The file as it was, with what was answered for each row: it is read once more, by what the result is of, and written as it is read. */
import { download } from "../../kit/download";
import { say } from "../../store/page";
import { catalog } from "../../store/readings";
import { failureOf } from "./actions";
import { type ActsFile, basis as inHand, type Result, writing } from "./model";
import { amountsOf } from "./cost-run";
import { costWords as c } from "./cost-words";
import { joiningOf, readingOf } from "./reading";
import { runFile } from "./run";
import { basesOf, sideName, sides } from "./sides";
import { fileWords as b } from "./words";

const MARK = "\uFEFF";

export async function downloadResult({ file, format, look, basis }: ActsFile, { reading, answers }: Result): Promise<void> {
  if (!look || !basis) return;
  const joined = { ...reading, joining: joiningOf(look, answers.money !== null) };
  await write(file, look, "text", { basis, format, reading: joined });
}

/** What is paid for each row is held as numbers: some 40 bytes a row. */
const MOST_ROWS = 2_000_000;

/** With what both sides pay for each row. The file is simulated once more, then read and written. */
export async function downloadSides(now: ActsFile, kind: "text" | "parquet", rows: number): Promise<void> {
  const { file, format, look, fields } = now;
  const types = catalog.value;
  const basis = inHand.value;
  if (!look || !basis || types.state !== "ready" || writing.value) return;
  if (rows > MOST_ROWS) return say({ tone: "failed", text: c.downloadMost(rows, MOST_ROWS) });
  const { current, draft } = sides.value;
  const names = draft && { current: sideName(current), draft: sideName(draft) };
  const reading = { ...readingOf(look, fields, types.value), joining: joiningOf(look, true, names) };
  writing.value = { rows: 0, bytes: 0 };
  try {
    const bases = await basesOf(sides.value);
    const amounts = await amountsOf({ actsFile: now, bases, catalog: types.value }, ({ bytes }) => (writing.value = { rows: 0, bytes: bytes / 2 }));
    writing.value = null;
    if (amounts === null) return say({ tone: "failed", text: c.downloadWaits(file.name) });
    await write(file, look, kind, { basis, format, reading, sides: { ...bases, amounts } }, 1 / 2);
  } catch (error) {
    sayFailed(file, error);
  } finally {
    writing.value = null;
  }
}

type Asked = Pick<Parameters<typeof runFile>[0], "basis" | "format" | "reading" | "sides">;

/** `from`: the part of the work that is done before. */
async function write(file: File, { table, hasMark, encoding }: NonNullable<ActsFile["look"]>, kind: "text" | "parquet", asked: Asked, from = 0): Promise<void> {
  if (writing.value) return;
  // Spreadsheets know by the mark that a text is UTF-8.
  const isMarked = kind === "text" && table !== null && (hasMark || encoding !== "utf-8" || table.separator !== ",");
  // Each part is the browser's once it is written: thousands of texts at the end would be a long task.
  const parts: Blob[] = isMarked ? [new Blob([MARK])] : [];
  writing.value = { rows: 0, bytes: 0 };
  try {
    const onProgress = (progress: { rows: number; bytes: number }, written: string | Uint8Array<ArrayBuffer>) => {
      if (written.length > 0) parts.push(new Blob([written]));
      writing.value = { ...progress, bytes: file.size * from + progress.bytes * (1 - from) };
    };
    await runFile({ ...asked, file, signal: new AbortController().signal, onProgress, isParquet: kind === "parquet" });
    const [extension, type] = kind === "parquet" ? ["parquet", "application/vnd.apache.parquet"] : table ? ["csv", "text/csv"] : ["ndjson", "application/x-ndjson"];
    download(b.resultName(file.name.replace(/\.[^.]*$/, ""), extension!), new Blob(parts, { type: type! }));
  } catch (error) {
    sayFailed(file, error);
  } finally {
    writing.value = null;
  }
}

function sayFailed(file: File, error: unknown): void {
  const { kind, cause } = failureOf(error);
  say({ tone: "failed", text: `${b.failure[kind].title(file.name)} ${b.cause(cause)}` });
}
