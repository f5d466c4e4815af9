/** Where is a finding, in words, and how does a person get there: to the line of the text, to the card of the guarantee. */
import type { ComponentChildren } from "preact";
import { nodeAt, segmentsOf, type Span } from "../../kit/json/tree";
import { useEditor } from "../common/editor";
import type { Editor } from "../../store/editor/editor";
import { showCard, showSpan } from "../coverage/actions";
import { GuaranteeName } from "../common/care-types";
import { problemWords } from "../common/words";
import { worklistWords } from "./words";

/**
 * The names on the way to a place, from the outside in.
 *
 *     "/guarantees/3/care_type_mappings/1/filter/min_age"   // DENTAL, mapping 2, min_age
 */
function placeWords(pointer: string): ComponentChildren[] {
  const [first, index, ...rest] = segmentsOf(pointer);
  const isGuarantee = first === "guarantees" && index !== undefined;
  const words: ComponentChildren[] = isGuarantee ? [<GuaranteeLink index={Number(index)} />] : [];
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

/** The name of a guarantee in the text, which may have none yet. */
export function guaranteeName({ documents: { coverage } }: Editor, index: number): string {
  const text = coverage.read.value;
  const { root } = coverage.tree.value;
  const node = root && nodeAt(root, `/guarantees/${index}/name`);
  const isText = node?.closed && text[node.start] === '"';
  const name = isText ? (JSON.parse(text.slice(node.start, node.end)) as string) : "";
  return name.trim() === "" ? problemWords.guarantee(index + 1) : name;
}

/** Leads to the card of the guarantee. */
export function GuaranteeLink({ index }: { index: number }) {
  const editor = useEditor();
  const name = guaranteeName(editor, index);
  return (
    <button type="button" class="link" aria-label={worklistWords.showCard(name)} onClick={() => showCard(editor, index)}>
      <GuaranteeName name={name} />
    </button>
  );
}

export function LineLink({ span, line, pointer }: { span: Span; line: number; pointer: string }) {
  const editor = useEditor();
  return (
    <button type="button" class="link" title={pointer} onClick={() => showSpan(editor, span)}>
      {worklistWords.line(line)}
    </button>
  );
}

/** A place in the text of the coverage. */
export function Place({ pointer, span, line }: { pointer: string; span: Span; line: number }) {
  return (
    <p class="place">
      <LineLink span={span} line={line} pointer={pointer} />
      <span>{placeWords(pointer).flatMap((word, at) => (at === 0 ? [word] : [", ", word]))}</span>
    </p>
  );
}

/** The first line of the value at a pointer; null where the text has none. */
export function spanOf({ documents: { coverage } }: Editor, pointer: string): { span: Span; line: number } | null {
  const text = coverage.read.value;
  const found = coverage.spanOf(pointer);
  return found && { span: firstLineOf(text, found), line: lineOf(text, found.start) };
}

export function firstLineOf(text: string, { start, end }: Span): Span {
  const lineEnd = text.indexOf("\n", start);
  return { start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) };
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
