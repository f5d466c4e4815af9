// The language service behind the Language Server Protocol, on whatever connection.
import { type Connection, DiagnosticSeverity, ErrorCodes, CompletionItemKind, InsertTextFormat, InsertTextMode, ResponseError, SymbolKind, TextDocumentSyncKind } from "vscode-languageserver";
import type { CompletionItem, Diagnostic, DocumentSymbol, InitializeParams, InitializeResult, Position, Range } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type * as main from "../care-coverage";
import type * as language from "../care-coverage-language";
import type * as api from "../care-coverage-lsp";
import { ACTIONS, COMPLETIONS, NO_NAME, plain, snippet, SYMBOLS } from "./kinds.ts";
import { kindOf, violationsOf } from "./lsp-documents.ts";

/** What the entries have of the package. */
export interface Engine {
  CareTypeCatalog: new (data: main.CareTypeLists, options?: main.CareTypeCatalogOptions) => main.CareTypeCatalog;
  createLanguageService(catalog: main.CareTypeCatalog, options: language.LanguageServiceOptions): language.LanguageService;
  packageVersion(): string;
}

interface Open { text: TextDocument; document: language.LanguageDocument; timer?: ReturnType<typeof setTimeout> }

const PAUSE_MS = 150;
const SOURCE = "care-coverage";
const SEVERITIES = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information };

