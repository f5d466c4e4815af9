// The parts of a document that have names, and what of it can be folded.
import type * as api from "../care-coverage-language";
import type { Context } from "./context.ts";
import { entriesOf, isContainer, memberOf, type Node, type Part, textOfNode, valueOf } from "./nodes.ts";

export function symbolsOf(context: Context): api.DocumentSymbol[] {
  const { tree: { root }, kind } = context;
  if (root === null) return [];
  switch (kind) {
    case "coverage": return symbolsIn(context, valueOf(root, "guarantees"), "guarantee", guarantee);
    case "catalog": return catalog(context, root);
    case "act": return [symbol(root, "act", nameIn(context, root, "care_type"), null)];
    case "acts": return entriesOf(root).map((node) => symbol(node, "act", nameIn(context, node, "label") || nameIn(context, valueOf(node, "act") ?? node, "care_type"), null));
    case "profile": return profile(context, root);
  }
}

type Inside = (context: Context, node: Node) => api.DocumentSymbol[];

function symbolsIn(context: Context, list: Node | null, kind: api.SymbolKind, inside: Inside = () => []): api.DocumentSymbol[] {
  return entriesOf(list).map((node) => symbol(node, kind, nameIn(context, node, "name"), valueOf(node, "name"), inside(context, node)));
}

function guarantee({ speech }: Context, node: Node): api.DocumentSymbol[] {
  const mapping = speech.type({ name: "CoverageCareTypeMapping" });
  const mappings = entriesOf(valueOf(node, "care_type_mappings")).map((entry, index) => symbol(entry, "mapping", `${mapping} ${index + 1}`, null));
  const rule = memberOf(node, "coverage_rule");
  return rule ? [...mappings, named(rule, "rule", speech.type({ name: "CoverageRule" }))] : mappings;
}

function catalog(context: Context, root: Node): api.DocumentSymbol[] {
  const entries = (list: string, kind: api.SymbolKind) =>
    entriesOf(valueOf(root, list)).map((node) => symbol(node, kind, nameIn(context, node, "short_code"), valueOf(node, "short_code")));
  const records = (record: string, kind: api.SymbolKind) => membersOf(valueOf(root, record)).map((part) => named(part, kind, part.key!.name));
  return [
    ...entries("care_type_groups", "care_type_group"), ...records("care_type_group_by_short_code", "care_type_group"),
    ...entries("internal_care_types", "care_type"), ...records("internal_care_type_by_short_code", "care_type"),
  ];
}

function profile(context: Context, root: Node): api.DocumentSymbol[] {
  const classes = membersOf(valueOf(root, "classes")).map((part) => named(part, "class", part.key!.name));
  const requirements = entriesOf(valueOf(root, "requirements")).map((node) => symbol(node, "requirement", nameIn(context, node, "id"), valueOf(node, "id")));
  return [...classes, ...requirements];
}

function membersOf(node: Node | null): Part[] {
  return node?.kind === "object" ? node.parts.filter(({ key }) => key !== null) : [];
}

function named({ key, start, end }: Part, kind: api.SymbolKind, name: string): api.DocumentSymbol {
  return { name, kind, range: { start, end }, selection: spanOf(key!), children: [] };
}

function symbol(node: Node, kind: api.SymbolKind, name: string, at: Node | null, children: api.DocumentSymbol[] = []): api.DocumentSymbol {
  return { name, kind, range: spanOf(node), selection: spanOf(at ?? node), children };
}

function nameIn({ tree: { text } }: Context, node: Node, field: string): string {
  return textOfNode(text, valueOf(node, field)) ?? "";
}

function spanOf({ start, end }: api.Span): api.Span {
  return { start, end };
}

/** What is in the brackets of objects and lists of several lines. */
export function foldingOf({ tree: { text, root } }: Context): api.Span[] {
  const ranges: api.Span[] = [];
  const waiting: Node[] = root === null ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isContainer(node)) continue;
    const end = node.end - (node.closed ? 1 : 0);
    if (text.slice(node.start + 1, end).includes("\n")) ranges.push({ start: node.start + 1, end });
    // What is on one line has nothing to fold.
    else continue;
    for (const { value } of node.parts) if (value !== null) waiting.push(value);
  }
  return ranges.sort((a, b) => a.start - b.start);
}
