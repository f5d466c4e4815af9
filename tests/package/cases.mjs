// The golden cases through the package: calls and comparison. Plain JavaScript without any runtime's own modules, so that
// the same file runs wherever the package does.

/** Runs every case of a file ({ area, catalogs, coverages, cases }) and returns the differences, one line each. */
export function runCases(file, document, api) {
  const differences = [];
  for (const given of document.cases) {
    const got = answer(resolve(given, document), api);
    const agrees = "error" in given ? diagnosticsAgree(given.error, got.error) : "value" in got && equal(given.want, got.value);
    if (!agrees) differences.push(`${file}/${given.id}\n  want ${show(given)}\n  got  ${show(got)}`);
    for (const place of notJson(got.error ?? got.value)) differences.push(`${file}/${given.id}\n  the answer is not JSON at ${place}`);
  }
  return differences;
}

/** The case with its catalogue and its coverage in place of their names. */
export function resolve(given, document) {
  const named = (kind, value) => (typeof value === "string" ? document[kind][value] : value);
  return { ...given, catalog: named("catalogs", given.catalog), coverage: named("coverages", given.coverage) };
}

/** What the package says: { value }, or { error } with the diagnostics and `thrown` with what held them. */
export function answer(asked, api) {
  try {
    return { value: call(asked, api) };
  } catch (thrown) {
    if (!(thrown instanceof api.CoverageError)) throw thrown;
    return { error: thrown.diagnostics, thrown };
  }
}

function call({ call: name, args = [], ...asked }, api) {
  const catalog = () => new api.CareTypeCatalog(asked.catalog.data, asked.catalog.options);
  const coverage = () => catalog().compileCoverage(asked.coverage);
  switch (name) {
    case "matchFilter":
    case "lensComplexity":
    case "ageOn":
      return api[name](...args);
    case "CareTypeCatalog": {
      const { careTypeCount, careTypeGroupCount, diagnostics } = catalog();
      return { careTypeCount, careTypeGroupCount, diagnostics };
    }
    case "getCareTypeMappings":
    case "getCareTypesFromSelector":
    case "explainSelector":
      return catalog()[name](...args);
    case "validateCoverage":
    case "validateCoverageText":
      return { diagnostics: catalog()[name](...args) };
    case "compileCoverage": {
      const { name, version, guaranteeNames } = coverage();
      return { name, version, guaranteeNames };
    }
    case "toPayload":
    case "careTypesOf":
    case "guaranteesFor":
    case "explain":
      return coverage()[name](...args);
    default:
      throw new Error(`no function ${name}`);
  }
}

/** The places of an answer where something stands that JSON cannot say: above all `undefined`, which must be null. */
export function notJson(value, place = "``") {
  if (value === null || typeof value === "boolean" || typeof value === "string" || Number.isFinite(value)) return [];
  if (Array.isArray(value)) return Array.from(value, (item, index) => notJson(item, `${place}/${index}`)).flat();
  const isPlain = typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return [`${place}: ${typeof value}`];
  return Reflect.ownKeys(value).flatMap((key) => (typeof key === "symbol" ? [`${place}: symbol`] : notJson(value[key], `${place}/${key}`)));
}

/** Equality as JSON; a list under the key `diagnostics` is compared like the ones that are thrown. */
function equal(want, got) {
  if (Array.isArray(want)) {
    return Array.isArray(got) && want.length === got.length && want.every((item, index) => equal(item, got[index]));
  }
  if (want === null || typeof want !== "object") return want === got;
  if (got === null || typeof got !== "object" || Array.isArray(got)) return false;
  const keys = Object.keys(want);
  return (
    keys.length === Object.keys(got).length &&
    keys.every((key) => Object.hasOwn(got, key) && (key === "diagnostics" ? diagnosticsAgree : equal)(want[key], got[key]))
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
