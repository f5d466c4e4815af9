/**
 * A care type goes from one guarantee to another: no mapping of the one selects it any more, and one of the other does.
 *
 * What is named is taken out of the list. What comes with a group is excluded by name.
 */
import type { LoadedCatalog } from "../../engine/engine";
import type { Operation } from "../../kit/json/patch";
import { isObject, type Json, textsIn } from "../../kit/json/values";
import { mappingsOf, partOf, pointerOf } from "./guarantee-list";
import { addTerm, append, EMPTY_MAPPING, removeTerm } from "./mapping-edits";

export interface Target {
  guarantee: number;
  /** Null: a new one. */
  mapping: number | null;
}

export interface Move {
  operations: Operation[];
  /** In how many mappings it is taken out of the list, and in how many it is excluded. */
  unnamed: number;
  excluded: number;
  /** The other guarantee selected it already. */
  wasThere: boolean;
  /** It has a new mapping there. */
  isNew: boolean;
}

export function moveType(catalog: LoadedCatalog, guarantees: readonly unknown[], from: number, careType: string, target: Target): Move {
  const leaving = mappingsOf(guarantees[from]).map((mapping, index) => leave(catalog, pointerOf(from, index), mapping, careType));
  const arriving = arrive(catalog, guarantees[target.guarantee], target, careType);
  return {
    operations: [...leaving.flatMap(({ operations }) => operations), ...arriving.operations],
    unnamed: leaving.filter(({ how }) => how === "unnamed").length,
    excluded: leaving.filter(({ how }) => how === "excluded").length,
    wasThere: arriving.wasThere,
    isNew: arriving.isNew,
  };
}

function leave(catalog: LoadedCatalog, pointer: string, mapping: unknown, careType: string): { operations: Operation[]; how: "excluded" | "unnamed" | null } {
  const selector = partOf(mapping, "selector");
  if (!selects(catalog, selector, careType)) return { operations: [], how: null };
  const operations = removeTerm(pointer, mapping, "include_care_types", careType);
  const rest = { ...selector, include_care_types: textsIn(selector, "include_care_types").filter((code) => code !== careType) };
  if (!selects(catalog, rest, careType)) return { operations, how: "unnamed" };
  return { operations: [...operations, ...addTerm(pointer, mapping, "exclude_care_types", careType)], how: "excluded" };
}

function arrive(catalog: LoadedCatalog, guarantee: unknown, target: Target, careType: string): { operations: Operation[]; wasThere: boolean; isNew: boolean } {
  const mappings = mappingsOf(guarantee);
  if (mappings.some((mapping) => selects(catalog, partOf(mapping, "selector"), careType))) return { operations: [], wasThere: true, isNew: false };
  const mapping = target.mapping === null ? undefined : mappings[target.mapping];
  if (isObject(mapping)) {
    const pointer = pointerOf(target.guarantee, target.mapping!);
    const selector = partOf(mapping, "selector");
    const next: Json = {
      ...selector,
      include_care_types: [...textsIn(selector, "include_care_types"), careType],
      exclude_care_types: textsIn(selector, "exclude_care_types").filter((code) => code !== careType),
    };
    const operations = [...removeTerm(pointer, mapping, "exclude_care_types", careType), ...addTerm(pointer, mapping, "include_care_types", careType)];
    if (selects(catalog, next, careType)) return { operations, wasThere: false, isNew: false };
  }
  // Where a group is excluded with it, it has a mapping of its own, under the same conditions.
  const filter = isObject(mapping) ? partOf(mapping, "filter") : EMPTY_MAPPING.filter;
  const own = { selector: { include_care_types: [careType] }, filter };
  return { operations: append(pointerOf(target.guarantee), guarantee, "care_type_mappings", own), wasThere: false, isNew: true };
}

function selects(catalog: LoadedCatalog, selector: Json, careType: string): boolean {
  return catalog.explain(selector).some((row) => row.short_code === careType && row.selected);
}
