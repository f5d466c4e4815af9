/** The two versions: what each is called, where it came from, and how another comes in its place. */
import type { LoadedCatalog, LoadedCoverage, Reading } from "../../engine/engine";
import * as readings from "../../store/readings";
import { replaceWork } from "../../store/replace";
import type { LoadedText, OtherVersion } from "../../store/types";
import { documents, work as inHand } from "../../store/work";
import { moment } from "../common/counting";
import { OpenAndPaste } from "../documents/ways-in";
import { loadedWords, sourceWords } from "../documents/words";
import { keepVersion } from "./actions";
import { StoredVersions } from "./stored";
import { compareWords } from "./words";

export function HandCard() {
  const work = inHand.value;
  const { other } = work;
  const coverage = readings.coverage.value;
  const words =
    coverage.state === "ready" ? versionOf(readings.compiled.value) : coverage.state === "none" ? loadedWords.none : loadedWords.broken;
  return (
    <article class="card version" aria-labelledby="version-in-hand">
      <h2 id="version-in-hand" class="term">
        {other === null
          ? compareWords.inHand
          : compareWords.position(other.isBefore ? compareWords.after : compareWords.before, compareWords.inHand)}
      </h2>
      <Name words={words} state={work.coverage && handState(work.coverage, other)} />
      {other?.catalog && <Catalog words={sizeOf(readings.catalog.value)} loaded={work.catalog} />}
      <div class="bar">
        <a href="#coverage">{compareWords.edit}</a>
        {other !== null && work.coverage !== null && <Keep />}
      </div>
    </article>
  );
}

export function OtherCard({ other }: { other: OtherVersion }) {
  const coverage = readings.otherCoverage.value;
  const words =
    other.coverage === null ? compareWords.sameCoverage : coverage.state === "ready" ? versionOf(coverage.value) : loadedWords.broken;
  return (
    <article class="card version" aria-labelledby="version-other">
      <h2 id="version-other" class="term">
        {compareWords.position(other.isBefore ? compareWords.before : compareWords.after, compareWords.other)}
      </h2>
      <Name words={words} state={other.coverage && otherState(other.coverage)} />
      {other.catalog && <Catalog words={sizeOf(readings.otherCatalog.value)} loaded={other.catalog} />}
      <div class="bar">
        <OpenAndPaste target="other" />
        <button type="button" class="quiet" onClick={() => replaceWork({ other: null }, compareWords.removed)}>
          {compareWords.remove}
        </button>
      </div>
      <StoredVersions />
    </article>
  );
}

export function Keep({ primary = false }: { primary?: boolean }) {
  return (
    <button type="button" class={primary ? "primary" : undefined} onClick={keepVersion} title={compareWords.keepHint}>
      {compareWords.keep}
    </button>
  );
}

function Name({ words, state }: { words: string; state: string | null }) {
  return (
    <p>
      <strong>{words}</strong>
      {state !== null && <span class="muted">{` · ${state}`}</span>}
    </p>
  );
}

function Catalog({ words, loaded }: { words: string; loaded: LoadedText | null }) {
  return (
    <p class="hint">
      {compareWords.withCatalog(words)}
      {loaded && ` · ${sourceWords(loaded)}`}
    </p>
  );
}

/** Of two versions that came from the same place, each says which it is. */
function handState(loaded: LoadedText, other: OtherVersion | null): string {
  const kept = other?.coverage;
  if (kept?.keptAt) {
    const isSame = documents.coverage.text.value === documents.otherCoverage.text.value;
    return isSame ? compareWords.unchanged(moment(kept.keptAt)) : compareWords.edited(moment(kept.keptAt));
  }
  const words = sourceWords(loaded);
  return kept && sourceWords(kept) === words ? compareWords.inHandToo(words) : words;
}

function otherState(loaded: LoadedText): string {
  return loaded.keptAt ? compareWords.asKept(moment(loaded.keptAt), sourceWords(loaded)) : sourceWords(loaded);
}

function versionOf(coverage: LoadedCoverage | null): string {
  return coverage === null ? loadedWords.broken : loadedWords.version(coverage.payload.name, coverage.payload.version);
}

function sizeOf(catalog: Reading<LoadedCatalog>): string {
  return catalog.state === "ready" ? loadedWords.catalogSize(catalog.value.types.size, catalog.value.groups.size) : loadedWords.broken;
}