export function serve(connection: Connection, { CareTypeCatalog, createLanguageService, packageVersion }: Engine): void {
  const texts = new Map<string, Open>();
  let given: Partial<api.InitializationOptions> = {};
  let client: InitializeParams["capabilities"] = {};
  let spoken: language.Language = "en";
  let catalog: main.CareTypeCatalog;
  let service: language.LanguageService;

  connection.onInitialize(({ initializationOptions, capabilities, locale }): InitializeResult => {
    given = initializationOptions ?? {};
    client = capabilities;
    spoken = given.language ?? (locale?.startsWith("fr") ? "fr" : "en");
    try {
      catalog = new CareTypeCatalog(given.catalog!, given.catalogOptions);
      service = createLanguageService(catalog, { language: spoken, validate: given.validate });
    } catch (error) {
      throw new ResponseError(ErrorCodes.InvalidParams, `initializationOptions: ${(error as Error).message}`);
    }
    return {
      serverInfo: { name: SOURCE, version: packageVersion() },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        completionProvider: { triggerCharacters: ['"'] }, codeActionProvider: { codeActionKinds: [...new Set(Object.values(ACTIONS))] }, renameProvider: { prepareProvider: true },
        hoverProvider: true, definitionProvider: true, referencesProvider: true, documentSymbolProvider: true, foldingRangeProvider: true, documentFormattingProvider: true,
      },
    };
  });

  const spanOf = (text: TextDocument, { start, end }: Range) => ({ start: text.offsetAt(start), end: text.offsetAt(end) });
  const rangeOf = (text: TextDocument, { start, end }: language.Span): Range => ({ start: text.positionAt(start), end: text.positionAt(end) });
  const editsOf = (text: TextDocument, edits: readonly main.TextEdit[]) => edits.map((edit) => ({ range: rangeOf(text, edit), newText: edit.text }));

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const kind = kindOf(uri, given.documents);
    if (kind === undefined) return;
    texts.get(uri)?.document.free();
    texts.set(uri, { text: TextDocument.create(uri, languageId, version, text), document: service.open(text, { kind }) });
    report(uri, true);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const open = texts.get(uri);
    for (const change of open ? contentChanges : []) {
      const { start, end } = "range" in change ? spanOf(open!.text, change.range) : { start: 0, end: open!.document.text.length };
      open!.document.update([{ start, end, text: change.text }]);
      TextDocument.update(open!.text, [change], version);
    }
    report(uri, false);
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => report(uri, true));
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    clearTimeout(texts.get(uri)?.timer);
    texts.get(uri)?.document.free();
    if (texts.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  /** Requirements are asked when a text is opened and saved: they take longer than a key. */
  function report(uri: string, withRequirements: boolean): void {
    const open = texts.get(uri);
    if (!open) return;
    clearTimeout(open.timer);
    open.timer = setTimeout(() => {
      const found = open.document.diagnostics();
      const asked = withRequirements && open.document.kind === "coverage" && found.every(({ severity }) => severity !== "error");
      const violated = asked ? violationsOf(open.document, catalog, given.profiles) : [];
      const warnings = violated.map(({ id, title, place }) => ({ range: rangeOf(open.text, place), severity: DiagnosticSeverity.Warning, code: id, source: SOURCE, message: title[spoken] }));
      void connection.sendDiagnostics({ uri, version: open.text.version, diagnostics: [...found.map((problem) => diagnosticOf(open.text, problem)), ...warnings] });
    }, PAUSE_MS);
  }

  function diagnosticOf(text: TextDocument, { mark, severity, code, message, related }: main.TextDiagnostic): Diagnostic {
    const others = related.map(({ range, message }) => ({ location: { uri: text.uri, range: rangeOf(text, range) }, message: plain(message) }));
    const canRelate = client.textDocument?.publishDiagnostics?.relatedInformation === true && others.length > 0;
    return { range: rangeOf(text, mark), severity: SEVERITIES[severity], code, source: SOURCE, message: plain(message), ...(canRelate && { relatedInformation: others }) };
  }

  /** An answer about a text that is open; null of others. */
  const of = <P extends { textDocument: { uri: string } }, T>(answer: (open: Open, params: P) => T) => (params: P): T | null => {
    const open = texts.get(params.textDocument.uri);
    return open ? answer(open, params) : null;
  };
  const at = <P extends { textDocument: { uri: string }; position: Position }, T>(answer: (open: Open, offset: number, params: P) => T) =>
    of<P, T>((open, params) => answer(open, open.text.offsetAt(params.position), params));

  connection.onCompletion(at(({ text, document }, offset) => ({
    isIncomplete: true,
    items: document.completions(offset).map(({ label, detail, kind, insert, range, sortText, documentation, cursor }): CompletionItem => {
      const isSnippet = client.textDocument?.completion?.completionItem?.snippetSupport === true;
      return {
        label, detail, kind: CompletionItemKind[COMPLETIONS[kind]], sortText, filterText: document.text.slice(range.start, offset), insertTextMode: InsertTextMode.asIs,
        textEdit: { range: rangeOf(text, range), newText: isSnippet ? snippet(insert, cursor) : insert },
        ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }), ...(documentation && { documentation: { kind: "markdown", value: documentation } }),
      };
    }),
  })));
  connection.onHover(at(({ text, document }, offset) => {
    const found = document.hover(offset);
    return found && { range: rangeOf(text, found.range), contents: { kind: "markdown" as const, value: found.markdown } };
  }));
  connection.onCodeAction(of(({ text, document }, { range, context }) => document.codeActions(spanOf(text, range)).map(({ title, kind, edits, fixes }) => ({
    title: plain(title), kind: ACTIONS[kind], edit: { changes: { [text.uri]: editsOf(text, edits) } },
    ...(fixes && { diagnostics: context.diagnostics.filter(({ code }) => code === fixes) }),
  }))));
  connection.onDefinition(at(({ text, document }, offset) => {
    const found = document.definition(offset);
    return found?.range ? { uri: text.uri, range: rangeOf(text, found.range) } : null;
  }));
  connection.onReferences(at(({ text, document }, offset) => document.references(offset).map(({ range }) => ({ uri: text.uri, range: rangeOf(text, range) }))));
  connection.onPrepareRename(at(({ text, document }, offset) => {
    const found = document.prepareRename(offset);
    if (!found) throw new ResponseError(ErrorCodes.InvalidRequest, NO_NAME[spoken]);
    return { range: rangeOf(text, found.range), placeholder: found.name };
  }));
  connection.onRenameRequest(at(({ text, document }, offset, { newName }) => {
    const { edits, reason } = document.rename(offset, newName);
    if (reason !== null) throw new ResponseError(ErrorCodes.InvalidRequest, plain(reason));
    return { changes: { [text.uri]: editsOf(text, edits) } };
  }));
  const symbolOf = (text: TextDocument, { name, kind, range, selection, children }: language.DocumentSymbol): DocumentSymbol => ({
    name: name || kind, kind: SymbolKind[SYMBOLS[kind]], range: rangeOf(text, range), selectionRange: rangeOf(text, selection), children: children.map((child) => symbolOf(text, child)),
  });
  connection.onDocumentSymbol(of(({ text, document }) => document.symbols().map((symbol) => symbolOf(text, symbol))));
  connection.onFoldingRanges(of(({ text, document }) => document.folding().map((span) => rangeOf(text, span)).map(({ start, end }) => ({ startLine: start.line, endLine: end.line - 1 }))));
  connection.onDocumentFormatting(of(({ text, document }) => editsOf(text, document.format())));
  connection.listen();
}
