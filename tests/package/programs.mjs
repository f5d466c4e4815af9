// Programs that use the declarations of the package, and are compiled only.
import { readFileSync } from "node:fs";

/** A program of this folder. */
export const source = (name) => readFileSync(new URL(name, import.meta.url), "utf8");

export const SLIM = `
  import init, { CareTypeCatalog, type ModuleSource } from "care-coverage/slim";
  import { CareTypeCatalog as Ready } from "care-coverage";
  export async function ready(bytes: Uint8Array, url: { href: string }, text: string, module: object, response: Promise<ModuleSource>): Promise<CareTypeCatalog> {
    for (const source of [bytes, bytes.buffer, url, text, module, response]) await init(source);
    // @ts-expect-error
    await init(7);
    // @ts-expect-error
    await init();
    return new Ready({ care_type_groups: [], internal_care_types: [] });
  }`;

export const SLIM_IN_BROWSER = SLIM.replace("module: object", "module: WebAssembly.Module").replace("{ href: string }", "URL").replace("Promise<ModuleSource>", "Promise<Response>");

export const WORKER = `
  import { createCoverageWorker, type CoverageWorker, type CoverageInWorker, type ActSource, type EvaluationProgress } from "care-coverage/worker";
  import type { CareAct, Evaluation } from "care-coverage";
  import "care-coverage/worker/thread";
  export async function use(bytes: Uint8Array, acts: readonly CareAct[], later: AsyncIterable<CareAct>, pieces: AsyncIterable<Uint8Array>, module: object): Promise<Evaluation> {
    const worker: CoverageWorker = await createCoverageWorker({ module });
    const catalog = await worker.createCatalog({ care_type_groups: [], internal_care_types: [] }, { selectorPrecedence: "exclude_wins" });
    const coverage: CoverageInWorker = await catalog.compileCoverage({ name: "A", version: 1, guarantees: [] });
    for (const source of [bytes, pieces, "", [bytes]]) await coverage.evaluate(source, { format: "csv" });
    for (const source of [acts, new Set(acts), later] satisfies ActSource[]) await coverage.evaluate(source, { onProgress: (progress: EvaluationProgress) => progress.rows });
    // @ts-expect-error
    await coverage.evaluate(7);
    // @ts-expect-error
    await coverage.evaluate("", { format: "json" });
    // @ts-expect-error
    await coverage.diff(catalog);
    // @ts-expect-error
    await createCoverageWorker({ worker: {} });
    const codes: string[] = (await catalog.validateCoverage({}, { analysis: false })).map(({ code }) => code);
    await worker.close();
    return coverage.evaluate(codes.join());
  }`;

export const WORKER_IN_BROWSER = `${WORKER}
  export async function inBrowser(file: File, blob: Blob, response: Response, stream: ReadableStream<Uint8Array>, own: Worker, compiled: WebAssembly.Module) {
    const { signal } = new AbortController();
    const worker = await createCoverageWorker({ worker: own, module: compiled });
    const catalog = await worker.createCatalog({ care_type_groups: [], internal_care_types: [] }, { signal });
    const coverage = await catalog.compileCoverage({ name: "A", version: 1, guarantees: [] }, { signal });
    for (const source of [file, blob, response, stream, response.body!]) await coverage.evaluate(source, { format: "ndjson", signal, onProgress: ({ totalBytes }) => totalBytes ?? 0 });
    return coverage.analyze({ signal });
  }`;

export const WORDS = `
  import { LANGUAGES, describeAct, describeCheck, describeFilter, describeRegion, describeRule, describeSelector, describeStep, translate, type Language } from "care-coverage/words";
  import { formatDiagnostics, type ActRegion, type Diagnostic, type DispenseReport, type Reimbursement, type TextDiagnostic } from "care-coverage";
  export function use(region: ActRegion, diagnostic: TextDiagnostic, report: DispenseReport, { steps }: Reimbursement, text: string): string[] {
    const language: Language = LANGUAGES[1] ?? "en";
    const rule = { components: [{ kind: "brss_percent", percent: 150 }] } as const;
    const label = (shortCode: string, of: "care_type" | "group"): string | undefined => (of === "group" ? undefined : shortCode);
    const same: TextDiagnostic = translate(diagnostic, "fr");
    const problems: Diagnostic[] = [same].map((problem) => translate(problem, language));
    // @ts-expect-error
    describeRule(rule, { language: "de" });
    // @ts-expect-error
    translate(diagnostic);
    // @ts-expect-error
    describeRegion({ care_types: [] });
    return [
      describeRule(rule), describeRule({ rate: 1 }, { language }), describeFilter({ min_age: 18 } as const, {}), describeSelector({ include_care_types: ["A"] as const }, { label }),
      describeRegion(region, { language, label }), describeAct(region.witness), ...steps.map((step) => describeStep(step).note ?? ""), ...report.checks.map((check) => describeCheck(check, { language }).asks),
      formatDiagnostics(text, [diagnostic], { language: "fr", translate }), ...problems.map(({ message }) => message),
    ];
  }`;
