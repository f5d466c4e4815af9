// Where in a coverage a place of its text is.
import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";

export const nodeAt = (state: EditorState, position: number) =>
  (ensureSyntaxTree(state, position, 100) ?? syntaxTree(state)).resolveInner(position, -1);
type Node = ReturnType<typeof nodeAt>;

/** The names and positions that lead to a node. */
export function pathOf(state: EditorState, node: Node): (string | number)[] {
  if (node.parent === null) return [];
  const path = pathOf(state, node.parent);
  if (node.name === "Property") return [...path, state.sliceDoc(node.from, node.firstChild?.to).slice(1, -1)];
  if (node.parent.name !== "Array") return path;
  let before = 0;
  for (let other = node.prevSibling; other; other = other.prevSibling) if (other.name === ",") before += 1;
  return [...path, before];
}

/** The guarantee in which the cursor is. */
export function guaranteeAt(state: EditorState): { at: number; from: number; to: number } | null {
  for (let node: Node | null = nodeAt(state, state.selection.main.head); node; node = node.parent) {
    const [list, at, deeper] = node.name === "Object" ? pathOf(state, node) : [];
    if (list === "guarantees" && typeof at === "number" && deeper === undefined) return { at, from: node.from, to: node.to };
  }
  return null;
}
