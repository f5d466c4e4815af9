/** An element with a text as its value: its part in a form, what it is given of the catalogue, and when it says what was edited. */
import { effect, signal } from "@preact/signals";
import type { CareTypeLists, CareTypeSynonyms, Diagnostic } from "../../www/src/engine/engine";
import type { createEditor } from "../../www/src/store/editor/editor";
import { DrawnElement } from "./drawn-element";

/** What is wrong with a value, and the sentence of it; null: nothing. */
export type Invalid = [ValidityStateFlags, () => string] | null;

export abstract class ValueElement extends DrawnElement {
  static override observedAttributes = [...DrawnElement.observedAttributes, "value"];

  /** The name of its regions. */
  protected readonly regions = signal("");
  protected abstract readonly editor: ReturnType<typeof createEditor>;
  #catalog: CareTypeLists | null = null;
  /** Its value is no longer that of its attribute. */
  #isTouched = false;
  /** It was edited, and no `change` has said so. */
  #isUncommitted = false;
  #unfollow: (() => void) | null = null;

  constructor() {
    super();
    const root = this.shadowRoot!;
    // Events of the parts are not those of the element: their fields may be of a search.
    for (const type of ["input", "change"]) root.addEventListener(type, (event) => event.stopPropagation());
    // A field of it is left.
    root.addEventListener("focusout", () => this.commit());
  }

  /** The text as it is. */
  protected abstract text(): string;

  /** Takes a text from outside, which is no edit. False: it is the one that is there. */
  protected abstract give(text: string): boolean;

  /** Runs whenever what it reads changes: says an edit, and looks at what is wrong. */
  protected abstract follow(): void;

  protected abstract problem(): Invalid;

  /** What an event says. */
  protected abstract edited(): object;

  abstract get diagnostics(): readonly Diagnostic[];

  /** The JSON text. */
  get value(): string {
    return this.text();
  }
  set value(text: string) {
    this.#isTouched = true;
    this.#take(String(text ?? ""));
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

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#isTouched && this.hasAttribute("value")) this.#take(this.getAttribute("value")!);
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
    if (name === "value" && !this.#isTouched && this.isConnected) this.#take(this.getAttribute("value") ?? "");
    super.attributeChangedCallback(name);
    this.validate();
  }

  formResetCallback(): void {
    this.#isTouched = false;
    this.#take(this.getAttribute("value") ?? "");
  }

  formStateRestoreCallback(state: unknown): void {
    if (typeof state === "string") this.value = state;
  }

  protected override labelled(): void {
    super.labelled();
    this.regions.value = this.shownLabel;
  }

  protected override worded(): void {
    this.#unfollow ??= effect(() => this.follow());
    this.validate();
  }

  /** It was edited. `isDone`: no further key belongs to the edit. */
  protected sayEdit(isDone: boolean): void {
    this.#isTouched = true;
    this.#isUncommitted = true;
    this.#say("input");
    if (isDone) this.commit();
  }

  protected commit(): void {
    if (!this.#isUncommitted) return;
    this.#isUncommitted = false;
    this.#say("change");
  }

  protected validate(): void {
    this.internals.setFormValue(this.value);
    const problem = this.problem();
    if (problem === null) this.internals.setValidity({});
    // Before the words are here, in none.
    else this.internals.setValidity(problem[0], this.#unfollow ? problem[1]() : " ", this.frame);
  }

  #take(text: string): void {
    if (!this.give(text)) return;
    this.#isUncommitted = false;
    this.validate();
  }

  #say(type: "input" | "change"): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail: this.edited() }));
  }
}
