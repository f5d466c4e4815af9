/** One care type, chosen by typing its label, its code or an everyday word; with `free`, also one that the catalogue does not have. */
import type { ComponentChildren } from "preact";
import type { LoadedCatalog } from "../../engine/engine";
import { ComboboxField, type Offer, type Suggestion } from "../../kit/combobox-field";
import { codeOf } from "./codes";
import { hitsOf } from "./hits";
import { OptionWords } from "./option";
import { usePreparedSearch } from "./prepared";
import { pickerWords } from "./words";

const MOST_SHOWN = 40;

interface Props {
  catalog: LoadedCatalog;
  id: string;
  label: string;
  /** Its code; null where none is chosen. */
  chosen: string | null;
  onchoose: (code: string | null) => void;
  /** One that the catalogue does not have may be chosen, too. */
  free?: boolean;
  hint?: ComponentChildren;
  problem?: ComponentChildren;
}

export function CareTypeField({ catalog, id, label, chosen, onchoose, free = false, hint, problem }: Props) {
  usePreparedSearch(catalog);
  const offer = (typed: string | null): Offer => {
    const text = typed?.trim() ?? "";
    const hits = hitsOf(catalog, text, "types", MOST_SHOWN);
    const found: Suggestion[] = hits.map((hit) => ({
      key: hit.shortCode,
      content: <OptionWords catalog={catalog} hit={hit} state="open" impact={undefined} />,
      take: () => onchoose(hit.shortCode),
    }));
    const isOwn = free && text !== "" && codeOf(catalog, text) === null;
    const own: Suggestion[] = !isOwn ? [] : [{ key: "own", content: pickerWords.own(text), take: () => onchoose(text) }];
    return {
      sections: [{ label: null, suggestions: [...found, ...own] }],
      note: hits.length === 0 ? pickerWords.none(text) : hits.length === MOST_SHOWN ? pickerWords.more : null,
      chosen: hits.findIndex(({ shortCode }) => shortCode === chosen),
    };
  };
  const leave = (typed: string) => {
    const text = typed.trim();
    const code = text === "" ? null : (codeOf(catalog, text) ?? (free ? text : chosen));
    if (code !== chosen) onchoose(code);
  };
  const text = chosen === null ? "" : (catalog.types.get(chosen)?.label ?? chosen);
  return (
    <ComboboxField
      list={pickerWords.list}
      placeholder={pickerWords.placeholder.types}
      onleave={leave}
      {...{ id, label, text, offer, hint, problem }}
    />
  );
}
