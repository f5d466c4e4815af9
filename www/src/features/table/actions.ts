/** What a person can do: take the table as a file, choose its day, and type a cell. */
import { batch } from "@preact/signals";
import { type BenefitTable, textFileOf, type TextFormat } from "../../engine/table";
import { download } from "../../kit/download";
import { isObject, type Json, listIn } from "../../kit/json/values";
import type { Editor } from "../../store/editor/editor";
import { editCoverage } from "../text/actions";
import { cellAt, inPlaceOf } from "./cell";
import { fileNameOf, type Place } from "./places";
import type { TableState } from "./state";
import { tableWords } from "./words";

export async function downloadTable({ editor, hand, spreadsheetOf }: TableState, table: BenefitTable, format: TextFormat | "xlsx"): Promise<void> {
  try {
    const file = format === "xlsx" ? await spreadsheetOf!(table) : textFileOf(table, format);
    download(`${fileNameOf(table, hand.peek())}.${format}`, file);
  } catch {
    editor.say({ tone: "failed", text: tableWords.downloadFailed });
  }
}

export function editCell({ edited, hand }: TableState, table: BenefitTable, place: Place): void {
  edited.value = cellAt(table, place, hand.peek());
}

/** The rule of the guarantee becomes this one, as one step. */
export function takeCell(editor: Editor, guarantee: string, rule: Json): void {
  const json = editor.documents.coverage.typedJson.peek();
  const guarantees = json.ok ? listIn(json.value, "guarantees") : [];
  const at = guarantees.findIndex((one) => isObject(one) && one["name"] === guarantee);
  const found = guarantees[at];
  batch(() => {
    const isTaken = isObject(found) && editCoverage(editor, [{ op: "add", path: `/guarantees/${at}/coverage_rule`, value: inPlaceOf(found["coverage_rule"], rule, guarantees) }]);
    if (isTaken) editor.sayStep(tableWords.cell.taken(guarantee));
    else editor.say({ tone: "failed", text: tableWords.cell.notTaken });
  });
}
