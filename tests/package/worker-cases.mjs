// The golden cases of what a worker answers, in the worker and directly: the answers must be the same. Plain JavaScript, so that
// the same file runs wherever the package does.
import { columns, paidInWords, pricedColumns, resolve } from "./cases.mjs";

/** Asked of the object of the same name as it is. */
const OF_CATALOG = [
  "getCareTypeMappings", "getCareTypesFromSelector", "explainSelector", "validateGuarantee", "careType", "group", "membersOf", "groupsOf", "search",
  "knownValues",
];
const OF_COVERAGE = [
  "toPayload", "careTypesOf", "actCodes", "explain", "guaranteesForText", "explainText", "reimburse", "reimburseText", "reimburseMany", "analyze", "checkRequirements",
  "evaluate",
];

/** What a worker can be asked. */
const QUESTIONS = {
  CareTypeCatalog: ({ catalog: { careTypeCount, careTypeGroupCount, diagnostics } }) => ({ careTypeCount, careTypeGroupCount, diagnostics }),
  ...Object.fromEntries(OF_CATALOG.map((name) => [name, ({ catalog }, args) => catalog[name](...args)])),
  ...Object.fromEntries(OF_COVERAGE.map((name) => [name, async ({ coverage }, args) => (await coverage())[name](...args)])),
  validateCoverage: async ({ catalog, editor }, args) => [await catalog.validateCoverage(...args), await (await editor()).validate(...args)],
  validateCoverageText: async ({ catalog, editor }, args) => [await catalog.validateCoverageText(...args), await (await editor()).validateText(...args)],
  compileCoverage: async ({ coverage, editor, given }) => [reported(await coverage()), reported(await (await editor()).withPayload(given))],
  tryCompile: async ({ catalog, keep }, [payload]) => [tried(await catalog.tryCompile(payload), keep), tried(await catalog.tryCompileText(JSON.stringify(payload)), keep)],
  diff: async ({ coverage, next }, args) => (await coverage()).diff(await next(), ...args),
  compareAmounts: async ({ coverage, next }, args) => (await coverage()).compareAmounts(await next(), ...args),
  reimburseStack: async ({ stack, of }, args) => of.reimburseStack(await stack(), ...args),
  guaranteesFor: async ({ coverage }, [act]) => [await (await coverage()).evaluate([act]), await (await coverage()).guaranteesFor(act)],
  evaluateText: async ({ coverage, text }, args) => [await text(await coverage(), ...args), await (await coverage()).evaluateText(...args)],
  evaluateColumns: async ({ coverage }, [lists]) => {
    const of = await coverage();
    return of.evaluateColumns(columns(lists, await of.actCodes()));
  },
  reimburseColumns: async ({ coverage }, [lists, options]) => {
    const of = await coverage();
    const answer = await of.reimburseColumns(pricedColumns(lists, await of.actCodes(), BigInt64Array), options);
    return paidInWords(of, () => answer);
  },
};

/** How many cases there are for a worker, and where it differs from the package itself, one line each. */
export async function casesInWorker(documents, api, worker) {
  const direct = { createCatalog: (data, options) => new api.CareTypeCatalog(data, options), text: (coverage, text, format) => coverage.evaluateText(text, format), of: api };
  const remote = { createCatalog: (data, options) => worker.createCatalog(data, options), text: (coverage, text, format) => coverage.evaluate(text, { format }), of: worker };
  const differences = [];
  let count = 0;
  for (const { file, document } of documents) {
    for (const written of document.cases.filter(({ call }) => call in QUESTIONS)) {
      const given = resolve(written, document);
      const [want, got] = [await answer(given, direct, api), await answer(given, remote, api)];
      if (want !== got) differences.push(`${file}/${given.id}\n  directly  ${want}\n  in worker ${got}`);
      count += 1;
    }
  }
  return { count, differences };
}

async function answer({ call, args = [], ...asked }, { createCatalog, text, of }, api) {
  const made = [];
  const keep = (object) => (made.push(object), object);
  try {
    const catalog = keep(await createCatalog(asked.catalog.data, asked.catalog.options));
    const other = async () => (asked.next_catalog ? keep(await createCatalog(asked.next_catalog.data, asked.next_catalog.options)) : catalog);
    const subjects = {
      catalog,
      text,
      of,
      keep,
      given: asked.coverage,
      editor: async () => keep(await catalog.compileCoverage({ name: "empty", version: 1, guarantees: [] })),
      coverage: async () => keep(await catalog.compileCoverage(asked.coverage)),
      next: async () => keep(await (await other()).compileCoverage(asked.next)),
      // The first is of the case's catalogue, the others are of the next one where there is one.
      stack: async () => {
        const stack = asked.coverage === undefined ? [] : [keep(await catalog.compileCoverage(asked.coverage))];
        for (const one of asked.others ?? []) stack.push(keep(await (await other()).compileCoverage(one)));
        return stack;
      },
    };
    return written(await QUESTIONS[call](subjects, args));
  } catch (error) {
    if (!(error instanceof api.CoverageError)) throw error;
    return written({ message: error.message, code: error.code, diagnostics: error.diagnostics });
  } finally {
    for (const object of made) object.free();
  }
}

const tried = ({ coverage, diagnostics }, keep) => [coverage && reported(keep(coverage)), diagnostics];
const reported = ({ name, version, guaranteeNames }) => ({ name, version, guaranteeNames });

function written(value) {
  return JSON.stringify(value, (_, inner) => (ArrayBuffer.isView(inner) ? [...inner] : inner));
}
