/** An element that edits a text of a coverage: what it says of each edit, and what of its history is undone. */
import { batch, untracked } from "@preact/signals";
import type { Acceptance, CoveragePayload, Diagnostic, TextDiagnostic } from "../../www/src/engine/engine";
import { listenForUndo } from "../../www/src/features/common/undo-keys";
import { withPlainBreaks } from "../../www/src/kit/line-breaks";
import { createEditor, type Place } from "../../www/src/store/editor/editor";
import { elementWords } from "./element-words";
import { type Invalid, ValueElement } from "./value-element";

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

export abstract class DocumentElement extends ValueElement {
  protected readonly editor = createEditor({
    mode: "form",
    hasRoom: () => this.clientWidth >= WIDE,
    surroundings: { acts: null, save: null, reload: null, label: this.regions, comeToFront: (place) => this.comeToFront(place) },
  });
  /** The text that was last given or said. */
  #said = "";
  #accepted = "";

  constructor() {
    super();
    const { history } = this.editor;
    listenForUndo(this.shadowRoot!, () => history, { undo: () => history.undo(), redo: () => history.redo() });
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

  protected text(): string {
    return this.outward(this.editor.documents.coverage.loaded.peek()?.text ?? "");
  }

  /** The value of the text; null where it is not JSON, or empty. */
  get payload(): CoveragePayload | null {
    return this.valueInText() as CoveragePayload | null;
  }
  set payload(payload: CoveragePayload | null) {
    this.giveValue(payload);
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

  protected valueInText(): unknown {
    const json = this.editor.documents.coverage.typedJson.peek();
    return json.ok ? (json.value ?? null) : null;
  }

  /** What says the same is left as it is written: so what an event says can be given back, the null of a text that is no JSON, too. */
  protected giveValue(value: unknown): void {
    if (JSON.stringify(this.valueInText()) === JSON.stringify(value ?? null)) return;
    this.value = value === null || value === undefined ? "" : `${JSON.stringify(value, null, 2)}\n`;
  }

  /** What is given is where the history begins. */
  protected give(text: string): boolean {
    const whole = this.inward(text);
    const { coverage } = this.editor.documents;
    if (coverage.loaded.peek()?.text === whole) return false;
    this.#said = withPlainBreaks(whole);
    this.#unrecorded(() => coverage.set(whole === "" ? null : { text: whole, source: "" }));
    return true;
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
  protected follow(): void {
    const { documents, problems, coverage, history } = this.editor;
    const [text, accepted] = [documents.coverage.read.value, documents.acceptances.read.value];
    problems.value;
    coverage.value;
    untracked(() => {
      this.validate();
      if (text === this.#said && accepted === this.#accepted) return;
      [this.#said, this.#accepted] = [text, accepted];
      this.sayEdit(!history.isTyping);
    });
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

  protected problem(): Invalid {
    if (this.value.trim() === "") return this.required ? [{ valueMissing: true }, () => elementWords.missing] : null;
    if (!this.#isReadable()) return [{ badInput: true }, () => elementWords.broken];
    const errors = this.#found().filter(isError).length;
    return errors > 0 ? [{ customError: true }, () => elementWords.invalid(errors)] : null;
  }
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}
