/** A table is brought in: a file, or cells that are pasted; put away, and taken up again. */
import { batch, effect, untracked } from "@preact/signals";
import { askSheets, type TableSource } from "../../engine/import";
import { broughtIn, type Cells, importing } from "../../store/importing";
import { focusOn } from "../../store/page";
import { loadedWords } from "../documents/words";
import { pasteColumn } from "./column-actions";
import { lookFromTheStart } from "./go-through";
import { begin } from "./history";
import { before, beginDraft, draft, opening } from "./model";
import { SUMMARY } from "./view-state";

export const LARGEST_FILE = 20_000_000;

export async function importFile(file: File): Promise<void> {
  show();
  const signal = nextOpening();
  if (file.size > LARGEST_FILE) return void (opening.value = { state: "refused", source: file.name, why: "too_large" });
  opening.value = { state: "reading", source: file.name };
  const bytes = await file.arrayBuffer().catch(() => null);
  if (signal.aborted) return;
  if (bytes === null) return void (opening.value = { state: "refused", source: file.name, why: "unreadable" });
  await open(file.name, { kind: "file", bytes }, signal);
}

/** What is opened, dropped or pasted elsewhere is read here; until the function that is returned is called. */
export function takeBroughtIn(): () => void {
  return effect(() => {
    const found = broughtIn.value;
    if (found === null) return;
    broughtIn.value = null;
    untracked(() => void (found instanceof File ? importFile(found) : found.line < 0 ? importCells(found.html, found.text) : pasteAt(found)));
  });
}

/** One column at a cell goes onto the coverage's lines from there on; several are a table. */
async function pasteAt({ html, text, line }: Cells): Promise<void> {
  const answer = await askSheets({ kind: "cells", html, text }, new AbortController().signal);
  const grid = answer.state === "ready" ? answer.sheets[0]!.grid : null;
  if (grid?.every((row) => row.length <= 1)) pasteColumn(line, grid.map(([cell = ""]) => (typeof cell === "string" ? cell : "")));
  else await importCells(html, text);
}

/** What a clipboard has. Nothing happens where it has no words. */
export async function importCells(html: string, text: string): Promise<void> {
  if (html.trim() === "" && text.trim() === "") return;
  show();
  await open(loadedWords.pastedSource, { kind: "cells", html, text }, nextOpening());
}

/** The newest; what an earlier one still brings is for nobody. */
let asked: AbortController | null = null;

function nextOpening(): AbortSignal {
  asked?.abort();
  asked = new AbortController();
  return asked.signal;
}

async function open(source: string, from: TableSource, signal: AbortSignal): Promise<void> {
  opening.value = { state: "reading", source };
  const answer = await askSheets(from, signal).catch(() => null);
  // Something else was opened meanwhile.
  if (answer === null) return;
  if (answer.state !== "ready") return void (opening.value = { state: "refused", source, why: answer.state === "refused" ? answer.why : "unreadable" });
  batch(() => {
    opening.value = { state: "idle" };
    before.value = draft.peek() ?? before.peek();
    begin(beginDraft(source, answer.sheets));
    lookFromTheStart();
    focusOn(SUMMARY);
  });
}

function show(): void {
  importing.value = "table";
  location.hash = "table";
}

/** Back to the table of the coverage. What was said stays for the next time. */
export function putAway(): void {
  asked?.abort();
  opening.value = { state: "idle" };
  importing.value = null;
}

/** The one that is there can be taken up again. */
export function chooseAnother(): void {
  batch(() => {
    before.value = draft.peek();
    begin(null);
    opening.value = { state: "idle" };
  });
}

export function takeUpAgain(): void {
  batch(() => {
    const now = draft.peek();
    begin(before.peek());
    before.value = now;
    opening.value = { state: "idle" };
    lookFromTheStart();
    focusOn(SUMMARY);
  });
}
