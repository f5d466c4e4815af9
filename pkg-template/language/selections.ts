// Which care types does each guarantee of a document select? Asked of the catalogue once for each selector, as it is written.
import type * as main from "../care-coverage";
import { entriesOf, jsonOf, type Node, textOfNode, valueOf } from "./nodes.ts";
import type { Tree } from "./tree.ts";

export interface Selected {
  guarantee: string;
  /** The object of the guarantee. */
  node: Node;
  codes: ReadonlySet<string>;
}

const FIELDS = { include_care_types: false, exclude_care_types: false, include_care_type_groups: true, exclude_care_type_groups: true } as const;

/** More selectors than a document has at once. */
const MOST = 5_000;

export class Selections {
  readonly #tree: Tree;
  readonly #catalog: main.CareTypeCatalog;
  #known = new Map<string, ReadonlySet<string>>();
  /** What a guarantee selects, as long as it does not change. */
  readonly #guarantees = new WeakMap<Node, Selected>();

  constructor(tree: Tree, catalog: main.CareTypeCatalog) {
    this.#tree = tree;
    this.#catalog = catalog;
  }

  /** Of a coverage. */
  all(): Selected[] {
    return entriesOf(valueOf(this.#tree.root, "guarantees")).map((node) => this.ofGuarantee(node));
  }

  ofGuarantee(node: Node): Selected {
    let selected = this.#guarantees.get(node);
    if (selected === undefined) {
      const mappings = entriesOf(valueOf(node, "care_type_mappings"));
      const codes = new Set(mappings.flatMap((mapping) => [...this.ofSelector(valueOf(mapping, "selector"))]));
      selected = { guarantee: textOfNode(this.#tree.text, valueOf(node, "name")) ?? "", node, codes };
      this.#guarantees.set(node, selected);
    }
    return selected;
  }

  /** The care types of a selector; codes that the catalogue does not have are passed over. */
  ofSelector(node: Node | null): ReadonlySet<string> {
    if (node === null) return new Set();
    return this.ofValue(jsonOf(this.#tree.text, node));
  }

  ofValue(value: unknown): ReadonlySet<string> {
    const selector = this.#withKnown(value);
    const key = JSON.stringify(selector);
    const known = this.#known.get(key);
    if (known) return known;
    if (this.#known.size >= MOST) this.#known = new Map();
    const { care_types } = this.#catalog.explainSelector(selector);
    const codes = new Set(care_types.filter(({ selected }) => selected).map(({ short_code }) => short_code));
    this.#known.set(key, codes);
    return codes;
  }

  #withKnown(value: unknown): main.CoverageCareTypeSelector {
    const selector: Record<string, string[]> = {};
    if (typeof value !== "object" || value === null) return selector;
    for (const [field, isGroup] of Object.entries(FIELDS)) {
      const codes = (value as Record<string, unknown>)[field];
      if (!Array.isArray(codes)) continue;
      selector[field] = codes.filter((code): code is string => typeof code === "string" && this.#has(code, isGroup));
    }
    return selector;
  }

  #has(code: string, isGroup: boolean): boolean {
    // The catalogue takes no half of a character, and has none.
    if (code.length > 64 * 2 || /\p{Cs}/u.test(code)) return false;
    return (isGroup ? this.#catalog.group(code) : this.#catalog.careType(code)) !== null;
  }
}
