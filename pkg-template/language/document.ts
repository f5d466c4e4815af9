// A document that is being edited: its text, and what is known of it until the next edit.
import { validateCatalogText, validateProfileText } from "#core";
import type * as api from "../care-coverage-language";
import type * as main from "../care-coverage";
import { disposable } from "../api/disposable.ts";
import { unusable } from "../error.ts";
import { ActReader } from "./acts.ts";
import { actionsIn } from "./actions/actions.ts";
import { checkedEdits, offsetIn, rangeIn, textOf } from "./arguments.ts";
import { completionsAt } from "./completions.ts";
import { CoverageReader } from "./coverages.ts";
import type { Codes, Context } from "./context.ts";
import { hoverAt } from "./hover.ts";
import { formatted } from "./layout.ts";
import { Mentions } from "./mentions.ts";
import { definitionAt, prepareRenameAt, referencesAt, renameAt } from "./names.ts";
import { Selections } from "./selections.ts";
import type { Speech } from "./speech.ts";
import { foldingOf, symbolsOf } from "./symbols.ts";
import { Tree } from "./tree.ts";
import type { DocumentKind, Span, TextEdit } from "./types.ts";

/** What a service has for all of its documents. */
export interface Shared {
  readonly catalog: main.CareTypeCatalog;
  readonly speech: Speech;
  readonly codes: () => Codes;
  readonly validation: main.ValidateOptions | undefined;
}

export class LanguageDocument implements api.LanguageDocument {
  readonly kind: DocumentKind;
  #context: Context | undefined;
  #found: main.TextDiagnostic[] | undefined;
  #readers: readonly ({ free(): void } | undefined)[];
  readonly #forget: (document: LanguageDocument) => void;

  constructor(shared: Shared, text: string, kind: DocumentKind, forget: (document: LanguageDocument) => void) {
    this.kind = kind;
    this.#forget = forget;
    const { catalog, speech } = shared;
    const tree = new Tree(text);
    const coverages = kind === "coverage" ? new CoverageReader(catalog, shared.validation) : undefined;
    const acts = kind === "act" || kind === "acts" ? new ActReader(catalog) : undefined;
    this.#readers = [coverages, acts];
    const check = (text: string) => checked(shared, kind, new Tree(text), acts);
    this.#context = {
      tree, kind, catalog, speech, mentions: new Mentions(tree, kind), selections: new Selections(tree, catalog), check,
      get codes() {
        return shared.codes();
      },
      found: () => (this.#found ??= coverages ? coverages.of(tree.text) : checked(shared, kind, tree, acts)),
    };
  }

  #open(): Context {
    if (this.#context === undefined) throw unusable("freed", "this LanguageDocument was freed", { object: "LanguageDocument" });
    return this.#context;
  }

  get text(): string {
    return this.#open().tree.text;
  }

  update(edits: readonly TextEdit[]): void {
    const { tree } = this.#open();
    const given = checkedEdits(edits, tree.text.length);
    // From the last one, so that the places of the others stay.
    for (const { start, end, text } of given.reverse()) tree.edit(start, end, text);
    if (given.length > 0) this.#found = undefined;
  }

  diagnostics(): main.TextDiagnostic[] {
    const { speech, found } = this.#open();
    return speech.translated(found());
  }

  completions(offset: number): api.Completion[] {
    const context = this.#open();
    return completionsAt(context, offsetIn(offset, context.tree.text.length));
  }

  hover(offset: number): api.Hover | null {
    const context = this.#open();
    return hoverAt(context, offsetIn(offset, context.tree.text.length));
  }

  codeActions(range: Span): api.CodeAction[] {
    const context = this.#open();
    return actionsIn(context, rangeIn(range, context.tree.text.length));
  }

  definition(offset: number): api.Definition | null {
    const context = this.#open();
    return definitionAt(context, offsetIn(offset, context.tree.text.length));
  }

  references(offset: number): api.Reference[] {
    const context = this.#open();
    return referencesAt(context, offsetIn(offset, context.tree.text.length));
  }

  prepareRename(offset: number): api.RenameStart | null {
    const context = this.#open();
    return prepareRenameAt(context, offsetIn(offset, context.tree.text.length));
  }

  rename(offset: number, name: string): api.Rename {
    const context = this.#open();
    return renameAt(context, offsetIn(offset, context.tree.text.length), textOf(name, "name"));
  }

  symbols(): api.DocumentSymbol[] {
    return symbolsOf(this.#open());
  }

  folding(): Span[] {
    return foldingOf(this.#open());
  }

  format(): TextEdit[] {
    return formatted(this.#open().tree);
  }

  free(): void {
    this.#forget(this);
    this.#context = undefined;
    this.#found = undefined;
    for (const reader of this.#readers) reader?.free();
    this.#readers = [];
  }

  declare [Symbol.dispose]: () => void;
}

disposable(LanguageDocument);

function checked({ catalog, validation }: Shared, kind: DocumentKind, tree: Tree, acts: ActReader | undefined): main.TextDiagnostic[] {
  switch (kind) {
    case "coverage": return catalog.validateCoverageText(tree.text, validation);
    case "catalog": return validateCatalogText(tree.text);
    case "profile": return validateProfileText(tree.text);
    case "act": return acts!.ofAct(tree);
    case "acts": return acts!.ofActs(tree);
  }
}
