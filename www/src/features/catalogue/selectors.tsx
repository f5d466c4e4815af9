/** Which guarantees select a care type or a group, and why? */
import type { CoverageCareTypeSelector, LoadedCatalog, LoadedCoverage, SelectorExplanation } from "../../engine/engine";
import { Status } from "../../kit/status";
import { listState } from "../../store/lists";
import { documents } from "../../store/work";
import { pageEditor } from "../../store/page-editor";
import { GuaranteeName, SelectedWords } from "../common/care-types";
import { fullReason } from "../common/labels";
import { More } from "../common/lists";
import { commonWords } from "../common/words";
import { showCard } from "../coverage/actions";
import { indexOf } from "../picker/catalog-index";
import { coverageNow } from "./model";
import { catalogueWords as w } from "./words";

const SHOWN_FIRST = 10;
const MORE = 50;

type Explained = SelectorExplanation["care_types"][number];

function NoCoverage() {
  return <p class="empty">{documents.coverage.isThere.value ? w.staleCoverage : w.noCoverage}</p>;
}

/** Leads to the card of the guarantee, or to one of its mappings. */
function GuaranteeLink({ coverage, name, mapping = null }: { coverage: LoadedCoverage; name: string; mapping?: number | null }) {
  const names = coverage.payload.guarantees.map((guarantee) => guarantee.name);
  return (
    <a href="#coverage" aria-label={w.showGuarantee(name)} onClick={() => showCard(pageEditor, names.indexOf(name), mapping)}>
      <GuaranteeName name={name} />
    </a>
  );
}

export function TypeSelectors({ catalog, shortCode }: { catalog: LoadedCatalog; shortCode: string }) {
  const coverage = coverageNow.value;
  if (coverage === null) return <NoCoverage />;
  const found = explanations(coverage, catalog, shortCode);
  if (found.length === 0) return <p class="empty">{w.nobodyNames}</p>;
  const name = `catalogue/selectors/${shortCode}`;
  const shown = listState(name).shown.value ?? SHOWN_FIRST;
  return (
    <>
      {found.every(({ row }) => !row.selected) && (
        <p>
          <Status tone="open" word={w.nobody} />
        </p>
      )}
      <ul class="answers">
        {found.slice(0, shown).map(({ guarantee, mapping, row }) => (
          <li>
            <SelectedWords selected={row.selected} />
            <div>
              <p>
                <GuaranteeLink coverage={coverage} name={guarantee} mapping={mapping} /> <span class="muted">{commonWords.mapping(mapping + 1)}</span>
              </p>
              <p class="why">{fullReason(catalog, row.decided_by, row.overridden)}</p>
            </div>
          </li>
        ))}
      </ul>
      <More list={name} length={found.length} shown={shown} step={MORE} />
    </>
  );
}

/** Who selects it comes first. Of the mappings that name the care type or a group of it; the engine is asked about no other. */
function explanations(coverage: LoadedCoverage, catalog: LoadedCatalog, shortCode: string): { guarantee: string; mapping: number; row: Explained }[] {
  const groups = new Set((indexOf(catalog).groupsOf.get(shortCode) ?? []).map((group) => group.short_code));
  const names = ({ selector }: { selector: CoverageCareTypeSelector }) => {
    const types = [...(selector.include_care_types ?? []), ...(selector.exclude_care_types ?? [])];
    const named = [...(selector.include_care_type_groups ?? []), ...(selector.exclude_care_type_groups ?? [])];
    return types.includes(shortCode) || named.some((group) => groups.has(group));
  };
  const found = coverage.payload.guarantees.flatMap((guarantee, index) =>
    guarantee.care_type_mappings.flatMap((mapping, position) => {
      const row = names(mapping) ? coverage.selection(index, position).find((row) => row.short_code === shortCode) : undefined;
      return row ? [{ guarantee: guarantee.name, mapping: position, row }] : [];
    }),
  );
  return [...found.filter(({ row }) => row.selected), ...found.filter(({ row }) => !row.selected)];
}

export function GroupSelectors({ catalog, shortCode }: { catalog: LoadedCatalog; shortCode: string }) {
  const coverage = coverageNow.value;
  if (coverage === null) return <NoCoverage />;
  const members = new Set((indexOf(catalog).membersOf.get(shortCode) ?? []).map((type) => type.short_code));
  const found = coverage.payload.guarantees.flatMap(({ name, care_type_mappings: mappings }) => {
    const selected = coverage.careTypesOf(name).filter((careType) => members.has(careType)).length;
    const isNamed = mappings.some(({ selector }) => [...(selector.include_care_type_groups ?? [])].includes(shortCode));
    const isExcluded = mappings.some(({ selector }) => [...(selector.exclude_care_type_groups ?? [])].includes(shortCode));
    return selected > 0 || isNamed || isExcluded ? [{ name, selected, isNamed, isExcluded }] : [];
  });
  if (found.length === 0) return <p class="empty">{w.nobodySelectsGroup}</p>;
  const list = `catalogue/group-selectors/${shortCode}`;
  const shown = listState(list).shown.value ?? SHOWN_FIRST;
  return (
    <>
      <ul class="answers">
        {found.slice(0, shown).map(({ name, selected, isNamed, isExcluded }) => (
          <li>
            <SelectedWords selected={selected > 0} />
            <div>
              <p>
                <GuaranteeLink coverage={coverage} name={name} />
              </p>
              <p class="why">
                {[
                  ...(isNamed ? [w.namedBy] : []),
                  ...(isExcluded ? [w.excludedBy] : []),
                  ...(selected > 0 ? [w.membersSelected(selected, members.size)] : []),
                ].join(" · ")}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <More list={list} length={found.length} shown={shown} step={MORE} />
    </>
  );
}
