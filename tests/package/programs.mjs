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

export const LANGUAGE = `
  import {
    createLanguageService, type CodeActionKind, type Completion, type CompletionKind, type DocumentKind, type DocumentSymbol, type LanguageDocument, type Span,
  } from "care-coverage/language";
  import type { CareTypeCatalog, TextDiagnostic, TextEdit } from "care-coverage";
  import { applyFixes } from "care-coverage";
  export function use(catalog: CareTypeCatalog, text: string, kind: DocumentKind): (string | Span | null)[] {
    const service = createLanguageService(catalog, { language: "fr", validate: { ignore: ["gap"] } });
    const document: LanguageDocument = service.open(text, { kind });
    document.update([{ start: 0, end: 0, text: " " }] as const);
    const found: TextDiagnostic[] = document.diagnostics();
    const [first]: Completion[] = document.completions(1);
    const edits: TextEdit[] = [...document.format(), ...document.rename(1, "A").edits, ...document.codeActions({ start: 0, end: 1 }).flatMap(({ edits }) => edits)];
    const kinds: (CompletionKind | CodeActionKind | DocumentSymbol["kind"])[] = [first?.kind ?? "field", "extract_group", ...document.symbols().map(({ kind }) => kind)];
    const { text: mended } = applyFixes(text, found);
    // @ts-expect-error
    service.open(text, { kind: "contract" });
    // @ts-expect-error
    service.open(text);
    // @ts-expect-error
    createLanguageService(catalog, { language: "de" });
    // @ts-expect-error
    document.update([{ start: 0, end: 0 }]);
    // @ts-expect-error
    document.completions("1");
    // @ts-expect-error
    document.text = "";
    document.free();
    service[Symbol.dispose]();
    return [mended, ...kinds, ...edits.map(({ text }) => text), document.hover(0)?.markdown ?? null, document.definition(1)?.range ?? null, document.prepareRename(0)?.range ?? null, ...document.references(0).map(({ range }) => range), ...document.folding()];
  }`;

export const LANGUAGE_WORKER = `
  import { createCoverageWorker, createLanguageService, type LanguageDocumentInWorker, type LanguageServiceInWorker } from "care-coverage/language/worker";
  import { provide } from "care-coverage/language/worker/thread";
  import type { AbortSignalLike } from "care-coverage/worker";
  import type { CareTypeLists, TextDiagnostic } from "care-coverage";
  export async function inWorker(lists: CareTypeLists, text: string, signal: AbortSignalLike): Promise<TextDiagnostic[]> {
    const worker = await createCoverageWorker({ workers: 1 });
    const service: LanguageServiceInWorker = await createLanguageService(await worker.createCatalog(lists), { language: "en" });
    const document: LanguageDocumentInWorker = await service.open(text, { kind: "coverage" });
    await document.update([]);
    const labels: string[] = (await document.completions(0, { signal })).map(({ label }) => label);
    const reason: string | null = (await document.rename(0, labels[0] ?? "")).reason;
    // @ts-expect-error
    const now: TextDiagnostic[] = document.diagnostics();
    // @ts-expect-error
    await document.update([], { signal });
    provide({});
    return reason === null ? now : document.diagnostics();
  }`;
