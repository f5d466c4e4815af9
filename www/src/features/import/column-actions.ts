/** What a person can do with a column that is pasted: look at its lines, type them again, and take them as one step. */
import { batch } from "@preact/signals";
import { isObject, type Json, listIn } from "../../kit/json/values";
import type { Operation } from "../../kit/json/patch";
import type { Editor } from "../../store/editor/editor";
import { importing } from "../../store/importing";
import { inPlaceOf, type Share } from "../table/cell";
import { pageTable } from "../table/page-table";
import { editCoverage } from "../text/actions";
import { changes, linesOnto, pasted } from "./column";
import { columnWords } from "./words";

/** `first`: at which cell of the coverage it begins. */
export function pasteColumn(first: number, texts: readonly string[]): void {
  const { table, hand } = pageTable;
  const now = table.peek();
  if (now === null) return;
  batch(() => {
    pasted.value = { ...linesOnto(now, hand.peek(), first, texts), share: null };
    importing.value = "column";
  });
}

export function closeColumn(): void {
  batch(() => {
    pasted.value = null;
    if (importing.peek() === "column") importing.value = null;
  });
}

export function typeLine(at: number, text: string): void {
  const now = pasted.peek();
  if (now) pasted.value = { ...now, lines: now.lines.map((line, index) => (index === at ? { ...line, text } : line)) };
}

export function sayColumnShare(share: Share | null): void {
  const now = pasted.peek();
  if (now) pasted.value = { ...now, share };
}

/** All rules that change, in one step; none where one of them cannot. */
export function takeColumn(editor: Editor): void {
  const json = editor.documents.coverage.typedJson.peek();
  const guarantees = json.ok ? [...listIn(json.value, "guarantees")] : [];
  const operations: Operation[] = [];
  for (const [name, rule] of changes.peek()) {
    const at = guarantees.findIndex((one) => isObject(one) && one["name"] === name);
    const found = guarantees[at];
    if (!isObject(found)) return editor.say({ tone: "failed", text: columnWords.notTaken });
    const value = inPlaceOf(found["coverage_rule"], rule, guarantees);
    // So that no two of them take one key.
    guarantees[at] = { ...found, coverage_rule: value } satisfies Json;
    operations.push({ op: "add", path: `/guarantees/${at}/coverage_rule`, value });
  }
  batch(() => {
    if (editCoverage(editor, operations)) editor.sayStep(columnWords.taken(operations.length));
    else editor.say({ tone: "failed", text: columnWords.notTaken });
  });
}
