/** What a person does about findings: take a choice, accept what is meant, and the file of what is accepted. */
import { batch } from "@preact/signals";
import type { Acceptance } from "../../engine/engine";
import { download } from "../../kit/download";
import { parseJson } from "../../kit/json/parse";
import type { Operation } from "../../kit/json/patch";
import { isObject } from "../../kit/json/values";
import { announceStep } from "../../store/history";
import { focusOn, say } from "../../store/page";
import { catalog, compiled } from "../../store/readings";
import { replaceWork } from "../../store/replace";
import { documents } from "../../store/work";
import { guaranteeLineId } from "../coverage/model";
import { noticeWords } from "../documents/words";
import { editDocument, putText } from "../text/actions";
import { acceptancesFor, textWith } from "./acceptances";
import type { Choice } from "./choices";
import type { Finding } from "./findings";
import { focusNext, listedSeverity, type Part } from "./model";
import { acceptWords, worklistWords } from "./words";

/** Where the finding is listed; the one that takes its place has the focus next. On a card, its line has. Null: it is on neither. */
export type ListedAt = { part: Part; index: number } | { card: number } | null;

const TEXT = documents.coverage;

function then(at: ListedAt): void {
  if (at && "card" in at) focusOn(guaranteeLineId(at.card));
  else focusNext.value = at && { ...at, request: {} };
}

/** Does nothing where the text has changed since. */
export function take(choice: Pick<Choice, "title" | "text">, from: string, at: ListedAt): void {
  if (TEXT.text.peek() !== from) return;
  batch(() => {
    announceStep(choice.title());
    putText(TEXT, choice.text, { text: choice.text, index: null });
    then(at);
  });
}

/** An edit that needs no trial, such as a value that the engine knows. */
export function takeEdit(operations: readonly Operation[], at: ListedAt): void {
  batch(() => {
    if (!editDocument(TEXT, operations)) return;
    announceStep(worklistWords.changed);
    then(at);
  });
}

export function accept(findings: readonly Finding[], reason: string, at: ListedAt): void {
  const text = textWith(acceptancesFor(findings, reason.trim()));
  if (text === null) return say({ tone: "failed", text: acceptWords.noList(documents.acceptances.loaded.peek()?.source ?? acceptWords.source) });
  batch(() => {
    putAcceptances(text, acceptWords.done(findings.length));
    then(at);
  });
}

function putAcceptances(text: string, words: string, source = documents.acceptances.loaded.peek()?.source ?? acceptWords.source): void {
  replaceWork({ acceptances: { text, source } }, words);
}

export function editReason(index: number, reason: string): void {
  if (reason.trim() === "") return;
  batch(() => {
    if (editDocument(documents.acceptances, [{ op: "replace", path: `/accept/${index}/reason`, value: reason.trim() }])) announceStep(acceptWords.edited);
  });
}

export function removeAcceptances(indices: readonly number[], at: ListedAt): void {
  const operations = [...indices].sort((a, b) => b - a).map((index): Operation => ({ op: "remove", path: `/accept/${index}` }));
  batch(() => {
    if (!editDocument(documents.acceptances, operations)) return;
    announceStep(acceptWords.removed);
    then(at);
  });
}

/** The file that the package takes, as it is kept. */
export function exportAcceptances(): void {
  const name = compiled.peek()?.payload.name ?? "coverage";
  const text = documents.acceptances.text.peek();
  download(acceptWords.file(name.replace(/[^\p{L}\p{N}_.-]+/gu, "-")), new Blob([text], { type: "application/json" }));
}

export async function importAcceptances(file: File): Promise<void> {
  const text = await file.text().catch(() => null);
  if (text === null) return say({ tone: "failed", text: noticeWords.fileFailed(file.name) });
  const parsed = parseJson(text.replace(/^\uFEFF/, ""));
  if (!parsed.ok) return say({ tone: "failed", text: noticeWords.brokenFile(file.name, parsed.mistake) });
  const list = isObject(parsed.value) ? parsed.value["accept"] : null;
  if (!Array.isArray(list)) return say({ tone: "failed", text: acceptWords.noFile(file.name) });
  const reading = catalog.peek();
  const diagnostics = reading.state === "ready" ? reading.value.judgeAcceptances(list as Acceptance[]) : [];
  if (diagnostics.length > 0) return say({ tone: "failed", text: acceptWords.refusedFile(file.name), diagnostics: [...diagnostics] });
  putAcceptances(text.replace(/^\uFEFF/, ""), acceptWords.imported(file.name), file.name);
}

export function listSeverity(severity: typeof listedSeverity.value): void {
  batch(() => {
    focusNext.value = null;
    listedSeverity.value = severity;
  });
}
