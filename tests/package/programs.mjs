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

export const BENEFIT_TABLE = `
  import { benefitGrid, benefitTable, benefitTableAsync, benefitTableCsv, benefitTableHtml, readBenefit, readBenefitTable, type BenefitExample, type BenefitFootnote, type BenefitOtherColumn, type BenefitTableReadPart, type BenefitGrid, type BenefitTable, type BenefitUnsaid, type BenefitNote, type BenefitPlace, type BenefitReading, type ReadBenefitOptions } from "care-coverage/benefit-table";
  import { CareTypeCatalog, type CoverageCareTypeFilter, type CoverageRule, type CoveragePayload, type Headings } from "care-coverage";
  export function tables(catalog: CareTypeCatalog, headings: Headings, examples: BenefitExample[]): string {
    const rows: BenefitGrid = [["Soins", "Base", { span_of: [0, 1] }]];
    const { formulas, cells, rows: read, footnotes, other_columns } = readBenefitTable(rows, { catalog, headings, shares: { 1: "included" } });
    const unused: BenefitFootnote[] = cells.flatMap((cell) => cell.footnotes.filter((footnote) => !cell.footnotes_used.includes(footnote)).map((footnote) => footnotes[footnote]!));
    const holds: BenefitOtherColumn["holds"][] = other_columns.map((column) => column.holds);
    const parts: BenefitTableReadPart[] = cells.flatMap(({ row, part }) => (part === null ? [] : [read[row]!.parts[part]!]));
    const table: BenefitTable = benefitTable(formulas.map(({ coverage }) => catalog.compileCoverage(coverage)), { catalog, headings, date: "2026-01-01", examples });
    const codes: BenefitUnsaid["code"][] = table.unsaid.map(({ code }) => code);
    readBenefitTable(benefitGrid(table), { catalog, headings });
    // @ts-expect-error
    readBenefitTable(rows, { catalog });
    // @ts-expect-error
    benefitTable([], { catalog, headings });
    const later: Promise<BenefitTable> = benefitTableAsync([], { catalog, headings, date: "2026-01-01", signal: { aborted: false } });
    void later;
    return benefitTableHtml(table, { document: true }) + benefitTableCsv(table, { separator: "," }) + codes.join() + cells.map(({ status }) => status).join() + unused.map(({ text }) => text).join() + holds.join() + parts.map(({ label }) => label).join();
  }
  export function use(catalog: CareTypeCatalog, cells: readonly string[]): (string | undefined)[] {
    const options: ReadBenefitOptions = { language: "fr", label: cells[0] };
    const { readings, assumed, unread, notes }: BenefitReading = readBenefit("150 % BR", options);
    const filters: CoverageCareTypeFilter[] = readings.map(({ when }) => when);
    const rules: CoverageRule[] = cells.flatMap((cell) => readBenefit(cell).readings).map(({ rule }) => rule);
    const guarantees = rules.map((coverage_rule, index) => ({ name: "G_" + index, care_type_mappings: [{ selector: { include_care_types: ["A"] }, filter: filters[0] ?? {} }], coverage_rule }));
    const payload = { name: "TABLE", version: 1, guarantees } satisfies CoveragePayload;
    catalog.compileCoverage(payload);
    const isShare: boolean = assumed.includes("share");
    const note = (given: BenefitNote): string | undefined => given.amount;
    const place = ({ start, end }: BenefitPlace): string => "150 % BR".slice(start, end);
    // @ts-expect-error
    readBenefit(150);
    // @ts-expect-error
    readBenefit("150 % BR", { language: "en" });
    // @ts-expect-error
    assumed.includes("unity");
    return [...unread.map(place), ...notes.map(note), String(isShare)];
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

export const CODEMIRROR = `
  import { EditorState } from "@codemirror/state";
  import { EditorView, keymap } from "@codemirror/view";
  import { careCoverage, codeActions, format, nextProblem, previousProblem, rename, showProblems, type CareCoverageOptions, type Problem } from "care-coverage/codemirror";
  import type { LanguageService } from "care-coverage/language";
  import type { LanguageServiceInWorker } from "care-coverage/language/worker";
  import type { TextDiagnostic } from "care-coverage";
  export function open(service: LanguageService | LanguageServiceInWorker, parent: Element, found: readonly TextDiagnostic[]): EditorView {
    const options: CareCoverageOptions = { kind: "coverage", language: "fr", delay: 100, lint: false, apply: (edits, view) => view.dispatch({ changes: edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })) }) };
    const keys = keymap.of([{ key: "F4", run: nextProblem }, { key: "F5", run: previousProblem }, { key: "F6", run: rename }, { key: "F7", run: format }, { key: "F9", run: codeActions }]);
    const view = new EditorView({ parent, state: EditorState.create({ extensions: [careCoverage(service, options), careCoverage(service, { kind: "acts" }), keys] }) });
    const own: Problem = { mark: { start: 0, end: 1 }, severity: "hint", message: "x" };
    showProblems(view, [own, ...found]);
    // @ts-expect-error
    careCoverage(service, { kind: "contract" });
    // @ts-expect-error
    careCoverage(service);
    // @ts-expect-error
    careCoverage({}, { kind: "coverage" });
    // @ts-expect-error
    showProblems(view, [{ message: "x" }]);
    return view;
  }`;

export const MONACO = `
  import * as monaco from "monaco-editor";
  import { careCoverage, type CareCoverageEditing } from "care-coverage/monaco";
  import type { LanguageService } from "care-coverage/language";
  import type { LanguageServiceInWorker } from "care-coverage/language/worker";
  export function use(service: LanguageService, away: LanguageServiceInWorker, model: monaco.editor.ITextModel): void {
    const editing: CareCoverageEditing = careCoverage(monaco, service, { language: "fr", languageId: "json", delay: 100 });
    careCoverage({ editor: monaco.editor, languages: monaco.languages, MarkerSeverity: monaco.MarkerSeverity }, away).dispose();
    const attached: monaco.IDisposable = editing.attach(model, { kind: "profile" });
    // @ts-expect-error
    editing.attach(model);
    // @ts-expect-error
    careCoverage(monaco.editor, service);
    // @ts-expect-error
    careCoverage(monaco, service, { language: "json" });
    attached.dispose();
    editing.dispose();
  }`;

export const LSP = `
  import { serve, startServer, type InitializationOptions } from "care-coverage/lsp";
  import type { Connection } from "vscode-languageserver";
  import type { CareTypeLists, RequirementProfile } from "care-coverage";
  export function use(connection: Connection, catalog: CareTypeLists, profile: RequirementProfile): InitializationOptions {
    serve(connection);
    startServer();
    // @ts-expect-error
    serve();
    // @ts-expect-error
    const none: InitializationOptions = {};
    // @ts-expect-error
    const wrong: InitializationOptions = { catalog, documents: { "*.json": "contract" } };
    return { catalog, language: "fr", validate: { ignore: ["gap"] }, documents: { "coverages/*.json": "coverage" }, profiles: [{ profile, options: { date: "2026-01-01" } }] };
  }`;

export const FORMS = `
  import { toFormResolver, toJsonFormsErrors, toRjsfErrors, type FormOptions, type JsonFormsError } from "care-coverage/forms";
  import type { CareTypeCatalog, CoveragePayload, Diagnostic } from "care-coverage";
  export async function use(catalog: CareTypeCatalog, payload: CoveragePayload, found: readonly Diagnostic[]): Promise<string[]> {
    const options: FormOptions = { severities: ["error", "warning"], within: "/guarantees/0" };
    const resolver = toFormResolver<CoveragePayload>((values) => catalog.validateCoverage(values), options);
    const { values, errors } = await resolver(payload, undefined, { criteriaMode: "all" });
    const said: JsonFormsError[] = toJsonFormsErrors(found, options);
    // @ts-expect-error
    toRjsfErrors(found, { severities: ["bad"] });
    // @ts-expect-error
    toFormResolver((values: string) => []);
    return [...Object.keys(values), ...Object.keys(errors), ...said.map(({ instancePath }) => instancePath), ...Object.keys(toRjsfErrors(catalog.validateCoverageText("{}")))];
  }`;

export const SPREADSHEET = `
  import { benefitGridsFromXlsx, benefitTableXlsx, type SpreadsheetGrid } from "care-coverage/spreadsheet";
  import { readBenefitTable, type BenefitTable, type ReadBenefitTableOptions } from "care-coverage/benefit-table";
  export async function use(table: BenefitTable, file: Blob, options: ReadBenefitTableOptions): Promise<string[]> {
    const bytes: Uint8Array = await benefitTableXlsx(table);
    const sheets: SpreadsheetGrid[] = [...(await benefitGridsFromXlsx(bytes)), ...(await benefitGridsFromXlsx(await file.arrayBuffer()))];
    // @ts-expect-error
    await benefitGridsFromXlsx("A1");
    // @ts-expect-error
    await benefitTableXlsx([]);
    return sheets.filter(({ hidden }) => !hidden).flatMap(({ grid }) => readBenefitTable(grid, options).formulas.map(({ name }) => name));
  }`;
