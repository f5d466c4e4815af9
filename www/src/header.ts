/** The top of every view: name, views, what is loaded, share, theme, and the last message. */
import { load, loadExample, loadFiles } from "./documents";
import { h, type Child } from "./dom";
import { openOffered } from "./link";
import { messages as m } from "./messages";
import { problems } from "./problems";
import type { Results } from "./results";
import { getState, KINDS, update, VIEWS, type Kind, type State, type Target, type Theme } from "./state";
import { icon } from "./status";

export function header(state: State, results: Results, skip: (event: Event) => void): Child {
  const { catalog, coverage, dispense } = state.work;
  const isDispense = state.view === "dispense";
  const shown = isDispense ? dispense !== null : catalog !== null || coverage !== null;
  return h("header", { class: "page-header" },
    h("a", { class: "skip", href: "#", onclick: skip }, m.skip),
    h("div", { class: "bar" },
      h("h1", { class: "brand" }, m.name),
      h("nav", { "aria-label": m.views.label },
        VIEWS.map((view) =>
          h("a", { href: `#${view}`, class: "tab", "aria-current": view === state.view ? "page" : undefined }, m.views[view]))),
      h("div", { class: "bar-end" },
        h("button", { type: "button", onclick: () => update({ dialog: "share" }), disabled: catalog === null && coverage === null && dispense === null }, m.loaded.share),
        h("label", { class: "inline-field" },
          h("span", { class: "visually-hidden" }, m.theme.label),
          h("select", { value: state.theme, onchange: (event: Event) => update({ theme: (event.target as HTMLSelectElement).value as Theme }) },
            (["system", "light", "dark"] as const).map((theme) => h("option", { value: theme }, m.theme[theme])))))),
    // With nothing loaded, the view itself offers the ways in.
    shown && h("section", { class: "bar loaded", "aria-label": m.loaded.label },
      h("dl", {}, isDispense ? loadedDispense(state, results) : [loadedCatalog(state, results), loadedCoverage(state, results)]),
      h("div", { class: "bar-end" }, isDispense ? openAndPaste("hand") : sources())),
  );
}

/** The ways in. Where nothing is loaded yet, the example is the first of them. */
export function sources(emphasis?: "example"): Child {
  const ways = [
    ...openAndPaste("hand"),
    h("button", { type: "button", onclick: () => update({ dialog: "versions" }) }, m.loaded.versions),
    h("button", { type: "button", class: emphasis && "primary", onclick: () => void loadExample() }, m.loaded.example),
  ];
  return emphasis ? ways.reverse() : ways;
}

export function openAndPaste(target: Target): Child[] {
  return [
    h("label", { class: "button", title: m.loaded.openHint },
      h("input", { type: "file", class: "visually-hidden", multiple: true, accept: ".json,application/json", onchange: (event: Event) => openChosen(event, target) }),
      m.loaded.open),
    h("button", { type: "button", onclick: () => update({ dialog: "paste", paste: { ...getState().paste, target, failure: null } }) }, m.loaded.paste),
  ];
}

function openChosen(event: Event, target: Target): void {
  const input = event.target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  // So that choosing the same file again loads it again.
  input.value = "";
  void loadFiles(files, target);
}

function loadedCatalog({ work }: State, { catalog }: Results): Child {
  const words =
    catalog.state === "ready" ? m.loaded.catalogSize(catalog.value.types.size, catalog.value.groups.size) : catalog.state === "none" ? m.loaded.none : m.loaded.broken;
  return entry(m.loaded.catalog, words, work.catalog?.source);
}

function loadedCoverage({ work }: State, { coverage, compiled }: Results): Child {
  const words =
    coverage.state === "ready" && compiled
      ? m.loaded.version(compiled.payload.name, compiled.payload.version)
      : work.coverage === null || work.coverage.text.trim() === "" ? m.loaded.none : m.loaded.broken;
  return entry(m.loaded.coverage, words, work.coverage?.source);
}

function loadedDispense({ work }: State, { dispense: { reading } }: Results): Child {
  const words = reading.state === "ready" ? m.loaded.ruleset(reading.value.report.ruleset) : reading.state === "none" ? m.loaded.none : m.loaded.broken;
  return entry(m.loaded.dispense, words, work.dispense?.source);
}

function entry(term: string, words: string, source: string | undefined): Child {
  return h("div", {}, h("dt", {}, term), h("dd", {}, words, source && h("span", { class: "muted" }, ` · ${source}`)));
}

/** A failure is announced at once, anything else when there is a pause. */
export function noticeBar({ notice }: State): Child {
  return h("div", { class: "notice-area", role: notice?.tone === "failed" ? "alert" : "status", "aria-label": m.notice.label },
    notice && h("div", { class: `notice ${notice.tone}` },
      icon(notice.tone === "failed" ? "bad" : notice.tone === "done" ? "good" : "info"),
      h("div", {},
        h("p", {}, notice.text),
        notice.diagnostics && problems(notice.diagnostics)),
      h("div", { class: "bar-end" },
        notice.question && KINDS.map((kind) =>
          h("button", { type: "button", onclick: () => answer(kind) }, m.kinds[kind])),
        notice.offer && h("button", { type: "button", onclick: () => openOffered(notice.offer!) }, m.link.open),
        notice.undo && h("button", { type: "button", onclick: undo }, m.notice.undo),
        notice.tone !== "busy" && h("button", { type: "button", class: "quiet", onclick: () => update({ notice: null }) }, m.notice.dismiss))),
  );
}

function answer(kind: Kind): void {
  const question = getState().notice?.question;
  if (!question) return;
  const failure = load(question.loaded, kind, question.target);
  if (failure) update({ notice: failure });
}

/** Taking back can itself be taken back. */
function undo(): void {
  const { notice, work } = getState();
  if (notice?.undo) update({ work: notice.undo, notice: { tone: "done", text: m.notice.undone, undo: work } });
}
