// The fields that an object lacks, and a new group of care types.
import type * as api from "../../care-coverage-language";
import type { Context } from "../context.ts";
import { appending, touches } from "../edits.ts";
import { objectsAt, placeAt, sampleOf, wholeOf } from "../shapes.ts";
import { code } from "../speech.ts";
import { entriesOf, isContainer, jsonOf, type Node, type Step, valueOf } from "../nodes.ts";
import type { Span, TextEdit } from "../types.ts";

/** Of the innermost object around a place that lacks some. */
export function missingIn(context: Context, steps: readonly Step[]): api.CodeAction[] {
  const { tree: { text, root }, kind, speech } = context;
  for (let length = steps.length; length >= 0; length -= 1) {
    const node = length === 0 ? root : steps[length - 1]!.part.value;
    if (node?.kind !== "object" || !node.closed || node.parts.some(({ key, value }) => key === null || value === null)) continue;
    const place = length === 0 ? wholeOf(kind) : placeAt(text, kind, steps.slice(0, length));
    const [shape] = objectsAt(text, place, node);
    const missing = (shape?.required ?? []).filter((name) => !node.parts.some(({ key }) => key!.name === name));
    if (missing.length === 0) continue;
    const fields = missing.map((name) => `${JSON.stringify(name)}: ${sampleOf(shape!.properties![name]!)}`);
    return [{ title: speech.words.actions.addMissing(missing.map(code)), kind: "add_missing", edits: [appended(text, node, fields)], fixes: null }];
  }
  return [];
}

function appended(text: string, node: Node, fields: readonly string[]): TextEdit {
  const [first, ...others] = fields;
  const edit = appending(text, node, first!);
  // The next ones as the first.
  const last = node.parts.at(-1);
  const separator = last === undefined ? ", " : edit.text.slice(0, edit.text.length - first!.length);
  const more = others.map((field) => separator + field).join("");
  return last === undefined ? { ...edit, text: ` ${fields.join(", ")} ` } : { ...edit, text: edit.text + more };
}

/** Of several care types of a catalogue that are selected. */
export function newGroupIn({ tree: { text, root, isWhole }, kind, mentions, speech }: Context, range: Span): api.CodeAction[] {
  const groups = valueOf(root, "care_type_groups");
  if (kind !== "catalog" || !isWhole || groups?.kind !== "array") return [];
  const types = entriesOf(valueOf(root, "internal_care_types")).filter((node) => isContainer(node) && touches(node, range));
  const lists = types.map((node) => valueOf(node, "care_type_group_ids"));
  if (types.length < 2 || lists.some((list) => list?.kind !== "array")) return [];
  const given = mentions.of("group_id").filter(({ defines }) => defines);
  const id = Math.max(0, ...given.map(({ name }) => Number(name))) + 1;
  const codes = new Set(entriesOf(groups).map((group) => (jsonOf(text, group) as { short_code?: unknown } | undefined)?.short_code));
  if (!Number.isSafeInteger(id)) return [];
  const group = `{ "id": ${id}, "short_code": ${JSON.stringify(freeCode(codes))} }`;
  const edits = [appending(text, groups, group), ...lists.map((list) => appending(text, list!, String(id)))].sort((a, b) => a.start - b.start);
  return [{ title: speech.words.actions.newGroup(types.length), kind: "extract_group", edits, fixes: null }];
}

function freeCode(codes: ReadonlySet<unknown>): string {
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? "NEW_GROUP" : `NEW_GROUP_${number}`;
    if (!codes.has(code)) return code;
  }
}
