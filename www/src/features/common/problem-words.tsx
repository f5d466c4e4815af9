/** Where does a problem of a coverage stand, and what does its fix do, in words? */
import { problemWords } from "./words";
import { guaranteeName } from "./care-types";
import type { ComponentChildren } from "preact";
import type { Diagnostic } from "../../engine/engine";
import { nodeAt, pathTo, segmentsOf, type Node, type Span } from "../../kit/json/tree";

/**
 * The names on the way to a place, from the outside in.
 *
 *     "/guarantees/3/care_type_mappings/1/filter/min_age"   // DENTAL, mapping 2, min_age
 */
export function placeWords(text: string, root: Node | null, pointer: string): ComponentChildren[] {
  const [first, index, ...rest] = segmentsOf(pointer);
  const isGuarantee = first === "guarantees" && index !== undefined;
  const words: ComponentChildren[] = isGuarantee ? [nameOfGuarantee(text, root, index)] : [];
  let fields = isGuarantee ? rest : segmentsOf(pointer);
  if (isGuarantee && rest[0] === "care_type_mappings" && rest[1] !== undefined) {
    words.push(problemWords.mapping(Number(rest[1]) + 1));
    fields = rest.slice(2);
  }
  // The selector and the filter are told by their fields.
  if (fields.length > 1 && (fields[0] === "selector" || fields[0] === "filter")) fields = fields.slice(1);
  const isEntry = (field: string, at: number) => at > 0 && /^\d+$/.test(field);
  words.push(...fields.map((field, at) => (isEntry(field, at) ? problemWords.entry(Number(field) + 1) : <code>{field}</code>)));
  return words.length === 0 ? [problemWords.top] : words;
}

function nameOfGuarantee(text: string, root: Node | null, index: string): ComponentChildren {
  const node = root && nodeAt(root, `/guarantees/${index}/name`);
  const isText = node?.closed && text[node.start] === '"';
  const name = isText ? (JSON.parse(text.slice(node.start, node.end)) as string) : "";
  return <strong>{name.trim() === "" ? problemWords.guarantee(Number(index) + 1) : guaranteeName(name)}</strong>;
}

/** What a fix does, as the words of a button. */
export function fixWords(fix: NonNullable<Diagnostic["fix"]>): string {
  const [first, second] = fix;
  if (!first || second) return problemWords.fix.several(fix.length);
  const name = segmentsOf(first.path).at(-1) ?? "";
  if (first.op === "remove") return problemWords.fix.remove;
  if (first.op === "move") return problemWords.fix.rename(name);
  if (first.op === "add") return problemWords.fix.add(name);
  return problemWords.fix.replace(typeof first.value === "string" ? first.value : JSON.stringify(first.value));
}

/** What the editor marks as the place of a problem, and where a jump leads. An object that lacks something is shown by its first line. */
export function spanOf(text: string, root: Node | null, { pointer, range }: Pick<Diagnostic, "pointer" | "range">): Span {
  const around = range ?? (root && (pathTo(root, pointer).at(-1)?.value ?? root)) ?? { start: 0, end: 0 };
  const lineEnd = text.indexOf("\n", around.start);
  return { start: around.start, end: lineEnd < 0 ? around.end : Math.max(around.start, Math.min(around.end, lineEnd)) };
}
