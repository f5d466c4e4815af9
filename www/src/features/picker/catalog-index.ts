/** Which care types and groups does a catalogue have, in the order of their labels, and which belong together? Computed once for each catalogue. */
import type { CareTypeGroup, InternalCareType, LoadedCatalog } from "../../engine/engine";
import { language } from "../../store/language";

export interface CatalogIndex {
  groups: readonly CareTypeGroup[];
  types: readonly InternalCareType[];
  /** By the short code of a group. */
  membersOf: ReadonlyMap<string, readonly InternalCareType[]>;
  /** By the short code of a care type. */
  groupsOf: ReadonlyMap<string, readonly CareTypeGroup[]>;
}

const indices = new WeakMap<LoadedCatalog, { language: string; index: CatalogIndex }>();

export function indexOf(catalog: LoadedCatalog): CatalogIndex {
  const known = indices.get(catalog);
  if (known?.language === language()) return known.index;
  const index = build(catalog);
  indices.set(catalog, { language: language(), index });
  return index;
}

function build(catalog: LoadedCatalog): CatalogIndex {
  const order = new Intl.Collator(language(), { numeric: true });
  const byLabel = <T extends { label?: string | null; short_code: string }>(entries: Iterable<T>) =>
    [...entries]
      .map((entry) => ({ entry, label: entry.label ?? entry.short_code }))
      .sort((a, b) => order.compare(a.label, b.label))
      .map(({ entry }) => entry);
  const groups = byLabel(catalog.groups.values());
  const types = byLabel(catalog.types.values());
  const groupById = new Map(groups.map((group) => [group.id, group]));
  const membersOf = new Map<string, InternalCareType[]>(groups.map((group) => [group.short_code, []]));
  const groupsOf = new Map<string, readonly CareTypeGroup[]>();
  for (const type of types) {
    const own = [...new Set(type.care_type_group_ids)].flatMap((id) => groupById.get(id) ?? []);
    groupsOf.set(type.short_code, own);
    for (const group of own) membersOf.get(group.short_code)!.push(type);
  }
  return { groups, types, membersOf, groupsOf };
}
