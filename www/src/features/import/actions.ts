/** What a person can do with a table that is brought in: read it, go through it, say what it leaves open. */
import { batch, effect, untracked } from "@preact/signals";
import { askSheets, type TableSource } from "../../engine/import";
import { broughtIn, type Cells, importing } from "../../store/importing";
import { focusOn } from "../../store/page";
import { catalog } from "../../store/readings";
import { groupLabel, typeLabel } from "../common/labels";
import { loadedWords } from "../documents/words";
import type { CatalogEntry } from "../picker/hits";
import { pasteColumn } from "./column-actions";
import { placeKey } from "./grid-to-read";
import { type Assumption, before, beginDraft, type Draft, draft, NOTHING_SAID, opening, type Picked, type Share } from "./model";
import { handFormula } from "./payloads";
import { rows, type SheetRow, type Spot } from "./spots";
import { termsFor } from "./terms";
import { besides, DETAIL, FIRST_ROWS, idOf, openKey, shownCount, shownState, SUMMARY } from "./view-state";

export const LARGEST_FILE = 20_000_000;

export async function importFile(file: File): Promise<void> {
  show();
  if (file.size > LARGEST_FILE) return void (opening.value = { state: "refused", source: file.name, why: "too_large" });
  opening.value = { state: "reading", source: file.name };
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return void (opening.value = { state: "refused", source: file.name, why: "unreadable" });
  await open(file.name, { kind: "file", bytes });
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
  await open(loadedWords.pastedSource, { kind: "cells", html, text });
}

let asked: AbortController | null = null;

async function open(source: string, from: TableSource): Promise<void> {
  asked?.abort();
  asked = new AbortController();
  opening.value = { state: "reading", source };
  const answer = await askSheets(from, asked.signal).catch(() => null);
  // Something else was opened meanwhile.
  if (answer === null) return;
  if (answer.state !== "ready") return void (opening.value = { state: "refused", source, why: answer.state === "refused" ? answer.why : "unreadable" });
  batch(() => {
    opening.value = { state: "idle" };
    before.value = draft.peek() ?? before.peek();
    draft.value = beginDraft(source, answer.sheets);
    lookFromTheStart();
    focusOn(SUMMARY);
  });
}

function lookFromTheStart(): void {
  shownState.value = null;
  openKey.value = null;
  shownCount.value = FIRST_ROWS;
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
    draft.value = null;
    opening.value = { state: "idle" };
  });
}

export function takeUpAgain(): void {
  batch(() => {
    const now = draft.peek();
    draft.value = before.peek();
    before.value = now;
    opening.value = { state: "idle" };
    lookFromTheStart();
    focusOn(SUMMARY);
  });
}

export function chooseSheet(sheet: number): void {
  batch(() => {
    change((now) => ({ ...now, ...NOTHING_SAID, sheet }));
    lookFromTheStart();
  });
}

export function change(made: (now: Draft) => Partial<Draft>): void {
  const now = draft.peek();
  if (now) draft.value = { ...now, ...made(now) };
}

// ───────────────────────────── going through it ─────────────────────────────

export function openPlace(key: string): void {
  openKey.value = key;
  focusOn(DETAIL);
}

/** The focus goes back to the place. */
export function closePlace(): void {
  const key = openKey.peek();
  openKey.value = null;
  if (key !== null) focusOn(idOf(key));
}

export function step(by: 1 | -1): void {
  const next = besides(by);
  if (next !== null) openPlace(next);
}

export function showOnly(state: typeof shownState.value): void {
  batch(() => {
    shownState.value = shownState.peek() === state ? null : state;
    openKey.value = null;
    shownCount.value = FIRST_ROWS;
  });
}

/** The next one is open; where there is none, nothing is. */
function goOn(from: string, made: (now: Draft) => Partial<Draft>): void {
  const next = besides(1, from);
  batch(() => {
    change(made);
    if (next !== null && next !== from) return openPlace(next);
    openKey.value = null;
    focusOn(SUMMARY);
  });
}

