/**
 * Choose a care type or a group of the catalogue: by typing a label, a code or an everyday word, or from the tree of groups.
 *
 *     <CareTypePicker catalog={catalog} id="include" label="Add" kinds="both" chosen={codes} onpick={add} impact={adds} />
 */
import { useRef, useState } from "preact/hooks";
import type { LoadedCatalog } from "../../engine/engine";
import { ComboboxField, type Offer, type Section } from "../../kit/combobox-field";
import { type CatalogEntry, type CatalogHit, hitsOf, type Kinds } from "./hits";
import { type Impact, OptionWords } from "./option";
import { usePreparedSearch } from "./prepared";
import { TreePanel } from "./tree-panel";
import { pickerWords } from "./words";

const MOST_SHOWN = 40;

interface Props {
  catalog: LoadedCatalog;
  id: string;
  label: string;
  kinds: Kinds;
  /** Codes that are there already. */
  chosen: ReadonlySet<string>;
  onpick: (entry: CatalogEntry) => void;
  /** Takes one back in the tree, where that is possible. */
  onunpick?: (entry: CatalogEntry) => void;
  /** What an entry adds or removes, shown before it is taken. */
  impact?: Impact;
  hint?: string | null;
}

export function CareTypePicker({ catalog, id, label, kinds, chosen, onpick, onunpick, impact, hint }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  usePreparedSearch(catalog);
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
            content: <OptionWords catalog={catalog} hit={hit} state={isChosen ? "chosen" : "open"} impact={impact} />,
            take: () => onpick({ of: hit.of, shortCode: hit.shortCode }),
            isDisabled: isChosen,
          };
        }),
      })) satisfies Section[],
      note: hits.length === 0 ? none : hits.length === MOST_SHOWN ? pickerWords.more : null,
    };
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const browse = (
    <button
      ref={button}
      type="button"
      aria-expanded={isOpen}
      aria-controls={isOpen ? `${id}-panel` : undefined}
      aria-label={pickerWords.browseOf(label)}
      onClick={() => setOpen(!isOpen)}
    >
      {pickerWords.browse}
    </button>
  );
  const placeholder = pickerWords.placeholder[kinds];
  return (
    <div class="care-type-picker">
      <ComboboxField list={pickerWords.list} text="" after={browse} {...{ id, label, placeholder, offer, hint }} />
      {isOpen && <TreePanel id={`${id}-panel`} onclose={close} {...{ catalog, kinds, chosen, onpick, onunpick, impact }} />}
    </div>
  );
}

/** Groups and care types apart; first those of which the best hit is one. */
function sectionsOf(hits: readonly CatalogHit[]): { of: CatalogHit["of"]; hits: CatalogHit[] }[] {
  const first = hits[0]?.of ?? "group";
  const order: CatalogHit["of"][] = first === "group" ? ["group", "care_type"] : ["care_type", "group"];
  return order.map((of) => ({ of, hits: hits.filter((hit) => hit.of === of) })).filter(({ hits }) => hits.length > 0);
}
