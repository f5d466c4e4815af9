/** Where is a problem of a coverage, in words? */
import type { ComponentChildren } from "preact";
import { nodeAt, segmentsOf } from "../../kit/json/tree";
import type { TextDocument } from "../../store/text-document";
import { GuaranteeName } from "./care-types";
import { problemWords } from "./words";

/**
 * The names on the way to a place, from the outside in.
 *
 *     "/guarantees/3/care_type_mappings/1/filter/min_age"   // DENTAL, mapping 2, min_age
 */
export function placeWords(document: TextDocument, pointer: string): ComponentChildren[] {
  const [first, index, ...rest] = segmentsOf(pointer);
  const isGuarantee = first === "guarantees" && index !== undefined;
  const words: ComponentChildren[] = isGuarantee ? [<NameOfGuarantee document={document} index={index} />] : [];
  let fields = isGuarantee ? rest : segmentsOf(pointer);
  if (isGuarantee && rest[0] === "care_type_mappings" && rest[1] !== undefined) {
    words.push(problemWords.mapping(Number(rest[1]) + 1));
    fields = rest.slice(2);
  }
  // The selector and the filter are known by their fields.
  if (fields.length > 1 && (fields[0] === "selector" || fields[0] === "filter")) fields = fields.slice(1);
  const isEntry = (field: string, at: number) => at > 0 && /^\d+$/.test(field);
  words.push(...fields.map((field, at) => (isEntry(field, at) ? problemWords.entry(Number(field) + 1) : <code>{field}</code>)));
  return words.length === 0 ? [problemWords.top] : words;
}

function NameOfGuarantee({ document, index }: { document: TextDocument; index: string }) {
  const text = document.read.value;
  const { root } = document.tree.value;
  const node = root && nodeAt(root, `/guarantees/${index}/name`);
  const isText = node?.closed && text[node.start] === '"';
  const name = isText ? (JSON.parse(text.slice(node.start, node.end)) as string) : "";
  return <strong>{name.trim() === "" ? problemWords.guarantee(Number(index) + 1) : <GuaranteeName name={name} />}</strong>;
}
