// Runs the examples of docs/codes/ through the package: what a page says of an example is what the package answers.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { CareTypeCatalog, CoverageError, checkCoverageVersion, checkDispense } from "../../pkg/node.js";
import { ROOT } from "./places.mjs";

const lists = JSON.parse(readFileSync(`${ROOT}/examples/catalog.json`, "utf8"));
const catalog = new CareTypeCatalog(lists);

const RULE = { components: [{ kind: "ticket_moderateur", percent: "100" }] };
const selectorOf = (careType) => ({ include_care_types: [careType] });
const coverageOf = (guarantee) => ({ name: "BASIC", version: 1, guarantees: [guarantee] });
const guaranteeOf = (mapping) => ({ name: "DOCTORS", care_type_mappings: [mapping], coverage_rule: RULE });
const mapping = (selector, filter) => ({ selector, filter });

/** A coverage around an example that is a part of one, and where the example is in it. */
const AROUND = {
  coverage: (value) => [value, ""],
  guarantee: (value) => [coverageOf(value), "/guarantees/0"],
  mapping: (value) => [coverageOf(guaranteeOf(value)), "/guarantees/0/care_type_mappings/0"],
  selector: (value) => [coverageOf(guaranteeOf(mapping(value, {}))), "/guarantees/0/care_type_mappings/0/selector"],
  filter: (value, of) => [coverageOf(guaranteeOf(mapping(selectorOf(of), value))), "/guarantees/0/care_type_mappings/0/filter"],
  rule: (value) => [coverageOf({ ...guaranteeOf(mapping(selectorOf("GP_VISIT"), {})), coverage_rule: value }), "/guarantees/0/coverage_rule"],
};

const example = () => catalog.compileCoverage(coverageOf(guaranteeOf(mapping(selectorOf("GP_VISIT"), {}))));
const answers = {
  text: (text) => catalog.validateCoverageText(text),
  csv: (text) => example().evaluateText(text, "csv").invalid.flatMap(({ diagnostics }) => diagnostics),
  act: (act) => thrown(() => example().guaranteesFor(act)),
  amounts: (act) => thrown(() => example().reimburse(act)),
  version: (payload, { latest }) => thrown(() => checkCoverageVersion(payload, latest)),
  dispense: (snapshot) => thrown(() => checkDispense(snapshot)),
  catalogue: (data) => thrown(() => new CareTypeCatalog(data).diagnostics),
  program,
};

/** The function of the package that is asked, for each kind of example. */
export const ASKED = {
  text: "validateCoverageText", csv: "evaluateText", act: "guaranteesFor", amounts: "reimburse", version: "checkCoverageVersion",
  dispense: "checkDispense", catalogue: "new CareTypeCatalog", ...Object.fromEntries(Object.keys(AROUND).map((kind) => [kind, "validateCoverage"])),
};

/** The diagnostics of an example, `wrong` or `right`, with pointers into the example. */
export function diagnosticsOf(entry, which) {
  const kind = entry.in;
  if (AROUND[kind]) {
    const [payload, place] = AROUND[kind](entry[which], entry.of ?? "GP_VISIT");
    return catalog.validateCoverage(payload).map((one) => within(place, one));
  }
  if (!answers[kind]) throw new Error(`no example is in ${kind}`);
  return answers[kind](entry[which], entry);
}

/** A diagnostic of the part of a document that is at `place`, as if the part were the document. */
function within(place, diagnostic) {
  const moved = (pointer) => (pointer?.startsWith(place) ? pointer.slice(place.length) : pointer);
  const step = ({ path, from, ...others }) => ({ ...others, ...(from !== undefined && { from: moved(from) }), path: moved(path) });
  return {
    ...diagnostic, pointer: moved(diagnostic.pointer), fix: diagnostic.fix?.map(step) ?? null,
    related: diagnostic.related.map((one) => ({ ...one, pointer: moved(one.pointer) })),
  };
}

function thrown(ask) {
  try {
    const answer = ask();
    return Array.isArray(answer) ? answer : [];
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
    return error.diagnostics;
  }
}

/** A program may end the engine: each has its own. */
function program(text) {
  const whole = `
    import { readFileSync } from "node:fs";
    import * as api from ${JSON.stringify(`${ROOT}/pkg/node.js`)};
    import { createMemoryStore } from ${JSON.stringify(`${ROOT}/pkg/stores/memory.js`)};
    const lists = JSON.parse(readFileSync(${JSON.stringify(`${ROOT}/examples/catalog.json`)}, "utf8"));
    const coverageOf = (rule, mappings = [{ selector: { include_care_types: ["GP_VISIT"] }, filter: {} }]) =>
      ({ name: "BASIC", version: 1, guarantees: [{ name: "DOCTORS", care_type_mappings: mappings, coverage_rule: rule }] });
    const catalog = new api.CareTypeCatalog(lists);
    const coverage = catalog.compileCoverage(coverageOf({}));
    const names = { ...api, createMemoryStore, lists, coverageOf, catalog, coverage };
    const run = new Function("names", \`with (names) return (async () => { \${${JSON.stringify(text)}} })();\`);
    const answer = await run(names).catch((error) => { if (!(error instanceof api.CoverageError)) throw error; return error.diagnostics; });
    process.stdout.write(JSON.stringify(Array.isArray(answer) ? answer.filter((one) => typeof one?.code === "string") : []));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "--eval", whole], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
