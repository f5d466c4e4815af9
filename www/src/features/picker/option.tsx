/** A care type or a group as one choice among many: label first, then its code, its groups, and what choosing it does. */
import { useEffect, useState } from "preact/hooks";
import type { LoadedCatalog } from "../../engine/engine";
import { whenThereIsTime } from "../../kit/slices";
import { Status } from "../../kit/status";
import { indexOf } from "./catalog-index";
import type { CatalogEntry, CatalogHit } from "./hits";
import { pickerWords } from "./words";

/** What choosing an entry adds or removes; null where there is nothing to say. */
export type Impact = (entry: CatalogEntry) => string | null;

interface Props {
  catalog: LoadedCatalog;
  hit: CatalogHit;
  /** `through_group`: a group of it is chosen. */
  state: "open" | "chosen" | "through_group";
  impact: Impact | undefined;
}

export function OptionWords({ catalog, hit, state, impact }: Props) {
  const { shortCode, label, synonym } = hit;
  const details = [...(synonym === null ? [] : [pickerWords.synonym(synonym)]), detailOf(catalog, hit)].filter((words) => words !== "");
  return (
    <span class="catalog-option">
      <span class="catalog-option-name">
        <span class="label">{label}</span> {label !== shortCode && <code>{shortCode}</code>}
      </span>
      <span class="catalog-option-detail muted">{details.join(" · ")}</span>
      {state === "open" ? (
        impact && <ImpactWords hit={hit} impact={impact} />
      ) : (
        <span class="impact">
          <Status tone="good" word={state === "chosen" ? pickerWords.chosen : pickerWords.throughGroup} />
        </span>
      )}
    </span>
  );
}

/** Asked once the choices are drawn, so that typing stays fast whatever an answer costs. */
function ImpactWords({ hit: { of, shortCode }, impact }: { hit: CatalogHit; impact: Impact }) {
  const [words, set] = useState<string | null>(null);
  useEffect(() => whenThereIsTime(() => set(impact({ of, shortCode }))), [impact, of, shortCode]);
  return words !== null && <span class="impact">{words}</span>;
}

/** The groups of a care type, or how large a group is. */
export function detailOf(catalog: LoadedCatalog, { of, shortCode }: CatalogEntry): string {
  const { groupsOf, membersOf } = indexOf(catalog);
  if (of === "group") return pickerWords.members(membersOf.get(shortCode)?.length ?? 0);
  return pickerWords.path((groupsOf.get(shortCode) ?? []).map((group) => group.label ?? group.short_code));
}
