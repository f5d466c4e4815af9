// The server of the package, which knows JSON, and texts in YAML next to it. Problems of a coverage are those of `check`, where it has acceptances of its own.
import type { CareTypeCatalog, TextDiagnostic } from "care-coverage/slim";
import type { InitializationOptions } from "care-coverage/lsp";
import type { LanguageService } from "care-coverage/language";
import type { CodeActionParams, Connection, Diagnostic, InitializeParams, PublishDiagnosticsParams, RenameParams, TextDocumentPositionParams } from "vscode-languageserver";
import type { TextDocument as Text } from "vscode-languageserver-textdocument";
import { acceptancesOf } from "../check/acceptances.ts";
import { Failure } from "../kit/failure.ts";
import { setOut } from "../kit/set-out.ts";
import { loadCatalog } from "../kit/setting.ts";
import type { Setting } from "../kit/setting.ts";
import { isYamlName, yamlParts } from "../kit/text.ts";
import type { YamlParts } from "../kit/text.ts";
import { documentsOf } from "./documents.ts";
import { judged } from "./judged.ts";
import { YamlAnswers, plain, rangeOf } from "./yaml-answers.ts";
import { EditedYaml } from "./yaml-text.ts";

type Libraries = typeof import("../parts/lsp.ts");

interface Yaml { edited: EditedYaml; answers: YamlAnswers; found: TextDiagnostic[]; timer?: ReturnType<typeof setTimeout> }
interface Json { text: Text; file: string }

const PAUSE_MS = 150;
const SEVERITIES = { error: 1, warning: 2, info: 3 } as const;

/** The connection that the server of the package is given. `known`: what it is given of the repository; what the client says itself goes before. */
export async function withYaml(connection: Connection, setting: Setting, known: InitializationOptions, libraries: Libraries): Promise<Connection> {
  const { catalog } = await loadCatalog(setting);
  const { codes } = await import("../parts/codes.ts");
  const service = libraries.createLanguageService(catalog, { language: setting.language });
  return new Texts(connection, setting, catalog, service, await yamlParts(), libraries, (code) => codes.has(code)).connection(known);
}

class Texts {
  readonly #yaml = new Map<string, Yaml>();
  readonly #json = new Map<string, Json>();
  readonly #documentOf: ReturnType<typeof documentsOf>;
  /** Whether the client shows what a problem is related to. */
  #relates = false;

  constructor(
    readonly outside: Connection, readonly setting: Setting, readonly catalog: CareTypeCatalog, readonly service: LanguageService, readonly parts: YamlParts,
    readonly libraries: Libraries, readonly isCode: (code: string) => boolean,
  ) {
    this.#documentOf = documentsOf(setting);
  }

