/** How does the coverage in hand stand to what is stored, and what can be done about it? */
import { closer } from "../dialogs";
import { h, type Child } from "../dom";
import { messages as m } from "../messages";
import { versionMessages as v } from "../messages-versions";
import type { Results } from "../results";
import type { State } from "../state";
import { status } from "../status";
import { compare, latestOf, readHand, save, type Versions } from "../versions";

export function versionsHand(state: State, { catalog }: Results, versions: Versions): Child {
  return h("section", { class: "card", "aria-labelledby": "versions-hand" },
    h("h3", { id: "versions-hand", tabindex: -1, focus: versions.begun }, v.hand),
    standing(state, catalog.state === "ready", versions));
}

function standing({ work }: State, hasCatalog: boolean, versions: Versions): Child {
  const hand = readHand(work);
  if (hand.state === "none") return h("p", { class: "empty" }, v.noHand);
  if (hand.state === "broken") return h("p", {}, v.broken(m.mistake(hand.mistake)));
  const { name, version } = hand;
  if (name !== null && version !== null && versions.storedAlike === work.coverage?.text) return h("p", {}, status("good", v.alike(name, version)));
  if (!hasCatalog) return h("p", {}, v.needCatalog);
  const latest = latestOf(versions, name);
  const next = latest + 1;
  if (name === null) return [h("p", {}, v.unnamed), h("div", { class: "bar" }, saveButton(v.save(version), null))];
  if (version === next) return [h("p", {}, latest === 0 ? v.first(name) : v.next(name, latest)), h("div", { class: "bar" }, saveButton(v.save(version), null))];
  const isThere = version !== null && version >= 1 && version <= latest;
  return [
    h("p", {}, isThere ? v.exists(name, version, latest) : v.gap(version, next)),
    h("div", { class: "bar" },
      saveButton(v.saveAs(next), next),
      latest > 0 && h("button", { type: "button", onclick: (event: Event) => void compare([{ name, version: latest }], closer(event)) }, v.compareMine(latest)),
      h("button", { type: "button", onclick: (event: Event) => closer(event)() }, v.keepEditing)),
    h("p", { class: "hint" }, v.saveAsHint),
  ];
}

function saveButton(words: string, version: number | null): Child {
  return h("button", { type: "button", class: "primary", onclick: () => void save(version) }, words);
}
