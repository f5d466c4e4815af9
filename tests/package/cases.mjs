// The golden cases through the package: calls and comparison. Plain JavaScript without any runtime's own modules, so that
// the same file runs wherever the package does.

/** Runs every case of a file ({ area, catalogs, coverages, cases }) and returns the differences, one line each. */
export function runCases(file, document, api) {
  return document.cases.flatMap((written) => runCase(file, written, document, api).differences);
}

/** { got, differences }: what the package says to one case of a file, see `answer`, and where that is not what it should say. */
export function runCase(file, written, document, api) {
  const differences = [];
  const given = resolve(written, document);
  const got = answer(given, api);
  const agrees = "error" in given ? diagnosticsAgree(given.error, got.error) : "value" in got && equal(given.want, got.value);
  if (!agrees) differences.push(`${file}/${given.id}\n  want ${show(given)}\n  got  ${show(got)}`);
  for (const place of notJson(got.error ?? got.value)) differences.push(`${file}/${given.id}\n  the answer is not JSON at ${place}`);
  return { got, differences };
}

/** The case with values in place of names: of catalogues, of coverages, and in what is a change of a named value. */
export function resolve(given, document) {
  const expanded = (value) => expand(value, document.values);
  const named = (kind, value) => expanded(typeof value === "string" ? document[kind][value] : value);
  return {
    ...given,
    catalog: named("catalogs", given.catalog),
    coverage: named("coverages", given.coverage),
    next: named("coverages", given.next),
    next_catalog: named("catalogs", given.next_catalog),
    ...("others" in given && { others: given.others.map((one) => named("coverages", one)) }),
    ...("before" in given && { before: expanded(given.before) }),
    ...("args" in given && { args: expanded(given.args) }),
    ...("want" in given && { want: expanded(given.want) }),
  };
}

/** The value itself, with every `{ $from: name, set: { pointer: value }, unset: [pointers] }` carried out. */
function expand(value, named) {
  const inner = (value) => expand(value, named);
  if (Array.isArray(value)) return value.map(inner);
  if (value === null || typeof value !== "object") return value;
  if (!("$from" in value)) return Object.fromEntries(Object.entries(value).map(([key, value]) => [key, inner(value)]));
  const changed = inner(named[value.$from]);
  for (const [pointer, set] of Object.entries(value.set ?? {})) {
    const [parent, key] = place(changed, pointer);
    parent[key === "-" ? parent.length : key] = inner(set);
  }
  for (const pointer of value.unset ?? []) {
    const [parent, key] = place(changed, pointer);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  }
  return changed;
}

/** What holds the value at a pointer, and its key there. In a list, `[x]` is the one entry whose id is x. */
function place(value, pointer) {
  const keys = pointer.split("/").slice(1).map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = keys.pop();
  const parent = keys.reduce((inner, key) => inner[position(inner, key)], value);
  return [parent, position(parent, last)];
}

/** What may be the id of a list's entry: the first of these fields that it has. */
const IDS = ["id", "name", "program_id", "step", "key"];

function position(list, key) {
  if (!Array.isArray(list) || !key.startsWith("[")) return key;
  const id = (entry) => entry[IDS.find((field) => field in entry)];
  const found = list.flatMap((entry, index) => (id(entry) === key.slice(1, -1) ? [index] : []));
  if (found.length !== 1) throw new Error(`${key} is ${found.length} entries`);
  return found[0];
}

/** What the package says: { value }, or { error } with the diagnostics and `thrown` with what held them. */
export function answer(asked, api) {
  try {
    return { value: call(asked, api) };
  } catch (thrown) {
    if (!(thrown instanceof api.CoverageError) || isEndOfEngine(thrown)) throw thrown;
    return { error: thrown.diagnostics, thrown };
  }
}

