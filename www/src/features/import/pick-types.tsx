/** For which care types is a row whose label does not say it? */
import { catalog } from "../../store/readings";
import { groupLabel, typeLabel } from "../common/labels";
import { CareTypePicker } from "../picker/picker";
import { pickFor } from "./say";
import { asking, draft } from "./model";
import type { SheetRow } from "./spots";
import { importWords } from "./words";

export function PickTypes({ row }: { row: SheetRow }) {
  const { detail: w } = importWords;
  const types = catalog.value;
  if (types.state !== "ready") return null;
  const { value } = types;
  const picked = draft.value!.careTypes[row.row];
  const chosen = [
    ...(picked?.groups ?? []).map((shortCode) => ({ of: "group" as const, shortCode, label: groupLabel(value, shortCode) })),
    ...(picked?.types ?? []).map((shortCode) => ({ of: "care_type" as const, shortCode, label: typeLabel(value, shortCode) })),
  ];
  return (
    <div class="import-pick">
      {chosen.length > 0 && (
        <ul class="term-chips" aria-label={w.picked}>
          {chosen.map((entry) => (
            <li key={`${entry.of}/${entry.shortCode}`} class="term-chip">
              <span>{entry.label}</span>
              <button type="button" aria-label={w.remove(entry.label)} onClick={() => pickFor(row, entry, false)}>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <CareTypePicker
        catalog={value}
        id="import-picker"
        label={w.pick}
        kinds="both"
        chosen={new Set(chosen.map(({ shortCode }) => shortCode))}
        onpick={(entry) => pickFor(row, entry, true)}
        onunpick={(entry) => pickFor(row, entry, false)}
        hint={w.pickHint}
      />
      {picked && row.read?.status === "unmatched" && !asking.isBehind.value && <p class="bad">{w.stillUntyped}</p>}
    </div>
  );
}
