// Codes in order, and a group in place of its care types.
import type * as api from "../../care-coverage-language";
import type { Context } from "../context.ts";
import { replacing } from "../edits.ts";
import { placeAt } from "../shapes.ts";
import { code } from "../speech.ts";
import { entriesOf, jsonOf, type Node, type Step, stringOf } from "../nodes.ts";
import type { TextEdit } from "../types.ts";
import { last } from "../last.ts";

/** Offered of several groups. */
const MOST_GROUPS = 3;
/** As many care types may be excepted from a group. */
const MOST_EXCEPTIONS = 3;

export function sortIn({ tree: { text }, kind, speech }: Context, steps: readonly Step[]): api.CodeAction[] {
  const list = last(steps, ({ part: { value } }) => value?.kind === "array");
  const at = steps.indexOf(list!);
  const role = list && placeAt(text, kind, steps.slice(0, at + 1)).role;
  if (list === undefined || role === undefined) return [];
  const entries = entriesOf(list.part.value);
  if (entries.some(({ kind, closed }) => kind !== "string" || !closed)) return [];
  const raw = entries.map(({ start, end }) => text.slice(start, end));
  const sorted = entries.map(({ start, end }) => ({ name: stringOf(text, start, end), raw: text.slice(start, end) })).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const edits = entries.flatMap(({ start, end }, index): TextEdit[] => (sorted[index]!.raw === raw[index] ? [] : [{ start, end, text: sorted[index]!.raw }]));
  return edits.length === 0 ? [] : [{ title: speech.words.actions.sortCodes, kind: "sort_codes", edits, fixes: null }];
}

type Selector = Record<"include_care_types" | "include_care_type_groups" | "exclude_care_types" | "exclude_care_type_groups", string[] | undefined>;

/** Where care types are all those of a group, or nearly, and the selector stays the same. */
export function groupsIn(context: Context, steps: readonly Step[]): api.CodeAction[] {
  const { tree: { text }, catalog, selections } = context;
  const node = last(steps, ({ part: { key } }) => key?.name === "selector")?.part.value;
  const selector = jsonOf(text, node) as Selector | undefined;
  if (!node || !isSelector(selector)) return [];
  const codes = new Set(selector.include_care_types);
  const before = selections.ofValue(selector);
  const groups = new Set([...codes].flatMap((name) => (catalogHas(context, name) ? catalog.groupsOf(name)!.map(({ short_code }) => short_code) : [])));
  const found = [...groups].flatMap((group) => {
    const members = catalog.membersOf(group)!.map(({ short_code }) => short_code);
    const [taken, left] = [members.filter((name) => codes.has(name)), members.filter((name) => !codes.has(name))];
    // One code for several, and at most a few exceptions.
    if (taken.length < 2 || left.length > MOST_EXCEPTIONS || taken.length <= left.length + 1) return [];
    const now = withGroup(selector, group, new Set(members), left);
    return isSame(before, selections.ofValue(now)) ? [{ group, taken, left, now }] : [];
  });
  const best = found.sort((a, b) => b.taken.length - b.left.length - (a.taken.length - a.left.length)).slice(0, MOST_GROUPS);
  return best.map(({ group, taken, left, now }) => ({ title: titleOf(context, group, taken, left), kind: "extract_group", edits: [replacing(text, node as Node, now)], fixes: null }));
}

function titleOf({ speech: { words: { actions } } }: Context, group: string, taken: readonly string[], left: readonly string[]): string {
  return left.length === 0 ? actions.extractGroup(code(group), taken.length) : actions.extractGroupBut(code(group), taken.length, left.length);
}

function withGroup(selector: Selector, group: string, members: ReadonlySet<string>, left: readonly string[]): Selector {
  const { include_care_types = [], include_care_type_groups = [], exclude_care_types = [] } = selector;
  const types = include_care_types.filter((name) => !members.has(name));
  const now: Selector = { ...selector, include_care_type_groups: [...new Set([...include_care_type_groups, group])] };
  if (types.length > 0) now.include_care_types = types;
  else delete now.include_care_types;
  if (left.length > 0) now.exclude_care_types = [...new Set([...exclude_care_types, ...left])];
  // As documents have them: groups first, what is included before what is excluded.
  const order = ["include_care_type_groups", "include_care_types", "exclude_care_type_groups", "exclude_care_types"];
  return Object.fromEntries([...order.filter((field) => field in now), ...Object.keys(now).filter((field) => !order.includes(field))].map((field) => [field, now[field as keyof Selector]])) as Selector;
}

function isSelector(value: Selector | undefined): value is Selector {
  if (typeof value !== "object" || value === null || !Array.isArray(value.include_care_types)) return false;
  return [value.include_care_types, value.include_care_type_groups, value.exclude_care_types, value.exclude_care_type_groups].every(
    (list) => list === undefined || (Array.isArray(list) && list.every((name) => typeof name === "string")),
  );
}

function catalogHas({ catalog }: Context, name: string): boolean {
  return name.length <= 128 && !/\p{Cs}/u.test(name) && catalog.careType(name) !== null;
}

function isSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every((name) => others.has(name));
}
