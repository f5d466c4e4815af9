/**
 * Choose a care type or a group of the catalogue: by typing a label, a code or an everyday word, or from the tree of groups.
 *
 *     <CareTypePicker catalog={catalog} id="include" label="Add" kinds="both" chosen={codes} onpick={add} impact={adds} />
 */
import { useEffect } from "preact/hooks";
import type { LoadedCatalog, LoadedCoverage } from "../../engine/engine";
import { ComboboxField, type Offer, type Section } from "../../kit/combobox-field";
import { whenThereIsTime } from "../../kit/slices";
import { type CatalogEntry, type CatalogHit, hitsOf, type Kinds, prepareSearch } from "./hits";
import { type Impact, OptionWords } from "./option";
import { pickerWords } from "./words";

const MOST_SHOWN = 40;

interface Props {
  coverage: LoadedCoverage | null;
  catalog: LoadedCatalog;
  id: string;
  label: string;
  kinds: Kinds;
  /** Codes that are there already. */
  chosen: ReadonlySet<string>;
  onpick: (entry: CatalogEntry) => void;
  /** What an entry adds or removes, shown before it is taken. */
  impact?: Impact;
  hint?: string | null;
}

export function CareTypePicker({ catalog, id, label, kinds, chosen, onpick, impact, hint }: Props) {
  useEffect(() => whenThereIsTime(() => prepareSearch(catalog)), [catalog]);
  const offer = (typed: string | null): Offer => {
    const hits = hitsOf(catalog, typed ?? "", kinds, MOST_SHOWN);
    const none = typed?.trim() ? pickerWords.none(typed.trim()) : pickerWords.noneOf[kinds];
    return {
      sections: sectionsOf(hits).map(({ of, hits }) => ({
        label: kinds === "both" ? (of === "group" ? pickerWords.groups : pickerWords.types) : null,
        suggestions: hits.map((hit) => {
          const isChosen = chosen.has(hit.shortCode);
          return {
            key: `${hit.of}/${hit.shortCode}`,
            content: <OptionWords catalog={catalog} hit={hit} isChosen={isChosen} impact={impact} />,
            take: () => onpick({ of: hit.of, shortCode: hit.shortCode }),
            isDisabled: isChosen,
          };
        }),
      })) satisfies Section[],
      note: hits.length === 0 ? none : hits.length === MOST_SHOWN ? pickerWords.more : null,
    };
  };
  return (
    <ComboboxField id={id} label={label} list={pickerWords.list} text="" placeholder={pickerWords.placeholder[kinds]} offer={offer} hint={hint} />
  );
}

/** Groups and care types apart; first those of which the best hit is one. */
function sectionsOf(hits: readonly CatalogHit[]): { of: CatalogHit["of"]; hits: CatalogHit[] }[] {
  const first = hits[0]?.of ?? "group";
  const order: CatalogHit["of"][] = first === "group" ? ["group", "care_type"] : ["care_type", "group"];
  return order.map((of) => ({ of, hits: hits.filter((hit) => hit.of === of) })).filter(({ hits }) => hits.length > 0);
}
