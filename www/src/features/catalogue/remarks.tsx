/** What the engine remarks about the catalogue, each with the entry that it is about. */
import type { Diagnostic, LoadedCatalog } from "../../engine/engine";
import { Status } from "../../kit/status";
import { documents } from "../../store/work";
import { Unfolding } from "../common/lists";
import { sentence, SEVERITY_TONES } from "../common/problems";
import { problemWords } from "../common/words";
import type { CatalogEntry } from "../picker/hits";
import { show } from "./actions";
import { entryAt } from "./places";
import { catalogueWords as w } from "./words";

const MOST_SHOWN = 100;

export function Remarks({ catalog }: { catalog: LoadedCatalog }) {
  const { warnings } = catalog;
  if (warnings.length === 0) return null;
  return (
    <Unfolding part="catalogue-remarks" class="card" summary={w.problems(warnings.length)}>
      {() => (
        <>
          <ul class="problems">
            {warnings.slice(0, MOST_SHOWN).map((warning) => (
              <li>
                <Remark warning={warning} />
              </li>
            ))}
          </ul>
          {warnings.length > MOST_SHOWN && <p class="muted">{problemWords.more(warnings.length - MOST_SHOWN)}</p>}
        </>
      )}
    </Unfolding>
  );
}

function Remark({ warning: { severity, message, pointer } }: { warning: Diagnostic }) {
  const entry = entryAt(documents.catalog.json.value, pointer);
  return (
    <>
      <Status tone={SEVERITY_TONES[severity]} word={problemWords.severity[severity]} />
      <div>
        <p>{sentence(message)}</p>
        {entry && (
          <p>
            <button type="button" class="link" onClick={() => show(entry)}>
              {w.showEntry}
            </button>
          </p>
        )}
      </div>
    </>
  );
}

/** Those about one entry, where it is shown. */
export function RemarksAbout({ catalog, entry }: { catalog: LoadedCatalog; entry: CatalogEntry }) {
  const json = documents.catalog.json.value;
  const own = catalog.warnings.slice(0, MOST_SHOWN).filter(({ pointer }) => {
    const about = entryAt(json, pointer);
    return about?.of === entry.of && about.shortCode === entry.shortCode;
  });
  if (own.length === 0) return null;
  return (
    <ul class="remarks">
      {own.map(({ severity, message }) => (
        <li>
          <Status tone={SEVERITY_TONES[severity]} word={problemWords.severity[severity]} /> {sentence(message)}
        </li>
      ))}
    </ul>
  );
}
