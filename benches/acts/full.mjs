// Acts that say every fact, compared with what is written by hand and with other engines.
import assert from "node:assert/strict";
import { assertAgrees, decisionsOf } from "./agree.mjs";
import { firstMatchFieldByField, sameAnswerFieldByField } from "./baselines/field-by-field.mjs";
import { ofCsv, ofNdjson } from "./baselines/files.mjs";
import { firstMatch } from "./baselines/first-match.mjs";
import { byName, byNameAndNumber } from "./baselines/reading.mjs";
import { sameAnswers } from "./baselines/same-answer.mjs";
import { measure, oneByOne } from "./measure.mjs";
import { measureNatively } from "./native.mjs";
import { row } from "./report.mjs";
import { columnsOf, csvOf, ndjsonOf } from "./texts.mjs";
import { ajv, indexedAjv } from "./engines/ajv.mjs";
import * as cedar from "./engines/cedar.mjs";
import { indexedJsonLogic, jsonLogic } from "./engines/json-logic.mjs";
import * as jsonRules from "./engines/json-rules.mjs";
import * as zen from "./engines/zen.mjs";
import * as zenWasm from "./engines/zen-wasm.mjs";

const ENGINES = [ajv, indexedAjv, jsonLogic, indexedJsonLogic, jsonRules, zen, zenWasm, cedar];

/** The rows of a world. `native`: also the same code without WebAssembly. */
export async function fullRows(world, native) {
  const { acts, coverage, candidates } = world;
  const columns = columnsOf(coverage, acts);
  const [ndjson, csv] = [ndjsonOf(acts), csvOf(acts)];
  const batches = {
    evaluate: () => coverage.evaluate(acts), evaluateColumns: () => coverage.evaluateColumns(columns),
    NDJSON: () => coverage.evaluateText(ndjson, "ndjson"), CSV: () => coverage.evaluateText(csv, "csv"),
  };
  const answered = Object.fromEntries(Object.entries(batches).map(([name, ask]) => [name, ask()]));
  const decisions = decisionsOf(world, answered);

  const bits = sameAnswers(candidates);
  const same = { ...bits, "field by field": sameAnswerFieldByField(candidates) };
  const answer = ({ outcome, guarantees }) => ({ outcome, guarantees: [...guarantees] });
  for (const [name, ask] of Object.entries(same)) await assertAgrees(name, acts, ask, decisions, answer);
  const first = { "first match, bits": firstMatch(candidates), "first match, field by field": firstMatchFieldByField(candidates) };
  for (const [name, ask] of Object.entries(first)) await assertAgrees(name, acts, ask, decisions, ({ guarantees }) => guarantees[0]);
  const files = { "NDJSON by hand": [ofNdjson(candidates), ndjson], "CSV by hand": [ofCsv(candidates), csv] };
  for (const [name, [ask, bytes]] of Object.entries(files)) {
    const matches = ask(bytes);
    assert.deepEqual(matches, decisions.map(({ guarantees }) => guarantees[0]), name);
  }
  const prepared = async ({ acts: some, prepare, ...engine }) => ({ ...engine, ask: await prepare(world), asked: acts.slice(0, some) });
  const engines = await Promise.all(ENGINES.map(prepared));
  for (const { title, ask, asked } of engines) await assertAgrees(title, asked, ask, decisions, ({ guarantees }) => [...guarantees]);

  const whole = (ask) => ({ acts: acts.length, round: () => ask().length });
  const times = await measure({
    guaranteesFor: oneByOne(acts, (act) => coverage.guaranteesFor(act)),
    ...Object.fromEntries(Object.entries(batches).map(([name, ask]) => [name, whole(ask)])),
    ...Object.fromEntries(Object.entries(same).map(([name, ask]) => [name, oneByOne(acts, ask)])),
    ...Object.fromEntries(Object.entries(first).map(([name, ask]) => [name, oneByOne(acts, ask)])),
    "by name": oneByOne(acts, byName()),
    "by name and number": oneByOne(acts, byNameAndNumber(world)),
    ...Object.fromEntries(Object.entries(files).map(([name, [ask, bytes]]) => [name, whole(() => ask(bytes))])),
  });
  const slow = await measure(Object.fromEntries(engines.map(({ title, ask, asked }) => [title, asking(asked, ask)])));

  const natively = () => measureNatively(world, columns, answered.evaluateColumns);
  const [how] = Object.keys(bits).sort((a, b) => times[a] - times[b]);
  const against = (what, ours, goals) => [
    row(what, ours, "by hand, same answer, field by field", times["field by field"], goals[0]),
    row("", ours, "by hand, first match, field by field", times["first match, field by field"], goals[1]),
    row("", ours, `by hand, same answer, facts as bits (${how})`, times[how], goals[0]),
    row("", ours, "by hand, first match, facts as bits", times["first match, bits"], goals[1]),
  ];
  return [
    ...against("one act, guaranteesFor", times.guaranteesFor, [0.15, 1]),
    ...against(`${acts.length.toLocaleString("en")} acts, evaluate`, times.evaluate, [0.1, 0.7]),
    row("", times.evaluate, "only to read its fields by name, and texts into integers", times["by name and number"]),
    row("", times.evaluate, "only to read its fields by name", times["by name"]),
    ...against("columns, evaluateColumns", times.evaluateColumns, [0.01, 0.08]),
    ...(native ? [row("", times.evaluateColumns, "the same code native", natively(), 1.5)] : []),
    row("NDJSON, bytes to verdicts", times.NDJSON, "split, JSON.parse, first match by hand", times["NDJSON by hand"], 0.4),
    row("CSV, bytes to verdicts", times.CSV, "uDSV, first match by hand", times["CSV by hand"], 0.3),
    ...engines.map(({ title, reported }, index) => row(index === 0 ? "one act, guaranteesFor" : "", times.guaranteesFor, title, slow[title], reported ? undefined : 1)),
  ];
}

/** An engine that may answer later. */
function asking(acts, ask) {
  return {
    acts: acts.length,
    async round() {
      let answered = 0;
      for (const act of acts) {
        const answer = ask(act);
        if ((answer instanceof Promise ? await answer : answer) !== null) answered += 1;
      }
      return answered;
    },
  };
}
