/** How are care types, groups, guarantees and selector terms named? Care types and groups by label and code. */
import type { LoadedCatalog } from "../../engine/engine";
import { Status } from "../../kit/status";
import { typeLabel } from "./labels";
import { commonWords } from "./words";

export function TypeName({ catalog, shortCode }: { catalog: LoadedCatalog; shortCode: string }) {
  return <Named label={typeLabel(catalog, shortCode)} code={shortCode} />;
}

/** A guarantee's name is one long word; it may break after its underscores. */
export function GuaranteeName({ name }: { name: string }) {
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

/** A code is alone where nothing has been given as its label. */
export function Named({ label, code }: { label: string; code: string }) {
  return label === code ? (
    <code>{code}</code>
  ) : (
    <>
      <span class="label">{label}</span> <code>{code}</code>
    </>
  );
}

export function SelectedWords({ selected }: { selected: boolean }) {
  return selected ? <Status tone="good" word={commonWords.selected} /> : <Status tone="bad" word={commonWords.leftOut} />;
}
