/** `<care-act-form>`: a care act as a form, which asks first for what acts of the care type need. Its value is the act. */
import { signal, untracked } from "@preact/signals";
import type { ActAmounts, CareAct, CoveragePayload, Diagnostic } from "../../www/src/engine/engine";
import { isAmount } from "../../www/src/features/act/amount-fields";
import { fromAct, givenAmounts } from "../../www/src/features/act/draft";
import { ActForm } from "../../www/src/features/act/form";
import { createActState } from "../../www/src/features/act/state";
import { FailureCard } from "../../www/src/features/common/failure";
import { useEditor } from "../../www/src/features/common/editor";
import { Problems } from "../../www/src/features/common/problems";
import { emptyDraft } from "../../www/src/store/act-draft";
import { createEditor } from "../../www/src/store/editor/editor";
import { elementWords } from "./element-words";
import { Frame } from "./frame";
import { type Invalid, ValueElement } from "./value-element";

type Act = CareAct & Partial<ActAmounts>;

/** Asks nothing, so that an act is judged by itself. */
const NO_COVERAGE = JSON.stringify({ name: "NONE", version: 1, guarantees: [] });

/** What has been typed may be half of it: it is done when it is left. */
const TYPED = 'input:not([type="radio"], [type="checkbox"], [role="combobox"]), textarea';

export class CareActFormElement extends ValueElement {
  protected readonly editor = createEditor({
    mode: "form",
    hasRoom: () => false,
    surroundings: { acts: null, save: null, reload: null, label: this.regions, comeToFront: () => {} },
  });
  readonly #hasCoverage = signal(false);
  readonly #state = createActState({
    draft: signal(emptyDraft),
    compiled: this.editor.compiled,
    hasCoverage: this.#hasCoverage,
    nonConventioned: this.editor.nonConventioned,
    typedNumbers: null,
    used: signal([]),
    replace: (draft) => (this.#state.draft.value = draft),
  });
  #coverage: CoveragePayload | null = null;
  /** As it was given, or as the form writes it. */
  #text = "";
  /** The draft as it was last given or said. */
  #said = emptyDraft;
  /** What of a given act the form has no control for. */
  #others: Partial<Act> = {};

  constructor() {
    super();
    this.editor.documents.coverage.set({ text: NO_COVERAGE, source: "" });
  }

  protected text(): string {
    return this.#text;
  }

  /** The act, with its amounts; null where there is none, or its text is no JSON of an object. */
  get payload(): Act | null {
    return actIn(this.#text);
  }
  set payload(act: Act | null) {
    if (JSON.stringify(this.payload) === JSON.stringify(act ?? null)) return;
    this.value = act ? textOf(act) : "";
  }

  /** The coverage whose conditions and rules say what the form asks first; null: all that acts of the care type have. */
  get coverage(): CoveragePayload | null {
    return this.#coverage;
  }
  set coverage(coverage: CoveragePayload | null) {
    if (coverage === this.#coverage) return;
    this.#coverage = coverage ?? null;
    this.#hasCoverage.value = this.#coverage !== null;
    this.editor.documents.coverage.set({ text: coverage ? JSON.stringify(coverage) : NO_COVERAGE, source: "" });
  }

  /** What is wrong with the act. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#state.diagnostics.peek();
  }

  protected draw() {
    return (
      <Frame editor={this.editor} isDisabled={this.isDisabled}>
        <div class="column act-form" part="form">
          <Form state={this.#state} />
        </div>
      </Frame>
    );
  }

  protected give(text: string): boolean {
    if (text === this.#text) return false;
    this.#text = text;
    const act = actIn(text);
    const entries = Object.entries(act ?? {});
    const draft = act ? fromAct(partOf(entries, false) as unknown as CareAct, partOf(entries, true) as Partial<ActAmounts>) : emptyDraft;
    this.#others = partOf(entries.filter(([, value]) => typeof value === "object" && value !== null), false) as Partial<Act>;
    delete this.#others.teeth;
    this.#said = draft;
    this.#state.draft.value = draft;
    return true;
  }

  /** After each edit, and whenever it may be judged otherwise. */
  protected follow(): void {
    const { draft, act, diagnostics, decision } = this.#state;
    const now = draft.value;
    diagnostics.value;
    decision.value;
    untracked(() => {
      const isEdit = now !== this.#said;
      if (isEdit) {
        this.#said = now;
        const given = act.peek();
        this.#text = given ? textOf({ ...this.#others, ...given, ...givenAmounts(now) }) : "";
      }
      this.validate();
      if (isEdit) this.sayEdit(!this.shadowRoot!.activeElement?.matches(TYPED));
    });
  }

  protected edited() {
    const act = this.payload;
    return { value: this.#text, act, payload: act, diagnostics: this.diagnostics, valid: act !== null && this.problem() === null };
  }

  protected problem(): Invalid {
    if (this.#text.trim() === "") return this.required ? [{ valueMissing: true }, () => elementWords.missingAct] : null;
    if (this.payload === null) return [{ badInput: true }, () => elementWords.brokenAct];
    const errors = this.diagnostics.filter(({ severity }) => severity === "error").length;
    if (errors > 0) return [{ customError: true }, () => elementWords.invalidAct(errors)];
    const decision = this.#state.decision.peek();
    if (this.#state.act.peek() === null || (decision?.ok && decision.value.outcome === "unknown_care_type")) return [{ customError: true }, () => elementWords.unknownType];
    return null;
  }
}

function Form({ state }: { state: ReturnType<typeof createActState> }) {
  const { catalog, coverage, compiled } = useEditor();
  const [lists, reading] = [catalog.value, coverage.value];
  if (lists.state === "failed") return <FailureCard code={lists.code} />;
  if (reading.state === "failed") return <FailureCard code={reading.code} />;
  if (lists.state === "broken" || lists.state === "refused") return <p class="empty">{elementWords.refusedCatalog}</p>;
  if (compiled.value === null) return reading.state === "none" ? null : <p class="empty">{elementWords.refusedCoverage}</p>;
  const found = state.diagnostics.value;
  return (
    <>
      <ActForm state={state} coverage={compiled.value} />
      {/* Not each has a field that is shown. */}
      <div role="status" part="problems">
        {found.length > 0 && (
          <div class="card bad-card">
            <Problems diagnostics={found} />
          </div>
        )}
      </div>
    </>
  );
}

function actIn(text: string): Act | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Act) : null;
  } catch {
    return null;
  }
}

function textOf(act: Partial<Act>): string {
  return `${JSON.stringify(act, null, 2)}\n`;
}

/** The amounts of an act, or its facts. */
function partOf(entries: [string, unknown][], ofAmounts: boolean): Record<string, unknown> {
  return Object.fromEntries(entries.filter(([field]) => isAmount(field) === ofAmounts));
}
