/** What does a draft change in the text of the catalogue, and in that of the coverage where it names the entry? As operations. */
import type { CareTypeLists, LoadedCatalog } from "../../engine/engine";
import { applyEdits, type Edit, type Operation, patchedText, patchText } from "../../kit/json/patch";
import { type Node, nodeAt, readTree, type Tree } from "../../kit/json/tree";
import { listIn } from "../../kit/json/values";
import { draftOf, type EntryDraft, sameFacts } from "./draft";

export function catalogOperations(lists: CareTypeLists, catalog: LoadedCatalog, draft: EntryDraft): Operation[] {
  return draft.of === "group" ? groupOperations(lists, catalog, draft) : typeOperations(lists, catalog, draft);
}

function typeOperations({ internal_care_types: types }: CareTypeLists, catalog: LoadedCatalog, draft: EntryDraft): Operation[] {
  const { was, label, code, linked, facts } = draft;
  const ids = linked.flatMap((group) => catalog.groups.get(group)?.id ?? []);
  const before = was === null ? null : draftOf(catalog, { of: "care_type", shortCode: was });
  if (before === null) {
    const given = { ...(label.trim() !== "" && { label: label.trim() }), care_type_group_ids: ids, ...(facts && { applicable_facts: facts }) };
    return [{ op: "add", path: "/internal_care_types/-", value: { id: nextId(types), short_code: code, ...given } }];
  }
  const at = types.findIndex((type) => type.short_code === was);
  const path = `/internal_care_types/${at}`;
  if (draft.isRemoved) return [{ op: "remove", path }];
  const type = types[at]!;
  const own = type.care_type_group_ids;
  const gone = own.map((id, position) => ({ id, position })).filter(({ id }) => !ids.includes(id)).reverse();
  const factsChanged = !sameFacts(facts, before.facts);
  return [
    ...named(path, type, draft),
    ...gone.map(({ position }): Operation => ({ op: "remove", path: `${path}/care_type_group_ids/${position}` })),
    ...ids.filter((id) => !own.includes(id)).map((value): Operation => ({ op: "add", path: `${path}/care_type_group_ids/-`, value })),
    ...(!factsChanged ? [] : facts ? [{ op: "add" as const, path: `${path}/applicable_facts`, value: facts }] : [{ op: "remove" as const, path: `${path}/applicable_facts` }]),
  ];
}

function groupOperations({ care_type_groups: groups, internal_care_types: types }: CareTypeLists, catalog: LoadedCatalog, draft: EntryDraft): Operation[] {
  const { was, label, code } = draft;
  const at = groups.findIndex((group) => group.short_code === was);
  const id = groups[at]?.id ?? nextId(groups);
  const path = `/care_type_groups/${at}`;
  const given = { id, short_code: code, ...(label.trim() !== "" && { label: label.trim() }) };
  const own: Operation[] = at < 0 ? [{ op: "add", path: "/care_type_groups/-", value: given }] : draft.isRemoved ? [{ op: "remove", path }] : named(path, groups[at]!, draft);
  const members = new Set(draft.isRemoved ? [] : draft.linked.filter((careType) => catalog.types.has(careType)));
  return [...own, ...types.flatMap((type, position) => membership(type, position, id, members))];
}

/** In the list of groups of one care type. */
function membership(type: CareTypeLists["internal_care_types"][number], position: number, id: number, members: ReadonlySet<string>): Operation[] {
  const path = `/internal_care_types/${position}/care_type_group_ids`;
  const ids = type.care_type_group_ids;
  if (members.has(type.short_code)) return ids.includes(id) ? [] : [{ op: "add", path: `${path}/-`, value: id }];
  return ids.flatMap((other, at) => (other === id ? [at] : [])).reverse().map((at) => ({ op: "remove", path: `${path}/${at}` }));
}

function named(path: string, before: { short_code: string; label?: string | null }, { label, code }: EntryDraft): Operation[] {
  const text = label.trim();
  const isRelabelled = text !== (before.label ?? "");
  return [
    ...(code === before.short_code ? [] : [{ op: "replace" as const, path: `${path}/short_code`, value: code }]),
    ...(!isRelabelled ? [] : text === "" ? [{ op: "remove" as const, path: `${path}/label` }] : [{ op: before.label === undefined ? ("add" as const) : ("replace" as const), path: `${path}/label`, value: text }]),
  ];
}

function nextId(entries: readonly { id: number }[]): number {
  return entries.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
}

const FIELDS = {
  care_type: ["include_care_types", "exclude_care_types"],
  group: ["include_care_type_groups", "exclude_care_type_groups"],
} as const;

export interface Mention {
  guarantee: number;
  mapping: number;
  path: string;
}

