/** What does each guarantee select, under which conditions, and why is a care type in it or not? */
import type { ComponentChildren } from "preact";
import type { CoverageCareTypeSelector, CoverageGuarantee, LoadedCatalog, LoadedCoverage, SelectorExplanation } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { fold, foldLabel, search } from "../../kit/search";
import { listState } from "../../store/lists";
import { focusOf } from "../../store/page";
import { GuaranteeName, Named, SelectedWords, TypeName } from "../common/care-types";
import { filterWords } from "../common/conditions";
import { fullReason, groupLabel, typeLabel } from "../common/labels";
import { More, SearchBox, SEARCHED_FROM } from "../common/lists";
import { commonWords } from "../common/words";
import { guaranteeLineId } from "../findings/actions";
import { ProblemsAt } from "../findings/at";
import { FindingCounts, Findings } from "../findings/card";
import { openGuarantees } from "./model";
import { RuleLine, RuleSection } from "../rule/section";
import { coverageWords } from "./words";

type Row = SelectorExplanation["care_types"][number];

const GUARANTEES_SHOWN = 50;
const ROWS_SHOWN = 10;
const MORE_ROWS = 100;
/** What a longer selector selects is in the table; here its first terms give the idea. */
const TERMS_SHOWN = 12;

export function Guarantees({ coverage }: { coverage: LoadedCoverage }) {
  const all = coverage.payload.guarantees.map((guarantee, index) => ({ guarantee, index }));
  const typed = listState("guarantees").typed.value;
  const words = fold(typed.trim());
  const found = typed === "" ? all : all.filter(({ guarantee }) => foldLabel(guarantee.name).includes(words));
  const shown = listState("guarantees").shown.value ?? GUARANTEES_SHOWN;
  const open = openGuarantees.value ?? new Set(all.slice(0, 1).map(({ guarantee }) => guarantee.name));
  return (
    <>
      <div class="list-head">
        <h2>{coverageWords.guarantees(all.length)}</h2>
        {all.length > SEARCHED_FROM && <SearchBox list="guarantees" label={coverageWords.findGuarantee} />}
      </div>
      {all.length === 0 && <p class="empty">{coverageWords.noGuarantees}</p>}
      <div role="status">{all.length > 0 && found.length === 0 && <p class="empty">{coverageWords.noGuarantee(typed)}</p>}</div>
      <div class="guarantees">
        {found.slice(0, shown).map(({ guarantee, index }) => (
          <GuaranteeCard key={guarantee.name} coverage={coverage} guarantee={guarantee} index={index} open={open} />
        ))}
      </div>
      <More list="guarantees" length={found.length} shown={shown} step={GUARANTEES_SHOWN} />
    </>
  );
}

interface Card {
  coverage: LoadedCoverage;
  guarantee: CoverageGuarantee;
  index: number;
  /** The names of the open ones. */
  open: ReadonlySet<string>;
}

/** A closed guarantee costs nothing: a coverage may have hundreds, each with thousands of care types. */
function GuaranteeCard({ coverage, guarantee, index, open }: Card) {
  const { name, care_type_mappings: mappings } = guarantee;
  const size = `${commonWords.careTypes(coverage.careTypesOf(name).length)} · ${commonWords.mappings(mappings.length)}`;
  return (
    <details class="card guarantee" open={open.has(name)} onToggle={(event) => toggled(open, name, event.currentTarget.open)}>
      <summary ref={takesFocus(focusOf(guaranteeLineId(index)))}>
        <h3>
          <GuaranteeName name={name} />
        </h3>
        <span class="muted">{size}</span>
        <FindingCounts guarantee={index} />
        <RuleLine guarantee={guarantee} />
      </summary>
      {open.has(name) && (
        <>
          <RuleSection guarantee={guarantee} index={index} />
          {mappings.map((_, mapping) => (
            <MappingPart coverage={coverage} guarantee={index} mapping={mapping} />
          ))}
          <Findings coverage={coverage} guarantee={index} />
        </>
      )}
    </details>
  );
}

/** `toggle` also comes when the page itself opens one; then there is nothing to change. */
function toggled(open: ReadonlySet<string>, name: string, isOpen: boolean): void {
  if (isOpen === open.has(name)) return;
  const next = new Set(open);
  if (isOpen) next.add(name);
  else next.delete(name);
  openGuarantees.value = next;
}