function call({ call: name, args = [], ...asked }, api) {
  const catalog = () => new api.CareTypeCatalog(asked.catalog.data, asked.catalog.options);
  const coverage = () => catalog().compileCoverage(asked.coverage);
  switch (name) {
    case "checkDispense":
      return alsoAsText(() => api.checkDispense(...args), api.checkDispenseText, args);
    case "checkDispenseText":
    case "readJsonText":
      return alsoAsBytes(api[name], args);
    case "matchFilter":
    case "lensComplexity":
    case "ageOn":
    case "checkDiscountAmount":
    case "selectContracts":
    case "describeRule":
    case "readCoveragePayload":
    case "checkCoverageVersion":
      return api[name](...args);
    case "CareTypeCatalog": {
      const { careTypeCount, careTypeGroupCount, diagnostics } = catalog();
      return { careTypeCount, careTypeGroupCount, diagnostics };
    }
    case "getCareTypeMappings":
    case "careType":
    case "group":
    case "membersOf":
    case "groupsOf":
    case "search":
    case "knownValues":
    case "getCareTypesFromSelector":
    case "explainSelector":
      return catalog()[name](...args);
    case "validateCoverage":
      return { diagnostics: alsoInEditor(catalog(), (on, by) => on[by("validateCoverage", "validate")](...args)) };
    case "validateCatalog":
      return sameAsText({ diagnostics: api.validateCatalog(...args) }, { diagnostics: api.validateCatalogText(JSON.stringify(args[0])) });
    case "validateCatalogText":
      return { diagnostics: alsoAsBytes(api.validateCatalogText, args) };
    case "validateMapping":
      return { diagnostics: api.validateMapping(...args) };
    case "validateHeadings":
      return { diagnostics: api.validateHeadings(...args) };
    case "guessMapping":
      return api.guessMapping(...args);
    case "previewClaims":
      return typeof args[0] === "string" ? alsoAsBytes(api.previewClaims, args) : api.previewClaims(...args);
    case "headings":
      return catalog().headings(...args);
    case "validateProfile":
      return sameAsText({ diagnostics: api.validateProfile(...args) }, { diagnostics: api.validateProfileText(JSON.stringify(args[0])) });
    case "validateProfileText":
      return { diagnostics: alsoAsBytes(api.validateProfileText, args) };
    case "validateGuarantee":
      return { diagnostics: catalog().validateGuarantee(...args) };
    case "tryCompile":
      return sameAsText(compiled(catalog().tryCompile(...args)), compiled(catalog().tryCompileText(JSON.stringify(args[0]))));
    case "tryCompileText":
      return alsoAsBytes((text) => compiled(catalog().tryCompileText(text)), args);
    case "validateCoverageText": {
      const given = catalog();
      return { diagnostics: alsoAsBytes((...args) => alsoInEditor(given, (on, by) => on[by("validateCoverageText", "validateText")](...args)), args) };
    }
    case "compileCoverage": {
      const { name, version, guaranteeNames } = coverage();
      return { name, version, guaranteeNames };
    }
    case "guaranteesFor": {
      const given = coverage();
      return alsoAsText(() => ofAllWays(given, asked.before ?? [], ...args), (...args) => given.guaranteesForText(...args), args);
    }
    case "guaranteesForText":
    case "explainText":
    case "reimburseText": {
      const given = coverage();
      return alsoAsBytes((...args) => given[name](...args), args);
    }
    case "explain":
    case "reimburse": {
      const given = coverage();
      return alsoAsText(() => given[name](...args), (...args) => given[`${name}Text`](...args), args);
    }
    case "evaluate":
    case "evaluateText":
      return inWords(coverage(), (coverage) => coverage[name](...args));
    case "evaluateColumns":
      return inWords(coverage(), (coverage) => coverage.evaluateColumns(columns(args[0], coverage.actCodes())));
    case "reimburseColumns": {
      const given = coverage();
      const [lists, options] = args;
      const of = (kinds) => paidInWords(given, () => given.reimburseColumns(pricedColumns(lists, given.actCodes(), kinds), options));
      // In euros, what is wrong is said of the number that was given.
      const inUnits = of(BigInt64Array);
      if (inUnits.invalid.length === 0 && !equal(inUnits, of(Float64Array))) throw new Error("in euros, the answer is another one");
      return inUnits;
    }
    case "toPayload":
    case "careTypesOf":
    case "actCodes":
    case "analyze":
    case "checkRequirements":
    case "reimburseMany":
      return coverage()[name](...args);
    case "diff":
    case "compareAmounts": {
      // Of the same catalogue, unless the case gives another one.
      const { data, options } = asked.next_catalog ?? asked.catalog;
      return coverage()[name](new api.CareTypeCatalog(data, options).compileCoverage(asked.next), ...args);
    }
    case "reimburseStack": {
      // The first is of the case's catalogue, the others are of the next one where there is one.
      const { data, options } = asked.next_catalog ?? asked.catalog;
      const others = (asked.others ?? []).map((other) => new api.CareTypeCatalog(data, options).compileCoverage(other));
      return api.reimburseStack([...(asked.coverage === undefined ? [] : [coverage()]), ...others], ...args);
    }
    case "simulate": {
      const others = (asked.others ?? []).map((other) => catalog().compileCoverage(other));
      const draft = asked.next === undefined ? null : catalog().compileCoverage(asked.next);
      return picked(asked.want, api.simulate(others.length > 0 ? [coverage(), ...others] : coverage(), draft, ...args));
    }
    default:
      throw new Error(`no function ${name}`);
  }
}

