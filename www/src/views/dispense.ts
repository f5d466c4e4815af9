/** Would this dispense be accepted? The snapshot on the left, on the right what comes of it, check by check. */
import { combobox } from "../combobox";
import { exampleDispense, exampleDispenses, type ExampleDispense } from "../dispense-examples";
import { h, type Child } from "../dom";
import { openAndPaste } from "../header";
import { nodeAt, readTree } from "../json-tree";
import { messages as m } from "../messages";
import { dispenseMessages as d } from "../messages-dispense";
import type { DispenseResults, Results } from "../results";
import { getState, replaceWork, update, updateWork, type State } from "../state";
import { status } from "../status";
import { labelOf, undoKey } from "../text-field";
import { dispenseAmounts } from "./dispense-amounts";
import { dispenseChecks } from "./dispense-checks";
import { dispenseContracts } from "./dispense-contracts";
import { decision, decisionSentence, missingPlaces, programs } from "./dispense-decision";
import { refusedSnapshot } from "./dispense-problems";
import { changeText, DISPENSE_TEXT, dispenseText, showSpan, withField } from "./dispense-text";
import { failureCard } from "./failure";

/** What came of it is said once it has stayed the same this long. */
const SAY_AFTER_MS = 1000;

let said: DispenseResults | null = null;
let sayTimer: ReturnType<typeof setTimeout> | undefined;

export function dispenseView(state: State, { dispense }: Results): Child {
  if (state.work.dispense === null) return start();
  sayLater(dispense);
  return h("div", { class: "columns", onkeydown: undoKey },
    h("section", { class: "column text-column", "aria-labelledby": labelOf(DISPENSE_TEXT) },
      switches(dispense.text),
      dispenseText(state, dispense)),
    h("section", { class: "column", "aria-label": d.result },
      h("div", { class: "visually-hidden", role: "status" }, state.dispenseSaid),
      reading(state, dispense)),
  );
}

function start(): Child {
  return h("section", { class: "start" },
    h("h2", {}, d.start.title),
    h("p", {}, d.start.lead),
    h("div", { class: "bar" },
      h("button", { type: "button", class: "primary", onclick: () => exampleDispenses[0] && void loadExample(exampleDispenses[0]) }, d.start.example),
      openAndPaste("hand"),
      h("button", { type: "button", onclick: typeOne }, d.start.type)),
    exampleMenu(),
    h("p", { class: "hint" }, m.loaded.openHint));
}

function typeOne(): void {
  updateWork({ dispense: { text: "", source: m.loaded.typedSource } });
  update({ dispenseFocus: { start: 0 } });
}

function exampleMenu(): Child {
  return combobox(d.examples, {
    id: "example-dispense",
    options: exampleDispenses.map(({ name, label }) => ({ value: name, label })),
    value: undefined,
    placeholder: d.examplesHint,
    onchoose: (value) => {
      const example = exampleDispenses.find(({ name }) => name === value);
      if (example) void loadExample(example);
    },
  });
}

async function loadExample(example: ExampleDispense): Promise<void> {
  update({ notice: { tone: "busy", text: m.notice.loadingExample } });
  const text = await exampleDispense(example).catch(() => null);
  if (text === null) return update({ notice: { tone: "failed", text: m.notice.exampleFailed } });
  replaceWork({ ...getState().work, dispense: { text, source: d.exampleSource(example.label) } }, m.notice.loadedExampleDispense(example.label));
}

/** They edit the text, so they show what stands there; of a text without a place for them they can change nothing. */
function switches(text: string): Child {
  return h("div", { class: "switches" },
    exampleMenu(),
    fieldSwitch(text, "ruleset", d.ruleset, d.rulesets, null),
    fieldSwitch(text, "operation", d.operation, d.operations, "create_dispense"));
}

/** `absent`: what it means that the field is absent. */
function fieldSwitch(text: string, name: string, legend: string, values: Record<string, string>, absent: string | null): Child {
  const { root } = readTree(text);
  const node = root && nodeAt(root, `/${name}`);
  const raw = node?.closed ? text.slice(node.start, node.end) : "";
  const value = node === null ? absent : raw.slice(1, -1);
  return h("fieldset", { class: "field", disabled: withField(text, name, "") === null },
    h("legend", {}, legend),
    h("div", { class: "choices" }, Object.entries(values).map(([choice, label]) =>
      h("label", { class: "choice" },
        h("input", {
          type: "radio",
          name: `dispense-${name}`,
          checked: choice === value,
          onchange: () => changeText(text, withField(text, name, choice), null),
        }),
        h("span", {}, label)))));
}

function reading(state: State, results: DispenseResults): Child {
  const { reading, judged } = results;
  const isReady = reading.state === "ready";
  return [
    reading.state === "none" && h("p", { class: "empty" }, d.start.empty),
    reading.state === "broken" && h("div", { class: "card bad-card" },
      h("p", {}, status("bad", d.broken)),
      h("p", {}, m.mistake(reading.mistake)),
      h("p", {}, h("button", {
        type: "button",
        onclick: () => showSpan({ start: reading.mistake.offset, end: reading.mistake.offset + 1 }),
      }, m.coverage.show))),
    reading.state === "failed" && failureCard(reading.code),
    reading.state === "refused" && refusedSnapshot(state, results.text, reading.diagnostics),
    judged && !isReady && h("p", { class: "hint" }, d.stale),
    judged && h("div", { class: isReady ? undefined : "stale" },
      decision(judged),
      programs(judged),
      missingPlaces(state, judged, results.text),
      dispenseChecks(state, judged),
      dispenseContracts(state, judged),
      dispenseAmounts(state, judged)),
  ];
}

function sayLater(results: DispenseResults): void {
  if (results === said) return;
  said = results;
  clearTimeout(sayTimer);
  sayTimer = setTimeout(() => update({ dispenseSaid: sentenceOf(results) }), SAY_AFTER_MS);
}

function sentenceOf({ reading }: DispenseResults): string {
  if (reading.state === "ready") return d.said(reading.value.report.decision, decisionSentence(reading.value));
  if (reading.state === "refused") return `${d.refused} ${m.problems.title(reading.diagnostics.length)}.`;
  return reading.state === "broken" ? `${d.broken}.` : "";
}
