/**
 * Which tree has a text after an edit? Only the object or array around the edit is read again, and what follows it moves, so that an edit of a
 * long text costs little.
 */
import { type Node, type Part, readTree, type Span, type Tree } from "./tree";

/** `text`: after the edit. */
export function treeAfter(before: Tree, text: string, edit: Span & { text: string }): Tree {
  const around = before.root && before.stop === null ? nodeAround(before.root, edit) : null;
  if (around === null) return readTree(text);
  const delta = edit.text.length - (edit.end - edit.start);
  const { root, stop } = readTree(text.slice(around.start, around.end + delta));
  if (!root || stop !== null) return readTree(text);
  return { root: replaced(before.root!, around, moved(root, around.start), delta), stop: null };
}

/** The innermost object or array that the edit is within. */
function nodeAround(root: Node, { start, end }: Span): Node | null {
  const isWithin = (node: Node) => node.kind !== "scalar" && node.start < start && end < node.end;
  let found: Node | null = null;
  for (let next: Node | undefined = root; next && isWithin(next); next = next.parts.find(({ value }) => isWithin(value))?.value) found = next;
  return found;
}

function replaced(node: Node, old: Node, now: Node, delta: number): Node {
  if (node === old) return now;
  if (node.end <= old.start) return node;
  if (node.start >= old.end) return moved(node, delta);
  const parts = node.parts.map((part): Part => {
    if (part.end <= old.start) return part;
    if (part.start >= old.end) return movedPart(part, delta);
    return { ...part, end: part.end + delta, value: replaced(part.value, old, now, delta) };
  });
  return { ...node, end: node.end + delta, parts };
}

function moved(node: Node, by: number): Node {
  if (by === 0) return node;
  const { kind, start, end, parts, closed } = node;
  return { kind, start: start + by, end: end + by, parts: parts.map((part) => movedPart(part, by)), closed };
}

function movedPart({ name, key, start, end, value }: Part, by: number): Part {
  return { name, key: key && { start: key.start + by, end: key.end + by }, start: start + by, end: end + by, value: moved(value, by) };
}
