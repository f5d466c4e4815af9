// Monaco with the language service: providers for all models that are attached, and their markers.
import type * as Monaco from "monaco-editor";
import type { TextDiagnostic, TextEdit } from "../care-coverage";
import type * as language from "../care-coverage-language";
import type * as api from "../care-coverage-monaco";
import { Asked, type Document, type Service } from "./asking.ts";
import { ACTIONS, COMPLETIONS, NO_NAME, plain, snippet, SYMBOLS } from "./kinds.ts";

const PAUSE_MS = 200;
const SEVERITIES = { error: "Error", warning: "Warning", info: "Info" } as const;
const OWNER = "care-coverage";
type Model = Monaco.editor.ITextModel;

export function careCoverage(monaco: api.MonacoModule, service: Service, options: api.CareCoverageOptions = {}): api.CareCoverageEditing {
  const { languageId: id = "json", language: words = "en", delay = PAUSE_MS } = options as { languageId?: string; language?: language.Language; delay?: number };
  const texts = new Map<Model, Asked>();
  const attached = new Set<Monaco.IDisposable>();
  const ask = async <T>(model: Model, question: (document: Document) => T | Promise<T>) => (await texts.get(model)?.ask(question)) ?? null;

  const rangeOf = (model: Model, { start, end }: language.Span): Monaco.IRange => {
    const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
    return { startLineNumber: from.lineNumber, startColumn: from.column, endLineNumber: to.lineNumber, endColumn: to.column };
  };
  const editsOf = (model: Model, edits: readonly TextEdit[]) => edits.map((edit) => ({ range: rangeOf(model, edit), text: edit.text }));
  const workOf = (model: Model, edits: readonly TextEdit[], versionId: number): Monaco.languages.WorkspaceEdit =>
    ({ edits: editsOf(model, edits).map((textEdit) => ({ resource: model.uri, versionId, textEdit })) });
  const symbolOf = (model: Model, { name, kind, range, selection, children }: language.DocumentSymbol): Monaco.languages.DocumentSymbol => ({
    name: name || kind, detail: "", kind: monaco.languages.SymbolKind[SYMBOLS[kind]], tags: [],
    range: rangeOf(model, range), selectionRange: rangeOf(model, selection), children: children.map((child) => symbolOf(model, child)),
  });

  const { languages, languages: { CompletionItemInsertTextRule: rules } } = monaco;
  const providers = [
    languages.registerCompletionItemProvider(id, {
      triggerCharacters: ['"'],
      async provideCompletionItems(model, position) {
        const at = model.getOffsetAt(position);
        const found: language.Completion[] = (await ask(model, (document) => document.completions(at))) ?? [];
        const suggestions = found.map(({ label, detail, kind, insert, range, sortText, documentation, cursor }) => ({
          label: { label, description: detail }, kind: languages.CompletionItemKind[COMPLETIONS[kind]], documentation: { value: documentation }, sortText, range: rangeOf(model, range),
          insertText: snippet(insert, cursor), insertTextRules: rules.InsertAsSnippet | rules.KeepWhitespace,
          // The service has chosen: Monaco is to hold all of them for what is meant.
          filterText: model.getValueInRange(rangeOf(model, { start: range.start, end: at })),
        }));
        return { suggestions, incomplete: true };
      },
    }),
    languages.registerHoverProvider(id, {
      async provideHover(model, position) {
        const found = await ask(model, (document) => document.hover(model.getOffsetAt(position)));
        return found && { range: rangeOf(model, found.range), contents: [{ value: found.markdown }] };
      },
    }),
    languages.registerCodeActionProvider(id, {
      async provideCodeActions(model, range) {
        const [version, start, end] = [model.getVersionId(), model.getOffsetAt(range.getStartPosition()), model.getOffsetAt(range.getEndPosition())];
        const found: language.CodeAction[] = (await ask(model, (document) => document.codeActions({ start, end }))) ?? [];
        const actions = found.map(({ title, kind, edits }) => ({ title: plain(title), kind: ACTIONS[kind], edit: workOf(model, edits, version) }));
        return { actions, dispose() {} };
      },
    }),
    languages.registerRenameProvider(id, {
      async resolveRenameLocation(model, position) {
        const found = await ask(model, (document) => document.prepareRename(model.getOffsetAt(position)));
        return found ? { range: rangeOf(model, found.range), text: found.name } : { range: rangeOf(model, { start: 0, end: 0 }), text: "", rejectReason: NO_NAME[words] };
      },
      async provideRenameEdits(model, position, name) {
        const version = model.getVersionId();
        const { edits, reason } = (await ask(model, (document) => document.rename(model.getOffsetAt(position), name))) ?? { edits: [], reason: null };
        return { ...workOf(model, edits, version), ...(reason !== null && { rejectReason: reason }) };
      },
    }),
    languages.registerDefinitionProvider(id, {
      async provideDefinition(model, position) {
        const found = await ask(model, (document) => document.definition(model.getOffsetAt(position)));
        return found?.range ? { uri: model.uri, range: rangeOf(model, found.range) } : null;
      },
    }),
    languages.registerReferenceProvider(id, {
      async provideReferences(model, position) {
        const found: language.Reference[] = (await ask(model, (document) => document.references(model.getOffsetAt(position)))) ?? [];
        return found.map(({ range }) => ({ uri: model.uri, range: rangeOf(model, range) }));
      },
    }),
    languages.registerDocumentSymbolProvider(id, {
      provideDocumentSymbols: async (model) => ((await ask(model, (document) => document.symbols())) ?? []).map((symbol: language.DocumentSymbol) => symbolOf(model, symbol)),
    }),
    languages.registerFoldingRangeProvider(id, {
      async provideFoldingRanges(model) {
        const found: language.Span[] = (await ask(model, (document) => document.folding())) ?? [];
        // The line of the closing bracket stays.
        return found.map((span) => rangeOf(model, span)).map(({ startLineNumber: start, endLineNumber }) => ({ start, end: endLineNumber - 1 }));
      },
    }),
    languages.registerDocumentFormattingEditProvider(id, {
      provideDocumentFormattingEdits: async (model) => editsOf(model, (await ask(model, (document) => document.format())) ?? []),
    }),
  ];

  function attach(model: Model, { kind }: language.OpenOptions): Monaco.IDisposable {
    const text = new Asked(service, kind, () => model.getValue());
    texts.set(model, text);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const mark = async () => {
      const version = model.getVersionId();
      const found: TextDiagnostic[] | null = await text.ask((document) => document.diagnostics());
      if (found && model.getVersionId() === version) monaco.editor.setModelMarkers(model, OWNER, found.map(markerOf));
    };
    const markerOf = ({ mark, severity, code, message, related }: TextDiagnostic): Monaco.editor.IMarkerData => ({
      ...rangeOf(model, mark), severity: monaco.MarkerSeverity[SEVERITIES[severity]], code, message: plain(message), source: OWNER,
      relatedInformation: related.map(({ range, message }) => ({ resource: model.uri, message: plain(message), ...rangeOf(model, range) })),
    });
    const markLater = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void mark(), delay);
    };
    const listening = model.onDidChangeContent(({ changes, isFlush, isEolChange }) => {
      if (isFlush || isEolChange) text.reopen();
      else text.update([...changes].reverse().map(({ rangeOffset: start, rangeLength, text }) => ({ start, end: start + rangeLength, text })));
      markLater();
    });
    const dispose = () => {
      clearTimeout(timer);
      listening.dispose();
      gone.dispose();
      text.close();
      if (texts.get(model) === text) texts.delete(model);
      attached.delete(attachment);
      if (!model.isDisposed()) monaco.editor.setModelMarkers(model, OWNER, []);
    };
    const gone = model.onWillDispose(dispose);
    const attachment = { dispose };
    attached.add(attachment);
    markLater();
    return attachment;
  }

  return { attach, dispose: () => [...attached, ...providers].forEach((one) => one.dispose()) };
}
