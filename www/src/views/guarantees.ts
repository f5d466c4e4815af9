/** What does each guarantee select, under which conditions, and why is a care type in it or not? */
import { fullReason, groupLabel, guaranteeName, named, selectedWords, typeLabel, typeName } from "../care-types";
import { filterWords } from "../conditions";
import { h, type Child } from "../dom";
import type { CoverageCareTypeSelector, LoadedCatalog, LoadedCoverage, SelectorExplanation } from "../engine";
import { more, SEARCHED_FROM, searchBox } from "../lists";
import { messages as m } from "../messages";
import type { Results } from "../results";
import { fold, search } from "../search";
import { update, type State } from "../state";
import { findingCounts, findings, redundancy } from "./coverage-findings";
import { ruleLine, ruleSection } from "./rule";

type Row = SelectorExplanation["care_types"][number];

const GUARANTEES_SHOWN = 50;
const ROWS_SHOWN = 10;
const MORE_ROWS = 100;
/** What a longer selector selects is in the table; here its first terms give the idea. */
const TERMS_SHOWN = 12;

export function guarantees(state: State, results: Results, coverage: LoadedCoverage): Child {
  const all = coverage.payload.guarantees.map((guarantee, index) => ({ guarantee, index }));
  const typed = state.searches["guarantees"] ?? "";
  const found = typed === "" ? all : all.filter(({ guarantee }) => fold(guarantee.name).includes(fold(typed.trim())));
  const shown = state.shown["guarantees"] ?? GUARANTEES_SHOWN;
  const open = state.openGuarantees ?? new Set(all.slice(0, 1).map(({ guarantee }) => guarantee.name));
  return [
    h("div", { class: "list-head" },
      h("h2", {}, m.coverage.guarantees(all.length)),
      all.length > SEARCHED_FROM && searchBox("guarantees", m.coverage.findGuarantee, typed)),
    all.length === 0 && h("p", { class: "empty" }, m.coverage.noGuarantees),
    h("div", { role: "status" }, all.length > 0 && found.length === 0 && h("p", { class: "empty" }, m.coverage.noGuarantee(typed))),
    h("div", { class: "guarantees" }, found.slice(0, shown).map(({ guarantee, index }) => {
      const isOpen = open.has(guarantee.name);
      const size = `${m.coverage.careTypes(coverage.careTypesOf(guarantee.name).length)} · ${m.coverage.mappings(guarantee.care_type_mappings.length)}`;
      return h("details", { key: guarantee.name, class: "card guarantee", open: isOpen, ontoggle: (event: Event) => toggled(open, guarantee.name, event) },
        h("summary", {},
          h("h3", {}, guaranteeName(guarantee.name)),
          h("span", { class: "muted" }, size),
          findingCounts(coverage, index),
          ruleLine(guarantee)),
        // A closed guarantee costs nothing: a coverage may have hundreds, each with thousands of care types.
        isOpen && [
          ruleSection(state, results, guarantee, index),
          guarantee.care_type_mappings.map((_, mapping) => mappingPart(state, results, coverage, index, mapping)),
          findings(state, coverage, index),
        ]);
    })),
    more("guarantees", found.length, shown, GUARANTEES_SHOWN),
  ];
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

function mappingPart(state: State, results: Results, coverage: LoadedCoverage, guarantee: number, mapping: number): Child {
  const { selector, filter } = coverage.payload.guarantees[guarantee]!.care_type_mappings[mapping]!;
  const conditions = filterWords(filter);
  return h("section", { class: "mapping" },
    h("h4", {}, m.coverage.mapping(mapping + 1)),
    redundancy(coverage, results, `/guarantees/${guarantee}/care_type_mappings/${mapping}`),
    h("div", { class: "mapping-words" },
      h("dl", {}, terms(coverage.catalog, selector)),
      conditions.length === 0
        ? h("p", {}, m.coverage.noCondition)
        : h("div", {}, h("p", { class: "term" }, m.coverage.conditions), h("ul", {}, conditions.map((words) => h("li", {}, words))))),
    careTypeTable(state, coverage, `${guarantee}/${mapping}`, coverage.selection(guarantee, mapping)),
  );
}

function terms(catalog: LoadedCatalog, selector: CoverageCareTypeSelector): Child {
  const groups = (codes: Iterable<string> = []) => [...codes].map((code) => h("li", {}, named(m.coverage.group(groupLabel(catalog, code)), code)));
  const types = (codes: Iterable<string> = []) => [...codes].map((code) => h("li", {}, typeName(catalog, code)));
  const included = [...groups(selector.include_care_type_groups), ...types(selector.include_care_types)];
  const excluded = [...groups(selector.exclude_care_type_groups), ...types(selector.exclude_care_types)];
  return [
    h("div", {}, h("dt", {}, m.coverage.selects), h("dd", {}, included.length > 0 ? termList(included) : m.coverage.nothing)),
    excluded.length > 0 && h("div", {}, h("dt", {}, m.coverage.except), h("dd", {}, termList(excluded))),
  ];
}

function termList(terms: Child[]): Child {
  const hidden = terms.length - TERMS_SHOWN;
  return h("ul", {}, terms.slice(0, TERMS_SHOWN), hidden > 0 && h("li", { class: "muted" }, m.coverage.moreTerms(hidden)));
}

function careTypeTable(state: State, { catalog }: LoadedCoverage, list: string, rows: readonly Row[]): Child {
  const typed = state.searches[list] ?? "";
  const shown = state.shown[list] ?? ROWS_SHOWN;
  const selected = rows.filter((row) => row.selected);
  // What is left out comes first: it is what people look for, and there is little of it.
  const ordered = [...rows.filter((row) => !row.selected), ...selected];
  const found = search(ordered, typed, (row) => typeLabel(catalog, row.short_code), (row) => row.short_code);
  return [
    h("div", { class: "list-head" },
      h("p", {}, m.coverage.selectedCount(selected.length, rows.length - selected.length)),
      rows.length > SEARCHED_FROM && searchBox(list, m.coverage.findCareType, typed)),
    h("div", { role: "status" }, rows.length > 0 && found.length === 0 && h("p", { class: "empty" }, m.coverage.noCareType(typed))),
    found.length > 0 && h("table", { class: "stacking" },
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, m.coverage.table.careType), h("th", { scope: "col" }, m.coverage.table.why))),
      h("tbody", {}, found.slice(0, shown).map((row) =>
        h("tr", { key: row.short_code },
          h("td", {}, typeName(catalog, row.short_code)),
          h("td", {}, selectedWords(row.selected), " ", h("span", { class: "why" }, fullReason(catalog, row.decided_by, row.overridden))))))),
    more(list, found.length, shown, MORE_ROWS),
  ];
}
