/** The stored versions: save the coverage in hand, list what is stored, open, compare, export, import. */
import { closer } from "../dialogs";
import { h, type Child } from "../dom";
import { more, SEARCHED_FROM, searchBox, unfolding } from "../lists";
import { versionMessages as v } from "../messages-versions";
import type { Results } from "../results";
import { search } from "../search";
import type { State } from "../state";
import { begin, choose, compare, isSame, listKey, open, readHand, type Versions } from "../versions";
import { exportAll, exportVersion, importFiles } from "../versions-files";
import type { VersionId } from "../versions-store";
import { versionsHand } from "./versions-hand";
import { unavailable, versionsReport } from "./versions-report";

const LIST = "versions";
const SHOWN_FIRST = 10;
const MORE = 50;

export function versionsPanel(state: State, results: Results): Child {
  const { versions } = state;
  return h("div", { class: "versions", mounted: () => void begin(), ondrop: importDropped },
    versions?.unavailable != null && unavailable(state, versions.unavailable),
    versionsReport(versions?.report ?? null),
    versions?.list && versions.unavailable === null && [versionsHand(state, results, versions), stored(state, versions)],
    versions?.list == null && versions?.unavailable == null && h("p", { class: "empty", role: "status" }, v.loading),
    h("p", { class: "visually-hidden", role: "status" }, versions?.isBusy && v.busy),
  );
}

function stored(state: State, versions: Versions): Child {
  const list = versions.list ?? [];
  const typed = state.searches[LIST] ?? "";
  const found = search(list, typed, ({ name }) => name, () => "");
  const shown = state.shown[LIST] ?? SHOWN_FIRST;
  return h("section", { "aria-labelledby": "versions-stored" },
    h("div", { class: "list-head" },
      h("h3", { id: "versions-stored" }, v.stored),
      list.length > SEARCHED_FROM && searchBox(LIST, v.find, typed)),
    list.length === 0 && h("p", { class: "empty" }, v.empty),
    list.length > 0 && found.length === 0 && h("p", { class: "empty", role: "status" }, v.notFound(typed)),
    found.slice(0, shown).map((entry) => coverage(state, versions, entry)),
    more(LIST, found.length, shown, MORE),
    list.length > 0 && comparing(state, versions),
    h("div", { class: "bar" },
      h("label", { class: "button", title: v.importHint },
        h("input", { type: "file", class: "visually-hidden", multiple: true, accept: ".json,application/json", onchange: importChosen }),
        v.import),
      list.length > 0 && h("button", { type: "button", onclick: () => void exportAll(null) }, v.exportEverything)),
    h("p", { class: "hint" }, v.importHint, " ", v.privacy));
}

function importChosen(event: Event): void {
  const input = event.target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  // So that choosing the same file again imports it again.
  input.value = "";
  void importFiles(files);
}

/** Elsewhere on the page, a file that is dropped is opened. */
function importDropped(event: DragEvent): void {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  document.body.classList.remove("dropping");
  void importFiles(files);
}

function coverage(state: State, versions: Versions, { name, latest_version }: { name: string; latest_version: number }): Child {
  const key = listKey(name);
  const shown = state.shown[key] ?? SHOWN_FIRST;
  const numbers = Array.from({ length: Math.min(shown, latest_version) }, (_, index) => latest_version - index);
  const summary = [h("strong", {}, name), h("span", { class: "muted" }, ` · ${v.versions(latest_version)}`)];
  return unfolding(state, key, { class: "card" }, summary, () => [
    h("ul", { class: "version-list" }, numbers.map((version) => row(state, versions, { name, version }, version === latest_version))),
    more(key, latest_version, shown, MORE),
    h("p", {}, h("button", { type: "button", onclick: () => void exportAll(name) }, v.exportOf(name))),
  ]);
}

function row(state: State, { chosen, storedAlike }: Versions, id: VersionId, isLatest: boolean): Child {
  const hand = readHand(state.work);
  const isInHand = storedAlike === state.work.coverage?.text && hand.state === "ready" && hand.name === id.name && hand.version === id.version;
  const marks = [isLatest && v.latest, isInHand && v.inHand].filter(Boolean).join(", ");
  const words = v.named(id.name, id.version);
  return h("li", { key: id.version },
    h("label", { class: "choice" },
      h("input", {
        type: "checkbox",
        "aria-label": v.ticked(id.name, id.version),
        checked: chosen.some((other) => isSame(other, id)),
        onchange: (event: Event) => choose(id, (event.target as HTMLInputElement).checked),
      }),
      h("span", {}, v.version(id.version), marks && h("span", { class: "muted" }, ` · ${marks}`))),
    h("div", { class: "bar-end" },
      h("button", { type: "button", "aria-label": `${v.open} ${words}`, onclick: (event: Event) => void open(id, closer(event)) }, v.open),
      h("button", { type: "button", "aria-label": `${v.export} ${words}`, onclick: () => void exportVersion(id) }, v.export)));
}

/** One that is ticked is compared with the coverage in hand, two with one another. */
function comparing({ work }: State, { chosen }: Versions): Child {
  const [first, second] = [...chosen].sort((a, b) => a.version - b.version);
  const words = first ? (second ? v.compareTwo(first, second) : v.compareOne(first.name, first.version)) : v.compare;
  const isPossible = second !== undefined || (first !== undefined && readHand(work).state !== "none");
  return h("div", { class: "bar" },
    h("button", { type: "button", disabled: !isPossible, onclick: (event: Event) => void compare(chosen, closer(event)) }, words),
    chosen.length < 2 && h("span", { class: "hint" }, v.compareHint));
}
