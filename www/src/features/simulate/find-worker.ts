/** A worker of its own for rows of a long file, so that the page answers meanwhile. */
import { foundRows, type FoundRow, type Wanted } from "./found-rows";

/** Null where the file cannot be read. */
export type Found = readonly FoundRow[] | null;

addEventListener("message", ({ data }: MessageEvent<Wanted>) => {
  foundRows(data).then(
    (rows) => postMessage(rows satisfies Found),
    () => postMessage(null satisfies Found),
  );
});
