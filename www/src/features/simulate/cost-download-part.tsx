/** The file with its results, as CSV or as Parquet. */
import { downloadSides } from "./download";
import { actsFile, writing } from "./model";
import { costWords as c } from "./cost-words";
import { fileWords as b } from "./words";

export function CostDownload() {
  const [now, written] = [actsFile.value, writing.value];
  if (!now) return null;
  return (
    <div class="bar">
      <button type="button" title={c.downloadHint} aria-disabled={written !== null} onClick={() => void downloadSides(now, "text")}>
        {written ? b.downloading(written.bytes, now.file.size) : c.download}
      </button>
      <button type="button" title={c.downloadHint} aria-disabled={written !== null} onClick={() => void downloadSides(now, "parquet")}>
        {c.downloadParquet}
      </button>
    </div>
  );
}
