/** What a person can do with the catalogue. */
import { batch } from "@preact/signals";
import type { LoadedCatalog } from "../../engine/engine";
import { download } from "../../kit/download";
import { focusOn, say } from "../../store/page";
import { sayStep } from "../../store/replace";
import { documents, draft as actDraft } from "../../store/work";
import { withCareType } from "../act/draft";
import type { CatalogEntry } from "../picker/hits";
import { draftOf, type EntryDraft, keyOfDraft, newDraft } from "./draft";
import { asLists } from "./edits";
import { textsAfter } from "./impact";
import { catalogNow, chosen, drafts, expanded, newInFront, type Part, part } from "./model";
import { catalogueWords, editWords } from "./words";

interface Steps {
  past: EntryDraft[];
  future: EntryDraft[];
  /** The field that the last step was typed into. */
  field: "label" | "code" | null;
}

/** What can be undone of a change that is not taken yet; once it is, it is a step of the page. */
const steps = new Map<string, Steps>();

export const SEARCH = "catalogue";
export const DETAILS_ID = "catalogue-details";

export function choosePart(name: Part): void {
  part.value = name;
}

export function choose(entry: CatalogEntry | null): void {
  batch(() => {
    part.value = "entries";
    newInFront.value = null;
    chosen.value = entry;
  });
}

/** From another place than the tree: the details take the focus. */
export function show(entry: CatalogEntry): void {
  batch(() => {
    choose(entry);
    focusOn(DETAILS_ID);
  });
}

export function expand(key: string, isExpanded: boolean): void {
  const next = new Set(expanded.value);
  if (isExpanded) next.add(key);
  else next.delete(key);
  expanded.value = next;
}

export function tryAsAct(catalog: LoadedCatalog, careType: string): void {
  actDraft.value = withCareType(actDraft.value, careType, catalog);
}

function putDraft(draft: EntryDraft): void {
  drafts.value = new Map([...drafts.value, [keyOfDraft(draft), draft]]);
}

export function beginEdit(entry: CatalogEntry): void {
  const catalog = catalogNow.peek();
  const draft = catalog && draftOf(catalog, entry);
  if (draft) putDraft(draft);
}

export function beginRemoval(entry: CatalogEntry): void {
  const catalog = catalogNow.peek();
  const draft = catalog && draftOf(catalog, entry);
  if (draft) putDraft({ ...draft, isRemoved: true });
}

/** A new one begins in the group that is in front. */
export function beginNew(of: CatalogEntry["of"]): void {
  const now = chosen.peek();
  const draft = newDraft(of, of === "care_type" && now?.of === "group" ? [now.shortCode] : []);
  batch(() => {
    if (!drafts.peek().has(keyOfDraft(draft))) putDraft(draft);
    choose(null);
    newInFront.value = of;
    focusOn("catalogue-label");
  });
}

/** What is typed into one field is one step. */
export function change(draft: EntryDraft, changed: Partial<EntryDraft>): void {
  const key = keyOfDraft(draft);
  const field = "label" in changed ? "label" : "code" in changed ? "code" : null;
  const { past, field: before } = steps.get(key) ?? { past: [], field: null };
  steps.set(key, { past: field !== null && field === before ? past : [...past, draft], future: [], field });
  putDraft({ ...draft, ...changed });
}

/** Of the form; false where it has no such step. */
export function undo(draft: EntryDraft): boolean {
  return turn(draft, "past", "future");
}

export function redo(draft: EntryDraft): boolean {
  return turn(draft, "future", "past");
}

function turn(draft: EntryDraft, from: "past" | "future", to: "past" | "future"): boolean {
  const own = steps.get(keyOfDraft(draft));
  const next = own?.[from].at(-1);
  if (!own || !next) return false;
  steps.set(keyOfDraft(draft), { ...own, field: null, [from]: own[from].slice(0, -1), [to]: [...own[to], draft] });
  putDraft(next);
  return true;
}

export function cancel(draft: EntryDraft): void {
  batch(() => {
    forget(draft);
    focusOn(DETAILS_ID);
  });
}

function forget(draft: EntryDraft): void {
  const next = new Map(drafts.value);
  next.delete(keyOfDraft(draft));
  drafts.value = next;
  steps.delete(keyOfDraft(draft));
  if (draft.was === null) newInFront.value = null;
}

/** The catalogue, and the texts that name its entry, change in one step. */
export function apply(draft: EntryDraft): void {
  const texts = textsAfter(draft);
  if (texts === null) return;
  const { of, was, code, label, isRemoved } = draft;
  const name = label.trim() === "" ? code : label.trim();
  batch(() => {
    for (const name of ["catalog", "coverage", "acceptances", "year"] as const) {
      const text = texts[name];
      if (text !== undefined) documents[name].change(text);
    }
    const { facts } = actDraft.peek();
    if (of === "care_type" && facts.care_type === was && !isRemoved) actDraft.value = { ...actDraft.peek(), facts: { ...facts, care_type: code } };
    forget(draft);
    chosen.value = isRemoved ? null : { of, shortCode: code };
    focusOn(DETAILS_ID);
    sayStep(isRemoved ? editWords.removed(name) : was === null ? editWords.added(name) : editWords.changed(name));
  });
}

/** The look-ups by code become lists, which are edited here. */
export function convert(): void {
  const json = documents.catalog.json.peek();
  if (!json.ok) return;
  batch(() => {
    documents.catalog.change(asLists(json.value as Record<string, unknown>));
    sayStep(catalogueWords.converted);
  });
}

export function downloadCatalog(): void {
  const loaded = documents.catalog.loaded.peek();
  if (loaded) download("catalog.json", new Blob([loaded.text], { type: "application/json" }));
}

/** A browser may refuse, and has no clipboard where the page is not served securely. */
export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say({ tone: "done", text: catalogueWords.copied(what) });
  } catch {
    say({ tone: "failed", text: catalogueWords.notCopied });
  }
}
