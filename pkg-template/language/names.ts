// Where is a name given, where is it used, and how is it changed everywhere?
import type * as api from "../care-coverage-language";
import type { Context } from "./context.ts";
import { entryOf } from "./hover.ts";
import type { Mention } from "./mentions.ts";
import type { Role } from "./shapes.ts";
import { pointerOf } from "./nodes.ts";

const LONGEST = 64;

export function definitionAt(context: Context, offset: number): api.Definition | null {
  const mention = context.mentions.at(offset);
  if (mention === undefined) return null;
  const { role, name } = mention;
  const given = context.mentions.of(role, name).filter(({ defines }) => defines);
  // A key of limits is given by its first limit.
  const [first] = given.length > 0 || role !== "limit_key" ? given : context.mentions.of(role, name);
  const entry = entryOf(context.catalog, role, name);
  if (first === undefined && entry === null) return null;
  const groups = role === "care_type" && entry !== null ? (context.catalog.groupsOf(name) ?? []) : [];
  return {
    kind: kindOf(role), name, label: entry?.label ?? null, groups: groups.map(({ short_code }) => short_code),
    range: first ? rangeOf(first) : null, pointer: first ? pointerAt(context, first) : null,
  };
}

/** Every place that names the same; of a care type also those that name a group of it. */
export function referencesAt(context: Context, offset: number): api.Reference[] {
  const mention = context.mentions.at(offset);
  if (mention === undefined) return [];
  const { role, name } = mention;
  const groups = role === "care_type" && entryOf(context.catalog, role, name) !== null ? (context.catalog.groupsOf(name) ?? []) : [];
  const through = new Set(groups.map(({ short_code }) => short_code));
  return context.mentions.all().flatMap((other): api.Reference[] => {
    const isSame = other.role === role && other.name === name;
    const isGroup = other.role === "care_type_group" && through.has(other.name);
    if (!isSame && !isGroup) return [];
    return [{ range: rangeOf(other), pointer: pointerAt(context, other), through: isSame ? null : other.name }];
  });
}

/** Those whose names are the document's own. */
const RENAMED: readonly Role[] = ["guarantee", "limit_key", "class"];

export function prepareRenameAt({ mentions }: Context, offset: number): api.RenameStart | null {
  const mention = mentions.at(offset);
  return mention && RENAMED.includes(mention.role) ? { range: rangeOf(mention), name: mention.name, kind: kindOf(mention.role) } : null;
}

export function renameAt(context: Context, offset: number, now: string): api.Rename {
  const { mentions, speech: { words: { reasons } }, tree } = context;
  const mention = mentions.at(offset);
  const refused = (reason: string): api.Rename => ({ edits: [], reason });
  if (!mention || !RENAMED.includes(mention.role)) return refused(reasons.nothing);
  if (!tree.isWhole) return refused(reasons.unfinished);
  if (now === mention.name) return refused(reasons.same);
  if (now.trim() === "") return refused(reasons.empty);
  // A guarantee may have a longer one, up to what a string may have.
  if (mention.role !== "guarantee" && [...now].length > LONGEST) return refused(reasons.tooLong);
  const others = mentions.of(mention.role, now);
  if (others.length > 0) return refused(takenIn(context, mention.role, now));
  const same = mention.role === "guarantee" ? [mention] : mentions.of(mention.role, mention.name);
  return { edits: same.map((mention) => ({ ...rangeOf(mention), text: JSON.stringify(now) })), reason: null };
}

function takenIn({ speech: { words: { reasons } } }: Context, role: Role, name: string): string {
  return (role === "guarantee" ? reasons.takenGuarantee : role === "class" ? reasons.takenClass : reasons.takenKey)(name);
}

function rangeOf({ at: { start, end } }: Mention): api.Span {
  return { start, end };
}

function pointerAt({ tree }: Context, { at }: Mention): string {
  return pointerOf(tree.pathAt(at.start).steps);
}

function kindOf(role: Role): api.NameKind {
  return role as api.NameKind;
}

