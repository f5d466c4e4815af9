/** What will people read? The coverage as a benefit table, and below it what the table does not say. */
import { catalog, compiled, coverage } from "../../store/readings";
import { moreWords } from "../../store/language";
import { documents } from "../../store/work";
import { FailureCard } from "../common/failure";
import { later } from "../common/later";
import { StartPanel } from "../documents/start";
import { startWords } from "../documents/words";
import { FindingsLine } from "./findings-line";
import { pageTable } from "./page-table";
import { TableProvider } from "./state";
import { Table } from "./table";
import { tableWords as w } from "./words";
import "./style.css";

const Copy = later(() => Promise.all([import("./copy-table"), moreWords()]).then(([{ CopyTable }]) => CopyTable));

export function TableView() {
  const [types, text, hand] = [catalog.value, coverage.value, compiled.value];
  if (types.state === "failed") return <FailureCard code={types.code} />;
  if (text.state === "failed" && hand === null) return <FailureCard code={text.code} />;
  if (types.state !== "ready") {
    const isAlone = !documents.catalog.isThere.value && documents.coverage.isThere.value;
    return <StartPanel lead={isAlone ? startWords.needCatalog : w.lead} />;
  }
  if (hand === null && text.state === "none") return <StartPanel lead={w.lead} other={<ImportButton />} />;
  return (
    <>
      <FindingsLine />
      {hand === null ? (
        <p class="empty">{startWords.unreadableCoverage}</p>
      ) : (
        <TableProvider value={pageTable}>
          <Table Copy={Copy} />
        </TableProvider>
      )}
    </>
  );
}

function ImportButton() {
  return (
    <button type="button" class="primary" onClick={pageTable.importTable}>
      {w.import}
    </button>
  );
}
