// The golden cases of what a worker answers, in the worker and directly: the answers must be the same. Plain JavaScript, so that
// the same file runs wherever the package does.
import { resolve } from "./cases.mjs";

/** What a worker can be asked. Acts that are asked one by one elsewhere are batches here. */
const QUESTIONS = {
  CareTypeCatalog: () => null,
  validateCoverage: ({ catalog }, args) => catalog.validateCoverage(...args),
  validateCoverageText: ({ catalog }, args) => catalog.validateCoverageText(...args),
  compileCoverage: async ({ coverage }) => reported(await coverage()),
  analyze: async ({ coverage }, args) => (await coverage()).analyze(...args),
  diff: async ({ coverage, next }) => (await coverage()).diff(await next()),
  guaranteesFor: async ({ coverage }, [act]) => (await coverage()).evaluate([act]),
  evaluate: async ({ coverage }, [acts]) => (await coverage()).evaluate(acts),
  evaluateText: async ({ coverage, text }, args) => text(await coverage(), ...args),
};

/** How many cases there are for a worker, and where it differs from the package itself, one line each. */
export async function casesInWorker(documents, api, worker) {
  const direct = { createCatalog: (data, options) => new api.CareTypeCatalog(data, options), text: (coverage, text, format) => coverage.evaluateText(text, format) };
  const remote = { createCatalog: (data, options) => worker.createCatalog(data, options), text: (coverage, text, format) => coverage.evaluate(text, { format }) };
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

async function answer({ call, args = [], ...asked }, { createCatalog, text }, api) {
  const made = [];
  const keep = (object) => (made.push(object), object);
  try {
    const catalog = keep(await createCatalog(asked.catalog.data, asked.catalog.options));
    const other = async () => (asked.next_catalog ? keep(await createCatalog(asked.next_catalog.data, asked.next_catalog.options)) : catalog);
    const subjects = {
      catalog,
      text,
      coverage: async () => keep(await catalog.compileCoverage(asked.coverage)),
      next: async () => keep(await (await other()).compileCoverage(asked.next)),
    };
    return written(await QUESTIONS[call](subjects, args));
  } catch (error) {
    if (!(error instanceof api.CoverageError)) throw error;
    return written({ message: error.message, code: error.code, diagnostics: error.diagnostics });
  } finally {
    for (const object of made) object.free();
  }
}

const reported = ({ name, version, guaranteeNames }) => ({ name, version, guaranteeNames });

function written(value) {
  return JSON.stringify(value, (_, inner) => (ArrayBuffer.isView(inner) ? [...inner] : inner));
}
