// The tree of a text that is edited: only what is around an edit is read again.
import { lastIndex } from "./last.ts";
import { isContainer, type Node, type Part, segmentsOf, type Step } from "./nodes.ts";
import { enter, leave, Reader } from "./reader.ts";

export class Tree {
  text: string;
  root: Node | null;
  /** Mistakes before and behind the value. */
  #around: number;

  constructor(text: string) {
    this.text = text;
    const reader = new Reader(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
    this.root = reader.value({ depth: 0, objects: 0, arrays: 0 });
    reader.blanks();
    this.#around = (this.root === null ? 1 : 0) + (reader.at < text.length ? 1 : 0);
  }

  /** Whether the text is JSON. */
  get isWhole(): boolean {
    return this.#around === 0 && this.root!.mistakes === 0;
  }

  /** The text with another one in place of a part of it. What is not around the edit keeps its nodes, which move. */
  edit(start: number, end: number, inserted: string): void {
    const text = this.text.slice(0, start) + inserted + this.text.slice(end);
    if (this.#reread(text, start, end, inserted.length - (end - start))) this.text = text;
    else {
      const fresh = new Tree(text);
      [this.text, this.root, this.#around] = [text, fresh.root, fresh.#around];
    }
  }

  /** Reads the innermost object or array around an edit again, or one around that. It is the same as reading all where its end is found in
   *  the same place: what is before it does not know what is in it, and what is behind it only where it ends. */
  #reread(text: string, start: number, end: number, delta: number): boolean {
    const around = (node: Node) => isContainer(node) && node.closed && node.start < start && end < node.end;
    const steps: Step[] = [];
    const open = { depth: 0, objects: 0, arrays: 0 };
    let innermost: Node | undefined;
    for (let next: Node | null = this.root; next && around(next); ) {
      innermost = next;
      const step = stepAt(next, start);
      if (!step?.part.value || !around(step.part.value)) break;
      steps.push(step);
      next = step.part.value;
    }
    if (innermost === undefined) return false;
    for (const { node } of steps) enter(open, node);
    for (let tries = 0; tries < 3; tries += 1) {
      const old: Node = steps.at(-1)?.part.value ?? this.root!;
      const reader = new Reader(text, old.start);
      const now = reader.value(open);
      if (now?.closed && now.kind === old.kind && now.end === old.end + delta) {
        this.#put(steps, old, now, delta);
        return true;
      }
      const left = steps.pop();
      if (left === undefined) return false;
      leave(open, left.node);
    }
    return false;
  }

  /** What is around the edit becomes new nodes: what is known of a node of before is true as long as it is in the tree. */
  #put(steps: readonly Step[], old: Node, now: Node, delta: number): void {
    const mistakes = now.mistakes - old.mistakes;
    let value = now;
    for (const { node, part, index } of [...steps].reverse()) {
      part.value = value;
      part.end += delta;
      if (delta !== 0) for (let next = index + 1; next < node.parts.length; next += 1) move(node.parts[next]!, delta);
      value = { ...node, end: node.end + delta, mistakes: node.mistakes + mistakes };
    }
    this.root = value;
  }

  /** The way to the innermost object or array that an offset is within, and from it to the part that the offset touches. */
  pathAt(offset: number): { steps: Step[]; within: Node | null } {
    const steps: Step[] = [];
    let within: Node | null = null;
    for (let next: Node | null = this.root; next && isWithin(next, offset); ) {
      within = next;
      const step = stepAt(next, offset);
      if (step === undefined) return { steps, within };
      steps.push(step);
      next = step.part.value;
    }
    return { steps, within };
  }

  /** The way to what a JSON Pointer names, as far as it is there. Of a key that is there twice, the last counts. */
  pathTo(pointer: string): Step[] {
    const steps: Step[] = [];
    let next: Node | null = this.root;
    for (const segment of segmentsOf(pointer)) {
      const node: Node | null = next;
      const index = node === null ? -1 : node.kind === "array" ? indexOf(node, segment) : lastIndex(node.parts, ({ key }) => key?.name === segment);
      const part = node?.parts[index];
      if (node === null || part === undefined) break;
      steps.push({ node, part, index });
      next = part.value;
    }
    return steps;
  }

  /** The value that a JSON Pointer names. */
  nodeAt(pointer: string): Node | null {
    const steps = this.pathTo(pointer);
    return steps.length === segmentsOf(pointer).length ? (steps.length === 0 ? this.root : steps.at(-1)!.part.value) : null;
  }
}

/** Behind its first character; where its end is missing, also at it. */
function isWithin(node: Node, offset: number): boolean {
  return isContainer(node) && node.start < offset && (node.closed ? offset < node.end : offset <= node.end);
}

/** The part that an offset touches, the later of two. */
export function stepAt(node: Node, offset: number): Step | undefined {
  const { parts } = node;
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const part = parts[low - 1];
  return part !== undefined && offset <= part.end ? { node, part, index: low - 1 } : undefined;
}

function move(part: Part, by: number): void {
  part.start += by;
  part.end += by;
  if (part.key !== null) {
    part.key.start += by;
    part.key.end += by;
    if (part.key.colon >= 0) part.key.colon += by;
  }
  if (part.value !== null) moveNode(part.value, by);
}

function moveNode(node: Node, by: number): void {
  node.start += by;
  node.end += by;
  for (const part of node.parts) move(part, by);
}

function indexOf({ parts }: Node, segment: string): number {
  const index = /^(?:0|[1-9]\d*)$/.test(segment) ? Number(segment) : -1;
  return index < parts.length ? index : -1;
}