/** What an answer says of the fields that a case names. */
function picked(want, got) {
  if (ArrayBuffer.isView(got)) return Array.from(got, Number);
  if (Array.isArray(want) && Array.isArray(got) && want.length === got.length) return got.map((item, index) => picked(want[index], item));
  const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  if (!isObject(want) || !isObject(got)) return got;
  return Object.fromEntries(Object.keys(want).filter((key) => Object.hasOwn(got, key)).map((key) => [key, picked(want[key], got[key])]));
}

/** The answer, which the first argument as JSON text must have, too; or the same diagnostics, but for their ranges. */
function alsoAsText(ask, askText, [value, ...others]) {
  const said = outcome(ask);
  const asText = outcome(() => askText(JSON.stringify(value), ...others));
  const placed = asText.diagnostics?.map(({ range, ...diagnostic }) => diagnostic);
  if (!equal(said, placed ? { diagnostics: placed } : asText)) throw new Error(`as text: ${JSON.stringify(asText)}, as a value: ${JSON.stringify(said)}`);
  return ask();
}

/** An answer with diagnostics, which the same value as a text must have, too, but for the places in the text. */
function sameAsText(said, asText) {
  const unplaced = ({ range, mark, edits, related, ...diagnostic }) => ({ ...diagnostic, ...(related && { related: related.map(unplaced) }) });
  const got = { ...asText, diagnostics: asText.diagnostics.map(unplaced) };
  const agree = equal([said.coverage ?? null, said.diagnostics], [got.coverage ?? null, got.diagnostics]);
  if (!agree) throw new Error(`as text: ${JSON.stringify(got)}, as a value: ${JSON.stringify(said)}`);
  return said;
}

/** The names of a compiled coverage, or null, with the diagnostics. */
function compiled({ coverage, diagnostics }) {
  const names = coverage && { name: coverage.name, version: coverage.version, guaranteeNames: coverage.guaranteeNames };
  coverage?.free();
  return { coverage: names, diagnostics };
}

/** The answer for a text, which its bytes must have, too. */
function alsoAsBytes(ask, [text, ...others]) {
  const said = outcome(() => ask(text, ...others));
  // Half a character has no bytes.
  const isWellFormed = typeof text === "string" && !/[\ud800-\udfff]/u.test(text);
  const asBytes = isWellFormed ? outcome(() => ask(new TextEncoder().encode(text), ...others)) : said;
  if (JSON.stringify(said) !== JSON.stringify(asBytes)) throw new Error(`as bytes: ${JSON.stringify(asBytes)}, as a string: ${JSON.stringify(said)}`);
  return ask(text, ...others);
}

