/** Would this dispense be accepted? The snapshot on the left, on the right what comes of it, check by check. */
import { useSignalEffect } from "@preact/signals";
import type { JudgedDispense, Reading } from "../../engine/engine";
import { type Choice, Combobox } from "../../kit/combobox";
import { nodeAt } from "../../kit/json/tree";
import { Status } from "../../kit/status";
import { say } from "../../store/page";
import * as readings from "../../store/readings";
import { replaceWork } from "../../store/replace";
import { documents } from "../../store/work";
import { FailureCard } from "../common/failure";
import { comboboxWords, commonWords, mistakeWords, problemWords } from "../common/words";
import { OpenAndPaste } from "../documents/ways-in";
import { loadedWords, noticeWords } from "../documents/words";
import { labelOf, TextField } from "../text/field";
import { beginSnapshot, hasPlaceFor, setField, showSpan } from "./actions";
import { DispenseAmounts } from "./amounts";
import { DispenseChecks } from "./checks";
import { DispenseContracts } from "./contracts";
import { Decision, decisionSentence, MissingPlaces, Programs } from "./decision";
import { exampleDispense, type ExampleDispense, exampleDispenses } from "./examples";
import { DispenseForm } from "./form";
import { dispenseSaid, marks } from "./model";
import { RefusedSnapshot } from "./problems";
import { dispenseWords as d } from "./words";
import "./style.css";

/** What came of it is said once it has stayed the same this long. */
const SAY_AFTER_MS = 1000;

const TEXT = "dispense";

export function DispenseView() {
  return documents.dispense.isThere.value ? <Judged /> : <Start />;
}

function Judged() {
  useSignalEffect(sayLater);
  return (
    <div class="columns dispense-columns">
      <div class="column dispense-facts">
        <Switches />
        <DispenseForm />
      </div>
      <section class="column dispense-text" aria-labelledby={labelOf(TEXT)}>
        <TextField name={TEXT} label={d.text} document={documents.dispense} marks={marks} service={null} />
      </section>
      <section class="column dispense-result" aria-label={d.result}>
        <div class="visually-hidden" role="status">
          {dispenseSaid.value}
        </div>
        <Answer />
      </section>
    </div>
  );
}

function Start() {
  return (
    <section class="start">
      <h2>{d.start.title}</h2>
      <p>{d.start.lead}</p>
      <div class="bar">
        <button type="button" class="primary" onClick={() => exampleDispenses.value[0] && void loadExample(exampleDispenses.value[0])}>
          {d.start.example}
        </button>
        <OpenAndPaste target="hand" />
        <button type="button" onClick={beginSnapshot}>
          {d.start.type}
        </button>
      </div>
      <ExampleMenu />
      <p class="hint">{loadedWords.openHint}</p>
    </section>
  );
}

function ExampleMenu() {
  const options = exampleDispenses.value.map(({ name, label }) => ({ value: name, label }));
  const choose = (value: Choice) => {
    const example = exampleDispenses.value.find(({ name }) => name === value);
    if (example) void loadExample(example);
  };
  return (
    <Combobox
      words={comboboxWords}
      label={d.examples}
      id="example-dispense"
      options={options}
      value={undefined}
      placeholder={d.examplesHint}
      onchoose={choose}
    />
  );
}

async function loadExample(example: ExampleDispense): Promise<void> {
  say({ tone: "busy", text: noticeWords.loadingExample });
  const text = await exampleDispense(example).catch(() => null);
  if (text === null) return say({ tone: "failed", text: noticeWords.exampleFailed });
  replaceWork({ dispense: { text, source: d.exampleSource(example.label) } }, noticeWords.loadedExampleDispense(example.label));
}

/** They edit the text, so they show what is there; of a text without a place for them they can change nothing. */
function Switches() {
  return (
    <div class="switches">
      <ExampleMenu />
      <FieldSwitch name="ruleset" legend={d.ruleset} values={d.rulesets} absent={null} />
      <FieldSwitch name="operation" legend={d.operation} values={d.operations} absent="create_dispense" />
    </div>
  );
}

/** `absent`: what it means that the field is absent. */
function FieldSwitch({
  name,
  legend,
  values,
  absent,
}: {
  name: string;
  legend: string;
  values: Record<string, { name: string; about: string }>;
  absent: string | null;
}) {
  const text = documents.dispense.read.value;
  const { root } = documents.dispense.tree.value;
  const node = root && nodeAt(root, `/${name}`);
  const raw = node?.closed ? text.slice(node.start, node.end) : "";
  const value = node === null ? absent : raw.slice(1, -1);
  return (
    <fieldset class="field" disabled={!hasPlaceFor(name)}>
      <legend>{legend}</legend>
      <div class="choices">
        {Object.entries(values).map(([choice, { name: label }]) => (
          <label class="choice">
            <input
              type="radio"
              name={`dispense-${name}`}
              checked={choice === value}
              aria-describedby={`dispense-${choice}`}
              onChange={() => setField(name, choice)}
            />
            <span>
              {label} <code>{choice}</code>
            </span>
          </label>
        ))}
        {Object.entries(values).map(([choice, { about }]) => (
          <p class="hint" id={`dispense-${choice}`} hidden={choice !== value}>
            {about}
          </p>
        ))}
      </div>
    </fieldset>
  );
}

function Answer() {
  const [reading, judged] = [readings.dispense.value, readings.judged.value];
  const isReady = reading.state === "ready";
  return (
    <>
      {reading.state === "none" && <p class="empty">{d.start.empty}</p>}
      {reading.state === "broken" && (
        <div class="card bad-card">
          <p>
            <Status tone="bad" word={d.broken} />
          </p>
          <p>{mistakeWords(reading.mistake)}</p>
          <p>
            <button type="button" onClick={() => showSpan({ start: reading.mistake.offset, end: reading.mistake.offset + 1 })}>
              {commonWords.show}
            </button>
          </p>
        </div>
      )}
      {reading.state === "failed" && <FailureCard code={reading.code} />}
      {reading.state === "refused" && <RefusedSnapshot diagnostics={reading.diagnostics} />}
      {judged && !isReady && <p class="hint">{d.stale}</p>}
      {judged && (
        <div class={isReady ? undefined : "stale"}>
          <Decision judged={judged} />
          <Programs judged={judged} />
          <MissingPlaces judged={judged} />
          <DispenseChecks judged={judged} />
          <DispenseContracts judged={judged} />
          <DispenseAmounts judged={judged} />
        </div>
      )}
    </>
  );
}

function sayLater(): () => void {
  const reading = readings.dispense.value;
  const timer = setTimeout(() => (dispenseSaid.value = sentenceOf(reading)), SAY_AFTER_MS);
  return () => clearTimeout(timer);
}

function sentenceOf(reading: Reading<JudgedDispense>): string {
  if (reading.state === "ready") return d.said(reading.value.report.decision, decisionSentence(reading.value));
  if (reading.state === "refused") return `${d.refused} ${problemWords.title(reading.diagnostics.length)}.`;
  return reading.state === "broken" ? `${d.broken}.` : "";
}
