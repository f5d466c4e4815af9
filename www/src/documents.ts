/** How does a document come in: opened, dropped, pasted, or as the example? What is in hand is kept unless the new one can be read. */
import { fromAct, numbersIn } from "./act-draft";
import { LoadedCatalog } from "./engine";
import { exampleActs, exampleDocuments } from "./examples";
import { parseJson } from "./json";
import { messages as m } from "./messages";
import { getState, replaceWork, update, type Kind, type LoadedText, type Notice, type Work } from "./state";

type Taken = { ok: true; work: Work; text: string } | { ok: false; notice: Notice };

/** Loads one document; what stands in the way is returned, to be shown where the document came from. */
export function load(loaded: LoadedText, kind: Kind | "auto"): Notice | null {
  const taken = take(getState().work, loaded, kind);
  if (!taken.ok) return taken.notice;
  replaceWork(taken.work, taken.text);
  return null;
}

export async function loadFiles(files: readonly File[]): Promise<void> {
  let { work } = getState();
  const done: string[] = [];
  let failed: Notice | null = null;
  for (const file of files) {
    const text = await file.text().catch(() => null);
    const taken: Taken =
      text === null
        ? { ok: false, notice: { tone: "failed", text: m.notice.fileFailed(file.name) } }
        : take(work, { text, source: file.name }, "auto");
    if (taken.ok) {
      work = taken.work;
      done.push(taken.text);
    } else failed ??= taken.notice;
  }
  const before = getState().work;
  if (done.length > 0) replaceWork({ ...before, catalog: work.catalog, coverage: work.coverage }, done.join(" "));
  if (failed) update({ notice: done.length > 0 ? { ...failed, undo: before } : failed });
}

export async function loadExample(): Promise<void> {
  update({ notice: { tone: "busy", text: m.notice.loadingExample } });
  try {
    const [{ catalog, coverage }, acts] = await Promise.all([exampleDocuments(), exampleActs()]);
    const source = m.loaded.exampleSource;
    const { work } = getState();
    const draft = acts[0] ? fromAct(acts[0].act) : work.draft;
    const example: Work = { ...work, catalog: { text: catalog, source }, coverage: { text: coverage, source }, draft };
    replaceWork(example, m.notice.loadedExample);
  } catch {
    update({ notice: { tone: "failed", text: m.notice.exampleFailed } });
  }
}

function take(work: Work, loaded: LoadedText, asked: Kind | "auto"): Taken {
  const { source } = loaded;
  const text = loaded.text.replace(/^\uFEFF/, "");
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, notice: { tone: "failed", text: m.notice.brokenFile(source, parsed.mistake) } };
  const kind = asked === "auto" ? kindOf(parsed.value) : asked;
  if (kind === null) return { ok: false, notice: { tone: "failed", text: m.notice.whichKind(source), question: { text, source } } };
  // A coverage can be mended on the page, so it is shown with its problems; a catalogue cannot.
  if (kind === "coverage") return { ok: true, work: { ...work, coverage: { text, source } }, text: m.notice.loadedCoverage(source) };
  const reading = LoadedCatalog.read(text, numbersIn(work.nonConventioned));
  if (reading.state === "refused") {
    return { ok: false, notice: { tone: "failed", text: m.notice.refusedCatalog(source), diagnostics: reading.diagnostics } };
  }
  if (reading.state === "ready") reading.value.free();
  return { ok: true, work: { ...work, catalog: { text, source } }, text: m.notice.loadedCatalog(source) };
}

/** A document is recognised by the fields that only its kind has. */
function kindOf(json: unknown): Kind | null {
  if (typeof json !== "object" || json === null) return null;
  if ("guarantees" in json) return "coverage";
  return "internal_care_types" in json || "internal_care_type_by_short_code" in json ? "catalog" : null;
}
