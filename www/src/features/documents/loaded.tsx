/** What is loaded, in one phrase; how large it is and where it came from on demand. */
import { useState } from "preact/hooks";
import { view } from "../../store/page";
import { catalog, compiled, coverage, dispense } from "../../store/readings";
import type { TextDocument } from "../../store/text-document";
import { documents } from "../../store/work";
import { loadedWords, sourceWords } from "./words";

export function Loaded() {
  const [shown, show] = useState<"pinned" | "put-away" | null>(null);
  const isDispense = view.value === "dispense";
  // With nothing loaded, the view itself offers the ways in.
  const isShown = isDispense ? documents.dispense.isThere.value : documents.catalog.isThere.value || documents.coverage.isThere.value;
  if (!isShown) return null;
  return (
    <section class="loaded" aria-label={loadedWords.label} onPointerLeave={() => shown === "put-away" && show(null)}>
      <button
        type="button"
        class="loaded-phrase"
        aria-expanded={shown === "pinned"}
        aria-controls="loaded-details"
        onClick={() => show(shown === "pinned" ? null : "pinned")}
        onBlur={() => show(null)}
        onKeyDown={(event) => event.key === "Escape" && show("put-away")}
      >
        {isDispense ? dispensePhrase() : coveragePhrase()}
      </button>
      <dl id="loaded-details" class={`loaded-details ${shown ?? ""}`}>
        {isDispense ? (
          <Entry term={loadedWords.dispense} words={dispenseWords()} source={sourceOf(documents.dispense)} />
        ) : (
          <>
            <Entry term={loadedWords.catalog} words={catalogWords()} source={sourceOf(documents.catalog)} />
            <Entry term={loadedWords.coverage} words={coverageWords()} source={sourceOf(documents.coverage)} size={coverageSize()} />
          </>
        )}
      </dl>
    </section>
  );
}

function coveragePhrase(): string {
  const payload = coverage.value.state === "ready" ? compiled.value?.payload : undefined;
  const source = sourceOf(documents.coverage);
  const words = payload ? [payload.name, loadedWords.versionAlone(payload.version)] : [isBlank(documents.coverage) ? loadedWords.noCoverage : loadedWords.brokenCoverage];
  return [...words, ...(source ? [source] : [])].join(" · ");
}

function dispensePhrase(): string {
  const source = sourceOf(documents.dispense);
  return source ? `${loadedWords.dispense} · ${source}` : loadedWords.dispense;
}

function catalogWords(): string {
  const reading = catalog.value;
  if (reading.state === "ready") return loadedWords.catalogSize(reading.value.types.size, reading.value.groups.size);
  return reading.state === "none" ? loadedWords.none : loadedWords.broken;
}

function coverageWords(): string {
  const payload = coverage.value.state === "ready" ? compiled.value?.payload : undefined;
  if (payload) return loadedWords.version(payload.name, payload.version);
  return isBlank(documents.coverage) ? loadedWords.none : loadedWords.broken;
}

function coverageSize(): string | undefined {
  const payload = coverage.value.state === "ready" ? compiled.value?.payload : undefined;
  return payload && loadedWords.guarantees(payload.guarantees.length);
}

function dispenseWords(): string {
  const reading = dispense.value;
  if (reading.state === "ready") return loadedWords.ruleset(reading.value.report.ruleset);
  return reading.state === "none" ? loadedWords.none : loadedWords.broken;
}

function isBlank({ text }: TextDocument): boolean {
  return text.value.trim() === "";
}

/** Where a text came from, and whether it has been changed since. */
function sourceOf({ loaded }: TextDocument): string | undefined {
  return loaded.value ? sourceWords(loaded.value) : undefined;
}

function Entry({ term, words, source, size }: { term: string; words: string; source: string | undefined; size?: string | undefined }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {words}
        {source && <span class="muted">{` · ${source}`}</span>}
        {size && <span class="muted">{` · ${size}`}</span>}
      </dd>
    </div>
  );
}
