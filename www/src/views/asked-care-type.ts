/** Which guarantees select this care type, and why? */
import { withCareType } from "../act-draft";
import { careTypeOptions, fullReason, guaranteeName, selectedWords, typeLabel } from "../care-types";
import { combobox } from "../combobox";
import { h, type Child } from "../dom";
import type { LoadedCoverage } from "../engine";
import { messages as m } from "../messages";
import { getState, update, updateWork, type State } from "../state";

export function askedCareType({ askedCareType: asked }: State, coverage: LoadedCoverage): Child {
  const options = careTypeOptions(coverage.catalog);
  return h("div", { class: "card" },
    combobox(m.coverage.ask, {
      id: "asked-care-type",
      options,
      value: asked,
      placeholder: m.act.careTypeHint,
      onchoose: (value) => update({ askedCareType: value ?? null }),
    }, m.coverage.askHint),
    h("div", { role: "status" }, asked !== null && coverage.catalog.types.has(asked) && answer(coverage, asked)),
  );
}

function answer(coverage: LoadedCoverage, asked: string): Child {
  const found = coverage.payload.guarantees.flatMap((guarantee, index) =>
    guarantee.care_type_mappings.flatMap((_, mapping) => {
      const row = coverage.selection(index, mapping).find((row) => row.short_code === asked);
      return row ? [{ name: guarantee.name, mapping, row }] : [];
    }));
  return [
    found.length === 0
      ? h("p", { class: "empty" }, m.coverage.askedNowhere(typeLabel(coverage.catalog, asked)))
      : h("ul", { class: "answers" }, found.map(({ name, mapping, row }) =>
          h("li", {},
            selectedWords(row.selected),
            h("div", {},
              h("p", {}, h("strong", {}, guaranteeName(name)), " ", h("span", { class: "muted" }, m.coverage.mapping(mapping + 1))),
              h("p", { class: "why" }, fullReason(coverage.catalog, row.decided_by, row.overridden)))))),
    h("p", {}, h("a", { href: "#act", onclick: () => tryAsAct(coverage, asked) }, m.coverage.tryAct)),
  ];
}

function tryAsAct({ catalog }: LoadedCoverage, careType: string): void {
  updateWork({ draft: withCareType(getState().work.draft, careType, catalog) });
}
