/** What a person does about findings: take a choice, accept what is meant, and the file of what is accepted. */
import { batch } from "@preact/signals";
import type { Acceptance, Severity } from "../../engine/engine";
import { download } from "../../kit/download";
import { parseJson } from "../../kit/json/parse";
import type { Operation } from "../../kit/json/patch";
import { isObject } from "../../kit/json/values";
import type { Editor } from "../../store/editor/editor";
import { guaranteeLineId } from "../coverage/model";
import { noticeWords } from "../documents/words";
import { editCoverage, editDocument, putText } from "../text/actions";
import { acceptancesFor, textWith } from "./acceptances";
import type { Choice } from "./choices";
import type { Finding } from "./findings";
import { focusNext, listedSeverity, type Part } from "./model";
import { acceptWords, worklistWords } from "./words";

/** Where the finding is listed; the one that takes its place has the focus next. On a card, its line has. Null: it is on neither. */
export type ListedAt = { part: Part; index: number } | { card: number } | null;

function then(editor: Editor, at: ListedAt): void {
  if (at && "card" in at) editor.focusOn(guaranteeLineId(at.card));
  else focusNext(editor).value = at && { ...at, request: {} };
}

/** Does nothing where the text has changed since. */
export function take(editor: Editor, choice: Pick<Choice, "title" | "text">, from: string, at: ListedAt): void {
  const { coverage } = editor.documents;
  if (coverage.text.peek() !== from) return;
  batch(() => {
    editor.history.announce(choice.title());
    putText(editor, coverage, choice.text, { text: choice.text, index: null });
    then(editor, at);
  });
}

/** An edit that needs no trial, such as a value that the engine knows. */
export function takeEdit(editor: Editor, operations: readonly Operation[], at: ListedAt): void {
  batch(() => {
    if (!editCoverage(editor, operations)) return;
    editor.history.announce(worklistWords.changed);
    then(editor, at);
  });
}

export function accept(editor: Editor, findings: readonly Finding[], reason: string, at: ListedAt): void {
  const text = textWith(editor, acceptancesFor(editor, findings, reason.trim()));
  if (text === null) return editor.say({ tone: "failed", text: acceptWords.noList(editor.documents.acceptances.loaded.peek()?.source ?? acceptWords.source) });
  batch(() => {
    putAcceptances(editor, text, acceptWords.done(findings.length));
    then(editor, at);
  });
}

function putAcceptances(editor: Editor, text: string, words: string, source = editor.documents.acceptances.loaded.peek()?.source ?? acceptWords.source): void {
  batch(() => {
    editor.lastFix.value = null;
    editor.documents.acceptances.set({ text, source });
    editor.sayStep(words);
  });
}

export function editReason(editor: Editor, index: number, reason: string): void {
  if (reason.trim() === "") return;
  batch(() => {
    if (editDocument(editor, editor.documents.acceptances, [{ op: "replace", path: `/accept/${index}/reason`, value: reason.trim() }])) editor.history.announce(acceptWords.edited);
  });
}

export function removeAcceptances(editor: Editor, indices: readonly number[], at: ListedAt): void {
  const operations = [...indices].sort((a, b) => b - a).map((index): Operation => ({ op: "remove", path: `/accept/${index}` }));
  batch(() => {
    if (!editDocument(editor, editor.documents.acceptances, operations)) return;
    editor.history.announce(acceptWords.removed);
    then(editor, at);
  });
}

/** The file that the package takes, as it is kept. */
export function exportAcceptances(editor: Editor): void {
  const name = editor.compiled.peek()?.payload.name ?? "coverage";
  const text = editor.documents.acceptances.text.peek();
  download(acceptWords.file(name.replace(/[^\p{L}\p{N}_.-]+/gu, "-")), new Blob([text], { type: "application/json" }));
}

export async function importAcceptances(editor: Editor, file: File): Promise<void> {
  const text = await file.text().catch(() => null);
  if (text === null) return editor.say({ tone: "failed", text: noticeWords.fileFailed(file.name) });
  const parsed = parseJson(text.replace(/^\uFEFF/, ""));
  if (!parsed.ok) return editor.say({ tone: "failed", text: noticeWords.brokenFile(file.name, parsed.mistake) });
  const list = isObject(parsed.value) ? parsed.value["accept"] : null;
  if (!Array.isArray(list)) return editor.say({ tone: "failed", text: acceptWords.noFile(file.name) });
  const reading = editor.catalog.peek();
  const diagnostics = reading.state === "ready" ? reading.value.judgeAcceptances(list as Acceptance[]) : [];
  if (diagnostics.length > 0) return editor.say({ tone: "failed", text: acceptWords.refusedFile(file.name), diagnostics: [...diagnostics] });
  putAcceptances(editor, text.replace(/^\uFEFF/, ""), noticeWords.acceptances(file.name), file.name);
}

export function listSeverity(editor: Editor, severity: Severity | null): void {
  batch(() => {
    focusNext(editor).value = null;
    listedSeverity(editor).value = severity;
  });
}