/** Where the selectors of a coverage name an entry, the last of a list first. */
export function mentionsOf(coverage: unknown, of: EntryDraft["of"], code: string): Mention[] {
  return listIn(coverage, "guarantees").flatMap((given, guarantee) =>
    listIn(given, "care_type_mappings").flatMap((given, mapping) => {
      const selector = fieldOf(given, "selector");
      const path = `/guarantees/${guarantee}/care_type_mappings/${mapping}/selector`;
      return FIELDS[of].flatMap((field) =>
        listIn(selector, field).flatMap((value, at) => (value === code ? [{ guarantee, mapping, path: `${path}/${field}/${at}` }] : [])).reverse(),
      );
    }),
  );
}

/** A code that changes is changed in the coverage; one that goes is taken out of its selectors. */
export function coverageOperations(coverage: unknown, { of, was, code, isRemoved }: EntryDraft): Operation[] {
  if (was === null || (code === was && !isRemoved)) return [];
  return mentionsOf(coverage, of, was).map(({ path }) => (isRemoved ? { op: "remove", path } : { op: "replace", path, value: code }));
}

/** Findings that are meant name care types, too. */
export function acceptanceOperations(json: unknown, draft: EntryDraft): Operation[] {
  const { was, code } = draft;
  if (!isRenamedType(draft)) return [];
  return listIn(json, "accept").flatMap((acceptance, index) =>
    listIn(acceptance, "care_types").flatMap((careType, at) =>
      careType === was ? [{ op: "replace" as const, path: `/accept/${index}/care_types/${at}`, value: code }] : [],
    ),
  );
}

/** So do the acts of a year: each by itself, or as the `act` of its entry. */
export function yearOperations(json: unknown, draft: EntryDraft): Operation[] {
  const { was, code } = draft;
  if (!isRenamedType(draft) || !Array.isArray(json)) return [];
  return json.flatMap((entry: unknown, index) => {
    const places = [`/${index}/care_type`, `/${index}/act/care_type`];
    const named = [fieldOf(entry, "care_type"), fieldOf(fieldOf(entry, "act"), "care_type")];
    return places.flatMap((path, at) => (named[at] === was ? [{ op: "replace" as const, path, value: code }] : []));
  });
}

function isRenamedType({ of, was, code, isRemoved }: EntryDraft): boolean {
  return of === "care_type" && was !== null && code !== was && !isRemoved;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/**
 * The text after operations. Those that take a part out, put a scalar at the end of a list, or replace one by another are made on the text
 * as it is, so that a hundred of them cost little more than one; others one after the other, and before. Null where the text has no such places.
 */
export function patchedApart(text: string, operations: readonly Operation[], tree: Tree): string | null {
  const isApart = ({ op, path, value }: Operation) =>
    op === "remove" || (typeof value !== "object" && (op === "replace" || (op === "add" && path.endsWith("/-"))));
  const others = operations.filter((operation) => !isApart(operation));
  const begun = others.length === 0 ? text : patchedText(text, others, tree);
  if (begun === null) return null;
  const { root } = begun === text ? tree : readTree(begun);
  const apart = operations.filter(isApart);
  const found = root && apart.map((operation) => editOf(begun, root, operation));
  if (!found || found.some((edit) => edit === null)) return null;
  const edits = found.flatMap((edit) => edit ?? []).sort((a, b) => a.start - b.start);
  const touch = edits.some((edit, index) => index > 0 && doTouch(edits[index - 1]!, edit));
  return touch ? patchedText(begun, apart) : applyEdits(begun, edits.reverse());
}

/** What is put behind a part goes with a comma that is wrong once that part is gone. */
function doTouch(before: Edit, after: Edit): boolean {
  const isAddition = ({ start, end }: Edit) => start === end;
  return after.start < before.end || after.start === before.start || (after.start === before.end && (isAddition(before) || isAddition(after)));
}

/** Null where there is no such place. */
function editOf(text: string, root: Node, { op, path, value }: Operation): Edit | null {
  const raw = JSON.stringify(value);
  if (op === "remove") return patchText(text, [{ op, path }], { root, stop: null })?.[0] ?? null;
  if (op === "replace") {
    const node = nodeAt(root, path);
    return node?.closed ? { start: node.start, end: node.end, text: raw } : null;
  }
  const list = nodeAt(root, path.slice(0, -2));
  if (!list?.closed || list.kind !== "array") return null;
  const [first, second] = list.parts;
  if (!first) return { start: list.start + 1, end: list.end - 1, text: raw };
  const { end } = list.parts.at(-1)!;
  const separator = second ? text.slice(first.end, second.start) : ", ";
  return { start: end, end, text: separator + raw };
}

/** The other shape, look-ups by code, as two lists with one entry on a line; what else it says stays. */
export function asLists(json: Record<string, unknown>): string {
  const { internal_care_type_by_short_code: types, care_type_group_by_short_code: groups, care_type_group_to_internal_care_types: _, ...others } = json;
  const entries = (byCode: unknown) => `[\n${Object.values(byCode ?? {}).map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`;
  const fields = Object.entries(others).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${[...fields, `  "care_type_groups": ${entries(groups)}`, `  "internal_care_types": ${entries(types)}`].join(",\n")}\n}\n`;
}
