/** What does each guarantee select, under which conditions, and why is a care type in it or not? */
import { commonWords } from "../common/words";
import { coverageWords } from "./words";
import { fullReason, groupLabel, guaranteeName, named, selectedWords, typeLabel, typeName } from "../common/care-types";
import { filterWords } from "../common/conditions";
import type { ComponentChildren } from "preact";
import type { CoverageCareTypeSelector, LoadedCatalog, LoadedCoverage, SelectorExplanation } from "../../engine/engine";
import { more, SEARCHED_FROM, searchBox } from "../common/lists";
import type { Results } from "../../store/results";
import { fold, search } from "../../kit/search";
import { update, type State } from "../../store/state";
import { findingCounts, findings, redundancy } from "./findings-parts";
import { ruleLine, ruleSection } from "./rule";

type Row = SelectorExplanation["care_types"][number];

const GUARANTEES_SHOWN = 50;
const ROWS_SHOWN = 10;
const MORE_ROWS = 100;
/** What a longer selector selects is in the table; here its first terms give the idea. */
const TERMS_SHOWN = 12;

export function guarantees(state: State, results: Results, coverage: LoadedCoverage): ComponentChildren {
  const all = coverage.payload.guarantees.map((guarantee, index) => ({ guarantee, index }));
  const typed = state.searches["guarantees"] ?? "";
  const found = typed === "" ? all : all.filter(({ guarantee }) => fold(guarantee.name).includes(fold(typed.trim())));
  const shown = state.shown["guarantees"] ?? GUARANTEES_SHOWN;
  const open = state.openGuarantees ?? new Set(all.slice(0, 1).map(({ guarantee }) => guarantee.name));
  return (
    <>
      <div class="list-head">
        <h2>{coverageWords.guarantees(all.length)}</h2>
        {all.length > SEARCHED_FROM && searchBox("guarantees", coverageWords.findGuarantee, typed)}
      </div>
      {all.length === 0 && <p class="empty">{coverageWords.noGuarantees}</p>}
      <div role="status">{all.length > 0 && found.length === 0 && <p class="empty">{coverageWords.noGuarantee(typed)}</p>}</div>
      <div class="guarantees">
        {found.slice(0, shown).map(({ guarantee, index }) => {
          const isOpen = open.has(guarantee.name);
          const size = `${commonWords.careTypes(coverage.careTypesOf(guarantee.name).length)} · ${commonWords.mappings(guarantee.care_type_mappings.length)}`;
          return (
            <details
              key={guarantee.name}
              class="card guarantee"
              open={isOpen}
              onToggle={(event: Event) => toggled(open, guarantee.name, event)}
            >
              <summary>
                <h3>{guaranteeName(guarantee.name)}</h3>
                <span class="muted">{size}</span>
                {findingCounts(coverage, index)}
                {ruleLine(guarantee)}
              </summary>
              {isOpen && (
                <>
                  {ruleSection(state, results, guarantee, index)}
                  {guarantee.care_type_mappings.map((_, mapping) => mappingPart(state, results, coverage, index, mapping))}
                  {findings(state, coverage, index)}
                </>
              )}
            </details>
          );
        })}
      </div>
      {more("guarantees", found.length, shown, GUARANTEES_SHOWN)}
    </>
  );
}

/** `toggle` also comes when the page itself opens one; then there is nothing to change. */
function toggled(open: ReadonlySet<string>, name: string, event: Event): void {
  const isOpen = (event.target as HTMLDetailsElement).open;
  if (isOpen === open.has(name)) return;
  const next = new Set(open);
  if (isOpen) next.add(name);
  else next.delete(name);
  update({ openGuarantees: next });
}

function mappingPart(state: State, results: Results, coverage: LoadedCoverage, guarantee: number, mapping: number): ComponentChildren {
  const { selector, filter } = coverage.payload.guarantees[guarantee]!.care_type_mappings[mapping]!;
  const conditions = filterWords(filter);
  return (
    <section class="mapping">
      <h4>{commonWords.mapping(mapping + 1)}</h4>
      {redundancy(coverage, results, `/guarantees/${guarantee}/care_type_mappings/${mapping}`)}
      <div class="mapping-words">
        <dl>{terms(coverage.catalog, selector)}</dl>
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
      {careTypeTable(state, coverage, `${guarantee}/${mapping}`, coverage.selection(guarantee, mapping))}
    </section>
  );
}

function terms(catalog: LoadedCatalog, selector: CoverageCareTypeSelector): ComponentChildren {
  const groups = (codes: Iterable<string> = []) =>
    [...codes].map((code) => <li>{named(coverageWords.group(groupLabel(catalog, code)), code)}</li>);
  const types = (codes: Iterable<string> = []) => [...codes].map((code) => <li>{typeName(catalog, code)}</li>);
  const included = [...groups(selector.include_care_type_groups), ...types(selector.include_care_types)];
  const excluded = [...groups(selector.exclude_care_type_groups), ...types(selector.exclude_care_types)];
  return (
    <>
      <div>
        <dt>{coverageWords.selects}</dt>
        <dd>{included.length > 0 ? termList(included) : coverageWords.nothing}</dd>
      </div>
      {excluded.length > 0 && (
        <div>
          <dt>{coverageWords.except}</dt>
          <dd>{termList(excluded)}</dd>
        </div>
      )}
    </>
  );
}

function termList(terms: ComponentChildren[]): ComponentChildren {
  const hidden = terms.length - TERMS_SHOWN;
  return (
    <ul>
      {terms.slice(0, TERMS_SHOWN)}
      {hidden > 0 && <li class="muted">{coverageWords.moreTerms(hidden)}</li>}
    </ul>
  );
}

function careTypeTable(state: State, { catalog }: LoadedCoverage, list: string, rows: readonly Row[]): ComponentChildren {
  const typed = state.searches[list] ?? "";
  const shown = state.shown[list] ?? ROWS_SHOWN;
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
        {rows.length > SEARCHED_FROM && searchBox(list, coverageWords.findCareType, typed)}
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
                <td>{typeName(catalog, row.short_code)}</td>
                <td>
                  {selectedWords(row.selected)} <span class="why">{fullReason(catalog, row.decided_by, row.overridden)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more(list, found.length, shown, MORE_ROWS)}
    </>
  );
}