  connection(known: InitializationOptions): Connection {
    const { outside } = this;
    const { ErrorCodes, ResponseError, TextDocument } = this.libraries;
    /** What is asked of YAML is answered here, all else by the server of the package. */
    const answered = <P extends { textDocument: { uri: string } }>(register: (handler: (params: P, ...others: never[]) => unknown) => unknown, answer: (yaml: Yaml, params: P) => unknown) =>
      (handler: (params: P, ...others: never[]) => unknown) => register((params, ...others) => {
        const yaml = this.#yaml.get(params.textDocument.uri);
        return yaml ? answer(yaml, params) : handler(params, ...others);
      });
    const at = (ask: (answers: YamlAnswers, params: TextDocumentPositionParams) => unknown) => ({ answers }: Yaml, params: TextDocumentPositionParams) => ask(answers, params);
    const inner: object = {
      ...outside,
      onInitialize: (handler: Parameters<Connection["onInitialize"]>[0]) => outside.onInitialize((params: InitializeParams, ...others) => {
        this.#relates = params.capabilities.textDocument?.publishDiagnostics?.relatedInformation === true;
        return handler({ ...params, initializationOptions: { ...known, ...(params.initializationOptions as object | undefined) } }, ...others);
      }),
      sendDiagnostics: (params: PublishDiagnosticsParams) => this.#send(params),
      onDidOpenTextDocument: (handler: Parameters<Connection["onDidOpenTextDocument"]>[0]) => outside.onDidOpenTextDocument((params) => {
        const { uri, languageId, version, text } = params.textDocument;
        const known = this.#documentOf(uri);
        const opened = () => TextDocument.create(uri, languageId, version, text);
        if (known !== null && isYamlName(known.file)) return this.#open(new EditedYaml(opened(), known.file, known.kind, this.service));
        if (known?.kind === "coverage") this.#json.set(uri, { text: opened(), file: known.file });
        handler(params);
      }),
      onDidChangeTextDocument: (handler: Parameters<Connection["onDidChangeTextDocument"]>[0]) => outside.onDidChangeTextDocument((params) => {
        const { textDocument: { uri, version }, contentChanges } = params;
        const yaml = this.#yaml.get(uri);
        const text = yaml?.edited.text ?? this.#json.get(uri)?.text;
        if (text) TextDocument.update(text, contentChanges, version);
        if (!yaml) return handler(params);
        yaml.edited.forget();
        this.#report(uri);
      }),
      onDidSaveTextDocument: (handler: Parameters<Connection["onDidSaveTextDocument"]>[0]) => outside.onDidSaveTextDocument((params) => {
        if (this.#yaml.has(params.textDocument.uri)) this.#report(params.textDocument.uri);
        else handler(params);
      }),
      onDidCloseTextDocument: (handler: Parameters<Connection["onDidCloseTextDocument"]>[0]) => outside.onDidCloseTextDocument((params) => {
        const { uri } = params.textDocument;
        const yaml = this.#yaml.get(uri);
        this.#json.delete(uri);
        if (!yaml) return handler(params);
        clearTimeout(yaml.timer);
        yaml.edited.forget();
        this.#yaml.delete(uri);
        void outside.sendDiagnostics({ uri, diagnostics: [] });
      }),
      onHover: answered(outside.onHover as never, at((answers, { position }) => answers.hover(position))),
      onCompletion: answered(outside.onCompletion as never, at(async (answers, { position }) => ({ isIncomplete: true, items: await answers.completions(position) }))),
      onDefinition: answered(outside.onDefinition as never, at((answers, { position }) => answers.definition(position))),
      onReferences: answered(outside.onReferences as never, at((answers, { position }) => answers.references(position))),
      onPrepareRename: answered(outside.onPrepareRename as never, at((answers, { position }) => answers.prepareRename(position))),
      onRenameRequest: answered(outside.onRenameRequest as never, async ({ answers }, { position, newName }: RenameParams) => {
        const renamed = await answers.rename(position, newName);
        if (renamed !== null && "reason" in renamed) throw new ResponseError(ErrorCodes.InvalidRequest, plain(renamed.reason as string));
        return renamed;
      }),
      onCodeAction: answered(outside.onCodeAction as never, ({ answers, found }, { range }: CodeActionParams) => answers.fixes(range, found)),
      onDocumentSymbol: answered(outside.onDocumentSymbol as never, ({ answers }) => answers.symbols()),
      // An editor folds YAML by its indentation.
      onFoldingRanges: answered(outside.onFoldingRanges as never, () => null),
      onDocumentFormatting: answered(outside.onDocumentFormatting as never, ({ edited }) => this.#setOut(edited)),
    };
    return inner as Connection;
  }

  #open(edited: EditedYaml): void {
    const { uri } = edited.text;
    this.#yaml.get(uri)?.edited.forget();
    this.#yaml.set(uri, { edited, answers: new YamlAnswers(edited, this.parts, this.setting.words), found: [] });
    this.#report(uri);
  }

  #report(uri: string): void {
    const yaml = this.#yaml.get(uri)!;
    clearTimeout(yaml.timer);
    yaml.timer = setTimeout(() => {
      void this.#judge(yaml);
    }, PAUSE_MS);
  }

  async #judge(yaml: Yaml): Promise<void> {
    const { source, kind, text } = yaml.edited;
    const { version } = text;
    const found = await judged(source, kind, this.setting, this.catalog, (message) => this.outside.console.warn(message));
    // It was edited, or closed, meanwhile: another report comes, or none.
    if (text.version !== version || this.#yaml.get(text.uri) !== yaml) return;
    yaml.found = found;
    void this.outside.sendDiagnostics({ uri: text.uri, version, diagnostics: found.map((one) => this.#diagnosticOf(text, one)) });
  }

  /** What the server of the package says of a text in JSON; of a coverage that has acceptances of its own, what `check` says. */
  async #send(params: PublishDiagnosticsParams): Promise<void> {
    const json = this.#json.get(params.uri);
    const { accept } = this.setting.config;
    if (!json || !(accept.some(({ coverage }) => coverage !== undefined) || acceptancesOf(json.file))) return this.outside.sendDiagnostics(params);
    const { text, file } = json;
    const [written, version] = [text.getText(), text.version];
    const found = await judged({ file, text: written, bytes: Buffer.from(written), isYaml: false }, "coverage", this.setting, this.catalog, (message) => this.outside.console.warn(message));
    if (text.version !== version || this.#json.get(params.uri) !== json) return;
    // What a profile of the client asks for has codes of its own.
    const others = params.diagnostics.filter(({ code }) => !this.isCode(String(code)));
    return this.outside.sendDiagnostics({ ...params, version, diagnostics: [...found.map((one) => this.#diagnosticOf(text, one)), ...others] });
  }

  async #setOut({ text, source }: EditedYaml): Promise<object[]> {
    try {
      const newText = await setOut(source, this.setting);
      return newText === source.text ? [] : [{ range: rangeOf(text, { start: 0, end: source.text.length }), newText }];
    } catch (error) {
      if (error instanceof Failure) return [];
      throw error;
    }
  }

  #diagnosticOf(text: Text, { mark, severity, code, message, related }: TextDiagnostic): Diagnostic {
    return {
      range: rangeOf(text, mark), severity: SEVERITIES[severity], code, source: "care-coverage", message: plain(message),
      ...(this.#relates && related.length > 0 && { relatedInformation: related.map(({ range, message }) => ({ location: { uri: text.uri, range: rangeOf(text, range) }, message: plain(message) })) }),
    };
  }
}
