/** Would this dispense be accepted? The snapshot on the left, on the right what comes of it, check by check. */
import { commonWords, mistakeWords, problemWords } from "../common/words";
import { loadedWords, noticeWords } from "../documents/words";
import { Combobox, type Choice } from "../../kit/combobox";
import { exampleDispense, exampleDispenses, type ExampleDispense } from "./examples";
import type { ComponentChildren } from "preact";
import { openAndPaste } from "../../shell/header";
import { nodeAt, readTree } from "../../kit/json/tree";
import { dispenseWords as d } from "./words";
import type { DispenseResults, Results } from "../../store/results";
import { getState, replaceWork, update, updateWork, type State } from "../../store/state";
import { status } from "../../kit/status";
import { labelOf, undoKey } from "../text/field";
import { dispenseAmounts } from "./amounts";
import { dispenseChecks } from "./checks";
import { dispenseContracts } from "./contracts";
import { decision, decisionSentence, missingPlaces, programs } from "./decision";
import { refusedSnapshot } from "./problems";
import { changeText, DISPENSE_TEXT, dispenseText, showSpan, withField } from "./text";
import { failureCard } from "../common/failure";

/** What came of it is said once it has stayed the same this long. */
const SAY_AFTER_MS = 1000;

let said: DispenseResults | null = null;
let sayTimer: ReturnType<typeof setTimeout> | undefined;

export function dispenseView(state: State, { dispense }: Results): ComponentChildren {
  if (state.work.dispense === null) return start();
  sayLater(dispense);
  return (
    <div class="columns" onKeyDown={undoKey}>
      <section class="column text-column" aria-labelledby={labelOf(DISPENSE_TEXT)}>
        {switches(dispense.text)}
        {dispenseText(state, dispense)}
      </section>
      <section class="column" aria-label={d.result}>
        <div class="visually-hidden" role="status">
          {state.dispenseSaid}
        </div>
        {reading(state, dispense)}
      </section>
    </div>
  );
}

function start(): ComponentChildren {
  return (
    <section class="start">
      <h2>{d.start.title}</h2>
      <p>{d.start.lead}</p>
      <div class="bar">
        <button type="button" class="primary" onClick={() => exampleDispenses[0] && void loadExample(exampleDispenses[0])}>
          {d.start.example}
        </button>
        {openAndPaste("hand")}
        <button type="button" onClick={typeOne}>
          {d.start.type}
        </button>
      </div>
      {exampleMenu()}
      <p class="hint">{loadedWords.openHint}</p>
    </section>
  );
}

function typeOne(): void {
  updateWork({ dispense: { text: "", source: loadedWords.typedSource } });
  update({ dispenseFocus: { start: 0 } });
}

function exampleMenu(): ComponentChildren {
  const options = exampleDispenses.map(({ name, label }) => ({ value: name, label }));
  const choose = (value: Choice) => {
    const example = exampleDispenses.find(({ name }) => name === value);
    if (example) void loadExample(example);
  };
  return (
    <Combobox label={d.examples} id="example-dispense" options={options} value={undefined} placeholder={d.examplesHint} onchoose={choose} />
  );
}

async function loadExample(example: ExampleDispense): Promise<void> {
  update({ notice: { tone: "busy", text: noticeWords.loadingExample } });
  const text = await exampleDispense(example).catch(() => null);
  if (text === null) return update({ notice: { tone: "failed", text: noticeWords.exampleFailed } });
  replaceWork(
    { ...getState().work, dispense: { text, source: d.exampleSource(example.label) } },
    noticeWords.loadedExampleDispense(example.label),
  );
}

/** They edit the text, so they show what stands there; of a text without a place for them they can change nothing. */
function switches(text: string): ComponentChildren {
  return (
    <div class="switches">
      {exampleMenu()}
      {fieldSwitch(text, "ruleset", d.ruleset, d.rulesets, null)}
      {fieldSwitch(text, "operation", d.operation, d.operations, "create_dispense")}
    </div>
  );
}

/** `absent`: what it means that the field is absent. */
function fieldSwitch(text: string, name: string, legend: string, values: Record<string, string>, absent: string | null): ComponentChildren {
  const { root } = readTree(text);
  const node = root && nodeAt(root, `/${name}`);
  const raw = node?.closed ? text.slice(node.start, node.end) : "";
  const value = node === null ? absent : raw.slice(1, -1);
  return (
    <fieldset class="field" disabled={withField(text, name, "") === null}>
      <legend>{legend}</legend>
      <div class="choices">
        {Object.entries(values).map(([choice, label]) => (
          <label class="choice">
            <input
              type="radio"
              name={`dispense-${name}`}
              checked={choice === value}
              onChange={() => changeText(text, withField(text, name, choice), null)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function reading(state: State, results: DispenseResults): ComponentChildren {
  const { reading, judged } = results;
  const isReady = reading.state === "ready";
  return (
    <>
      {reading.state === "none" && <p class="empty">{d.start.empty}</p>}
      {reading.state === "broken" && (
        <div class="card bad-card">
          <p>{status("bad", d.broken)}</p>
          <p>{mistakeWords(reading.mistake)}</p>
          <p>
            <button type="button" onClick={() => showSpan({ start: reading.mistake.offset, end: reading.mistake.offset + 1 })}>
              {commonWords.show}
            </button>
          </p>
        </div>
      )}
      {reading.state === "failed" && failureCard(reading.code)}
      {reading.state === "refused" && refusedSnapshot(state, results.text, reading.diagnostics)}
      {judged && !isReady && <p class="hint">{d.stale}</p>}
      {judged && (
        <div class={isReady ? undefined : "stale"}>
          {decision(judged)}
          {programs(judged)}
          {missingPlaces(state, judged, results.text)}
          {dispenseChecks(state, judged)}
          {dispenseContracts(state, judged)}
          {dispenseAmounts(state, judged)}
        </div>
      )}
    </>
  );
}

function sayLater(results: DispenseResults): void {
  if (results === said) return;
  said = results;
  clearTimeout(sayTimer);
  sayTimer = setTimeout(() => update({ dispenseSaid: sentenceOf(results) }), SAY_AFTER_MS);
}

function sentenceOf({ reading }: DispenseResults): string {
  if (reading.state === "ready") return d.said(reading.value.report.decision, decisionSentence(reading.value));
  if (reading.state === "refused") return `${d.refused} ${problemWords.title(reading.diagnostics.length)}.`;
  return reading.state === "broken" ? `${d.broken}.` : "";
}