// ───────────────────────────── what is said of a place ─────────────────────────────

export function accept({ key }: Spot): void {
  goOn(key, ({ accepted }) => ({ accepted: [...accepted, key] }));
}

export function leaveOut({ key }: Spot): void {
  goOn(key, ({ left }) => ({ left: [...left, key] }));
}

/** All of its cells, and the label that they go by. */
export function leaveRowOut({ row, spots, label }: SheetRow): void {
  const cells = spots.filter(({ cell }) => cell !== null).map(({ key }) => key);
  goOn(label?.key ?? placeKey(row, 0), ({ left, leftRows }) => ({ left: [...new Set([...left, ...cells])], leftRows: [...leftRows, row] }));
}

/** As it was in the sheet, with nothing said of it. */
export function putBack({ key, row, origin }: Spot): void {
  const source = placeKey(...origin);
  const isRow = rows.peek()[row]?.label?.key === key;
  change(({ texts, left, leftRows, accepted, careTypes }) => {
    const { [source]: _, ...others } = texts;
    const { [row]: __, ...picked } = careTypes;
    const isOfRow = (place: string) => isRow && leftRows.includes(row) && place.startsWith(`${row},`);
    return {
      texts: others,
      left: left.filter((place) => place !== key && !isOfRow(place)),
      accepted: accepted.filter((place) => place !== key),
      ...(isRow && { leftRows: leftRows.filter((one) => one !== row), careTypes: picked }),
    };
  });
}

/** It is read anew, at once. What was chosen for the words of a label ends with them. */
export function typeAgain({ key, row, origin }: Spot, text: string): void {
  const source = placeKey(...origin);
  change(({ texts, left, accepted, careTypes }) => {
    const { [row]: _, ...picked } = careTypes;
    const isLabel = rows.peek()[row]?.label?.key === key;
    return {
      texts: { ...texts, [source]: text },
      left: left.filter((place) => place !== key),
      accepted: accepted.filter((place) => place !== key),
      ...(isLabel && { careTypes: picked }),
    };
  });
}

export function pickFor({ row, read, label }: SheetRow, { of, shortCode }: CatalogEntry, isPicked: boolean): void {
  const types = catalog.peek();
  if (read === null || label === null || types.state !== "ready") return;
  change(({ careTypes }) => {
    const before: Picked = careTypes[row] ?? { types: [], groups: [], terms: termsFor(read), names: [], label: placeKey(...label.origin) };
    const list = of === "group" ? "groups" : "types";
    const codes = before[list].filter((code) => code !== shortCode);
    const chosen = { ...before, [list]: isPicked ? [...codes, shortCode] : codes };
    const after = { ...chosen, names: [...chosen.groups.map((code) => groupLabel(types.value, code)), ...chosen.types.map((code) => typeLabel(types.value, code))] };
    const { [row]: _, ...others } = careTypes;
    return { careTypes: after.types.length + after.groups.length === 0 ? others : { ...careTypes, [row]: after } };
  });
}

// ───────────────────────────── what is said of many ─────────────────────────────

export function sayShare(column: number, share: Share | "usual"): void {
  change(({ shares }) => ({ shares: { ...shares, [column]: share } }));
}

export function acceptAll(what: Assumption, isAccepted: boolean): void {
  change(({ acceptedAll }) => ({ acceptedAll: isAccepted ? [...acceptedAll, what] : acceptedAll.filter((one) => one !== what) }));
}

export function nameFormula(formula: number, name: string): void {
  change(({ names }) => ({ names: { ...names, [formula]: name } }));
}

export function become(formula: number, role: "hand" | "other" | "none"): void {
  const hand = handFormula.peek();
  change(({ other }) => {
    const without = (now: number | null) => (now === formula ? null : now);
    return { hand: role === "hand" ? formula : without(hand), other: role === "other" ? formula : without(other) };
  });
}

