/** An element that edits a text of a coverage: what it is given, what it says of each edit, and its part in a form. */
import { batch, effect, signal, untracked } from "@preact/signals";
import type { Acceptance, CareTypeLists, CareTypeSynonyms, CoveragePayload, Diagnostic, TextDiagnostic } from "../../www/src/engine/engine";
import { listenForUndo } from "../../www/src/features/common/undo-keys";
import { withPlainBreaks } from "../../www/src/kit/line-breaks";
import { createEditor, type Place } from "../../www/src/store/editor/editor";
import { DrawnElement } from "./drawn-element";
import { elementWords } from "./element-words";

/** Where the form and the text have room next to one another, in pixels. */
const WIDE = 1024;

/** What an event says of the text. */
export interface Edited {
  value: string;
  /** Null where the text is not JSON. */
  payload: unknown;
  diagnostics: readonly Diagnostic[];
  valid: boolean;
  /** The findings that are meant. */
  accept: readonly Acceptance[];
}

type Problem = Pick<TextDiagnostic, "severity" | "pointer">;

export abstract class DocumentElement extends DrawnElement {
  static override observedAttributes = [...DrawnElement.observedAttributes, "value"];

  readonly #label = signal("");
  protected readonly editor = createEditor({
    mode: "form",
    hasRoom: () => this.clientWidth >= WIDE,
    surroundings: { acts: null, save: null, reload: null, label: this.#label, comeToFront: (place) => this.comeToFront(place) },
  });
  #catalog: CareTypeLists | null = null;
  /** The text that was last given or said. */
  #said = "";
  #accepted = "";
  /** It was edited, and no `change` has said so. */
  #isUncommitted = false;
  #isTouched = false;
  #unfollow: (() => void) | null = null;

  constructor() {
    super();
    const root = this.shadowRoot!;
    listenForUndo(root, this.editor.history, { undo: () => this.editor.history.undo(), redo: () => this.editor.history.redo() });
    // Events of the parts are not those of the element: their fields may be of a search.
    for (const type of ["input", "change"]) root.addEventListener(type, (event) => event.stopPropagation());
    // A field of it is left.
    root.addEventListener("focusout", () => this.#commit());
  }

  /** The part that the element is of, in the text of the whole. */
  protected abstract readonly root: string;

  /** The text as the element gives it, of the text of the whole. */
  protected outward(text: string): string {
    return text;
  }

  /** The text of the whole, of one as the element is given it. */
  protected inward(text: string): string {
    return text;
  }

  /** Something of the editor is about to take the focus, in this element or elsewhere. */
  protected comeToFront(_place: Place): void {}

  /** The JSON text. */
  get value(): string {
    return this.outward(this.editor.documents.coverage.loaded.peek()?.text ?? "");
  }
  set value(text: string) {
    this.#isTouched = true;
    this.#give(String(text ?? ""));
  }

  /** The value of the text; null where it is not JSON, or empty. */
  get payload(): CoveragePayload | null {
    return this.valueInText() as CoveragePayload | null;
  }
  set payload(payload: CoveragePayload | null) {
    this.giveValue(payload);
  }

  /** The lists of the catalogue. They are not changed here. */
  get catalog(): CareTypeLists | null {
    return this.#catalog;
  }
  set catalog(lists: CareTypeLists | null) {
    if (lists === this.#catalog) return;
    this.#catalog = lists ?? null;
    this.editor.documents.catalog.set(lists ? { text: JSON.stringify(lists), source: "" } : null);
  }

  /** Everyday words for care types and groups, for the search. */
  get synonyms(): readonly CareTypeSynonyms[] {
    return this.editor.synonyms.peek();
  }
  set synonyms(synonyms: readonly CareTypeSynonyms[]) {
    this.editor.synonyms.value = synonyms ?? [];
  }

  /** Identification numbers of établissements non conventionnés. */
  get nonConventionedEstablishments(): readonly string[] {
    return this.editor.nonConventioned.peek();
  }
  set nonConventionedEstablishments(numbers: readonly string[]) {
    this.editor.nonConventioned.value = numbers ?? [];
  }

  /** The findings that are meant, as the option `accept` of the package takes them. */
  get accept(): readonly Acceptance[] {
    return this.editor.acceptances.peek();
  }
  set accept(accept: readonly Acceptance[]) {
    const text = accept?.length ? `${JSON.stringify({ accept }, null, 2)}\n` : "";
    this.#accepted = text;
    this.#unrecorded(() => this.editor.documents.acceptances.set(text === "" ? null : { text, source: "" }));
  }

  /** What the engine finds in the text. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#found();
  }

  undo(): void {
    this.editor.history.undo();
  }
  redo(): void {
    this.editor.history.redo();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#isTouched && this.hasAttribute("value")) this.#give(this.getAttribute("value")!);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#unfollow?.();
      this.#unfollow = null;
    });
  }

  override attributeChangedCallback(name: string): void {
    // As of a field: it is what there is at first, and after a reset.
    if (name === "value" && !this.#isTouched && this.isConnected) this.#give(this.getAttribute("value") ?? "");
    super.attributeChangedCallback(name);
    this.#validate();
  }

  formResetCallback(): void {
    this.#isTouched = false;
    this.#give(this.getAttribute("value") ?? "");
  }

  formStateRestoreCallback(state: unknown): void {
    if (typeof state === "string") this.value = state;
  }

  protected override labelled(): void {
    super.labelled();
    this.#label.value = this.shownLabel;
  }

  protected override worded(): void {
    this.#unfollow ??= effect(() => this.#follow());
    this.#validate();
  }

  protected valueInText(): unknown {
    const json = this.editor.documents.coverage.typedJson.peek();
    return json.ok ? (json.value ?? null) : null;
  }

  /** What says the same is left as it is written: so what an event says can be given back, the null of a text that is no JSON, too. */
  protected giveValue(value: unknown): void {
    if (JSON.stringify(this.valueInText()) === JSON.stringify(value ?? null)) return;
    this.value = value === null || value === undefined ? "" : `${JSON.stringify(value, null, 2)}\n`;
  }

  /** What is given is where the history begins, and no edit. */
  #give(text: string): void {
    const whole = this.inward(text);
    const { coverage } = this.editor.documents;
    if (coverage.loaded.peek()?.text === whole) return;
    this.#said = withPlainBreaks(whole);
    this.#isUncommitted = false;
    this.#unrecorded(() => coverage.set(whole === "" ? null : { text: whole, source: "" }));
    this.#validate();
  }

  #unrecorded(change: () => void): void {
    const { history, lastFix } = this.editor;
    history.unrecorded(() =>
      batch(() => {
        lastFix.value = null;
        change();
      }),
    );
    history.clear();
  }

  /** After each reading of the texts. */
  #follow(): void {
    const { documents, problems, coverage } = this.editor;
    const [text, accepted] = [documents.coverage.read.value, documents.acceptances.read.value];
    problems.value;
    coverage.value;
    untracked(() => {
      this.#validate();
      if (text === this.#said && accepted === this.#accepted) return;
      [this.#said, this.#accepted] = [text, accepted];
      this.#isTouched = true;
      this.#isUncommitted = true;
      this.#say("input");
      if (!this.editor.history.isTyping) this.#commit();
    });
  }

  #commit(): void {
    if (!this.#isUncommitted) return;
    this.#isUncommitted = false;
    this.#say("change");
  }

  #say(type: "input" | "change"): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail: this.edited() }));
  }

  protected edited(): Edited {
    const diagnostics = this.#found();
    return { value: this.value, payload: this.valueInText(), diagnostics, valid: this.#isReadable() && !diagnostics.some(isError), accept: this.accept };
  }

  #found(): readonly TextDiagnostic[] {
    const { root } = this;
    const isHere = ({ pointer }: Problem) => root === "" || pointer === root || pointer.startsWith(`${root}/`);
    const found = this.editor.problems.peek().filter(isHere);
    return root === "" ? found : found.map((problem) => ({ ...problem, pointer: problem.pointer.slice(root.length) }));
  }

  #isReadable(): boolean {
    const { coverage } = this.editor.documents;
    return coverage.text.peek().trim() !== "" && coverage.typedJson.peek().ok;
  }

  #validate(): void {
    const { value } = this;
    this.internals.setFormValue(value);
    if (value.trim() === "") return this.#invalid(this.required ? { valueMissing: true } : {}, () => elementWords.missing);
    if (!this.#isReadable()) return this.#invalid({ badInput: true }, () => elementWords.broken);
    const errors = this.#found().filter(isError).length;
    this.#invalid(errors > 0 ? { customError: true } : {}, () => elementWords.invalid(errors));
  }

  /** Before the words are here, in none. */
  #invalid(flags: ValidityStateFlags, words: () => string): void {
    if (Object.keys(flags).length === 0) this.internals.setValidity({});
    else this.internals.setValidity(flags, this.#unfollow ? words() : " ", this.frame);
  }
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}