function MappingPart({ coverage, guarantee, mapping }: { coverage: LoadedCoverage; guarantee: number; mapping: number }) {
  const { selector, filter } = coverage.payload.guarantees[guarantee]!.care_type_mappings[mapping]!;
  const conditions = filterWords(filter);
  return (
    <section class="mapping">
      <h4>{commonWords.mapping(mapping + 1)}</h4>
      <ProblemsAt pointer={`/guarantees/${guarantee}/care_type_mappings/${mapping}`} deep />
      <div class="mapping-words">
        <dl>
          <Terms catalog={coverage.catalog} selector={selector} />
        </dl>
        {conditions.length === 0 ? (
          <p>{coverageWords.noCondition}</p>
        ) : (
          <div>
            <p class="term">{coverageWords.conditions}</p>
            <ul>
              {conditions.map((words) => (
                <li>{words}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <CareTypeTable coverage={coverage} list={`${guarantee}/${mapping}`} rows={coverage.selection(guarantee, mapping)} />
    </section>
  );
}

function Terms({ catalog, selector }: { catalog: LoadedCatalog; selector: CoverageCareTypeSelector }) {
  const groups = (codes: Iterable<string> = []) =>
    [...codes].map((code) => (
      <li>
        <Named label={coverageWords.group(groupLabel(catalog, code))} code={code} />
      </li>
    ));
  const types = (codes: Iterable<string> = []) =>
    [...codes].map((code) => (
      <li>
        <TypeName catalog={catalog} shortCode={code} />
      </li>
    ));
  const included = [...groups(selector.include_care_type_groups), ...types(selector.include_care_types)];
  const excluded = [...groups(selector.exclude_care_type_groups), ...types(selector.exclude_care_types)];
  return (
    <>
      <div>
        <dt>{coverageWords.selects}</dt>
        <dd>{included.length > 0 ? <TermList terms={included} /> : coverageWords.nothing}</dd>
      </div>
      {excluded.length > 0 && (
        <div>
          <dt>{coverageWords.except}</dt>
          <dd>
            <TermList terms={excluded} />
          </dd>
        </div>
      )}
    </>
  );
}

function TermList({ terms }: { terms: ComponentChildren[] }) {
  const hidden = terms.length - TERMS_SHOWN;
  return (
    <ul>
      {terms.slice(0, TERMS_SHOWN)}
      {hidden > 0 && <li class="muted">{coverageWords.moreTerms(hidden)}</li>}
    </ul>
  );
}

function CareTypeTable({ coverage: { catalog }, list, rows }: { coverage: LoadedCoverage; list: string; rows: readonly Row[] }) {
  const typed = listState(list).typed.value;
  const shown = listState(list).shown.value ?? ROWS_SHOWN;
  const selected = rows.filter((row) => row.selected);
  // What is left out comes first: it is what people look for, and there is little of it.
  const ordered = [...rows.filter((row) => !row.selected), ...selected];
  const found = search(
    ordered,
    typed,
    (row) => typeLabel(catalog, row.short_code),
    (row) => row.short_code,
  );
  return (
    <>
      <div class="list-head">
        <p>{coverageWords.selectedCount(selected.length, rows.length - selected.length)}</p>
        {rows.length > SEARCHED_FROM && <SearchBox list={list} label={coverageWords.findCareType} />}
      </div>
      <div role="status">{rows.length > 0 && found.length === 0 && <p class="empty">{coverageWords.noCareType(typed)}</p>}</div>
      {found.length > 0 && (
        <table class="stacking">
          <thead>
            <tr>
              <th scope="col">{coverageWords.table.careType}</th>
              <th scope="col">{coverageWords.table.why}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((row) => (
              <tr key={row.short_code}>
                <td>
                  <TypeName catalog={catalog} shortCode={row.short_code} />
                </td>
                <td>
                  <SelectedWords selected={row.selected} /> <span class="why">{fullReason(catalog, row.decided_by, row.overridden)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More list={list} length={found.length} shown={shown} step={MORE_ROWS} />
    </>
  );
}