/** A validation by a catalogue, and by a coverage that it compiled, which remembers: they say the same. */
function alsoInEditor(catalog, ask) {
  const said = outcome(() => ask(catalog, (name) => name));
  const coverage = catalog.compileCoverage({ name: "empty", version: 1, guarantees: [] });
  for (let time = 0; time < 2; time++) {
    const inEditor = outcome(() => ask(coverage, (_, name) => name));
    if (JSON.stringify(said) !== JSON.stringify(inEditor)) throw new Error(`in an editor: ${JSON.stringify(inEditor)}, else: ${JSON.stringify(said)}`);
  }
  coverage.free();
  return ask(catalog, (name) => name);
}

/** Whether an error is about the engine and not about the case. */
function isEndOfEngine({ code }) {
  return ["out_of_memory", "internal", "stale"].includes(code);
}

function outcome(ask) {
  try {
    return { value: ask() };
  } catch (error) {
    if (!error.diagnostics || isEndOfEngine(error)) throw error;
    return { diagnostics: error.diagnostics };
  }
}

/** The decision for an act, asked after others and so often that it comes from the general way, then from the quick one, and in a
 *  batch. */
function ofAllWays(coverage, before, act) {
  const ask = () => {
    try {
      for (const other of before) coverage.guaranteesFor(other);
      return JSON.stringify(coverage.guaranteesFor(act));
    } catch (error) {
      if (isEndOfEngine(error)) throw error;
      return error.diagnostics ? JSON.stringify(error.diagnostics) : String(error);
    }
  };
  const answers = new Set(Array.from({ length: 12 }, ask));
  if (answers.size !== 1) throw new Error(`one act, several answers: ${[...answers]}`);
  const { outcomes, guarantees } = coverage.evaluate([act]);
  const [outcome, guarantee] = [OUTCOMES[outcomes[0]], coverage.guaranteeNames[guarantees[0]]];
  if (outcome === "invalid_act") return coverage.guaranteesFor(act);
  const decision = coverage.guaranteesFor(act);
  if (decision.outcome !== outcome || decision.guarantees[0] !== guarantee) throw new Error(`in a batch: ${outcome} ${guarantee}`);
  return decision;
}

const OUTCOMES = ["not_covered", "covered", "ambiguous", "undetermined", "unknown_care_type", "invalid_act"];

/** A batch in words. */
function inWords(coverage, ask) {
  const { length, outcomes, guarantees, summary, invalid } = ask(coverage);
  if (outcomes.length !== length || guarantees.length !== length) throw new Error("lengths differ");
  const names = coverage.guaranteeNames;
  return {
    outcomes: Array.from(outcomes, (outcome) => OUTCOMES[outcome]),
    guarantees: Array.from(guarantees, (guarantee) => names[guarantee] ?? null),
    summary,
    invalid,
  };
}

/** What is paid for columns, in words. */
export function paidInWords(coverage, ask) {
  const { complementary, secu_paid, out_of_pocket, general, ...answer } = ask();
  const { summary, ...words } = inWords(coverage, () => answer);
  const [paid, bySecu, byMember] = [complementary, secu_paid, out_of_pocket].map((column) => Array.from(column, Number));
  return { ...words, complementary: paid, secu_paid: bySecu, out_of_pocket: byMember, general };
}

const WORDS = ["unit", "beneficiary", "stay_id"];
const DAYS = ["care_date", "membership_start"];
const BYTES = ["side", "tooth"];
const NO_AMOUNT = -(2n ** 63n);

