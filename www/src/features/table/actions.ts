/** What a person can do: take the table as a file, choose its day, and type a cell. */
import { batch } from "@preact/signals";
import { type BenefitTable, fileOf, type Format } from "../../engine/table";
import { download } from "../../kit/download";
import { isObject, type Json, listIn } from "../../kit/json/values";
import type { Editor } from "../../store/editor/editor";
import { say } from "../../store/page";
import { editCoverage } from "../text/actions";
import { cellAt, edited, inPlaceOf, type Place } from "./cell";
import { chosenDate, fileName } from "./model";
import { tableWords } from "./words";

export async function downloadTable(table: BenefitTable, format: Format): Promise<void> {
  try {
    download(`${fileName.peek()}.${format}`, await fileOf(table, format));
  } catch {
    say({ tone: "failed", text: tableWords.downloadFailed });
  }
}

export function chooseDate(date: string): void {
  chosenDate.value = date === "" ? null : date;
}

export function editCell(table: BenefitTable, place: Place): void {
  edited.value = cellAt(table, place);
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
