/**
 * How does a JSON Patch change a text, with the smallest edit that keeps the formatting a person gave it?
 *
 *     patchText('{"a": [1, 2]}', [{ op: "remove", path: "/a/0" }])   // [{ start: 7, end: 10, text: "" }]
 *
 * A value that is replaced leaves everything around it as it is; one that is removed goes with one comma and the blanks to its
 * neighbour; a move renames a key inside its object, or takes a part with its own formatting to another place, as a copy does; a new part
 * is set out like its neighbours, and on lines of its own where one would be too long.
 */
import { indentAt, isSimple, laidOut, oneLine, placeOfLine, unitOf, WIDTH } from "./layout";
import { treeAfter } from "./reread";
import { type Node, nodeAt, type Part, pathTo, readTree, segmentsOf, type Span, type Tree } from "./tree";

export interface Operation {
  op: "add" | "remove" | "replace" | "move" | "copy";
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
  let now = new Read(text, () => tree);
  for (const operation of patch) {
    const next = editsOf(now, operation);
    if (!next) return null;
    edits.push(...next);
    now = next.reduce((now, edit) => now.after(edit), now);
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

/** A text with its tree, which is read once it is asked for. */
class Read {
  #tree: Tree | null = null;

  constructor(readonly text: string, private readonly read: () => Tree) {}

  get root(): Node | null {
    return (this.#tree ??= this.read()).root;
  }

  after(edit: Edit): Read {
    const text = applyEdits(this.text, [edit]);
    return new Read(text, () => treeAfter((this.#tree ??= this.read()), text, edit));
  }
}

function editsOf(read: Read, { op, path, from = "", value }: Operation): Edit[] | null {
  const { text, root } = read;
  if (!root) return null;
  if (op === "move" || op === "copy") return op === "move" && isRename(root, from, path) ? rename(root, from, path) : carry(read, root, op, from, path);
  if (op === "remove") return listOf(remove(text, root, path));
  return put(read, root, op, path, JSON.stringify(value));
}

function listOf(edit: Edit | null): Edit[] | null {
  return edit && [edit];
}

/** A new value in its place on one line, and then that line set out anew where it is too long or no longer simple. */
function put(read: Read, root: Node, op: "add" | "replace", path: string, json: string): Edit[] | null {
  const value = readTree(json).root;
  const edit = value && (op === "add" ? add : replace)(read.text, root, path, () => oneLine(json, value));
  if (!edit) return null;
  const spread = spreadLine(read.after(edit), path);
  return spread ? [edit, spread] : [edit];
}

/** The outermost value at a place or around it that is on one line. A text that has only one line keeps it. */
function spreadLine(read: Read, path: string): Edit | null {
  const { text } = read;
  if (!text.includes("\n") || !read.root) return null;
  const { root } = read;
  const around = [root, ...pathTo(root, path).map(({ value }) => value)];
  const appended = path.endsWith("/-") ? around.at(-1)!.parts.at(-1) : undefined;
  if (appended) around.push(appended.value);
  const node = around.find(({ start, end }) => !text.slice(start, end).includes("\n"));
  if (!node?.closed || node.parts.length === 0) return null;
  const place = placeOfLine(text, node.start, unitOf(text));
  const isShort = place.column + node.end - node.start < WIDTH;
  return isShort && isSimple(node) ? null : { start: node.start, end: node.end, text: laidOut(text, node, place) };
}

/** Within an object, to a name that it does not have. */
function rename(root: Node, from: string, path: string): Edit[] | null {
  const value = nodeAt(root, from);
  if (!value?.closed) return null;
  if (from === path) return [];
  const toParent = parentOf(root, path);
  const key = pathTo(root, from).at(-1)?.key;
  const isFree = toParent && !toParent.node.parts.some((part) => part.name === toParent.name);
  return key && isFree ? [{ ...spanOf(key), text: JSON.stringify(toParent.name) }] : null;
}

function isRename(root: Node, from: string, path: string): boolean {
  const [fromParent, toParent] = [parentOf(root, from), parentOf(root, path)];
  return fromParent?.node.kind === "object" && fromParent.node === toParent?.node;
}

/** A part with its own formatting to another place, further in or out. Of a move, the place is one of the text without the part. */
function carry(read: Read, root: Node, op: "move" | "copy", from: string, path: string): Edit[] | null {
  const { text } = read;
  const node = nodeAt(root, from);
  if (!node?.closed || path.startsWith(`${from}/`)) return null;
  const raw = text.slice(node.start, node.end);
  const indent = indentAt(text, node.start);
  const removed = op === "move" ? remove(text, root, from) : null;
  if (op === "move" && !removed) return null;
  const rest = removed ? read.after(removed) : read;
  const added = rest.root && add(rest.text, rest.root, path, (offset) => raw.replaceAll(`\n${indent}`, `\n${indentAt(rest.text, offset)}`));
  return added && (removed ? [removed, added] : [added]);
}

/** A value as it is written where it begins. */
type Written = (offset: number) => string;

function replace(_: string, root: Node, path: string, raw: Written): Edit | null {
  const node = nodeAt(root, path);
  return node?.closed ? { ...spanOf(node), text: raw(node.start) } : null;
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

function add(text: string, root: Node, path: string, raw: Written): Edit | null {
  const found = parentOf(root, path);
  if (!found) return path === "" ? replace(text, root, path, raw) : null;
  const { node, name } = found;
  const { kind, parts } = node;
  if (kind === "object") {
    const same = parts.findLast((part) => part.name === name);
    if (same) return same.value.closed ? { ...spanOf(same.value), text: raw(same.value.start) } : null;
    const key = `${JSON.stringify(name)}${colonOf(text, parts[0])}`;
    return parts.length === 0 ? first(text, node, key, raw) : append(text, node, key, raw);
  }
  const index = name === "-" ? parts.length : Number(name);
  if (kind !== "array" || !/^(-|0|[1-9]\d*)$/.test(name) || index > parts.length) return null;
  if (parts.length === 0) return first(text, node, "", raw);
  const next = parts[index];
  return next ? { start: next.start, end: next.start, text: raw(next.start) + separatorOf(text, node) } : append(text, node, "", raw);
}

/** Into what is empty: on the same line, or where the value itself has lines, on lines of its own. */
function first(text: string, node: Node, key: string, raw: Written): Edit | null {
  const value = raw(node.start);
  if (!value.includes("\n")) return inside(node, key + value);
  const [indent, unit] = [indentAt(text, node.start), unitOf(text)];
  return inside(node, `\n${indent}${unit}${key}${value.replaceAll("\n", `\n${unit}`)}\n${indent}`);
}

function inside({ start, end, closed }: Node, raw: string): Edit | null {
  return closed ? { start: start + 1, end: end - 1, text: raw } : null;
}

function append(text: string, node: Node, key: string, raw: Written): Edit | null {
  const { start, end, value } = node.parts.at(-1)!;
  return value.closed ? { start: end, end, text: separatorOf(text, node) + key + raw(start) } : null;
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