/** Columns with amounts in units or in euros; null is left out. */
export function pricedColumns(lists, texts, kinds) {
  const amount = kinds === Float64Array ? (value) => (value === null ? NaN : value / 10_000) : (value) => (value === null ? NO_AMOUNT : BigInt(value));
  const of = ([name, list]) => {
    if (WORDS.includes(name)) return Uint32Array.from(list);
    if (DAYS.includes(name)) return Int32Array.from(list, (day) => day ?? -2_147_483_648);
    if (BYTES.includes(name) || name === "member_age" || name.startsWith("is_") || name === "reimbursed_by_secu" || Object.hasOwn(texts, name)) return columns({ [name]: list }, texts)[name];
    return kinds.from(list, amount);
  };
  return Object.fromEntries(Object.entries(lists).map((column) => [column[0], of(column)]));
}

/** What has a list of texts has codes in words, all else in bytes. */
export function columns(lists, texts) {
  return Object.fromEntries(Object.entries(lists).map(([name, codes]) => [name, Object.hasOwn(texts, name) ? Uint32Array.from(codes) : Uint8Array.from(codes)]));
}

/** Records by names of a document. They have no prototype, and nothing else has none. */
const RECORDS = ["internal_care_type_by_short_code", "care_type_group_by_short_code", "care_type_group_to_internal_care_types", "by_guarantee"];

/** The places of an answer with something that JSON cannot say: above all `undefined`, which must be null. */
export function notJson(value, place = "``") {
  if (value === null || typeof value === "boolean" || typeof value === "string" || Number.isFinite(value)) return [];
  if (Array.isArray(value)) return Array.from(value, (item, index) => notJson(item, `${place}/${index}`)).flat();
  const prototype = RECORDS.some((name) => place.endsWith(`/${name}`)) ? null : Object.prototype;
  const isPlain = typeof value === "object" && Object.getPrototypeOf(value) === prototype;
  if (!isPlain) return [`${place}: ${typeof value}`];
  return Reflect.ownKeys(value).flatMap((key) => (typeof key === "symbol" ? [`${place}: symbol`] : notJson(value[key], `${place}/${key}`)));
}

/** The lists whose entries have a wording, and are compared like the diagnostics that are thrown. */
const KEY_BY_KEY = ["diagnostics", "steps", "rule_changes"];

/** The list whose entries say what matters of acts in euros, and are compared on what they say. */
const IN_PART = "violations";

function agreesInPart(want, got) {
  if (Array.isArray(want)) return Array.isArray(got) && want.length === got.length && want.every((item, index) => agreesInPart(item, got[index]));
  if (want === null || typeof want !== "object") return want === got;
  return got !== null && typeof got === "object" && Object.keys(want).every((key) => Object.hasOwn(got, key) && agreesInPart(want[key], got[key]));
}

/** Equality as JSON. */
function equal(want, got) {
  if (Array.isArray(want)) {
    return Array.isArray(got) && want.length === got.length && want.every((item, index) => equal(item, got[index]));
  }
  if (want === null || typeof want !== "object") return want === got;
  if (got === null || typeof got !== "object" || Array.isArray(got)) return false;
  const keys = Object.keys(want);
  return (
    keys.length === Object.keys(got).length &&
    keys.every((key) => Object.hasOwn(got, key) && (KEY_BY_KEY.includes(key) ? diagnosticsAgree : key === IN_PART ? agreesInPart : equal)(want[key], got[key]))
  );
}

/** Exactly these diagnostics in this order, each on the keys that the case gives. */
function diagnosticsAgree(want, got) {
  const agrees = (key, want, got) =>
    key === "related"
      ? equal(want.related.map(({ pointer }) => pointer), got.related.map(({ pointer }) => pointer))
      : equal(want[key], got[key]);
  return (
    Array.isArray(got) &&
    want.length === got.length &&
    want.every((wanted, index) => Object.keys(wanted).every((key) => agrees(key, wanted, got[index])))
  );
}

function show({ error, value, want = value }) {
  return error ? `error ${JSON.stringify(error)}` : JSON.stringify(want);
}
