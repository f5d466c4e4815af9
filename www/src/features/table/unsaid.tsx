/** What the table does not say: where, and what is there. */
import type { BenefitTable } from "../../engine/table";
import { Status } from "../../kit/status";
import { regionName } from "../common/editor";
import { Unfolding } from "../common/lists";
import { placeOf, unsaidByCode } from "./places";
import { useTable } from "./state";
import { tableWords } from "./words";

export function Unsaid({ table }: { table: BenefitTable }) {
  const { unsaid: w } = tableWords;
  const { editor } = useTable();
  const found = unsaidByCode(table);
  return (
    <section class="card tabled-unsaid" aria-label={regionName(editor, w.title)}>
      <h2>{w.title}</h2>
      {found.length === 0 ? (
        <p>
          <Status tone="good" word={w.none} />
        </p>
      ) : (
        <p>{w.lead}</p>
      )}
      {found.map(([code, places]) => (
        <Unfolding key={code} part={`unsaid-${code}`} summary={<>{w.codes[code]} <span class="muted">{w.places(places.length)}</span></>}>
          {() => (
            <ul class="unsaid-places">
              {places.map((place) => (
                <li>
                  <span class="muted">{placeOf(table, place, place.coverage).join(" › ")}</span> <span lang={code === "several_guarantees" || code === "shared_limit" ? undefined : "fr"}>{place.text}</span>
                </li>
              ))}
            </ul>
          )}
        </Unfolding>
      ))}
    </section>
  );
}
