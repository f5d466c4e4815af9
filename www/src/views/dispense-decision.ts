/** What would the system answer, what does it say of each program, and what is missing to know? */
import { h, type Child } from "../dom";
import type { DispenseCheck, DispenseReport, JudgedDispense } from "../engine";
import { nodeAt, readTree } from "../json-tree";
import { more } from "../lists";
import { messages as m } from "../messages";
import { dispenseMessages as d } from "../messages-dispense";
import { pointerCode } from "../problems";
import { placeName, programName } from "../snapshots";
import type { State } from "../state";
import { icon, status, type Tone } from "../status";
import { showPlace } from "./dispense-text";

const DECISION_TONES: Record<DispenseReport["decision"], Tone> = { accepted: "good", rejected: "bad", indeterminate: "open" };
const MARK_TONES: Record<DispenseReport["programs"][number]["status"], Tone> = { VALID: "good", INVALID: "bad", UNKNOWN: "open" };
const LIST = "dispense/missing";
const SHOWN_FIRST = 10;
const MORE = 50;

export function decision({ snapshot, report }: JudgedDispense): Child {
  const { first_failure: failure, checks } = report;
  const failing = checks.filter(isFirstFailure(report));
  const others = checks.filter(({ outcome }) => outcome === "failed").length - 1;
  const pointer = failing[0]?.pointer ?? null;
  const tone = DECISION_TONES[report.decision];
  return h("section", { class: `outcome ${tone}`, "aria-label": d.title },
    h("p", { class: "outcome-word" }, status(tone, d.decisions[report.decision])),
    h("p", {}, decisionSentence({ snapshot, report })),
    failure && h("dl", { class: "answer" },
      h("div", {}, h("dt", {}, d.status), h("dd", {}, failure.status)),
      h("div", {}, h("dt", {}, d.message), h("dd", { lang: "en" }, h("q", {}, failure.message))),
      failure.entry !== null && h("div", {}, h("dt", {}, d.entry), h("dd", {}, h("code", {}, failure.entry)))),
    failure && h("p", { class: "certainty" }, icon(failure.certain ? "info" : "open"),
      h("span", {}, failure.certain ? d.certain : d.notCertain, others > 0 && ` ${d.others(others)}`)),
    pointer !== null && h("p", {}, h("button", { type: "button", onclick: () => showPlace(pointer) }, m.coverage.show)));
}

export function decisionSentence({ snapshot, report }: JudgedDispense): string {
  const { decision, first_failure } = report;
  if (first_failure !== null) return d.checks[first_failure.id]?.failed ?? first_failure.message;
  if (decision === "indeterminate") return d.indeterminate(waiting(report).size);
  return snapshot.operation === "qualify" ? d.acceptedQualify : d.accepted;
}

/** The check that fails first: of several with its id, the first that failed. */
function isFirstFailure({ first_failure }: DispenseReport): (check: DispenseCheck) => boolean {
  return ({ id, outcome }) => outcome === "failed" && id === first_failure?.id;
}

export function programs({ snapshot, report }: JudgedDispense): Child {
  if (report.programs.length === 0) return null;
  return h("section", { class: "card", "aria-labelledby": "dispense-programs" },
    h("h2", { id: "dispense-programs" }, d.programs),
    h("ul", { class: "marks" }, report.programs.map(({ program_id, status: mark, rejection_reason }) =>
      h("li", {},
        status(MARK_TONES[mark], d.marks[mark]),
        h("div", {},
          h("p", {}, programName(snapshot, program_id), " ", h("code", {}, program_id)),
          rejection_reason !== null && h("p", { class: "said" }, h("q", { lang: "en" }, rejection_reason)))))));
}

/** By place what waits for it, in the order of the checks. */
function waiting({ checks }: DispenseReport): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const { id, outcome, because } of checks) {
    if (outcome !== "unknown") continue;
    for (const place of because) {
      const ids = places.get(place);
      if (ids) ids.add(id);
      else places.set(place, new Set([id]));
    }
  }
  return places;
}

export function missingPlaces(state: State, { report }: JudgedDispense, text: string): Child {
  const places = [...waiting(report)];
  if (places.length === 0) return null;
  const { root } = readTree(text);
  const shown = state.shown[LIST] ?? SHOWN_FIRST;
  return h("section", { class: "card", "aria-labelledby": "dispense-missing" },
    h("h2", { id: "dispense-missing" }, d.missing),
    h("p", { class: "hint" }, d.missingHint),
    h("ul", { class: "missing" }, places.slice(0, shown).map(([place, ids]) =>
      h("li", { key: place },
        icon("open"),
        h("div", {},
          place.startsWith("/") || place === ""
            ? h("p", {}, placeLink(place), ` ${root && nodeAt(root, place) ? d.notUsable : d.notThere}.`)
            : h("p", {}, d.reasons[place] ?? h("code", {}, place)),
          h("p", { class: "why" }, d.waits([...ids].map((id) => d.checks[id]?.asks ?? id))),
          place.startsWith("/") && h("p", { class: "pointer" }, pointerCode(place)))))),
    more(LIST, places.length, shown, MORE));
}

/** A place by its name; it leads into the text. */
export function placeLink(pointer: string): Child {
  return h("button", { type: "button", class: "link", title: pointer, onclick: () => showPlace(pointer) }, placeName(pointer));
}
