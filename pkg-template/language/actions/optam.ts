// One guarantee becomes two: one for professionals who are OPTAM or in secteur 1, one for the others.
import type * as api from "../../care-coverage-language";
import type { Context } from "../context.ts";
import { edited, prepending, separatorIn } from "../edits.ts";
import { code } from "../speech.ts";
import { entriesOf, memberOf, type Node, type Step, textOfNode, valueOf } from "../nodes.ts";
import type { TextEdit } from "../types.ts";

const CONDITION = "is_optam_or_secteur_1";

export function splitIn(context: Context, steps: readonly Step[]): api.CodeAction[] {
  const { tree: { text, root }, speech } = context;
  const step = steps[1];
  const guarantee = step?.part.value;
  if (!step || !guarantee || steps[0]!.part.key?.name !== "guarantees" || guarantee.mistakes > 0) return [];
  const name = valueOf(guarantee, "name");
  const mappings = valueOf(guarantee, "care_type_mappings");
  const written = textOfNode(text, name);
  if (name === null || written === undefined || mappings?.kind !== "array") return [];
  const stated = entriesOf(mappings).map((mapping) => statedIn(text, mapping));
  if (stated.length === 0 || stated.includes("other")) return [];
  // All for one side already.
  if (stated.every((side) => side === stated[0] && side !== "neither")) return [];
  // An act that does not have the fact would match neither.
  if (!entriesOf(mappings).every((mapping, index) => stated[index] !== "neither" || haveFact(context, mapping))) return [];
  const names = new Set(entriesOf(valueOf(root, "guarantees")).map((other) => textOfNode(text, valueOf(other, "name"))));
  const copy = (side: boolean) => copyOf(text, guarantee, name, mappings, stated, side, freeName(names, `${written}${side ? "_OPTAM" : "_NON_OPTAM"}`));
  const edits = [{ start: guarantee.start, end: guarantee.end, text: `${copy(true)}${separatorIn(text, step.node)}${copy(false)}` }];
  return [{ title: speech.words.actions.splitByOptam(code(written)), kind: "split_by_optam", edits, fixes: null }];
}

/** Whether all care types of a mapping have the fact, and there are some. */
function haveFact({ selections, catalog }: Context, mapping: Node): boolean {
  const codes = selections.ofSelector(valueOf(mapping, "selector"));
  return codes.size > 0 && [...codes].every((code) => catalog.careType(code)?.applicable_facts?.includes(CONDITION) ?? true);
}

type Side = boolean | "neither" | "other";

/** Which professionals a mapping is for. */
function statedIn(text: string, mapping: Node): Side {
  const filter = valueOf(mapping, "filter");
  if (filter?.kind !== "object") return "other";
  const value = memberOf(filter, CONDITION)?.value;
  if (value === undefined || value?.kind === "null") return "neither";
  return value?.kind === "boolean" ? text.slice(value.start, value.end) === "true" : "other";
}

/** The guarantee for one side, as it is written but for its name and its mappings. */
function copyOf(text: string, guarantee: Node, name: Node, mappings: Node, stated: readonly Side[], side: boolean, now: string): string {
  const kept = entriesOf(mappings).filter((_, index) => stated[index] === "neither" || stated[index] === side);
  const written = kept.map((mapping) => mappingFor(text, mapping, side));
  const [first, last] = [mappings.parts[0]!, mappings.parts.at(-1)!];
  const list = `[${text.slice(mappings.start + 1, first.start)}${written.join(separatorIn(text, mappings))}${text.slice(last.end, mappings.end - 1)}]`;
  const edits: TextEdit[] = [{ start: name.start, end: name.end, text: JSON.stringify(now) }, { start: mappings.start, end: mappings.end, text: list }];
  return within(text, guarantee, edits);
}

function mappingFor(text: string, mapping: Node, side: boolean): string {
  const filter = valueOf(mapping, "filter")!;
  const value = memberOf(filter, CONDITION)?.value;
  if (!value) return within(text, mapping, [prepending(text, filter, `"${CONDITION}": ${side}`)]);
  return within(text, mapping, value.kind === "null" ? [{ start: value.start, end: value.end, text: String(side) }] : []);
}

/** The text of a value after edits in it. */
function within(text: string, { start, end }: Node, edits: readonly TextEdit[]): string {
  const moved = edits.map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text })).sort((a, b) => a.start - b.start);
  return edited(text.slice(start, end), moved);
}

function freeName(names: ReadonlySet<string | undefined>, name: string): string {
  for (let number = 1; ; number += 1) {
    const next = number === 1 ? name : `${name}_${number}`;
    if (!names.has(next)) return next;
  }
}
