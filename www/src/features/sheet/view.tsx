/** A coverage as it is printed: its guarantees in order, what each selects, under which conditions, and what it pays. */
import type { CoverageGuarantee, LoadedCoverage } from "../../engine/engine";
import { describeFilter, describeRule, describeSelector } from "../../engine/words";
import { coverage as reading } from "../../store/readings";
import { date } from "../common/counting";
import { groupLabel, typeLabel } from "../common/labels";
import { sheetWords } from "./words";

/** `today`: an ISO date. */
export function Sheet({ coverage, today }: { coverage: LoadedCoverage; today: string }) {
  const { name, version, guarantees } = coverage.payload;
  return (
    <article>
      <h1>{name}</h1>
      <p class="sheet-about">{sheetWords.about(version, guarantees.length, coverage.catalog.types.size, date(today))}</p>
      {reading.peek().state !== "ready" && <p class="sheet-about">{sheetWords.stale}</p>}
      {guarantees.length === 0 && <p>{sheetWords.none}</p>}
      {guarantees.map((guarantee) => (
        <Guarantee coverage={coverage} guarantee={guarantee} />
      ))}
    </article>
  );
}

function Guarantee({ coverage: { catalog }, guarantee: { name, care_type_mappings: mappings, coverage_rule: rule } }: { coverage: LoadedCoverage; guarantee: CoverageGuarantee }) {
  const label = (code: string, of: string) => (of === "care_type" ? typeLabel(catalog, code) : groupLabel(catalog, code));
  return (
    <section>
      <h2>{name}</h2>
      <p class="sheet-rule">{said(() => describeRule(rule as Parameters<typeof describeRule>[0])) ?? sheetWords.noRule}</p>
      <ul>
        {mappings.map(({ selector, filter }) => (
          <li>
            {said(() => describeSelector(selector, label))}
            <span class="sheet-when">{Object.keys(filter).length === 0 ? sheetWords.always : sheetWords.when(said(() => describeFilter(filter)) ?? "")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the package cannot say, it throws. */
function said(words: () => string): string | null {
  try {
    return words();
  } catch {
    return null;
  }
}
