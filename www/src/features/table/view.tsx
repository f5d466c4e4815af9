/** What will people read? The coverage as a benefit table, and below it what the table does not say. */
import { catalog, compiled, coverage } from "../../store/readings";
import { moreWords } from "../../store/language";
import { documents } from "../../store/work";
import { FailureCard } from "../common/failure";
import { later } from "../common/later";
import { newCoverage } from "../documents/actions";
import { StartPanel } from "../documents/start";
import { isExample, menuWords, startWords } from "../documents/words";
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
  if (hand === null) return <Unreadable />;
  return (
    <>
      <FindingsLine />
      <TableProvider value={pageTable}>
        <Table Copy={Copy} />
      </TableProvider>
    </>
  );
}

/** A catalogue is there, and no coverage of it: there is nothing to decide before there is one. */
function Unreadable() {
  const isOfAnother = isExample(documents.coverage.loaded.value) && !isExample(documents.catalog.loaded.value);
  return (
    <section class="card tabled-unreadable">
      <p>{isOfAnother ? w.exampleOfAnother : startWords.unreadableCoverage}</p>
      <div class="bar">
        <ImportButton />
        <button type="button" onClick={() => void newCoverage()}>
          {menuWords.new}
        </button>
      </div>
    </section>
  );
}

function ImportButton() {
  return (
    <button type="button" class="primary" onClick={pageTable.importTable}>
      {w.import}
    </button>
  );
}
