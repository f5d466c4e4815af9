/** What changes for members from one version to another? The two versions on the left, on the right the differences. */
import { keepVersion, loadExampleComparison } from "../documents";
import { h, type Child } from "../dom";
import type { LoadedCatalog, LoadedCoverage, Reading } from "../engine";
import { openAndPaste } from "../header";
import { messages as m } from "../messages";
import { problems } from "../problems";
import type { Results } from "../results";
import { getState, replaceWork, updateWork, type OtherVersion, type State } from "../state";
import { status } from "../status";
import { differences } from "./compare-differences";
import { showSpan } from "./coverage-text";
import { failureHelp, orFailure } from "./failure";
import { startPanel } from "./start";

export function compareView(state: State, results: Results): Child {
  const { work } = state;
  if (work.catalog === null || (work.coverage === null && work.other === null)) {
    return startPanel(work.coverage === null ? m.compare.lead : m.start.needCatalog, exampleButton());
  }
  const { other } = work;
  const inHand = h("article", { class: "card version", "aria-labelledby": "version-in-hand" }, handCard(state, results));
  if (other === null) return h("div", { class: "columns compare-columns" }, h("section", { class: "column", "aria-label": m.compare.versions }, inHand), chooser());
  const toCompare = h("article", { class: "card version", "aria-labelledby": "version-other" }, otherCard(other, results));
  const swap = h("button", { type: "button", class: "swap", onclick: () => updateWork({ other: { ...other, isBefore: !other.isBefore } }) }, `⇅ ${m.compare.swap}`);
  // Without keys, so that the button, between them, stays the same element and keeps the focus.
  return h("div", { class: "columns compare-columns" },
    h("section", { class: "column", "aria-label": m.compare.versions }, other.isBefore ? [toCompare, swap, inHand] : [inHand, swap, toCompare]),
    h("section", { class: "column", "aria-labelledby": "differences-title" }, comparison(state, results, other)),
  );
}

function exampleButton(): Child {
  return h("button", { type: "button", onclick: () => void loadExampleComparison() }, m.compare.example);
}

function handCard({ work }: State, { catalog, coverage, compiled }: Results): Child {
  const position = work.other === null ? null : work.other.isBefore ? m.compare.after : m.compare.before;
  return [
    h("h2", { id: "version-in-hand" }, position === null ? m.compare.inHand : m.compare.position(position, m.compare.inHand)),
    h("dl", {},
      entry(m.loaded.coverage, coverage.state === "ready" ? versionOf(compiled) : coverage.state === "none" ? m.loaded.none : m.loaded.broken, work.coverage?.source),
      entry(m.loaded.catalog, sizeOf(catalog), work.catalog?.source)),
    h("div", { class: "bar" },
      h("a", { href: "#coverage" }, m.compare.edit),
      work.other !== null && work.coverage !== null && h("button", { type: "button", onclick: keepVersion, title: m.compare.keepHint }, m.compare.keep)),
  ];
}

function otherCard(other: OtherVersion, { other: read }: Results): Child {
  const words = other.coverage === null ? m.compare.sameCoverage : read.coverage.state === "ready" ? versionOf(read.coverage.value) : m.loaded.broken;
  return [
    h("h2", { id: "version-other" }, m.compare.position(other.isBefore ? m.compare.before : m.compare.after, m.compare.other)),
    h("dl", {},
      entry(m.loaded.coverage, words, other.coverage?.source),
      entry(m.loaded.catalog, other.catalog === null ? m.compare.sameCatalog : sizeOf(read.catalog), other.catalog?.source)),
    h("div", { class: "bar" },
      openAndPaste("other"),
      h("button", { type: "button", class: "quiet", onclick: () => replaceWork({ ...getState().work, other: null }, m.compare.removed) }, m.compare.remove)),
  ];
}

function entry(term: string, words: string, source: string | undefined): Child {
  return h("div", {}, h("dt", {}, term), h("dd", {}, words, source !== undefined && h("span", { class: "muted" }, ` · ${source}`)));
}

function versionOf(coverage: LoadedCoverage | null): string {
  return coverage === null ? m.loaded.broken : m.loaded.version(coverage.payload.name, coverage.payload.version);
}

function sizeOf(catalog: Reading<LoadedCatalog>): string {
  return catalog.state === "ready" ? m.loaded.catalogSize(catalog.value.types.size, catalog.value.groups.size) : m.loaded.broken;
}

/** Nothing to compare yet: the ways to a second version. */
function chooser(): Child {
  return h("section", { class: "column start-compare", "aria-labelledby": "choose-title" },
    h("h2", { id: "choose-title" }, m.compare.chooseTitle),
    h("p", {}, m.compare.choose),
    h("div", { class: "bar" },
      h("button", { type: "button", class: "primary", onclick: keepVersion }, m.compare.keep),
      openAndPaste("other"),
      exampleButton()),
    h("p", { class: "hint" }, m.loaded.openHint));
}

function comparison(state: State, results: Results, other: OtherVersion): Child {
  const { coverage, compiled, other: read } = results;
  const compared = read.coverage.state === "ready" ? read.coverage.value : null;
  const inHand = coverage.state !== "ready" && brokenSide(m.compare.brokenHand, coverage, results.text, (offset) => showSpan({ start: offset, end: offset + 1 }));
  const toCompare =
    read.catalog.state !== "ready" && read.catalog.state !== "none"
      ? brokenSide(m.compare.brokenCatalog, read.catalog)
      : read.coverage.state !== "ready" && brokenSide(m.compare.brokenOther, read.coverage, read.text);
  return [
    h("h2", { id: "differences-title" }, m.compare.title),
    inHand,
    // The same text is the same mistake.
    other.coverage === null && inHand ? null : toCompare,
    compiled && compared && [
      coverage.state !== "ready" && h("p", { class: "hint" }, m.compare.stale),
      orFailure(() => (other.isBefore ? differences(state, compared, compiled, "after") : differences(state, compiled, compared, "before"))),
    ],
  ];
}

/** Where a side cannot be read; `show` leads to the place, where the page has it. */
function brokenSide(title: string, side: Reading<unknown>, text?: string, show?: (offset: number) => void): Child {
  return h("div", { class: "card bad-card" },
    h("p", {}, status("bad", title)),
    side.state === "none" && h("p", {}, m.compare.noCoverage),
    side.state === "broken" && [
      h("p", {}, m.mistake(side.mistake)),
      show && h("p", {}, h("button", { type: "button", onclick: () => show(side.mistake.offset) }, m.coverage.show)),
    ],
    side.state === "refused" && problems(side.diagnostics, text),
    side.state === "failed" && failureHelp(side.code));
}
