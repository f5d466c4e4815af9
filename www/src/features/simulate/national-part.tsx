/** A file of the national claims base: how it is read, or that it can be. */
import { useEffect } from "preact/hooks";
import { Status } from "../../kit/status";
import { readAsNational } from "./actions";
import { costWords } from "./cost-words";
import type { ActsFile } from "./model";
import { askForNationalActs, isNationalHeader, knownActs } from "./national";

const n = () => costWords.national;

export function NationalPart({ actsFile: { look, isNational } }: { actsFile: ActsFile }) {
  // What is not known yet is not said.
  useEffect(() => void askForNationalActs().catch(() => null), []);
  if (!look?.table || !isNationalHeader(look.table.header)) return null;
  const acts = knownActs.value;
  return (
    <section class="card" aria-labelledby="national-title">
      <div class="list-head">
        <h3 id="national-title">{n().title}</h3>
        <button type="button" class="no-print" onClick={() => readAsNational(!isNational)}>
          {isNational ? n().asTable : n().asNational}
        </button>
      </div>
      {!isNational && <p>{n().offer}</p>}
      {isNational && (
        <>
          <p>{n().lead}</p>
          <p class="hint">{n().limits}</p>
          {acts && acts.known > 0 && <p class="hint">{n().acts(acts.known, acts.all)}</p>}
          {acts && acts.known === 0 && (
            <p>
              <Status tone="open" word={n().noActs} />
            </p>
          )}
        </>
      )}
    </section>
  );
}
