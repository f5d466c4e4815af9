/** The file with its results, as CSV or as Parquet. */
import { calls } from "../code/calls";
import { CopyAs } from "../code/copy-as";
import { downloadSides } from "./download";
import { actsFile, writing } from "./model";
import { costWords as c } from "./cost-words";
import { fileWords as b } from "./words";

export function CostDownload({ rows }: { rows: number }) {
  const [now, written] = [actsFile.value, writing.value];
  if (!now) return null;
  return (
    <div class="bar">
      <button type="button" title={c.downloadHint} aria-disabled={written !== null} onClick={() => void downloadSides(now, "text", rows)}>
        {written ? b.downloading(written.bytes, now.file.size) : c.download}
      </button>
      <button type="button" title={c.downloadHint} aria-disabled={written !== null} onClick={() => void downloadSides(now, "parquet", rows)}>
        {c.downloadParquet}
      </button>
      <CopyAs call={calls.simulate.value} />
    </div>
  );
}
