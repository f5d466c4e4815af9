/**
 * How does a JSON Patch change a text, with the smallest edit that keeps the formatting a person gave it?
 *
 *     patchText('{"a": [1, 2]}', [{ op: "remove", path: "/a/0" }])   // [{ start: 7, end: 10, text: "" }]
 *
 * A value that is replaced leaves everything around it as it is; one that is removed goes with one comma and the blanks to its
 * neighbour; a move renames a key inside its object; a new part is set out like its neighbours.
 */
import { type Node, nodeAt, type Part, pathTo, readTree, segmentsOf, type Span, type Tree } from "./tree";

export interface Operation {
  op: "add" | "remove" | "replace" | "move";
  path: string;
  from?: string;
  value?: unknown;
}

export interface Edit extends Span {
  text: string;
}

/** The edits, each in the text that the one before leaves; null when the text has no such places. `tree`: where it is read already. */
export function patchText(text: string, patch: readonly Operation[], tree: Tree = readTree(text)): Edit[] | null {
  const edits: Edit[] = [];
  for (const [index, operation] of patch.entries()) {
    const next = editsOf(text, operation, index === 0 ? tree : readTree(text));
    if (!next) return null;
    edits.push(...next);
    text = applyEdits(text, next);
  }
  return edits;
}

/** The text after a patch; null when it has no such places. */
export function patchedText(text: string, patch: readonly Operation[], tree?: Tree): string | null {
  const edits = patchText(text, patch, tree);
  return edits && applyEdits(text, edits);
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits.reduce((text, { start, end, text: inserted }) => text.slice(0, start) + inserted + text.slice(end), text);
}

function editsOf(text: string, { op, path, from = "", value }: Operation, { root }: Tree): Edit[] | null {
  if (op === "move") return move(root, from, path);
  if (!root) return null;
  const edit = op === "remove" ? remove(text, root, path) : (op === "add" ? add : replace)(text, root, path, inline(value));
  return edit && [edit];
}

/** A value on one line, with the blanks that a person would set. */
function inline(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  const members = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${inline(part)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Within an object, to a name that it does not have. */
function move(root: Node | null, from: string, path: string): Edit[] | null {
  const value = root && nodeAt(root, from);
  if (!root || !value?.closed) return null;
  if (from === path) return [];
  const [fromParent, toParent] = [parentOf(root, from), parentOf(root, path)];
  const key = pathTo(root, from).at(-1)?.key;
  const isFree = toParent && !toParent.node.parts.some((part) => part.name === toParent.name);
  return key && isFree && fromParent?.node === toParent.node ? [{ ...spanOf(key), text: JSON.stringify(toParent.name) }] : null;
}

function replace(_: string, root: Node, path: string, raw: string): Edit | null {
  const node = nodeAt(root, path);
  return node?.closed ? { ...spanOf(node), text: raw } : null;
}

function remove(text: string, root: Node, path: string): Edit | null {
  const found = parentOf(root, path);
  const index = found ? found.node.parts.findLastIndex((part) => part.name === found.name) : -1;
  if (!found || index < 0) return null;
  const { parts } = found.node;
  const [before, part, after] = [parts[index - 1], parts[index]!, parts[index + 1]];
  if (!part.value.closed) return null;
  if (!before) return after ? { start: part.start, end: after.start, text: "" } : inside(found.node, "");
  // A part that begins a line which others continue leaves them on that line.
  const beginsLine = text.slice(before.end, part.start).includes("\n");
  if (after && beginsLine && !text.slice(part.end, after.start).includes("\n")) return { start: part.start, end: after.start, text: "" };
  return { start: before.end, end: part.end, text: "" };
}

function add(text: string, root: Node, path: string, raw: string): Edit | null {
  const found = parentOf(root, path);
  if (!found) return path === "" ? replace(text, root, path, raw) : null;
  const { node, name } = found;
  const { kind, parts } = node;
  if (kind === "object") {
    const same = parts.findLast((part) => part.name === name);
    if (same) return same.value.closed ? { ...spanOf(same.value), text: raw } : null;
    const member = `${JSON.stringify(name)}${colonOf(text, parts[0])}${raw}`;
    return parts.length === 0 ? inside(node, member) : append(text, node, member);
  }
  const index = name === "-" ? parts.length : Number(name);
  if (kind !== "array" || !/^(-|0|[1-9]\d*)$/.test(name) || index > parts.length) return null;
  if (parts.length === 0) return inside(node, raw);
  const next = parts[index];
  return next ? { start: next.start, end: next.start, text: raw + separatorOf(text, node) } : append(text, node, raw);
}

function inside({ start, end, closed }: Node, raw: string): Edit | null {
  return closed ? { start: start + 1, end: end - 1, text: raw } : null;
}

function append(text: string, node: Node, raw: string): Edit | null {
  const { end, value } = node.parts.at(-1)!;
  return value.closed ? { start: end, end, text: separatorOf(text, node) + raw } : null;
}

/** What is between two parts; of one part alone, the blanks before it say. */
function separatorOf(text: string, { parts, start }: Node): string {
  const [first, second] = parts;
  if (first && second) return text.slice(first.end, second.start);
  const blanks = text.slice(start + 1, first?.start);
  return blanks.includes("\n") ? `,${blanks}` : ", ";
}

function colonOf(text: string, member: Part | undefined): string {
  return member?.key ? text.slice(member.key.end, member.value.start) : ": ";
}

/** The object or array that a pointer leads into, and the name of the part in it. Null for the whole, and for what is not there. */
function parentOf(root: Node, pointer: string): { node: Node; name: string } | null {
  const name = segmentsOf(pointer).at(-1);
  if (name === undefined) return null;
  const node = nodeAt(root, pointer.slice(0, pointer.lastIndexOf("/")));
  return node && node.kind !== "scalar" ? { node, name } : null;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
