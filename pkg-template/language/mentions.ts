// Where does a document name something: a care type, a group, a guarantee, the key of a limit, a class? The schemas say which fields do.
import { entryOf, memberOf, objectsAt, type Place, type Role, wholeOf } from "./shapes.ts";
import { type Key, type Node, type Part, stringOf } from "./nodes.ts";
import type { Tree } from "./tree.ts";
import type { DocumentKind } from "./types.ts";

export interface Mention {
  role: Role;
  name: string;
  /** The text, the number or the key; as long as it is in the tree, it knows where it is. */
  at: Node | Key;
  /** Whether the name is given here. */
  defines: boolean;
  /** The field that it is in. */
  field: string;
}

/** The mentions of a document, which are kept for parts that do not change. */
export class Mentions {
  readonly #tree: Tree;
  readonly #kind: DocumentKind;
  /** Of entries of the outermost lists and objects: what may be in one does not depend on another. */
  readonly #known = new WeakMap<Node, readonly Mention[]>();
  #all: readonly Mention[] | undefined;
  #of: Node | null | undefined;

  constructor(tree: Tree, kind: DocumentKind) {
    this.#tree = tree;
    this.#kind = kind;
  }

  all(): readonly Mention[] {
    const { root } = this.#tree;
    if (this.#all === undefined || this.#of !== root) {
      this.#of = root;
      const found: Mention[] = [];
      if (root !== null) this.#collect(root, wholeOf(this.#kind), "", 0, found);
      this.#all = found;
    }
    return this.#all;
  }

  of(role: Role, name?: string): Mention[] {
    return this.all().filter((mention) => mention.role === role && (name === undefined || mention.name === name));
  }

  /** What is named at a place. */
  at(offset: number): Mention | undefined {
    return this.all().find(({ at }) => at.start <= offset && offset <= at.end);
  }

  #collect(node: Node, place: Place, field: string, depth: number, found: Mention[]): void {
    if (depth === 2 || (depth === 1 && node.kind === "object" && this.#kind === "acts")) {
      let its = this.#known.get(node);
      if (its === undefined) {
        const inside: Mention[] = [];
        this.#inside(node, place, field, depth, inside);
        its = inside;
        this.#known.set(node, its);
      }
      for (const mention of its) found.push(mention);
    } else {
      this.#inside(node, place, field, depth, found);
    }
  }

  #inside(node: Node, place: Place, field: string, depth: number, found: Mention[]): void {
    if (place.shapes.length === 0) return;
    if (node.kind === "array") {
      const inner = entryOf(place);
      for (const part of node.parts) this.#part(part, inner, field, depth, found);
      return;
    }
    const objects = objectsAt(this.#tree.text, place, node);
    const keys = place.field?.keys;
    for (const part of node.parts) {
      if (part.key === null) continue;
      if (keys !== undefined) found.push({ role: keys, name: part.key.name, at: part.key, defines: true, field });
      this.#part(part, memberOf(objects, part.key.name), part.key.name, depth, found);
    }
  }

  #part({ value }: Part, place: Place, field: string, depth: number, found: Mention[]): void {
    if (value === null) return;
    if (value.kind === "object" || value.kind === "array") return this.#collect(value, place, field, depth + 1, found);
    const { role } = place;
    if (role === undefined || role.startsWith("known:")) return;
    const { text } = this.#tree;
    const name = value.kind === "string" ? stringOf(text, value.start, value.end, value.closed) : value.kind === "number" ? text.slice(value.start, value.end) : undefined;
    if (name !== undefined) found.push({ role, name, at: value, defines: place.field?.defines ?? false, field });
  }
}
