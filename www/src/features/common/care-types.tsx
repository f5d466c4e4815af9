/** How are care types, groups, guarantees and selector terms named? Care types and groups by label and code. */
import { commonWords, becauseWords } from "./words";
import type { Option } from "../../kit/combobox";
import type { ComponentChildren } from "preact";
import type { LoadedCatalog, SelectorTerm } from "../../engine/engine";
import { status } from "../../kit/status";

export function typeLabel(catalog: LoadedCatalog, shortCode: string): string {
  return catalog.types.get(shortCode)?.label ?? shortCode;
}

export function groupLabel(catalog: LoadedCatalog, shortCode: string): string {
  return catalog.groups.get(shortCode)?.label ?? shortCode;
}

export function typeName(catalog: LoadedCatalog, shortCode: string): ComponentChildren {
  return named(typeLabel(catalog, shortCode), shortCode);
}

/** A guarantee's name is one long word; it may break after its underscores. */
export function guaranteeName(name: string): ComponentChildren {
  return name.split("_").map((part, index) =>
    index === 0 ? (
      part
    ) : (
      <>
        _<wbr />
        {part}
      </>
    ),
  );
}

/** A code stands alone where nothing has been given as its label. */
export function named(label: string, code: string): ComponentChildren {
  return label === code ? (
    <code>{code}</code>
  ) : (
    <>
      <span class="label">{label}</span> <code>{code}</code>
    </>
  );
}

export function reason(catalog: LoadedCatalog, term: SelectorTerm): string {
  return becauseWords[term.field](groupLabel(catalog, term.short_code));
}

/** Why a selector decided as it did, and which terms that overrode. */
export function fullReason(catalog: LoadedCatalog, decidedBy: SelectorTerm, overridden: readonly SelectorTerm[]): string {
  const first = reason(catalog, decidedBy);
  return overridden.length === 0 ? first : `${first}, ${becauseWords.overrides(overridden.map((term) => reason(catalog, term)))}`;
}

export function selectedWords(selected: boolean): ComponentChildren {
  return selected ? status("good", commonWords.selected) : status("bad", commonWords.leftOut);
}

const optionsOf = new WeakMap<LoadedCatalog, Option[]>();

/** The catalogue's care types as choices, by label. */
export function careTypeOptions(catalog: LoadedCatalog): Option[] {
  let options = optionsOf.get(catalog);
  if (!options) {
    const order = new Intl.Collator("fr");
    options = [...catalog.types.values()]
      .map((type) => ({ value: type.short_code, label: type.label ?? type.short_code, code: type.short_code }))
      .sort((a, b) => order.compare(a.label, b.label));
    optionsOf.set(catalog, options);
  }
  return options;
}
