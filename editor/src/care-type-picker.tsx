/** `<care-type-picker>`: which care types and groups? Its value is what a selector includes. */
import type { CareTypeLists, CareTypeSynonyms, CoverageCareTypeSelector } from "../../www/src/engine/engine";
import { LoadedCatalog } from "../../www/src/engine/engine";
import { groupLabel, typeLabel } from "../../www/src/features/common/labels";
import type { CatalogEntry, Kinds } from "../../www/src/features/picker/hits";
import { CareTypePicker } from "../../www/src/features/picker/picker";
import { DrawnElement } from "./drawn-element";
import { elementWords } from "./element-words";

const KINDS: readonly Kinds[] = ["both", "types", "groups"];
const FIELDS = { group: "include_care_type_groups", care_type: "include_care_types" } as const;

type Picked = Pick<CoverageCareTypeSelector, (typeof FIELDS)[keyof typeof FIELDS]>;

export class CareTypePickerElement extends DrawnElement {
  static override observedAttributes = [...DrawnElement.observedAttributes, "kinds"];

  #lists: CareTypeLists | null = null;
  #synonyms: readonly CareTypeSynonyms[] = [];
  #catalog: LoadedCatalog | null = null;
  #value: Picked = {};

  /** The lists of the catalogue. One that the engine refuses is none. */
  get catalog(): CareTypeLists | null {
    return this.#lists;
  }
  set catalog(lists: CareTypeLists | null) {
    if (lists === this.#lists) return;
    this.#lists = lists ?? null;
    this.#read();
  }

  get synonyms(): readonly CareTypeSynonyms[] {
    return this.#synonyms;
  }
  set synonyms(synonyms: readonly CareTypeSynonyms[]) {
    this.#synonyms = synonyms ?? [];
    this.#read();
  }

  get value(): Picked {
    return this.#value;
  }
  set value(value: Picked | null) {
    this.#value = value ?? {};
    this.#validate();
    this.redraw();
  }

  formResetCallback(): void {
    this.value = {};
  }

  formStateRestoreCallback(state: unknown): void {
    if (typeof state === "string") this.value = JSON.parse(state) as Picked;
  }

  protected override worded(): void {
    this.#validate();
  }

  protected draw() {
    if (!this.#catalog) return null;
    const kinds = KINDS.find((kind) => kind === this.getAttribute("kinds")) ?? "both";
    const label = this.shownLabel || elementWords.pick;
    const entries = entriesOf(this.#value);
    return (
      <fieldset disabled={this.isDisabled} role="none">
        <div class="term-side">
          {entries.length > 0 && (
            <ul class="term-chips" part="chosen">
              {entries.map((entry) => (
                <Chip key={`${entry.of}/${entry.shortCode}`} catalog={this.#catalog!} entry={entry} onremove={() => this.#change(entries.filter((other) => other !== entry))} />
              ))}
            </ul>
          )}
          <CareTypePicker
            catalog={this.#catalog}
            id="picker"
            label={label}
            kinds={kinds}
            chosen={new Set(entries.map(({ shortCode }) => shortCode))}
            onpick={(entry) => this.#change([...entries, entry])}
            onunpick={(entry) => this.#change(entries.filter(({ of, shortCode }) => of !== entry.of || shortCode !== entry.shortCode))}
          />
        </div>
      </fieldset>
    );
  }

  #change(entries: readonly CatalogEntry[]): void {
    this.value = valueOf(entries);
    for (const type of ["input", "change"]) this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail: { value: this.#value } }));
  }

  #read(): void {
    const before = this.#catalog;
    const reading = this.#lists ? LoadedCatalog.read({ ok: true, value: this.#lists }, [], this.#synonyms) : null;
    this.#catalog = reading?.state === "ready" ? reading.value : null;
    this.redraw();
    before?.free();
  }

  #validate(): void {
    this.internals.setFormValue(JSON.stringify(this.#value));
    const isMissing = this.required && entriesOf(this.#value).length === 0;
    this.internals.setValidity(isMissing ? { valueMissing: true } : {}, isMissing ? this.getAttribute("label") || " " : undefined, isMissing ? this.frame : undefined);
  }
}

function Chip({ catalog, entry: { of, shortCode }, onremove }: { catalog: LoadedCatalog; entry: CatalogEntry; onremove: () => void }) {
  const label = of === "group" ? groupLabel(catalog, shortCode) : typeLabel(catalog, shortCode);
  return (
    <li class="term-chip" title={shortCode}>
      <span>{label}</span>
      <button type="button" aria-label={elementWords.remove(label)} onClick={onremove}>
        <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}

function entriesOf(value: Picked): CatalogEntry[] {
  return (["group", "care_type"] as const).flatMap((of) => [...(value[FIELDS[of]] ?? [])].map((shortCode) => ({ of, shortCode })));
}

function valueOf(entries: readonly CatalogEntry[]): Picked {
  const codes = (of: CatalogEntry["of"]) => entries.filter((entry) => entry.of === of).map(({ shortCode }) => shortCode);
  const [groups, types] = [codes("group"), codes("care_type")];
  return { ...(groups.length > 0 && { include_care_type_groups: groups }), ...(types.length > 0 && { include_care_types: types }) };
}
